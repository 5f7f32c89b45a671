"""Make the ready-made empty database again, from the migrations. Called by ``make schema``."""

import os
import tempfile
from pathlib import Path


def main() -> None:
    """Migrate a database in a folder of its own and keep it in the package."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {
            "NHIPCAU_HOME": home,
            "DJANGO_SETTINGS_MODULE": "nhipcau.config.settings.base",
        }
        os.environ.pop("DATABASE_URL", None)
        import django
        from django.core.management import call_command
        from django.db import connection

        from nhipcau.config import empty_database

        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        connection.close()
        size_bytes = empty_database.keep(Path(connection.settings_dict["NAME"]))
    print(f"The empty database was made again: {size_bytes / 1024:.0f} KB")


if __name__ == "__main__":
    main()
