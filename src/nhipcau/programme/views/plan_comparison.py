"""Two versions of plans side by side."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nhipcau.programme.models import PlanVersion
from nhipcau.programme.permissions import user_can_see_version
from nhipcau.programme.selectors.comparing import comparison, worded
from nhipcau.programme.views.base import TASKS_ON_A_PAGE, Page

FIELD_LABELS = {
    "group": pgettext_lazy("programme", "Group"),
    "number": pgettext_lazy("programme", "Number"),
    "text": pgettext_lazy("programme", "Task"),
    "lead": _("Lead agency"),
    "coordinators": _("Coordinating agencies"),
    "start": _("Start"),
    "due": _("Due"),
    "is_recurring": _("All year round"),
    "product": _("Expected result"),
    "channel": _("Channel"),
    "information_kind": _("Kind of information"),
    "form": pgettext_lazy("programme", "Form"),
    "budget_source": _("Source of funds"),
    "budget_dong": _("Amount (đồng)"),
    "documents": _("Guiding documents it fulfils"),
    "proposal": _("Proposal or conclusion it carries out"),
    "indicators": _("Indicators"),
}


class Compare(Page):
    """Two versions side by side, of one plan or of two years."""

    template_name = "programme/compare.html"
    parents = [(_("Plans"), "programme_plans")]
    page_title = _("Compare versions")
    header_icon = "copy"

    def _version(self, name: str) -> PlanVersion:
        version = get_object_or_404(
            PlanVersion.objects.select_related("plan"), pk=self.kwargs[name]
        )
        if not user_can_see_version(self.request.user, version):
            raise Http404
        return version

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Differences, unchanged tasks on request."""
        context = super().get_context_data(**kwargs)
        left, right = self._version("left"), self._version("right")
        rows = comparison(left, right)
        counts = dict.fromkeys(("added", "removed", "changed", "same"), 0)
        for row in rows:
            counts[row.kind] += 1
        show_same = "all" in self.request.GET
        shown = [row for row in rows if show_same or row.kind != "same"]
        page = Paginator(shown, TASKS_ON_A_PAGE).get_page(self.request.GET.get("p"))
        return context | {
            "left": left,
            "right": right,
            "rows": worded(page, left, right),
            "page_obj": page,
            "counts": counts,
            "show_same": show_same,
            "labels": FIELD_LABELS,
        }
