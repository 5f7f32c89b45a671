"""What the programme's pages share: permission, breadcrumbs, searching, errors in plain words."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Page as DjangoPage
from django.db.models import QuerySet
from django.forms import BaseForm, BaseFormSet, Media
from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import yesno
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import ModelLogEntry

from nhipcau.common.clock import civil
from nhipcau.common.exceptions import DomainError, NotPermitted
from nhipcau.programme.permissions import user_can_use_programme
from nhipcau.programme.selectors.naming import search_folded

# So many tasks of a plan are shown at once: a page of two thousand takes seconds to make.
TASKS_ON_A_PAGE = 40
SHOWN_HISTORY = 30
HOME = {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")}


def history_of(request: HttpRequest, instance: Any) -> dict[str, Any]:
    """What was done to a record, for ``_history.html``: the latest, or all of it on request.

    Args:
        request: Asks for all of it with ``?history``.
        instance: The record.
    """
    entries = ModelLogEntry.objects.for_instance(instance).select_related("user")
    if "history" in request.GET:
        return {"history": entries, "history_is_open": True}
    rows = list(entries[: SHOWN_HISTORY + 1])
    return {"history": rows[:SHOWN_HISTORY], "history_is_cut": len(rows) > SHOWN_HISTORY}


class Allowed(View):
    """Opens a page only to those its rule allows; domain errors become messages.

    Attributes:
        rule: Who may open it.
    """

    rule: Callable[[Any], bool] = staticmethod(user_can_use_programme)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Check the rule, then answer; refused services end as Wagtail's own refusal."""
        if not type(self).rule(request.user):
            raise PermissionDenied
        try:
            return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]
        except NotPermitted as error:
            raise PermissionDenied(str(error)) from error


class Page(Allowed, WagtailAdminTemplateMixin):
    """A page with Wagtail's furniture.

    Attributes:
        parents: (label, URL name) pairs of the pages above it.
    """

    parents: list[tuple[Any, str]] = []
    header_icon = "calendar-check"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, the pages above, this page."""
        return [
            HOME,
            *({"url": reverse(name), "label": label} for label, name in self.parents),
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page."""
        return self.render_to_response(self.get_context_data(**kwargs))

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Bring along what the widgets of all forms on the page need, wherever they stand."""
        media = Media()
        for value in context.values():
            if isinstance(value, BaseForm | BaseFormSet):
                media += value.media
        return super().render_to_response(context | {"media": media}, **kwargs)  # type: ignore[misc]

    def attempt(self, action: Callable[[], Any], success: Any = None) -> Any:
        """Run a service; tell the person how it went.

        Args:
            action: Calls the service.
            success: What to say when it worked.

        Returns:
            What the service returned, or ``None`` after saying why it did not work.
        """
        try:
            result = action()
        except NotPermitted:
            raise
        except DomainError as error:
            messages.error(self.request, str(error))
            return None
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
            return None
        if success is not None:
            messages.success(self.request, success)
        return result if result is not None else True


class KeysFirst(WagtailPaginator):
    """Sorts keys alone, then reads whole rows of the one page that is shown.

    The databases sort keys much faster than rows with long texts.
    """

    def page(self, number: int | str) -> DjangoPage:
        """The rows of a page, in the order of the list."""
        rows, number = self.object_list, self.validate_number(number)
        first = (number - 1) * self.per_page
        keys = list(rows.values_list("pk", flat=True)[first : first + self.per_page])
        by_key = {row.pk: row for row in rows.order_by().filter(pk__in=keys)} if keys else {}
        return self._get_page([by_key[key] for key in keys if key in by_key], number, self)


def in_words(value: bool) -> str:
    """Yes or no, for a cell of a spreadsheet."""
    return str(yesno(value))


def civil_moment(value: datetime) -> datetime:
    """A moment as the clock on the wall showed it; spreadsheets know no time zones."""
    return civil(value).replace(tzinfo=None)


class Listing(Allowed, IndexView):
    """A list of ours: searches folded text, keeps Wagtail's filters, sorting and export.

    Attributes:
        folded_path: Path to the folded column that the search looks through.
        parents: (label, URL name) pairs of the pages above it.
    """

    folded_path = ""
    parents: list[tuple[Any, str]] = []
    template_name = "programme/listing.html"
    is_searchable = True
    paginate_by = 50
    paginator_class = KeysFirst
    permission_policy = None
    any_permission_required: list[str] = []
    header_icon = "calendar-check"
    export_formats_available = ("xlsx", "csv")
    custom_value_preprocess = IndexView.custom_value_preprocess | {
        bool: {"xlsx": in_words, "csv": in_words},
        datetime: {"xlsx": civil_moment, "csv": civil_moment},
    }

    def user_has_any_permission(self, permissions: Any) -> bool:
        """Already decided by the rule."""
        return True

    def user_has_permission(self, permission: str) -> bool:
        """No generic buttons: what a person may do is offered on the item's own page."""
        return False

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Search without regard to tone marks."""
        if not self.is_searching or not self.folded_path:
            return queryset
        return search_folded(queryset, self.folded_path, self.search_query)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, the pages above, this list."""
        return [
            HOME,
            *({"url": reverse(name), "label": label} for label, name in self.parents),
            {"url": "", "label": self.get_page_title()},
        ]

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The chosen order, or the list's own."""
        if not self.ordering:
            return queryset
        ordering = self.ordering
        return queryset.order_by(*(ordering if isinstance(ordering, list | tuple) else [ordering]))
