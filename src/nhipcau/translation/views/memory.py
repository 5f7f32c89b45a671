"""Searching and keeping the translation memory in order."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from nhipcau.common.clock import now
from nhipcau.common.exceptions import DomainError
from nhipcau.translation.models import CheckOverride, MemoryOrigin
from nhipcau.translation.permissions import (
    user_can_maintain_memory,
    user_can_propose_terms,
    user_can_remember,
)
from nhipcau.translation.rules.checks import CHECKS
from nhipcau.translation.selectors.upkeep import concordance, conflicts, duplicates, origins
from nhipcau.translation.services.desk import waiting_versions
from nhipcau.translation.services.memory import forget_origin, forget_units
from nhipcau.translation.services.memory_index import index_is_current, rebuild_index
from nhipcau.translation.views.base import TranslationPage


class MemoryView(TranslationPage):
    """Concordance: how a phrase was translated before."""

    page_title = gettext_lazy("Translation memory")
    header_icon = "history"
    template_name = "translation/memory.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in who works with translations."""
        if not user_can_remember(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What was found for the phrase."""
        query = self.request.GET.get("q", "").strip()
        return super().get_context_data(
            query=query,
            units=concordance(query) if query else [],
            may_maintain=user_can_maintain_memory(self.request.user),
            **kwargs,
        )


class UpkeepView(TranslationPage):
    """Conflicts, duplicates and origins of the memory."""

    page_title = gettext_lazy("Memory upkeep")
    header_icon = "cogs"
    template_name = "translation/upkeep.html"
    parent = ("translation_memory", gettext_lazy("Translation memory"))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in maintainers."""
        if not user_can_maintain_memory(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What needs a decision."""
        page = Paginator(origins(), 30).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            conflicts=conflicts(),
            duplicates=duplicates(),
            origins=page,
            index_is_current=index_is_current(),
            **kwargs,
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Delete units or an origin, or rebuild the index."""
        try:
            if "rebuild" in request.POST:
                done = rebuild_index(now=now())
                messages.success(
                    request, _("Segments indexed again: %(number)s.") % {"number": done}
                )
            elif origin_id := request.POST.get("origin"):
                origin = get_object_or_404(MemoryOrigin, pk=origin_id)
                done = forget_origin(origin=origin, actor=request.user)
                messages.success(request, _("%(number)s units deleted.") % {"number": done})
            else:
                units = [int(value) for value in request.POST.getlist("unit") if value.isdigit()]
                done = forget_units(units=units, actor=request.user)
                messages.success(request, _("%(number)s units deleted.") % {"number": done})
        except DomainError as error:
            messages.error(request, str(error))
        return redirect(reverse("translation_memory_upkeep"))


class ChecksView(TranslationPage):
    """What the checks look for, and how often they cry wolf."""

    page_title = pgettext_lazy("translation", "Checks")
    header_icon = "check"
    template_name = "translation/checks.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in who works with translations."""
        if not user_can_propose_terms(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Every check, what waits for publication, and what editors have overridden."""
        overrides = CheckOverride.objects.select_related("decided_by")
        return super().get_context_data(
            checks=CHECKS,
            waiting=waiting_versions(self.request.user),
            overrides=Paginator(overrides, 30).get_page(self.request.GET.get("p")),
            **kwargs,
        )
