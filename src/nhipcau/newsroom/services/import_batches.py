"""Uploaded batches: what they would do, and doing it a piece at a time."""

import shutil
from collections.abc import Collection
from datetime import datetime
from itertools import islice
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from nhipcau.accounts.models import User
from nhipcau.newsroom.ingest.batches import Batch, root
from nhipcau.newsroom.ingest.registry import Item
from nhipcau.newsroom.ingest.run import Report, run
from nhipcau.newsroom.services.ingest import (
    IngestChoices,
    Outcome,
    agency_by_code,
    ingest_story,
    plan_story,
    site_language,
)

#: Sources brought in by one request, so that none runs long.
STEP = 10


def review(*, batch: Batch, refused: list[dict[str, str]]) -> Batch:
    """Read everything and note what was understood; store no story.

    Args:
        batch: An upload.
        refused: Files that were not kept, with the reason.
    """

    def store(item: Item) -> dict[str, Any]:
        assert item.story is not None  # noqa: S101 - failures never come here
        language = site_language(item.story.language or batch.language)
        return {"outcome": plan_story(item.story, _key(item), language).value}

    report = run(batch.sources(), store=store, report=Report())
    batch.rows = [_row(story) for story in report.stories()]
    batch.failed = [*refused, *report.failed]
    batch.save()
    return batch


def leave_out(*, batch: Batch, taken: Collection[str]) -> Batch:
    """Note which stories the person does not want; before the first step only.

    Args:
        batch: A reviewed upload.
        taken: Sources of the stories that are wanted.
    """
    if not batch.is_confirmed:
        batch.left_out = [row["source"] for row in batch.rows if row["source"] not in taken]
    return batch


def advance(*, batch: Batch, actor: User, now: datetime) -> Batch:
    """Bring in the next pieces of a batch.

    Bringing in is idempotent, so a step that was interrupted is simply done again.

    Args:
        batch: A reviewed upload; the first call confirms it.
        actor: Who brings it in.
        now: The moment.
    """
    if not batch.is_confirmed:
        batch.is_confirmed, batch.done = True, 0
        refused = {row["source"] for row in batch.rows}
        batch.failed = [one for one in batch.failed if one["source"] not in refused]
        batch.rows = []
    choices = IngestChoices(
        language=batch.language,
        publisher=agency_by_code(batch.publisher_code) if batch.publisher_code else None,
        republication=batch.republication,
    )

    def store(item: Item) -> dict[str, Any]:
        assert item.story is not None  # noqa: S101 - failures never come here
        if item.source in batch.left_out:
            return {"outcome": Outcome.UNCHANGED.value, "is_left_out": True, "notes": []}
        done = ingest_story(story=item.story, key=_key(item), actor=actor, choices=choices, now=now)
        return {
            "outcome": done.outcome.value,
            "page_id": done.page.pk,
            "notes": [str(note) for note in done.notes],
        }

    known = {(one["source"], one["reason"]) for one in batch.failed}
    report = run(
        islice(batch.sources(), batch.done, batch.done + STEP), store=store, report=Report()
    )
    batch.rows += [_row(story) for story in report.stories()]
    batch.failed += [one for one in report.failed if (one["source"], one["reason"]) not in known]
    batch.done = min(batch.done + STEP, batch.total)
    batch.save()
    if batch.is_finished:
        batch.remove_files()
    return batch


def discard_uploads() -> None:
    """Remove everything that was uploaded and not brought in yet, whoever's it is."""
    shutil.rmtree(root(), ignore_errors=True)


def _key(item: Item) -> str:
    """The item's own identifier; names of uploaded files say nothing lasting."""
    return item.key if item.key.startswith("id:") else ""


def _row(story: dict[str, Any]) -> dict[str, Any]:
    """One story's line in the review and the report."""
    labels = {
        Outcome.CREATED: _("new"),
        Outcome.UPDATED: _("changed"),
        Outcome.UNCHANGED: _("unchanged"),
    }
    moment = story["published_at"]
    return {
        "source": story["source"],
        "outcome": story["outcome"],
        "outcome_label": _("left out")
        if story.get("is_left_out")
        else labels[Outcome(story["outcome"])],
        "page_id": story.get("page_id"),
        "headline": story["headline"],
        "published_at": date_format(datetime.fromisoformat(moment), "SHORT_DATETIME_FORMAT")
        if moment
        else "",
        "byline": story["byline"],
        "lead": story["paragraphs"][0] if story["paragraphs"] else "",
        "paragraphs": len(story["paragraphs"]),
        "captions": len(story["captions"]),
        "photos": len(story["photos"]),
        "doubts": [doubt["what"] for doubt in story["not_understood"]] + story.get("notes", []),
    }
