"""``nhipcau plan import FILE``: bring in a plan that was written in Word or Excel."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from nhipcau.accounts.types import SYSTEM
from nhipcau.agencies.models import Agency
from nhipcau.agencies.selectors import site_publisher
from nhipcau.common.clock import now
from nhipcau.common.exceptions import DomainError
from nhipcau.programme.plan_import.exceptions import TooLarge
from nhipcau.programme.plan_import.matching import NameMatch
from nhipcau.programme.plan_import.package import MAXIMUM_BYTES
from nhipcau.programme.plan_import.reading import read_plan
from nhipcau.programme.plan_import.services import (
    Decision,
    decisions_for_rest,
    import_plan,
    match_names,
)
from nhipcau.programme.plan_import.types import ReadPlan

_WIDTH_WITHOUT_SCREEN = 160


class Command(BaseCommand):
    help = "Import a plan with its tasks from DOCX or XLSX."
    requires_system_checks: list[str] = []

    @property
    def prepares_database(self) -> bool:
        """Whether the command needs the database: a dry run answers before any exists."""
        return "--dry-run" not in sys.argv

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        importing = actions.add_parser("import", help="Read a plan file and write it to a draft.")
        importing.add_argument("file", type=Path, help="The plan, DOCX or XLSX.")
        importing.add_argument(
            "--dry-run", action="store_true", help="Show what was understood and change nothing."
        )
        importing.add_argument(
            "--json", action="store_true", help="Print one JSON object on standard output."
        )
        importing.add_argument(
            "--issuer", help="Code of the issuing body (default: the publisher)."
        )
        importing.add_argument("--title", default="", help="Title of a new plan.")
        importing.add_argument(
            "--match", action="append", default=[], metavar="NAME=CODE",
            help="The agency with this code is meant by this name.",
        )  # fmt: skip
        importing.add_argument(
            "--create", action="append", default=[], metavar="NAME",
            help="Make a new agency of this name.",
        )  # fmt: skip
        importing.add_argument(
            "--leave-out", action="append", default=[], metavar="NAME",
            help="This name is no agency, such as “các sở, ban, ngành”.",
        )  # fmt: skip
        importing.add_argument(
            "--create-rest", action="store_true",
            help="For all other unknown names: make new agencies, and only note general phrases.",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        plan = self._read(options["file"])
        if options["dry_run"]:
            if options["json"]:
                self._print(plan.as_json())
            else:
                show(plan, Console(file=sys.stdout, width=_width()))
            return
        self._import(plan, options)

    def _print(self, answer: dict[str, Any]) -> None:
        json.dump(answer, sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")

    def _read(self, path: Path) -> ReadPlan:
        try:
            if path.stat().st_size > MAXIMUM_BYTES:
                raise TooLarge
            return read_plan(path.read_bytes())
        except FileNotFoundError as error:
            raise CommandError(_("There is no file %(path)s.") % {"path": path}) from error
        except OSError as error:
            raise CommandError(
                _("The file %(path)s cannot be opened: %(reason)s.")
                % {"path": path, "reason": error.strerror}
            ) from error
        except DomainError as error:
            raise CommandError(f"{path.name}: {error.message}") from error

    def _import(self, plan: ReadPlan, options: dict[str, Any]) -> None:
        try:
            issuer = self._agency(options["issuer"]) if options["issuer"] else site_publisher()
            matches = match_names(plan)
            rest = decisions_for_rest(matches) if options.get("create_rest") else {}
            decisions = rest | self._decisions(options)
            undecided = [
                match
                for match in matches
                if match.agency_id is None and match.name not in decisions
            ]
            if undecided:
                raise CommandError(question(undecided))
            result = import_plan(
                actor=SYSTEM, plan=plan, issuer=issuer, now=now(), decisions=decisions,
                title=options["title"],
            )  # fmt: skip
        except DomainError as error:
            raise CommandError(str(error.message)) from error
        answer = {
            "plan": result.version.plan.title,
            "version": result.version.sequence,
            "created": len(result.created),
            "changed": len(result.changed),
            "unchanged": result.unchanged,
            "not_in_file": result.not_in_file,
            "new_agencies": result.new_agencies,
            "doubts": sum(1 for task in plan.tasks if task.doubts),
            "notes": [{"task": text, "note": note} for text, note in result.notes],
        }
        if options["json"]:
            self._print(answer)
            return
        self.stdout.write(
            _("%(plan)s: tasks added: %(created)d, changed: %(changed)d, as before: %(unchanged)d.")
            % answer
        )
        for text, note in result.notes:
            self.stdout.write(
                _("To settle by hand in “%(text)s”: %(note)s") % {"text": text, "note": note}
            )
        for text in result.not_in_file:
            self.stdout.write(_("Not in the file, left as it was: %(text)s") % {"text": text})

    def _agency(self, code: str) -> Agency:
        agency = Agency.objects.filter(code=code).first()
        if agency is None:
            raise CommandError(_("There is no agency with the code %(code)s.") % {"code": code})
        return agency

    def _decisions(self, options: dict[str, Any]) -> dict[str, Decision]:
        decisions = {name: Decision(create=True) for name in options["create"]}
        decisions |= {name: Decision(leave_out=True) for name in options["leave_out"]}
        for pair in options["match"]:
            name, mark, code = pair.rpartition("=")
            if not mark or not name:
                raise CommandError(
                    _("Write --match as NAME=CODE, not as %(pair)s.") % {"pair": pair}
                )
            decisions[name] = Decision(agency_id=self._agency(code).pk)
        return decisions


def question(undecided: list[NameMatch]) -> str:
    """What to ask a person about names that mean no single agency.

    Args:
        undecided: The names.
    """
    agencies = Agency.objects.prefetch_related("names").in_bulk(
        {key for match in undecided for key in match.suggestions}
    )
    lines = [
        ngettext(
            "%(count)d name means no single agency. Nothing was changed. For each name add "
            "--match, --create or --leave-out, or --create-rest for all:",
            "%(count)d names mean no single agency. Nothing was changed. For each name add "
            "--match, --create or --leave-out, or --create-rest for all:",
            len(undecided),
        )
        % {"count": len(undecided)}
    ]
    for match in undecided:
        near = ", ".join(f"{agencies[key].code} ({agencies[key]})" for key in match.suggestions)
        lines.append(f"- {match.name}" + (f" → {near}" if near else ""))
    return "\n".join(lines)


def _width() -> int | None:
    return None if sys.stdout.isatty() else _WIDTH_WITHOUT_SCREEN


def show(plan: ReadPlan, console: Console) -> None:
    """Print a plan as a table for people.

    Args:
        plan: What was understood.
        console: Where to print.
    """
    console.print(
        ngettext(
            "Plan %(number)s, year %(year)s: %(count)d task.",
            "Plan %(number)s, year %(year)s: %(count)d tasks.",
            len(plan.tasks),
        )
        % {
            "number": plan.number or "…",
            "year": plan.year or "…",
            "count": len(plan.tasks),
        }
    )
    table = Table(show_lines=True)
    for heading in (
        _("No."), pgettext("programme", "Group"), pgettext("programme", "Task"), _("Lead agency"),
        _("Coordinating agencies"), _("Time"), _("To check"),
    ):  # fmt: skip
        table.add_column(heading, overflow="fold")
    for task in plan.tasks:
        days = [f"{day:%d/%m/%Y}" if day else "…" for day in (task.start, task.due)]
        cells = (
            task.number, task.group, task.text, task.lead, "\n".join(task.coordinators),
            " – ".join(days), "\n".join(task.doubts),
        )  # fmt: skip
        table.add_row(*(escape(cell) for cell in cells), style="yellow" if task.doubts else None)
    console.print(table)
    if plan.not_understood:
        console.print(_("Not understood or left out:"))
        for sentence in plan.not_understood:
            console.print(f"- {sentence}", markup=False)
