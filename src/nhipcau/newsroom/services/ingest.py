"""Storing what the readers of :mod:`nhipcau.newsroom.ingest` understood."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from nhipcau.accounts.models import User
from nhipcau.agencies.models import Agency
from nhipcau.common.exceptions import DomainError
from nhipcau.newsroom.enums import Origin, Republication
from nhipcau.newsroom.exceptions import NewsroomError
from nhipcau.newsroom.ingest.types import ParsedStory
from nhipcau.newsroom.models import StoryPage, Work
from nhipcau.newsroom.services.ingest_body import store_body, unkept_photos
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import add_version, create_work


class Outcome(StrEnum):
    """What became of a story."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Ingested:
    """The result of bringing in one story.

    Attributes:
        outcome: What became of it.
        page: Its language version.
        notes: What a person should know: photos left out, why it was not published.
        is_published: Whether it was published now, where that was asked for.
    """

    outcome: Outcome
    page: StoryPage
    notes: Sequence[str | Promise] = field(default=())
    is_published: bool = False


@dataclass(frozen=True)
class IngestChoices:
    """What the person chose for everything that is brought in together.

    Attributes:
        language: BCP 47 code for items that do not say theirs.
        publisher: In whose name; the site's publisher when ``None``.
        republication: Whether we may publish it.
        publish: Publish at once, with the source's date.
    """

    language: str = "vi"
    publisher: Agency | None = None
    republication: str = Republication.UNCLEAR
    publish: bool = False


def site_language(code: str) -> str:
    """The site's own spelling of a language, such as ``vi`` for ``vi-VN``.

    Args:
        code: BCP 47 code in any case.

    Raises:
        NewsroomError: if the site is not published in it.
    """
    known = {language.lower(): language for language in dict(settings.LANGUAGES)}
    wanted = code.replace("_", "-").lower()
    found = known.get(wanted) or known.get(wanted.split("-")[0])
    if found is None:
        raise NewsroomError(
            _(
                "The site has no version in the language “%(language)s”. Add it to "
                "NHIPCAU_LANGUAGES or name another language."
            )
            % {"language": code}
        )
    return found


def find_work(story: ParsedStory, key: str) -> Work | None:
    """The work that a story was brought in as before.

    Args:
        story: As understood.
        key: Stable name of the source item.

    Returns:
        The work with this key, else the one with the same content, else the one with the same
        headline at the same minute; ``None`` for a new story.
    """
    ingested = Work.objects.filter(origin=Origin.INGESTED)
    if key and (work := Work.objects.filter(origin_key=key[:300]).first()):
        return work
    if work := ingested.filter(origin_digest=story.content_digest()).first():
        return work
    if story.published_at is None:
        return None
    return ingested.filter(published_at=story.published_at, versions__title=story.headline).first()


def plan_story(story: ParsedStory, key: str, language: str) -> Outcome:
    """What bringing in a story would do now, without doing it.

    Args:
        story: As understood.
        key: Stable name of the source item.
        language: The site's own spelling of the story's language.
    """
    work, is_translation = _place(story, key)
    version = _version(work, language) if work else None
    return _outcome(work, version, story, key, is_translation=is_translation)


def _place(story: ParsedStory, key: str) -> tuple[Work | None, bool]:
    """The work that a story belongs to, and whether as the translation of another item."""
    if not story.translation_of:
        return find_work(story, key), False
    # Its source may not always have said what it translates.
    if key and (own := Work.objects.filter(origin_key=key[:300]).first()):
        return own, False
    if original := Work.objects.filter(origin_key=_original_key(story)).first():
        return original, True
    return find_work(story, key), False


def _original_key(story: ParsedStory) -> str:
    """The stable name of the item that a translation translates."""
    return f"id:{story.translation_of}"[:300]


def _outcome(
    work: Work | None, version: StoryPage | None, story: ParsedStory, key: str,
    *, is_translation: bool,
) -> Outcome:  # fmt: skip
    """What a story comes to in the work that it belongs to."""
    # A work without a digest is known by its translations only.
    if work is None or (version is None and (is_translation or not work.origin_digest)):
        return Outcome.CREATED
    if version and is_translation:
        return Outcome.UNCHANGED if _is_held(version, story) else Outcome.UPDATED
    return Outcome.UNCHANGED if _is_unchanged(work, story, key) else Outcome.UPDATED


def _is_unchanged(work: Work, story: ParsedStory, key: str) -> bool:
    """Whether a work already took exactly this from this item.

    Two files may hold one story in two wordings. Each is compared with what it held itself, or
    they would overwrite one another whenever the folder is brought in again.
    """
    return bool(work.origin_seen.get(key[:300], work.origin_digest) == story.content_digest())


@transaction.atomic
def ingest_story(
    *,
    story: ParsedStory,
    key: str,
    actor: User | None,
    choices: IngestChoices,
    now: datetime,
) -> Ingested:
    """Bring in a story: as a new draft, as a new revision of its draft, or not at all.

    A changed source never changes a published text: it becomes a draft revision on top of it.

    Args:
        story: What a reader understood.
        key: Stable name of the source item.
        actor: Who brings it in; ``None`` for the program itself.
        choices: What holds for everything brought in together.
        now: The moment.

    Returns:
        What became of it.

    Raises:
        NewsroomError: if the site has no version in the story's language.
        DomainError: if a rule forbids it.
    """
    language = site_language(story.language or choices.language)
    work, is_translation = _place(story, key)
    version = _version(work, language) if work else None
    outcome = _outcome(work, version, story, key, is_translation=is_translation)
    if work and outcome == Outcome.UNCHANGED:
        notes = unkept_photos(story.blocks)
        page = version or work.versions.order_by("pk")[:1].get()
    else:
        body, notes = store_body(story.blocks, actor)
        if work is None:
            page = _create(story, key, language, body, actor, choices)
        elif version is None:
            page = add_version(work=work, **_texts(story, language, body, actor))
        else:
            page = _revise(version, story, body, actor, notes)
        if work and not is_translation:
            _note_source(work, story, key)
    is_published = False
    # A published text is changed by approval only, whatever was asked for here.
    if choices.publish and not page.live:
        is_published = _publish(page, actor, notes)
    return Ingested(outcome, page, tuple(notes), is_published)


