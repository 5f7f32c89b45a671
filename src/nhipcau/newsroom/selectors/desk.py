"""What waits for whom at the newsroom's desk. Each answer is a bounded number of queries."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from wagtail.models import Locale, Revision, TaskState, WorkflowState

from nhipcau.common.clock import now
from nhipcau.newsroom.models import Approval, StoryPage, Work
from nhipcau.newsroom.rules.languages import spaced
from nhipcau.newsroom.selectors import public

SOURCE_LANGUAGE = "vi"
# Beyond this many, a home says "more than".
COUNTED = 100
KEPT_SECONDS = 300
#: What is due may take so long to be published, however busy the machine.
SCHEDULE_DELAY = timedelta(minutes=2)


@dataclass(frozen=True)
class Waiting:
    """Stories that wait for a person, for one reason.

    Attributes:
        pages: The first of them, oldest first.
        total: How many there are, at most one more than ``COUNTED``.
    """

    pages: list[StoryPage]
    total: int


def waiting(pages: QuerySet[StoryPage], limit: int = 10) -> Waiting:
    """The first pages of a queryset and how many there are.

    Args:
        pages: In the order in which they are listed.
        limit: How many are listed.
    """
    rows = pages.select_related("locale", "work").defer("body", "lead")
    first = list(rows[: limit + 1])
    if len(first) <= limit:
        return Waiting(first, len(first))
    # Counting stops where a person would no longer tell the difference.
    return Waiting(first[:limit], pages.order_by()[: COUNTED + 1].count())


def awaiting_decision(user: Any, limit: int = 10) -> Waiting:
    """Texts that a person may approve or return, without those they wrote themselves.

    Args:
        user: The person.
        limit: How many are listed.
    """
    states = TaskState.objects.reviewable_by(user).filter(
        workflow_state__base_content_type__app_label="wagtailcore",
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
    )
    ids = [int(value) for value in states.values_list("workflow_state__object_id", flat=True)]
    pages = StoryPage.objects.filter(pk__in=ids).order_by("latest_revision_created_at")
    own = Revision.objects.filter(pk=OuterRef("latest_revision_id"), user_id=user.pk)
    return waiting(pages.exclude(Exists(own)), limit)


def overdue(limit: int = 10) -> Waiting:
    """Versions whose approved text was due and has not been published, longest due first.

    The scheduler tries again until it may be published, such as when a photograph's right that
    had ended is renewed, or until somebody sets another time.

    Args:
        limit: How many are listed.
    """
    due = Revision.objects.filter(
        base_content_type__app_label="wagtailcore", approved_go_live_at__lt=now() - SCHEDULE_DELAY
    )
    moments = dict(due.values_list("object_id", "approved_go_live_at")[: COUNTED + 1])
    found = waiting(StoryPage.objects.filter(pk__in=[int(value) for value in moments]), limit)
    return Waiting(sorted(found.pages, key=lambda page: moments[str(page.pk)]), found.total)


def scheduled_revisions(moment: datetime) -> QuerySet[Revision]:
    """Approved texts that appear by themselves after a moment.

    Args:
        moment: Such as now (UTC).
    """
    return Revision.objects.filter(
        base_content_type__app_label="wagtailcore", approved_go_live_at__gt=moment
    )


def returned_to(user: Any, limit: int = 10) -> Waiting:
    """A person's own texts that came back with a request for changes."""
    ids = WorkflowState.objects.filter(
        requested_by=user, status=WorkflowState.STATUS_NEEDS_CHANGES
    ).values_list("object_id", flat=True)
    pages = StoryPage.objects.filter(pk__in=[int(value) for value in ids])
    return waiting(pages.order_by("latest_revision_created_at"), limit)


def drafts_of(user: Any, limit: int = 10) -> Waiting:
    """A person's own drafts that nobody has been asked to approve."""
    pages = StoryPage.objects.filter(owner=user, has_unpublished_changes=True)
    ids = WorkflowState.objects.active().values_list("object_id", flat=True)
    pages = pages.exclude(pk__in=[int(value) for value in ids if value.isdigit()])
    return waiting(pages.order_by("-latest_revision_created_at"), limit)


