"""``nhipcau memory import|export FILE``: translation memory in TMX, XLIFF, PO or CSV."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext

from nhipcau.common.clock import now
from nhipcau.common.exceptions import DomainError
from nhipcau.translation.management.reporting import print_report
from nhipcau.translation.services.exchange.memory import export_memory, import_memory
from nhipcau.translation.services.memory_index import rebuild_index


class Command(BaseCommand):
    help = "Bring translations into the memory, write them out, or rebuild its index."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        bring = actions.add_parser("import", help="pairs from .tmx, .xlf, .xliff, .po or .csv")
        write = actions.add_parser(
            "export", help="pairs to .tmx, .xlf (XLIFF 1.2), .xliff (XLIFF 2.1), .po or .csv"
        )
        for action in (bring, write):
            action.add_argument("file", type=Path)
            action.add_argument("--source", default="vi", help="language of the source texts")
            action.add_argument("--target", default="en", help="language of the translations")
        bring.add_argument("--name", default="", help="name of the origin; the file's by default")
        bring.add_argument("--domain", default="", help="field of use")
        bring.add_argument("--note", default="", help="remarks, such as the licence")
        bring.add_argument("--dry-run", action="store_true", help="report only, write nothing")
        index = actions.add_parser("reindex", help="compute the index of the memory again")
        for action in (bring, write, index):
            action.add_argument("--json", action="store_true", help="one JSON object on stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            getattr(self, f"_{options['action']}")(options)
        except (DomainError, OSError) as error:
            raise CommandError(str(error)) from error

    def _import(self, options: dict[str, Any]) -> None:
        report = import_memory(
            path=options["file"],
            source_language=options["source"],
            target_language=options["target"],
            actor=None,
            now=now(),
            name=options["name"],
            domain=options["domain"],
            note=options["note"],
            dry_run=options["dry_run"],
        )
        print_report(report, as_json=options["json"], stdout=self.stdout)

    def _export(self, options: dict[str, Any]) -> None:
        path: Path = options["file"]
        with path.open("wb") as file:
            written = export_memory(
                file=file,
                format=path.suffix.lower().lstrip("."),
                source_language=options["source"],
                target_language=options["target"],
            )
        if options["json"]:
            self.stdout.write(json.dumps({"written": written, "file": str(path)}))
        else:
            self.stdout.write(f"{written} → {path}")

    def _reindex(self, options: dict[str, Any]) -> None:
        done = rebuild_index(now=now())
        if options["json"]:
            self.stdout.write(json.dumps({"segments": done}))
        else:
            self.stdout.write(gettext("Segments indexed again: %(number)s.") % {"number": done})
