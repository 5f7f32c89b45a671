"""``nhipcau terms import|export FILE``: official terms in CSV or TBX."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from nhipcau.common.clock import now
from nhipcau.common.exceptions import DomainError
from nhipcau.translation.management.reporting import print_report
from nhipcau.translation.models import Term
from nhipcau.translation.services.exchange.terms import (
    export_terms,
    import_terms,
    load_starter_terms,
)


class Command(BaseCommand):
    help = "Bring official terms in from CSV or TBX, write them out, or load the starter list."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        bring = actions.add_parser("import", help="terms from a .csv or .tbx file")
        bring.add_argument("file", type=Path)
        bring.add_argument(
            "--approve",
            action="store_true",
            help="make them official at once, except rows whose source says “verify”",
        )
        bring.add_argument("--dry-run", action="store_true", help="report only, write nothing")
        write = actions.add_parser("export", help="approved terms to a .csv or .tbx file")
        write.add_argument("file", type=Path)
        write.add_argument("--all", action="store_true", help="proposals and rejections too")
        starter = actions.add_parser("starter", help="load the starter list of the program")
        for action in (bring, write, starter):
            action.add_argument("--json", action="store_true", help="one JSON object on stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["action"] == "export":
                self._export(options)
                return
            if options["action"] == "starter":
                report = load_starter_terms(now=now())
            else:
                report = import_terms(
                    path=options["file"],
                    actor=None,
                    now=now(),
                    approve=options["approve"],
                    dry_run=options["dry_run"],
                )
        except (DomainError, OSError) as error:
            raise CommandError(str(error)) from error
        print_report(report, as_json=options["json"], stdout=self.stdout)

    def _export(self, options: dict[str, Any]) -> None:
        terms = Term.objects.all() if options["all"] else Term.objects.approved()
        path: Path = options["file"]
        with path.open("wb") as file:
            written = export_terms(
                file=file,
                format=path.suffix.lower().lstrip("."),
                terms=terms.prefetch_related("wordings"),
            )
        if options["json"]:
            self.stdout.write(json.dumps({"written": written, "file": str(path)}))
        else:
            self.stdout.write(f"{written} → {path}")
