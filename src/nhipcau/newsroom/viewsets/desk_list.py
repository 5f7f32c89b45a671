"""The desk's list of works: what it shows, how it is narrowed down, ordered and turned."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.forms import Media
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.tables import Column
from wagtail.models import Page, WorkflowState
from wagtail.snippets.views.snippets import IndexView

from nhipcau.common.clock import now
from nhipcau.common.columns import SelectionColumn, TextColumn
from nhipcau.newsroom.enums import WorkState
from nhipcau.newsroom.models import SavedFilter, StoryPage, Work
from nhipcau.newsroom.permissions import user_can_decide, user_can_ingest, user_can_translate
from nhipcau.newsroom.permissions.drafts import user_is_desk, visible_works
from nhipcau.newsroom.selectors.desk import (
    SOURCE_LANGUAGE,
    scheduled_revisions,
    works_for_listing,
)
from nhipcau.newsroom.selectors.keyset import KeysetPage, Order, keyset_page
from nhipcau.programme.selectors.naming import search_folded

# Beyond this many, the list says "more than".
COUNTED = 1000


def _versions(work: Work) -> list[StoryPage]:
    """The prefetched versions, the source first."""
    return sorted(work.versions.all(), key=lambda row: (row.language != SOURCE_LANGUAGE, row.pk))


def _link(page: StoryPage, user: Any) -> str:
    """Where a colleague goes from a version: to the text they may edit, else to what readers see.

    The lists ask no locks and workflows for each line; the editing page does. Who decides on a
    text is known from :func:`mark_awaiting`.
    """
    decides = not user.role_names.isdisjoint(getattr(page, "decided_by", ()))
    may_edit = page.owner_id == user.pk or decides
    if page.language != SOURCE_LANGUAGE:
        may_edit = may_edit or user_can_translate(user)
    else:
        is_unclaimed = page.owner_id is None and page.first_published_at is None
        may_edit = may_edit or user_is_desk(user) or (is_unclaimed and user_can_ingest(user))
    if may_edit:
        return reverse("wagtailadmin_pages:edit", args=[page.pk])
    return page.address if page.live else ""


class HeadlineColumn(Column):
    """The newest headline of the source, leading to the text or to what readers see."""

    def render_cell_html(self, instance: Work, parent_context: Any) -> str:
        """The headline, and below it the way to what the work is in any language."""
        versions = _versions(instance)
        details = reverse("wagtailsnippets_newsroom_work:inspect", args=[instance.pk])
        found = _link(versions[0], parent_context["request"].user) if versions else ""
        return format_html(
            '<td class="title"><div class="title-wrapper"><a href="{}">'
            '<span id="snippet_{}_title">{}</span></a></div>'
            '<a class="w-block w-text-14 w-text-text-meta" href="{}">{}</a></td>',
            found or details,
            instance.pk,
            instance.headline or _("(no text yet)"),
            details,
            instance.short_id,
        )


class LanguagesColumn(TextColumn):
    """Languages with their state, each leading to its text."""

    def text(self, instance: Work, parent_context: Any) -> Any:
        """Public ones plain, drafts in brackets."""
        user, cells = parent_context["request"].user, []
        for row in _versions(instance):
            label = row.language if row.live else f"({row.language})"
            state = _("Published") if row.live else _("Draft")
            link = _link(row, user)
            shape = '<a href="{}" title="{}">{}</a>' if link else '{}<span title="{}">{}</span>'
            cells.append(format_html(shape, link, state, label))
        return format_html_join(", ", "{}", ((cell,) for cell in cells))


class StateColumn(TextColumn):
    """What readers have of it and what it waits for."""

    def text(self, instance: Work, parent_context: Any) -> str:
        """State, then what is special about it."""
        marks = [WorkState(instance.state).label]
        if instance.embargo_until and instance.embargo_until > now():
            marks.append(_("under embargo"))
        if due := getattr(instance, "scheduled_at", None):
            moment = date_format(localtime(due), "SHORT_DATETIME_FORMAT")
            marks.append(_("appears at %(moment)s") % {"moment": moment})
        if getattr(instance, "is_awaiting", False):
            marks.append(_("awaiting approval"))
        return " · ".join(str(mark) for mark in marks)


class MomentColumn(TextColumn):
    """A civil date and time; a deadline that has passed before anything is public is marked."""

    def text(self, instance: Work, parent_context: Any) -> Any:
        """The moment, short."""
        moment = getattr(instance, self.name)
        if moment is None:
            return ""
        text = date_format(localtime(moment), "SHORT_DATETIME_FORMAT")
        is_late = self.name == "deadline" and instance.state == WorkState.DRAFT and moment < now()
        return format_html("<strong>{} ({})</strong>", text, _("late")) if is_late else text


class KeysetPaginator(Paginator):
    """What Wagtail's list asks of a paginator, without numbered pages."""

    @cached_property
    def count(self) -> int:
        """How many rows the list has, at most one more than ``COUNTED``."""
        # Counting all of very many takes longer than showing forty of them. In an order that an
        # index gives, PostgreSQL stops at the last one counted; in none it may join all rows first.
        return int(self.object_list.order_by("-created_at", "-pk")[: COUNTED + 1].count())

    def get_elided_page_range(self, *args: Any, **kwargs: Any) -> list[int]:
        """No numbered pages."""
        return []


