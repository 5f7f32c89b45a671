"""Compile every message catalogue (.po) of the source tree to its binary form (.mo).

Django reads only the binary form, which is not kept in version control. No gettext programs are
needed: polib writes the files. A catalogue that is newer than its binary is compiled again.
"""

import sys
from pathlib import Path

import polib

SOURCE = Path(__file__).resolve().parent.parent / "src"


def compile_catalogues(source: Path) -> int:
    """Compile the catalogues below a folder.

    Args:
        source: Folder to search for ``.po`` files.

    Returns:
        How many catalogues were compiled.
    """
    compiled = 0
    for catalogue in sorted(source.rglob("*.po")):
        binary = catalogue.with_suffix(".mo")
        if binary.exists() and binary.stat().st_mtime_ns >= catalogue.stat().st_mtime_ns:
            continue
        polib.pofile(str(catalogue)).save_as_mofile(str(binary))
        compiled += 1
    return compiled


if __name__ == "__main__":
    print(f"Message catalogues compiled: {compile_catalogues(SOURCE)}", file=sys.stderr)
