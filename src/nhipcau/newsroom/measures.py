"""What the newsroom can be asked to count: works, their language versions, photographs."""

from dataclasses import replace
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language, npgettext_lazy, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from nhipcau.common.clock import civil
from nhipcau.common.evidence import EvidenceReference
from nhipcau.library.models import Image
from nhipcau.newsroom.models import Section, StoryPage, Work
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.desk import SOURCE_LANGUAGE
from nhipcau.programme.measures import Filter, Measure, Query, Record, register
from nhipcau.programme.models import Classification


def _kinds(start: date, end: date) -> list[tuple[str, str]]:
    """Kinds of information as choices."""
    items = Classification.objects.filter(scheme="information_kind")
    return [(item.code, str(item)) for item in items]


def _sections(start: date, end: date) -> list[tuple[str, str]]:
    """Sections as choices."""
    language = get_language() or "vi"
    sections = Section.objects.prefetch_related("names")
    return [(section.code, section.name(language)) for section in sections]


def _languages(start: date, end: date) -> list[tuple[str, str]]:
    """Public languages as choices."""
    return [(code, code) for code in public.languages()]


KIND = Filter("kind", _("Kind of information"), _kinds)
SECTION = Filter("section", pgettext_lazy("newsroom", "Section"), _sections)
LANGUAGE = Filter("language", _("Language"), _languages)


def _works(query: Query) -> QuerySet[Work]:
    """Works that readers have in any language and that were not withdrawn."""
    works = Work.objects.filter(withdrawn_at=None, versions__live=True).distinct()
    if kind := query.filters.get("kind"):
        works = works.filter(information_kind__code=kind)
    if section := query.filters.get("section"):
        works = works.filter(section__code=section)
    return works.select_related("publisher").prefetch_related(
        "publisher__names", "versions__locale"
    )


def _work_record(work: Work) -> Record:
    """A work as evidence: its public versions and their headlines."""
    versions = sorted((row for row in work.versions.all() if row.live), key=lambda row: row.pk)
    day = civil(work.published_at or work.created_at).date()
    return Record(
        reference=EvidenceReference.of(
            type="newsroom.work",
            uuid=work.uuid,
            revision=max((row.live_revision_id or 0 for row in versions), default=0),
            data={
                "published_at": work.published_at,
                "headlines": {row.language: row.title for row in versions},
            },
        ),
        label=versions[0].title if versions else work.short_id,
        day=day,
        agency=work.publisher.name(day=day),
        address=reverse("wagtailsnippets_newsroom_work:inspect", args=[work.pk]),
        note=", ".join(row.language for row in versions),
    )


def _versions(query: Query) -> QuerySet[StoryPage]:
    """Public language versions of works that were not withdrawn."""
    pages = StoryPage.objects.filter(live=True, work__withdrawn_at=None)
    if language := query.filters.get("language"):
        pages = pages.filter(locale__language_code=language)
    if kind := query.filters.get("kind"):
        pages = pages.filter(work__information_kind__code=kind)
    if section := query.filters.get("section"):
        pages = pages.filter(work__section__code=section)
    return pages.select_related("work__publisher", "locale").prefetch_related(
        "work__publisher__names"
    )


def _version_record(page: StoryPage) -> Record:
    """A language version as evidence: its live text."""
    day = civil(page.first_published_at or page.work.created_at).date()
    return Record(
        reference=EvidenceReference.of(
            type="newsroom.version",
            uuid=page.work.uuid,
            revision=page.live_revision_id or 0,
            data={"language": page.language, "headline": page.title, "address": page.address},
        ),
        label=page.title,
        day=day,
        agency=page.work.publisher.name(day=day),
        address=page.address,
        note=page.language,
    )


def _translations(query: Query) -> QuerySet[StoryPage]:
    """Public language versions that are not in the language stories are written in."""
    return _versions(query).exclude(locale__language_code=SOURCE_LANGUAGE)


def _photos(query: Query) -> QuerySet[Image]:
    """Photographs and drawings that say something."""
    return Image.objects.filter(is_decorative=False)


def _photo_record(photo: Image) -> Record:
    """A photograph as evidence: its file and what is written under it."""
    return Record(
        reference=EvidenceReference.of(
            type="library.image",
            uuid=photo.uuid,
            revision=0,
            data={"file": photo.file_hash, "caption": photo.caption, "credit": photo.credit},
        ),
        label=photo.title,
        day=civil(photo.created_at).date(),
        address=reverse("wagtailimages:edit", args=[photo.pk]),
        note=photo.credit,
    )


def register_measures() -> None:
    """Register what the newsroom can be asked; called once."""
    register(
        Measure(
            slug="works",
            name=_("Works published"),
            unit=npgettext_lazy("unit", "work", "works"),
            explanation=_(
                "Each story once, whatever its languages, on the day of its first publication "
                "anywhere. Withdrawn ones do not count."
            ),
            records=_works,
            describe=_work_record,
            day="published_at",
            day_is_moment=True,
            agency="publisher",
            filters=(KIND, SECTION),
            is_about_works=True,
        )
    )
    versions = Measure(
        slug="language-versions",
        name=_("Language versions published"),
        unit=npgettext_lazy("unit", "version", "versions"),
        explanation=_(
            "Each public language version, on the day it was first published here. A story in "
            "three languages counts three times."
        ),
        records=_versions,
        describe=_version_record,
        day="first_published_at",
        day_is_moment=True,
        agency="work__publisher",
        filters=(LANGUAGE, KIND, SECTION),
        is_about_works=False,
    )
    register(versions)
    register(
        replace(
            versions,
            slug="translations",
            name=_("Translations published"),
            unit=npgettext_lazy("unit", "translation", "translations"),
            explanation=_(
                "Each public version of a story in another language than Vietnamese, on the day "
                "it was first published here."
            ),
            records=_translations,
        )
    )
    register(
        Measure(
            slug="photos",
            name=_("Photographs in the library"),
            unit=npgettext_lazy("unit", "photograph", "photographs"),
            explanation=_(
                "Photographs and drawings, on the day they came into the library. What only "
                "decorates does not count."
            ),
            records=_photos,
            describe=_photo_record,
            day="created_at",
            day_is_moment=True,
        )
    )
