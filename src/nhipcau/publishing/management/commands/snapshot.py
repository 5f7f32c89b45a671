"""``nhipcau snapshot rebuild|verify``."""

import argparse
import json
import os
import time
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from nhipcau.common import clock
from nhipcau.publishing.selectors import failing_addresses
from nhipcau.publishing.services import (
    program_fingerprint,
    rebuild,
    remember_release,
    renderer_lock,
    verify,
)
from nhipcau.publishing.services.bulk import map_little
from nhipcau.publishing.services.everything import enqueue_everything
from nhipcau.publishing.services.snapshot import unfinished_rebuild
from nhipcau.publishing.services.waking import wake

SHOWN = 20


class Command(BaseCommand):
    help = "Rebuild all public pages, or compare the stored ones with a fresh rendering."
    prepares_database = True
    prepares_static_files = True

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object on stdout")
        actions = parser.add_subparsers(dest="action", required=True)
        build = actions.add_parser("rebuild", help="render every public page again")
        build.add_argument(
            "--processes",
            type=int,
            default=os.cpu_count() or 1,
            help="how many render at once (default: one a core)",
        )
        build.add_argument(
            "--resume", action="store_true", help="only finish an interrupted rebuild"
        )
        build.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
        check = actions.add_parser("verify", help="compare the store with a fresh rendering")
        check.add_argument("--json", action="store_true", default=argparse.SUPPRESS)

    def handle(self, *, action: str, **options: Any) -> None:
        began = time.monotonic()
        report = self._rebuild(options) if action == "rebuild" else self._verify()
        report["seconds"] = round(time.monotonic() - began, 2)
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False))
        if not report["ok"]:
            raise CommandError(str(report["sentence"]))
        if not options["json"]:
            self.stdout.write(str(report["sentence"]))

    def _rebuild(self, options: dict[str, Any]) -> dict[str, Any]:
        if options["processes"] < 1:
            raise CommandError("--processes must be at least 1.")
        map_little()
        with renderer_lock() as is_ours, Bar("rebuild") as bar:
            remember_release(fingerprint=program_fingerprint(), now=clock.now())
            if is_ours:
                try:
                    done = rebuild(
                        now=clock.now,
                        processes=options["processes"],
                        is_resumed=options["resume"],
                        on_total=bar.total,
                        on_progress=bar.advance,
                    )
                except BrokenProcessPool as error:
                    raise CommandError(
                        "A rendering process was killed. What is done is done; finish with: "
                        "nhipcau snapshot rebuild --resume"
                    ) from error
            else:
                done = self._watch(bar, is_resumed=options["resume"])
        failed = list(failing_addresses().values_list("address", "last_error"))
        return {
            "ok": not failed,
            "rendered": done,
            "failed": [{"address": address, "error": error} for address, error in failed],
            "sentence": f"{done} pages rendered."
            if not failed
            else f"{len(failed)} pages could not be rendered: {_some(failed)}",
        }

    def _watch(self, bar: "Bar", *, is_resumed: bool) -> int:
        """Let the running renderer do it and show how far it is."""
        total = unfinished_rebuild().count()
        if not is_resumed:
            total = enqueue_everything(now=clock.now())
        wake()
        bar.total(total)
        left = total
        while left:
            time.sleep(0.3)
            now_left = unfinished_rebuild().filter(attempts=0).count()
            bar.advance(left - now_left)
            left = now_left
        return total

    def _verify(self) -> dict[str, Any]:
        with Bar("verify") as bar:
            result = verify(now=clock.now(), on_total=bar.total, on_progress=bar.advance)
        waiting = f" {result.waiting} pages still wait for the renderer." if result.waiting else ""
        return {
            "ok": not result.differences,
            "compared": result.compared,
            "waiting": result.waiting,
            "differences": [
                {"address": address, "what": what} for address, what in result.differences
            ],
            "sentence": f"{result.compared} pages compared, no difference.{waiting}"
            if not result.differences
            else f"{len(result.differences)} differences: {_some(result.differences)}.{waiting} "
            "Mend them with: nhipcau snapshot rebuild",
        }


class Bar:
    """A progress bar on standard error that starts with the work.

    It has a thread of its own, so it is not started before the first page is done: processes
    are forked only before that.
    """

    def __init__(self, title: str) -> None:
        self._title = title
        self._total = 0
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
        )
        self._task: Any = None

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, *exception: object) -> None:
        self._progress.stop()

    def total(self, count: int) -> None:
        """Say how many there are."""
        self._total = count

    def advance(self, count: int) -> None:
        """Say how many more are done."""
        if self._task is None:
            self._progress.start()
            self._task = self._progress.add_task(self._title, total=self._total)
        self._progress.advance(self._task, count)


def _some(pairs: list[tuple[str, str]]) -> str:
    shown = "; ".join(f"{address} ({what})" for address, what in pairs[:SHOWN])
    return shown + (" …" if len(pairs) > SHOWN else "")
