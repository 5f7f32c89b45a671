"""Work in progress for the demo, so that each sample person finds something to do."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import User
from nhipcau.newsroom.enums import Origin
from nhipcau.newsroom.models import StoryPage, Work
from nhipcau.newsroom.services.publication import submit_for_approval
from nhipcau.newsroom.services.translation import start_translation, submit_translation
from nhipcau.newsroom.services.works import create_work
from nhipcau.translation.services import localize
from nhipcau.translation.services.comments import add_comment
from nhipcau.web import sample
from nhipcau.web.models import ErrorReport
from nhipcau.web.services.sample import BYLINES

_DESK = Path(sample.__file__).resolve().parent / "desk.json"


@transaction.atomic
def load_work_in_progress(*, people: Mapping[Role, User], now: datetime) -> None:
    """Write drafts, translations that are under way and a reader's report.

    A draft of the reporter's, one that waits for the editor, a translation half done with a
    question to colleagues, one that waits for the reviser, and a report to be answered. Call it
    after the sample works; where it was called before, everything stays as it is.

    Args:
        people: The sample person of each role.
        now: Moment of loading.
    """
    desk = json.loads(_DESK.read_text())
    if Work.objects.filter(origin_key=f"sample:{desk['drafts'][0]['code']}").exists():
        return
    for draft in desk["drafts"]:
        _draft(draft, people[Role.REPORTER])
    for translation in desk["translations"]:
        _translation(translation, people[Role.TRANSLATOR])
    report = desk["report"]
    story = _version(report["code"], report["language"])
    if story:
        ErrorReport.objects.create(
            address=story.address,
            language=report["language"],
            message=report["message"],
            received_at=now,
        )


def _version(code: str, language: str) -> StoryPage | None:
    """A language version of a sample work."""
    return StoryPage.objects.filter(
        work__origin_key=f"sample:{code}", locale__language_code=language
    ).first()


def _draft(draft: dict[str, Any], reporter: User) -> None:
    page = create_work(
        actor=reporter,
        headline=draft["headline"],
        lead=draft["lead"],
        body=[("paragraph", f"<p>{text}</p>") for text in draft["body"]],
        byline=BYLINES["vi"],
        origin=Origin.SAMPLE,
        origin_key=f"sample:{draft['code']}",
    )
    if draft["is_submitted"]:
        submit_for_approval(page=page, actor=reporter)


def _translation(entry: dict[str, Any], translator: User) -> None:
    source = _version(entry["code"], "vi")
    if source is None:
        return
    target = start_translation(source=source, language="en", actor=translator)
    for segment in localize.segments(target):
        if text := entry["texts"].get(segment.source):
            localize.save_segment(
                target=target,
                segment_id=segment.id,
                text=text,
                actor_id=translator.pk,
                seen_version=segment.version,
            )
        if segment.source == entry.get("comment", {}).get("about"):
            add_comment(
                target=target, segment=segment, actor=translator, text=entry["comment"]["text"]
            )
    if entry["is_submitted"]:
        submit_translation(target=target, actor=translator)
