"""What the commands of exchange print."""

import json
from dataclasses import asdict

from django.core.management.base import OutputWrapper
from django.utils.translation import gettext

from nhipcau.translation.types import ImportReport


def print_report(report: ImportReport, *, as_json: bool, stdout: OutputWrapper) -> None:
    """Print an import's outcome.

    Args:
        report: The outcome.
        as_json: One JSON object instead of sentences.
        stdout: The command's standard output.
    """
    if as_json:
        stdout.write(json.dumps(asdict(report), ensure_ascii=False))
        return
    if report.is_dry_run:
        stdout.write(gettext("Rehearsal: nothing was written."))
    stdout.write(
        gettext("%(format)s: %(read)s read, %(added)s added, %(known)s known already.")
        % {
            "format": report.format,
            "read": report.read,
            "added": report.added,
            "known": report.known,
        }
    )
    for title, lines in (
        (gettext("Conflicts, not written:"), report.conflicts),
        (gettext("Not usable:"), report.refused),
    ):
        if lines:
            stdout.write(title)
            for line in lines:
                stdout.write(f"  {line}")
