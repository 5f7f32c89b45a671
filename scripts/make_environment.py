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

    Args:
        venv: Folder of the virtual environment.
        requirements: A file made by ``make lock``.
    """
    pip = [str(venv / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
    print(f"Installing {requirements} (once; about a minute) …", flush=True)
    hashed = ["--no-deps", "--require-hashes", "--only-binary=:all:", "--no-compile"]
    steps = [
        [*pip, "install", "--quiet", "--progress-bar=on", *hashed, "-r", str(requirements)],
        [*pip, "install", "--quiet", "--no-deps", "--no-build-isolation", "-e", "."],
    ]
    for step in steps:
        if subprocess.run(step, check=False).returncode:
            fail(
                "a dependency could not be installed. Check the network connection and the free "
                "space on the disk, then run the command again; finished steps are kept."
            )


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
