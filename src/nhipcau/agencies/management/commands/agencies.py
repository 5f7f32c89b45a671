"""``nhipcau agencies import FILE``: agencies or places from a spreadsheet."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from nhipcau.agencies.exceptions import UnreadableSheet
from nhipcau.agencies.services.kinds import KINDS
from nhipcau.agencies.services.reading import read_sheet


class Command(BaseCommand):
    """Read a spreadsheet and create or complete what it names."""

    help = "Bring agencies, places, offices or focal points in from an XLSX file."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        brought_in = actions.add_parser("import", help="Read an XLSX file.")
        brought_in.add_argument("file", type=Path)
        brought_in.add_argument("--what", choices=list(KINDS), default="agencies")
        brought_in.add_argument("--dry-run", action="store_true", help="Write nothing.")
        brought_in.add_argument("--json", action="store_true", help="One JSON object as answer.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            kind = KINDS[options["what"]]
            rows = read_sheet(options["file"].read_bytes(), kind.columns, kind.needed)
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}") from error
        except UnreadableSheet as error:
            raise CommandError(f"{options['file']}: {error.message}") from error
        outcome = kind.bring_in(rows=rows, actor=None, dry_run=options["dry_run"])
        if options["json"]:
            self.stdout.write(json.dumps(asdict(outcome), ensure_ascii=False))
        else:
            self.stdout.write(
                f"{len(outcome.created)} created, {len(outcome.changed)} changed, "
                f"{len(outcome.unchanged)} unchanged, {len(outcome.problems)} not understood."
            )
            for number, text in outcome.problems:
                self.stdout.write(f"  row {number}: {text}")
        if outcome.problems:
            raise CommandError("Some rows were left alone; see above.")
