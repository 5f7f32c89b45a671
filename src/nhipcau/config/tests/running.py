"""Running the ``nhipcau`` command as an operator does: in a home folder, as a process."""

import os
import subprocess
import sys
from pathlib import Path

# Ends what hangs; a busy machine may take its time.
PATIENCE_SECONDS = 900
SOURCE = Path(__file__).resolve().parents[3]


def environment(home: Path, database: str = "") -> dict[str, str]:
    """Environment of a site in a folder.

    Args:
        home: Its home folder.
        database: ``DATABASE_URL``; SQLite in the home folder when empty.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NHIPCAU")}
    return kept | {
        "NHIPCAU_HOME": str(home),
        "DATABASE_URL": database,
        "PYTHONPATH": f"{SOURCE}{os.pathsep}{SOURCE.parent}",
        "PYTHONWARNINGS": "ignore",
        "NHIPCAU_LOG_LEVEL": "INFO",
        "DJANGO_SETTINGS_MODULE": "nhipcau.config.settings.base",
    }


def command(*words: str) -> list[str]:
    """Command line of the program."""
    return [sys.executable, "-m", "nhipcau", *words]


def run(home: Path, *words: str, database: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        command(*words),
        env=environment(home, database),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
