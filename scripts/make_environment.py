"""Make the virtual environment and install pinned, hashed requirements into it.

Called by the Makefile as ``make_environment.py VENV REQUIREMENTS``. It uses nothing but the
standard library, so that it runs on a machine with only Python, make and git.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

OLDEST_PYTHON = (3, 11)


def fail(message: str) -> None:
    """Print what went wrong and what to do about it, then stop.

    Args:
        message: One or two complete sentences.
    """
    sys.exit(f"\nNhịp Cầu: {message}")


def create(venv: Path) -> None:
    """Create the virtual environment unless a working one is already there.

    Args:
        venv: Folder of the virtual environment.
    """
    if (venv / "bin" / "python").exists():
        return
    print(f"Making the virtual environment in {venv} …", flush=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(venv)], capture_output=True, text=True, check=False
    )
    if made.returncode:
        fail(
            "this Python cannot make virtual environments. On Debian and Ubuntu, install the "
            f"package python3-venv and run the command again.\n\n{made.stdout}{made.stderr}"
        )


def install(venv: Path, requirements: Path) -> None:
    """Install the pinned requirements and this project, checking every hash.

    With uv, itself pinned and installed first, it takes seconds; where uv does not get through, say
    past a proxy that only pip is told of, pip does the same in half a minute.

    Args:
        venv: Folder of the virtual environment.
        requirements: A file made by ``make lock``.
    """
    python = str(venv / "bin" / "python")
    pip = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    print(f"Installing {requirements} (once) …", flush=True)
    hashed = ["--no-deps", "--require-hashes", "--only-binary=:all:"]
    slowly = [*pip, "--progress-bar=on", "--no-compile", *hashed, "-r", str(requirements)]
    steps = [
        [*pip, "--no-deps", "--no-build-isolation", "-e", "."],
    ]
    if not _install_fast(python, pip, hashed, requirements):
        steps.insert(0, slowly)
    for step in steps:
        if subprocess.run(step, check=False).returncode:
            fail(
                "a dependency could not be installed. Check the network connection and the free "
                "space on the disk, then run the command again; finished steps are kept."
            )


def _install_fast(python: str, pip: list[str], hashed: list[str], requirements: Path) -> bool:
    """Install with uv; the answer is whether it could."""
    with tempfile.TemporaryDirectory(dir=Path(python).parent) as folder:
        alone = Path(folder) / "uv.txt"
        alone.write_text(_requirement("uv", requirements.read_text(encoding="utf-8")))
        uv = [python, "-m", "uv", "--quiet", "--cache-dir", str(Path(folder) / "cache")]
        steps = [
            [*pip, "--no-compile", *hashed, "-r", str(alone)],
            [*uv, "pip", "install", "--python", python, *hashed, "-r", str(requirements)],
        ]
        return all(
            subprocess.run(step, capture_output=True, check=False).returncode == 0 for step in steps
        )


def _requirement(name: str, requirements: str) -> str:
    """The lines of one package, its hashes included, out of a file of pinned requirements."""
    lines = requirements.splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith(f"{name}=="))
    end = start + 1
    while end < len(lines) and lines[end].startswith(" "):
        end += 1
    return "\n".join(lines[start:end]) + "\n"


def keep_bytecode(venv: Path) -> None:
    """Load the program once, so that Python keeps the bytecode of what a start needs.

    Compiling every file of every library would take longer than the installation; without any, each
    start spends half its time on compiling. Where the environment forbids bytecode, only this one
    process does not listen.

    Args:
        venv: Folder of the virtual environment, with everything installed.
    """
    print("Loading the program once …", flush=True)
    load = (
        "import django; django.setup(); "
        "import nhipcau.config.urls, nhipcau.config.cli, nhipcau.config.processes.children"
    )
    with tempfile.TemporaryDirectory() as home:
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("NHIPCAU_", "PYTHONDONTWRITEBYTECODE", "DATABASE_URL"))
        }
        environment |= {
            "DJANGO_SETTINGS_MODULE": "nhipcau.config.settings.base",
            "NHIPCAU_HOME": home,
        }
        # What goes wrong here is said better by the command that is run next.
        subprocess.run([str(venv / "bin" / "python"), "-c", load], env=environment, check=False)


if __name__ == "__main__":
    if sys.version_info < OLDEST_PYTHON:
        fail("Python 3.11 or newer is needed. Name it with: make PYTHON=python3.11 …")
    create(Path(sys.argv[1]))
    install(Path(sys.argv[1]), Path(sys.argv[2]))
    keep_bytecode(Path(sys.argv[1]))
