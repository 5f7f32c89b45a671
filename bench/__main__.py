"""Run every measurement at a size that a laptop finishes in minutes: ``python -m bench``.

Each measurement also runs alone with its own options: ``python -m bench.memory --help``.
"""

import argparse
import importlib
import pkgutil
import sys

import bench

_NOT_MEASUREMENTS = {
    "__main__",
    "reporting",
    "corpus",
    "database",
    "articles",
    "servers",
    "stories",
    "newsroom_fill",
    "ingest_killed",
}


def main() -> int:
    """Run all measurements, or those named."""
    names = sorted(
        module.name
        for module in pkgutil.iter_modules(bench.__path__)
        if module.name not in _NOT_MEASUREMENTS
    )
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*names, []], help="which ones; all by default")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    options = parser.parse_args()
    failed = []
    for name in options.names or names:
        module = importlib.import_module(f"bench.{name}")
        if module.main(["--json"] if options.json else []):
            failed.append(name)
    if failed:
        print(f"Goals missed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
