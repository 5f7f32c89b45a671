"""The one module that knows wagtail-localize from the inside.

Traps it hides (seen in version 1.14): ``Translation.save_target`` and ``fallback=True`` publish
untranslated text; ``create_or_update_translation`` writes draft text into the row of a live page;
saving a string is "last write wins". Nothing else in the program imports wagtail-localize's
models.
"""

import hashlib
import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import nh3
from django.db import transaction
from wagtail.models import Locale, Page, Revision
from wagtail_localize.models import (
    MissingTranslationError,
    String,
    StringSegment,
    StringTranslation,
    TranslatableObject,
    Translation,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.strings import StringValue

from nhipcau.common.text import nfc
from nhipcau.translation.exceptions import EditConflict, NotTranslated, UnusableText

INLINE_TAGS = {"a", "b", "i", "em", "strong", "sub", "sup", "br"}


@dataclass(frozen=True)
class Segment:
    """One piece of a page's text and its translation.

    Attributes:
        id: Database id of the segment.
        position: Its place in the text, from 1.
        path: Where it stands in the page, such as ``title`` or ``body.<block id>.caption``.
        source: Source text; HTML with inline tags when ``is_html``, else plain text.
        target: Translation of the same kind; empty when there is none.
        is_html: Whether both sides hold inline tags.
        is_machine: Whether a machine drafted the translation and nobody has changed it.
        tool: Name and version of the machine.
        translated_by: Database id of who translated it last.
        updated_at: When.
        error: What is wrong with the stored translation, empty when nothing is.
        version: Token of the stored translation, for noticing that a colleague changed it.
    """

    id: int
    position: int
    path: str
    source: str
    target: str
    is_html: bool
    is_machine: bool
    tool: str
    translated_by: int | None
    updated_at: datetime | None
    error: str
    version: str


def open_translation(page: Page, revision: Revision, language: str) -> Page:
    """Bring a revision of a page to the desk for a language.

    What was translated before stays where the source text is the same.

    Args:
        page: The source page.
        revision: The revision of it to translate.
        language: BCP 47 code of the target.

    Returns:
        The target page; a draft that is not public until it is assembled and approved.
    """
    locale = Locale.objects.get(language_code=language)
    with transaction.atomic():
        source, _changed = TranslationSource.update_or_create_from_instance(revision.as_object())
        # Never enabled: wagtail-localize would open its own editor for enabled ones.
        Translation.objects.update_or_create(
            source=source, target_locale=locale, defaults={"enabled": False}
        )
        target = page.get_translation_or_none(locale)
        if target is None:
            target = page.copy_for_translation(locale)
    return target.specific


def _translation(target: Page) -> Translation:
    """The record of the translation into a page."""
    return Translation.objects.select_related("source", "target_locale").get(
        source__object_id=target.translation_key, target_locale_id=target.locale_id
    )


def source_language(target: Page) -> str:
    """BCP 47 code of the language a page is translated from."""
    source = _translation(target).source
    return Locale.objects.get(pk=source.locale_id).language_code


def is_at_desk(target: Page) -> bool:
    """Whether a page is the target of a translation."""
    return Translation.objects.filter(
        source__object_id=target.translation_key, target_locale_id=target.locale_id
    ).exists()


def segments(target: Page) -> list[Segment]:
    """All pieces of text of a translation, in their order.

    Args:
        target: The target page.
    """
    translation = _translation(target)
    rows = list(
        StringSegment.objects.filter(source=translation.source)
        .select_related("string", "context")
        .order_by("order", "pk")
    )
    stored = _stored(rows, translation.target_locale_id)
    return [
        _segment(row, position, stored.get((row.string_id, row.context_id)))
        for position, row in enumerate(rows, start=1)
    ]


def _stored(
    rows: Sequence[StringSegment], locale_id: int
) -> dict[tuple[int, int], StringTranslation]:
    """The translations of segments, by string and context."""
    found = StringTranslation.objects.filter(
        locale_id=locale_id,
        translation_of_id__in={row.string_id for row in rows},
        context_id__in={row.context_id for row in rows},
    )
    return {(row.translation_of_id, row.context_id): row for row in found}


def _segment(row: StringSegment, position: int, stored: StringTranslation | None) -> Segment:
    """A segment in our own terms."""
    is_html = "<" in row.string.data
    return Segment(
        id=row.pk,
        position=position,
        path=row.context.path,
        source=row.string.data if is_html else html.unescape(row.string.data),
        target=_for_editing(stored.data, is_html) if stored else "",
        is_html=is_html,
        is_machine=bool(stored and stored.translation_type == "machine"),
        tool=stored.tool_name if stored else "",
        translated_by=stored.last_translated_by_id if stored else None,
        updated_at=stored.updated_at if stored else None,
        error=(stored.get_error() or "") if stored and stored.has_error else "",
        version=_version(stored),
    )


def _for_editing(data: str, is_html: bool) -> str:
    """Stored HTML as a translator edits it."""
    return data if is_html else html.unescape(data.replace("<br/>", "\n").replace("<br>", "\n"))


def _version(stored: StringTranslation | None) -> str:
    """Token of a stored translation; changes with its text."""
    text = stored.data if stored else ""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def save_segment(
    *,
    target: Page,
    segment_id: int,
    text: str,
    actor_id: int | None,
    seen_version: str | None,
    tool: str = "",
) -> Segment:
    """Store the translation of one segment.

    Args:
        target: The target page.
        segment_id: Which segment.
        text: The translation; empty removes it.
        actor_id: Who translated it; ``None`` only together with ``tool``.
        seen_version: Token of the translation the person had before their eyes; ``None`` skips
            the check.
        tool: Name and version of the machine, if one drafted it.

    Returns:
        The segment as stored.

    Raises:
        EditConflict: if a colleague changed it meanwhile; carries the colleague's text.
        UnusableText: if its links or tags do not fit the source.
    """
    translation = _translation(target)
    row = StringSegment.objects.select_related("string", "context").get(
        pk=segment_id, source=translation.source
    )
    is_html = "<" in row.string.data
    with transaction.atomic():
        stored = (
            StringTranslation.objects.select_for_update()
            .filter(
                translation_of_id=row.string_id,
                context_id=row.context_id,
                locale_id=translation.target_locale_id,
            )
            .first()
        )
        if stored and not tool and text.strip() and stored.data == _clean(text, is_html):
            # Also what the same person's browser saved a moment ago.
            return _confirmed(row, stored, actor_id)
        if seen_version is not None and seen_version != _version(stored):
            raise EditConflict(current=_for_editing(stored.data, is_html) if stored else "")
        if not text.strip():
            if stored:
                stored.delete()
            return _segment(row, row.order, None)
        stored = stored or StringTranslation(
            translation_of_id=row.string_id,
            context_id=row.context_id,
            locale_id=translation.target_locale_id,
        )
        stored.data = _clean(text, is_html)
        stored.translation_type = "machine" if tool else "manual"
        stored.tool_name = tool
        stored.last_translated_by_id = actor_id
        stored.has_error = False
        stored.field_error = ""
        stored.save()
        if stored.has_error:
            raise UnusableText
    return _segment(row, row.order, stored)


def _confirmed(row: StringSegment, stored: StringTranslation, actor_id: int | None) -> Segment:
    """A person saves a text as it stands: it is a machine's draft no more."""
    if stored.translation_type == "machine":
        stored.translation_type = "manual"
        stored.last_translated_by_id = actor_id
        stored.save()
    return _segment(row, row.order, stored)


def _clean(text: str, is_html: bool) -> str:
    """Text as wagtail-localize stores it: inline tags only, or plain text escaped."""
    text = nfc(text.strip())
    if not is_html:
        return str(StringValue.from_plaintext(text.replace("\r\n", "\n")).data)
    cleaned = nh3.clean(text, tags=INLINE_TAGS, attributes={"a": {"id"}}, link_rel=None)
    try:
        return str(StringValue.from_translated_html(cleaned).data)
    except ValueError as error:
        raise UnusableText from error


def progress(target: Page) -> tuple[int, int]:
    """How far a translation is.

    Returns:
        Number of segments translated without error, and number of segments.
    """
    every = segments(target)
    return sum(1 for segment in every if segment.target and not segment.error), len(every)


def translators(target: Page) -> set[int]:
    """Database ids of everybody whose text stands in the translation now."""
    if not is_at_desk(target):
        return set()
    return {segment.translated_by for segment in segments(target) if segment.translated_by}


def assemble(target: Page, actor: Any, **fields: Any) -> Revision:
    """Put the translated segments together into a new revision of the target page.

    The page's row is not touched, so that what readers see stays as approved.

    Args:
        target: The target page.
        actor: Who assembles it.
        **fields: Further fields of the page to set in the revision.

    Returns:
        The revision.

    Raises:
        NotTranslated: if any segment has no usable translation.
    """
    translation = _translation(target)
    try:
        page = translation.source.get_ephemeral_translated_instance(
            translation.target_locale, fallback=False
        )
    except MissingTranslationError as error:
        raise NotTranslated from error
    for name, value in fields.items():
        setattr(page, name, value)
    return page.save_revision(user=actor, log_action=True)


def has_machine_text(target: Page) -> bool:
    """Whether any segment still stands as a machine drafted it."""
    return any(segment.is_machine for segment in segments(target))


def forget_source(translation_key: UUID) -> int:
    """Remove the segments, translations and log of one text; strings others use stay.

    Args:
        translation_key: What the versions of the text share.

    Returns:
        How many segments are gone.
    """
    thing = TranslatableObject.objects.filter(translation_key=translation_key).first()
    if thing is None:
        return 0
    contexts = TranslationContext.objects.filter(object=thing)
    segments = StringSegment.objects.filter(context__in=contexts)
    strings = set(segments.values_list("string_id", flat=True))
    removed = len(strings)
    translated = StringTranslation.objects.filter(context__in=contexts)
    strings |= set(translated.values_list("translation_of_id", flat=True))
    translated.delete()
    thing.delete()
    used = set(
        StringSegment.objects.filter(string__in=strings).values_list("string_id", flat=True)
    ) | set(
        StringTranslation.objects.filter(translation_of__in=strings).values_list(
            "translation_of_id", flat=True
        )
    )
    String.objects.filter(pk__in=strings - used).delete()
    return removed
