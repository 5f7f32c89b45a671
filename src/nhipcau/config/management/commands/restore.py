"""``nhipcau restore FILE``."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from rich.console import Console

from nhipcau.config.backup.exceptions import BackupError
from nhipcau.config.backup.restoring import restore_backup


class Command(BaseCommand):
    help = "Put the site back as it was when a backup was made, all of it or nothing."
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="made by `nhipcau backup`")
        parser.add_argument(
            "--replace", action="store_true", help="replace the site that is here already"
        )
        parser.add_argument(
            "--tombstones",
            type=Path,
            metavar="FILE",
            help="list of purges, such as tombstones.jsonl of the site's former home folder",
        )
        parser.add_argument("--json", action="store_true", help="one JSON object on stdout")

    def handle(self, *, file: Path, replace: bool, **options: Any) -> None:
        with Console(stderr=True).status("restore") as status:
            try:
                rows = restore_backup(
                    path=file.resolve(),
                    is_replacing=replace,
                    tombstone_file=options["tombstones"],
                    on_step=lambda step: status.update(f"restore: {step}"),
                )
            except BackupError as error:
                raise CommandError(str(error)) from error
            except (DatabaseError, OSError) as error:
                raise CommandError(f"Nothing was restored: {error}") from error
        if options["json"]:
            self.stdout.write(json.dumps({"rows": sum(rows.values()), "tables": rows}))
        else:
            self.stdout.write(
                f"{sum(rows.values())} rows restored. Start the site with `nhipcau serve`; "
                "it renders all public pages again."
            )
