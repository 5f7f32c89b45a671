"""A translated version before the checks, and in the translation memory."""

from datetime import datetime
from typing import Any

from wagtail.models import Locale, Revision

from nhipcau.common.clock import civil
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.translation.selectors.checks import DocumentReport
from nhipcau.translation.services.versions import remember_version, version_report


def _source_of(revision: Revision) -> tuple[Revision, str] | None:
    """The revision that a revision translates, and its language; ``None`` for source versions."""
    number = revision.content.get("source_revision_id")
    source = Revision.objects.filter(pk=number).first() if number else None
    if source is None:
        return None
    return source, Locale.objects.get(pk=source.content["locale"]).language_code


def _subject(page: Any) -> str:
    """The stable key of a version at the checks and in the memory."""
    return f"work:{page.work.uuid}:{page.language}"


def check_report(page: Any, revision: Revision) -> DocumentReport | None:
    """What the checks say of a revision.

    Args:
        page: The language version.
        revision: A revision of it.

    Returns:
        The report; ``None`` when the revision translates nothing.
    """
    found = _source_of(revision)
    if found is None:
        return None
    moment = page.work.published_at
    return version_report(
        subject=_subject(page),
        source=found[0],
        target=revision,
        source_language=found[1],
        target_language=page.language,
        day=civil(moment).date() if moment else None,
    )


def must_pass_checks(approval: Any) -> bool:
    """Whether open errors stop publication: what a colleague approved, not what was public before.

    Args:
        approval: The approval of the revision that is to be published.
    """
    return approval.basis == ApprovalBasis.SECOND_PERSON


def remember_published(page: Any, approval: Any, now: datetime) -> None:
    """Put the version that has just gone live into the translation memory.

    Args:
        page: The language version, live.
        approval: The approval of its live revision.
        now: The moment.
    """
    if page.source_revision_id is None or page.live_revision is None:
        return
    revision = page.live_revision
    found = _source_of(revision)
    if found is None:
        return
    section = page.work.section
    remember_version(
        subject=_subject(page),
        name=page.title,
        source=found[0],
        target=revision,
        source_language=found[1],
        target_language=page.language,
        approved_by=approval.approved_by,
        domain=section.name("vi") if section else "",
        now=now,
    )