def _version(work: Work, language: str) -> StoryPage | None:
    """The version of a work in a language."""
    return work.versions.filter(locale__language_code=language).first()


def _is_held(version: StoryPage, story: ParsedStory) -> bool:
    """Whether a version already holds a translation; a work remembers its original's digest."""
    page = version.get_latest_revision_as_object()
    rows = page.body.get_prep_value()
    held = [page.title, page.lead, *(_words(row["value"]) for row in rows)]
    body, _notes = store_body([replace(block, photo=None) for block in story.blocks], None)
    brought = StoryPage._meta.get_field("body").to_python(body).get_prep_value()
    return held == [story.headline, story.lead, *(_words(row["value"]) for row in brought)]


def _words(value: Any) -> str:
    """The words of a block's stored value, photographs aside."""
    return str(value.get("caption", "")) if isinstance(value, dict) else str(value)


def _texts(
    story: ParsedStory, language: str, body: list[tuple[str, Any]], actor: User | None
) -> dict[str, Any]:
    """What a new version is made of."""
    return {
        "actor": actor,
        "headline": story.headline,
        "lead": story.lead,
        "body": body,
        "kicker": story.kicker[:120],
        "byline": story.byline[:200],
        "language": language,
    }


def _create(
    story: ParsedStory,
    key: str,
    language: str,
    body: list[tuple[str, Any]],
    actor: User | None,
    choices: IngestChoices,
) -> StoryPage:
    """A new work with its first version.

    A translation that comes before its original makes the original's work, and waits there for it.
    """
    is_translation = bool(story.translation_of)
    page = create_work(
        **_texts(story, language, body, actor),
        published_at=story.published_at,
        publisher=choices.publisher,
        source_name=story.source_name[:200],
        source_address=story.source_address[:500],
        republication=choices.republication,
        origin=Origin.INGESTED,
        origin_key=_original_key(story) if is_translation else key[:300] or None,
        origin_digest="" if is_translation else story.content_digest(),
    )
    if story.embargo_until:
        page.work.embargo_until = story.embargo_until
        page.work.save(update_fields=["embargo_until"])
    return page


def _note_source(work: Work, story: ParsedStory, key: str) -> None:
    """Remember what was read; facts of a published work stay as readers know them."""
    work = Work.objects.select_for_update().get(pk=work.pk)
    if not work.versions.filter(first_published_at__isnull=False).exists():
        work.published_at = story.published_at
        work.source_name = story.source_name[:200]
        work.source_address = story.source_address[:500]
    work.origin_key = work.origin_key or key[:300] or None
    if key and work.origin_key != key[:300]:
        work.origin_seen.setdefault(work.origin_key, work.origin_digest)
    work.origin_digest = story.content_digest()
    if work.origin_seen:
        work.origin_seen[key[:300]] = work.origin_digest
    work.save()


def _revise(
    version: StoryPage,
    story: ParsedStory,
    body: list[tuple[str, Any]],
    actor: User | None,
    notes: list[str | Promise],
) -> StoryPage:
    """Save the story's text as the version's latest revision."""
    latest = version.get_latest_revision()
    if latest and latest.user_id and latest.user_id != getattr(actor, "pk", None):
        notes.append(
            _("A colleague had edited the earlier draft. It is kept in the story's history.")
        )
    page = version.get_latest_revision_as_object()
    page.title = story.headline
    page.draft_title = story.headline
    page.kicker = story.kicker[:120]
    page.lead = story.lead
    page.byline = story.byline[:200]
    page.body = _keeping_ids(page.body, body)
    if version.live:
        notes.append(
            _("The story is published: the change waits as a draft until somebody approves it.")
        )
    else:
        page.save()
    page.save_revision(user=actor, log_action=True)
    return page


def _keeping_ids(old: Any, new: list[tuple[str, Any]]) -> str:
    """The new body as JSON with the ids of unchanged blocks, on which translations hang."""
    field_ = StoryPage._meta.get_field("body")
    rows = field_.stream_block.get_prep_value(field_.to_python(new))
    ids: dict[str, list[str]] = {}
    for row in field_.stream_block.get_prep_value(old):
        content = json.dumps([row["type"], row["value"]], sort_keys=True, default=str)
        ids.setdefault(content, []).append(row["id"])
    for row in rows:
        content = json.dumps([row["type"], row["value"]], sort_keys=True, default=str)
        if ids.get(content):
            row["id"] = ids[content].pop(0)
    return json.dumps(rows)


def _publish(page: StoryPage, actor: User | None, notes: list[str | Promise]) -> bool:
    """Publish what was public elsewhere, if its right is settled."""
    try:
        publish_from_archive(page=page, actor=actor)
    except DomainError as error:
        notes.append(error.message)
        return False
    page.refresh_from_db()
    return True


def agency_by_code(code: str) -> Agency:
    """The agency with a code.

    Raises:
        NewsroomError: if there is none.
    """
    agency = Agency.objects.filter(code=code).first()
    if agency is None:
        raise NewsroomError(
            _("There is no agency with the code “%(code)s”. The list is under Agencies.")
            % {"code": code}
        )
    return agency
