"""``nhipcau check``: configuration, security and data, in plain words."""

import json
from pathlib import Path
from typing import Any

from django.core.management import CommandError, CommandParser
from django.core.management.commands import check as django_check
from django.utils import translation
from django.utils.translation import gettext as _
from rich.console import Console

from nhipcau.common.clock import now
from nhipcau.common.health import Finding, Severity, registry

COLOURS = {Severity.PROBLEM: "red", Severity.NOTE: "yellow"}


class Command(django_check.Command):
    """Django's command of that name when Django calls it, ours when a person does."""

    help = "Look at configuration, security and data, and say what is wrong."
    is_for_people = False

    def run_from_argv(self, argv: list[str]) -> None:
        self.is_for_people = Path(argv[0]).name == "nhipcau"
        super().run_from_argv(argv)

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--json", action="store_true", help="One JSON object on stdout.")
        parser.add_argument(
            "--language", choices=["vi", "en"], default="vi", help="Language of the answer."
        )

    def handle(self, *app_labels: Any, **options: Any) -> None:
        if not self.is_for_people:
            super().handle(*app_labels, **options)
            return
        with translation.override(options["language"]):
            results = list(registry.findings(now()))
            if options["json"]:
                self.stdout.write(json.dumps(as_data(results), ensure_ascii=False, indent=1))
            else:
                show(results)
            problems = [
                finding
                for _name, findings in results
                for finding in findings
                if finding.severity is Severity.PROBLEM
            ]
            if problems:
                raise CommandError(
                    _("Problems found: %(count)d.") % {"count": len(problems)}, returncode=1
                )


def as_data(results: list[tuple[str, list[Finding]]]) -> dict[str, Any]:
    """The results as JSON-ready values."""
    findings = [
        {
            "check": name,
            "code": finding.code,
            "severity": finding.severity.value,
            "message": finding.message,
            "hint": finding.hint,
        }
        for name, found in results
        for finding in found
    ]
    return {
        "ok": all(finding["severity"] != Severity.PROBLEM for finding in findings),
        "checks": [name for name, _found in results],
        "findings": findings,
    }


def show(results: list[tuple[str, list[Finding]]]) -> None:
    """Write the results for a person."""
    console = Console(highlight=False, soft_wrap=True)
    for name, findings in results:
        if not findings:
            console.print(f"[green]✓[/green] {name}")
        for finding in findings:
            console.print(f"[{COLOURS[finding.severity]}]✗[/] {name}: ", end="")
            console.print(finding.message, markup=False)
            if finding.hint:
                console.print(f"  → {finding.hint}", markup=False)