class KeysetPageObject(list):
    """The rows of a page with the cursors to its neighbours.

    Args:
        page: The page.
    """

    number = 1

    def __init__(self, page: KeysetPage[Work]) -> None:
        super().__init__(page.rows)
        self.object_list = page.rows
        self.previous_cursor, self.next_cursor = page.previous, page.next
        self.has_other_pages = bool(page.previous or page.next)


class WorkIndexView(IndexView):
    """Works one line each, whatever their languages; only what the person may see."""

    paginator_class = KeysetPaginator
    default_ordering = "-created_at"

    @cached_property
    def columns(self) -> list[Any]:
        """The columns, the box for actions on many lines first, for those who may do any."""
        columns = super().columns[1:]
        if not user_can_decide(self.request.user):
            return columns
        return [SelectionColumn("bulk_actions", obj_type="snippet"), *columns]

    def get_base_queryset(self) -> QuerySet[Work]:
        """Works with what their line shows."""
        return works_for_listing(visible_works(self.request.user))

    def get_valid_orderings(self) -> list[str]:
        """Orders that an index or a short sort serves."""
        fields = ("created_at", "published_at", "headline", "deadline")
        return [sign + field for field in fields for sign in ("", "-")]

    def search_queryset(self, queryset: QuerySet[Work]) -> QuerySet[Work]:
        """Keep works that hold every word typed, with or without marks, in any order."""
        return search_folded(queryset, "desk_words", self.search_query)

    def order_queryset(self, queryset: QuerySet[Work]) -> QuerySet[Work]:
        """Exports keep the order of the list."""
        order = Order.parse(self.ordering)
        return queryset.order_by(*order.terms())

    def paginate_queryset(self, queryset: QuerySet[Work], page_size: int) -> tuple[Any, ...]:
        """One page by what the last row was, never by counting rows."""
        page = keyset_page(
            queryset,
            order=Order.parse(self.ordering),
            cursor=self.request.GET.get(self.page_kwarg, ""),
            size=page_size,
        )
        mark_awaiting(page.rows)
        mark_scheduled(page.rows)
        rows, paginator = KeysetPageObject(page), KeysetPaginator(queryset, page_size)
        if not rows.has_other_pages:
            paginator.count = len(rows)
        return paginator, rows, rows, rows.has_other_pages

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The list, and the filters this person may pick up again."""
        context = super().get_context_data(**kwargs)
        query = filter_query(self.request)
        context["saved_filters"] = SavedFilter.objects.offered_to(self.request.user)
        context["filter_query"] = query
        context["count_text"] = count_text(context["items_count"])
        # Wagtail's own switch, in the account's settings; whoever never saved them has no profile.
        profile = getattr(self.request.user, "wagtail_userprofile", None)
        context["has_boxes"] = user_can_decide(self.request.user)
        context["has_keys"] = profile is None or profile.keyboard_shortcuts
        if context["has_keys"]:
            context["media"] += Media(js=["newsroom/desk-list.js"])
        return context


def count_text(count: int) -> str:
    """How many works there are, in words; counting stopped after ``COUNTED``."""
    if count > COUNTED:
        return _("More than %(count)s works") % {"count": intcomma(COUNTED)}
    return ngettext("%(count)s work", "%(count)s works", count) % {"count": intcomma(count)}


def mark_awaiting(works: list[Work]) -> None:
    """Note whether a version of a work awaits approval, and on it by whose role, in one query."""
    pages = {str(page.pk): (work, page) for work in works for page in work.versions.all()}
    waiting = WorkflowState.objects.active().filter(
        base_content_type=ContentType.objects.get_for_model(Page), object_id__in=list(pages)
    )
    deciding = "current_task_state__task__storyapprovaltask__groups__name"
    for object_id, role in waiting.values_list("object_id", deciding):
        work, page = pages[object_id]
        work.is_awaiting = True
        # Those of the current step may open the text, whatever else they may.
        page.decided_by = {*getattr(page, "decided_by", ()), role}


def mark_scheduled(works: list[Work]) -> None:
    """Note on each work when the next approved text of it appears by itself, in one query."""
    pages = {str(page.pk): work for work in works for page in work.versions.all()}
    due = scheduled_revisions(now()).filter(object_id__in=list(pages))
    for object_id, moment in due.values_list("object_id", "approved_go_live_at"):
        work = pages[object_id]
        work.scheduled_at = min(moment, getattr(work, "scheduled_at", moment))


def filter_query(request: HttpRequest) -> str:
    """The filters, words and order in an address, without the place in the list."""
    query = request.GET.copy()
    for name in ("p", "_w_filter_fragment", "export"):
        query.pop(name, None)
    return query.urlencode()
