"""``nhipcau ingest``: bring in stories from files and folders."""

import logging
import sys
from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from nhipcau.common.clock import now
from nhipcau.common.exceptions import DomainError
from nhipcau.newsroom.enums import Republication
from nhipcau.newsroom.ingest.registry import Item
from nhipcau.newsroom.ingest.run import Report, run
from nhipcau.newsroom.ingest.sources import find_sources
from nhipcau.newsroom.services.ingest import (
    IngestChoices,
    agency_by_code,
    ingest_story,
    plan_story,
    site_language,
)

# From this many new stories on, the database's statistics are worth renewing.
ANALYZE_FROM = 200


class Command(BaseCommand):
    help = (
        "Bring in stories from text, HTML, Word, ninjs, JSON Lines, NewsML-G2, folders and ZIP "
        "archives. They become drafts. Bringing in the same again changes nothing."
    )
    #: `nhipcau` makes the embedded database first when there is none.
    prepares_database = True

    def create_parser(self, *args: Any, **kwargs: Any) -> CommandParser:
        return super().create_parser(*args, formatter_class=RawDescriptionHelpFormatter, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--json", action="store_true", dest="as_json", help="report as JSON")
        parser.add_argument("--dry-run", action="store_true", help="store nothing, only report")
        parser.add_argument(
            "--publish",
            action="store_true",
            help="publish with the source's date; the right to republish must be settled",
        )
        parser.add_argument("--language", default="vi", help="of items that do not say theirs")
        parser.add_argument("--publisher", metavar="CODE", help="code of the publishing agency")
        parser.add_argument(
            "--republication",
            choices=Republication.values,
            help="the right to republish; `own` when --publisher is given, else `unclear`",
        )

    def handle(self, *, paths: list[Path], as_json: bool, dry_run: bool, **options: Any) -> None:
        try:
            choices = self._choices(options)
        except DomainError as error:
            raise CommandError(str(error.message)) from error

        def store(item: Item) -> dict[str, Any]:
            return self._store(item, choices, dry_run=dry_run)

        report = Report()
        console = Console(stderr=True)
        # One line for every page would tear the progress bar and repeat headlines in the log.
        wagtail_log = logging.getLogger("wagtail")
        level = wagtail_log.level
        wagtail_log.setLevel(logging.WARNING)
        try:
            self._run_with_progress(paths, store, report, console)
        except KeyboardInterrupt:
            console.print(_("Stopped. Run the same command again to bring in the rest."))
            self._tell(report, as_json=as_json, dry_run=dry_run)
            raise SystemExit(130) from None
        finally:
            wagtail_log.setLevel(level)
        if report.counts["created"] >= ANALYZE_FROM and not dry_run:
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        self._tell(report, as_json=as_json, dry_run=dry_run)
        if report.failed or report.unpublished:
            raise CommandError(
                _(
                    "%(failed)d could not be brought in, %(unpublished)d could not be published. "
                    "Mend what the reasons say and run the same command again; what is done "
                    "stays done."
                )
                % {"failed": len(report.failed), "unpublished": len(report.unpublished)}
            )

    def _choices(self, options: dict[str, Any]) -> IngestChoices:
        """What holds for everything brought in by this call."""
        publisher = agency_by_code(options["publisher"]) if options["publisher"] else None
        default = Republication.OWN if publisher else Republication.UNCLEAR
        return IngestChoices(
            language=site_language(options["language"]),
            publisher=publisher,
            republication=options["republication"] or default,
            publish=options["publish"],
        )

    def _run_with_progress(
        self, paths: list[Path], store: Any, report: Report, console: Console
    ) -> None:
        """Bring everything in with a bar on standard error."""
        total = sum(1 for _source in find_sources(paths))
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=console, transient=True) as progress:
            task = progress.add_task(_("Bringing in"), total=total)
            run(
                find_sources(paths),
                store=store,
                report=report,
                on_source=lambda source: progress.advance(task),
            )

    def _store(self, item: Item, choices: IngestChoices, *, dry_run: bool) -> dict[str, Any]:
        """Store one story, or say what storing it would do."""
        assert item.story is not None  # noqa: S101 - failures never come here
        if dry_run:
            language = site_language(item.story.language or choices.language)
            return {"outcome": plan_story(item.story, item.key, language).value}
        done = ingest_story(story=item.story, key=item.key, actor=None, choices=choices, now=now())
        facts: dict[str, Any] = {
            "outcome": done.outcome.value,
            "id": done.page.work.short_id,
            "address": done.page.address,
            "is_published": done.page.live,
            "notes": [str(note) for note in done.notes],
        }
        if choices.publish and not done.page.live:
            facts["not_published"] = facts["notes"]
        return facts

    def _tell(self, report: Report, *, as_json: bool, dry_run: bool) -> None:
        """Print the report on standard output."""
        if as_json:
            report.write_json(self.stdout._out)
            return
        console = Console(file=sys.stdout if self.stdout._out is sys.stdout else self.stdout._out)
        if dry_run:
            console.print(_("Nothing was stored: this was a dry run."))
        console.print(
            _("New: %(created)d · changed: %(updated)d · unchanged: %(unchanged)d") % report.counts
            + " · "
            + _("failed: %(failed)d") % {"failed": len(report.failed)}
        )
        table = Table(show_header=True, box=None)
        for title in (_("File"), _("To be looked at")):
            table.add_column(title, overflow="fold")
        for failure in [*report.failed, *report.unpublished]:
            table.add_row(failure["source"], failure["reason"])
        for story in report.stories():
            doubts = [doubt["what"] for doubt in story["not_understood"]]
            if doubts or story.get("notes"):
                table.add_row(story["source"], "\n".join([*doubts, *story.get("notes", [])]))
        if table.row_count:
            console.print(table)