def unclaimed_drafts(limit: int = 10) -> Waiting:
    """Brought-in drafts that nobody has taken up."""
    pages = StoryPage.objects.filter(
        owner=None, live=False, first_published_at=None, locale__language_code=SOURCE_LANGUAGE
    )
    return waiting(pages.order_by("-latest_revision_created_at"), limit)


def versions_in(language: str) -> QuerySet[StoryPage]:
    """The versions of an outer query's work in a language.

    The language is looked up first: joined to it, every work that is looked at costs a table more.

    Args:
        language: BCP 47 code.
    """
    locale = Locale.objects.filter(language_code=language).first()
    return StoryPage.objects.filter(work_id=OuterRef("pk"), locale=locale)


def untranslated(language: str, limit: int = 10) -> Waiting:
    """Public works that have no version in a language, newest first.

    Args:
        language: BCP 47 code.
        limit: How many are listed.
    """
    # Asked of works: they are walked by an index in this order, until enough are found.
    works = Work.objects.filter(
        Exists(versions_in(SOURCE_LANGUAGE).filter(live=True)),
        ~Q(language_codes__contains=spaced([language])),
        # Of those that never were public PostgreSQL would look at all first: empty dates lead.
        published_at__isnull=False,
        withdrawn_at=None,
    ).order_by("-published_at", "-pk")
    found = list(works.values_list("pk", flat=True)[: COUNTED + 1])
    pages = StoryPage.objects.filter(
        work_id__in=found[:limit], locale__language_code=SOURCE_LANGUAGE
    ).order_by("-work__published_at", "-work_id")
    rows = list(pages.select_related("locale", "work").defer("body", "lead"))
    return Waiting(rows, len(found))


def outdated_translations(limit: int = 10) -> Waiting:
    """Public translations whose source was published anew after they were made."""
    found = StoryPage.objects.filter(pk__in=_outdated(), live=True)
    return waiting(found.order_by("-last_published_at"), limit)


def _outdated() -> list[int]:
    """Primary keys of them, at most one more than ``COUNTED``, the newest first.

    Looking at every translation takes long where there are many, and the answer changes when
    something is published, mostly right after a new approval: so it is kept until the next one.
    What was approved for a later hour is noticed after ``KEPT_SECONDS``.
    """
    newest = Approval.objects.order_by("-pk").values_list("pk", flat=True).first()
    key = f"newsroom:outdated:{newest}"
    known = cache.get(key)
    if known is None:
        newer = StoryPage.objects.filter(
            work_id=OuterRef("work_id"),
            source_revision_id=None,
            live_revision_id__gt=OuterRef("source_revision_id"),
        )
        pages = StoryPage.objects.filter(Exists(newer), live=True, source_revision_id__isnull=False)
        rows = pages.order_by("-last_published_at").values_list("pk", flat=True)
        known = list(rows[: COUNTED + 1])
        cache.set(key, known, KEPT_SECONDS)
    return known


def begun_translations(limit: int = 10) -> Waiting:
    """Translations at the desk that have not been submitted, newest first."""
    active = WorkflowState.objects.active().values_list("object_id", flat=True)
    pages = StoryPage.objects.filter(desk_text__isnull=False, live=False).exclude(
        pk__in=[int(value) for value in active if value.isdigit()]
    )
    return waiting(pages.order_by(F("latest_revision_created_at").desc(nulls_last=True)), limit)


def target_languages() -> list[str]:
    """The public languages other than the source language."""
    return [code for code in public.languages() if code != SOURCE_LANGUAGE]


def works_for_listing(works: QuerySet[Work]) -> QuerySet[Work]:
    """Works with all that a list shows of them, in a bounded number of queries.

    Args:
        works: Those that may be listed.
    """
    versions = StoryPage.objects.select_related("locale").defer("body", "lead").order_by("pk")
    # Many lines share a publisher, a section and a kind: each is read once, not once a line.
    return works.defer("desk_words", "withdrawal_reason").prefetch_related(
        "publisher__names", "section__names", "information_kind", Prefetch("versions", versions)
    )
