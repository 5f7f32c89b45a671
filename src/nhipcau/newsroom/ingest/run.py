"""An import from beginning to end: every item on its own, so that one failure stops nothing."""

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import Any, TextIO

from nhipcau.newsroom.ingest.exceptions import reason
from nhipcau.newsroom.ingest.registry import Item, read_source
from nhipcau.newsroom.ingest.sources import Source

logger = logging.getLogger(__name__)
SPOOL_BYTES = 4_000_000


@dataclass
class Report:
    """What became of everything, with the stories kept on disk rather than in memory.

    Attributes:
        counts: Number of stories by outcome.
        failed: Source and reason of each failure.
        unpublished: Source and reason where publication was asked for and not done.
    """

    counts: dict[str, int] = field(
        default_factory=lambda: {"created": 0, "updated": 0, "unchanged": 0}
    )
    failed: list[dict[str, str]] = field(default_factory=list)
    unpublished: list[dict[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._stories = SpooledTemporaryFile(  # noqa: SIM115 - lives as long as the report
            SPOOL_BYTES, mode="w+", encoding="utf-8"
        )

    def add_story(self, story: dict[str, Any]) -> None:
        """Keep one story's part of the report."""
        self._stories.write(json.dumps(story, ensure_ascii=False) + "\n")

    def add_failure(self, source: str, error: Exception) -> None:
        """Keep one failure."""
        self.failed.append({"source": source, "reason": str(reason(error))})

    def stories(self) -> Iterator[dict[str, Any]]:
        """The stories in the order in which they came."""
        self._stories.seek(0)
        for line in self._stories:
            yield json.loads(line)

    def write_json(self, stream: TextIO) -> None:
        """Write the whole report as one JSON object, a story at a time.

        Args:
            stream: Where to.
        """
        head = {**self.counts, "failed": self.failed, "unpublished": self.unpublished}
        stream.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "stories": [')
        self._stories.seek(0)
        for number, line in enumerate(self._stories):
            stream.write((",\n" if number else "\n") + line.rstrip("\n"))
        stream.write("]}\n")


def run(
    sources: Iterable[Source],
    *,
    store: Callable[[Item], dict[str, Any]],
    report: Report,
    on_source: Callable[[Source], None] = lambda source: None,
) -> Report:
    """Read sources and hand every story to be stored.

    Args:
        sources: What to read.
        store: Stores one story (or only plans it); returns ``outcome`` and further facts for the
            report; raises for a story that cannot be stored.
        report: Filled while running, so that it holds what was done when a person interrupts.
        on_source: Called after each source, for progress.

    Returns:
        The same report.
    """
    for source in sources:
        try:
            for item in read_source(source):
                _one(item, store, report)
        except Exception as error:
            # The edge of the batch: whatever is wrong with one file, the others are read.
            _unexpected(source.label, error, report)
        on_source(source)
    return report


def _one(item: Item, store: Callable[[Item], dict[str, Any]], report: Report) -> None:
    """Store one item and note what became of it."""
    if item.story is None:
        report.add_failure(item.source, item.error or Exception())
        return
    try:
        facts = store(item)
    except Exception as error:
        if hasattr(error, "message"):
            report.add_failure(item.source, error)
        else:
            _unexpected(item.source, error, report)
        return
    report.counts[facts["outcome"]] += 1
    if facts.get("not_published"):
        report.unpublished.append(
            {"source": item.source, "reason": " ".join(facts["not_published"])}
        )
    report.add_story({"source": item.source, **facts, **item.story.as_report()})


def _unexpected(label: str, error: Exception, report: Report) -> None:
    """Note a failure nobody foresaw; its text may hold the story, so the log gets its kind."""
    logger.error(
        "An item could not be brought in.",
        extra={"event": "ingest_failed", "source": label, "kind": type(error).__name__},
    )
    report.add_failure(label, error)
