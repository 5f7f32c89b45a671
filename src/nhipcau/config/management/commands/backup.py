"""``nhipcau backup FILE``."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console

from nhipcau.common import clock
from nhipcau.config.backup.exceptions import BackupError
from nhipcau.config.backup.making import make_backup


class Command(BaseCommand):
    help = "Write everything the site owns into one file, while it runs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="such as nhipcau-2026-03-04.tar.gz")
        parser.add_argument("--replace", action="store_true", help="overwrite an existing file")
        parser.add_argument("--json", action="store_true", help="one JSON object on stdout")

    def handle(self, *, file: Path, replace: bool, **options: Any) -> None:
        with Console(stderr=True).status("backup") as status:
            try:
                made = make_backup(
                    path=file.resolve(),
                    now=clock.now(),
                    is_replacing=replace,
                    on_step=lambda step: status.update(f"backup: {step}"),
                )
            except (BackupError, OSError) as error:
                raise CommandError(str(error)) from error
        rows = sum(made.rows.values())
        if options["json"]:
            report = {
                "file": str(file),
                "rows": rows,
                "tables": made.rows,
                "files": made.files,
                "vanished": made.vanished,
                "size_bytes": made.size_bytes,
            }
            self.stdout.write(json.dumps(report, ensure_ascii=False))
        else:
            self.stdout.write(
                f"{file}: {rows} rows, {made.files} files, {made.size_bytes / 1e6:.1f} MB. "
                "It holds passwords' digests and the signing secret: keep it as safe as the site."
            )
