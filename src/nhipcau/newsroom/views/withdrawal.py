"""Withdrawing a work: the reason is asked for and shown to readers."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from nhipcau.common.clock import now
from nhipcau.common.surfaces import make_live
from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.permissions import user_can_decide
from nhipcau.newsroom.services.publication import withdraw_work


class WithdrawalForm(forms.Form):
    """Why a work is withdrawn."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy("Readers see it at the address of the story, in every language."),
    )


class WithdrawalView(View):
    """Asks for the reason and withdraws the work in every language."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only those who decide on it."""
        if not user_can_decide(request.user):
            raise PermissionDenied
        self.page = get_object_or_404(
            StoryPage.objects.select_related("work"), pk=kwargs["page_id"]
        )
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Ask."""
        return self._page(request, WithdrawalForm())

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Withdraw."""
        form = WithdrawalForm(request.POST)
        if not form.is_valid():
            return self._page(request, form)
        work = withdraw_work(
            work=self.page.work, actor=request.user, reason=form.cleaned_data["reason"], now=now()
        )
        make_live([page.address for page in work.versions.select_related("locale")])
        messages.success(request, _("The story is withdrawn in every language."))
        return redirect(reverse("wagtailsnippets_newsroom_work:list"))

    def _page(self, request: HttpRequest, form: WithdrawalForm) -> HttpResponse:
        """The page in Wagtail's frame."""
        context = {
            "page": self.page,
            "form": form,
            "versions": self.page.work.versions.filter(live=True).select_related("locale"),
            "header_title": _("Withdraw: %(title)s") % {"title": self.page.title},
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": "", "label": _("Withdraw the work")},
            ],
        }
        return render(request, "newsroom/withdrawal.html", context)
