"""Asking for a purge and deciding on it, in the back office."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from nhipcau.common.clock import now
from nhipcau.common.exceptions import DomainError
from nhipcau.common.purging import purgers
from nhipcau.config.models import PurgeRequest, PurgeState
from nhipcau.config.purge.services import MAY_ASK, MAY_DECIDE, WORDS, ask_for_purge, decide
from nhipcau.config.tasks import carry_out_purge

LISTED = 100


def kinds() -> list[tuple[str, Any]]:
    """Everything that can be purged, with its name."""
    return [
        *((purger.kind, purger.label) for purger in purgers()),
        (WORDS, gettext_lazy("Words, wherever they stand (a name, a telephone number)")),
    ]


class PurgeForm(forms.Form):
    """What must go, and why."""

    kind = forms.ChoiceField(label=gettext_lazy("What must go?"), choices=kinds)
    named = forms.CharField(
        label=gettext_lazy("Which one"),
        max_length=500,
        help_text=gettext_lazy(
            "The address from the page itself, in the back office or on the public site; for "
            "words, the words themselves."
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("It is kept for ever. Do not repeat here what must go."),
    )


class PurgeFrame(View):
    """What all pages of purges share."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only those who may ask or decide."""
        if not (request.user.has_perm(MAY_ASK) or request.user.has_perm(MAY_DECIDE)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def page(self, request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
        """A page in Wagtail's frame."""
        context |= {
            "header_title": title,
            "header_icon": "bin",
            "kind_names": dict(kinds()),
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": reverse("config_purges"), "label": _("Remove from everywhere")},
            ],
        }
        return render(request, f"config/purge/{template}.html", context)


class PurgesView(PurgeFrame):
    """The requests, and the form for a new one."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show both."""
        return self._show(request, PurgeForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Ask for a purge."""
        form = PurgeForm(request.POST)
        if form.is_valid():
            try:
                purge = ask_for_purge(actor=request.user, now=now(), **form.cleaned_data)
            except DomainError as error:
                form.add_error("named", str(error.message))
            else:
                messages.success(
                    request, _("Asked for. Nothing is removed until a second person agrees.")
                )
                return redirect("config_purge", purge_id=purge.pk)
        return self._show(request, form)

    def _show(self, request: HttpRequest, form: PurgeForm) -> HttpResponse:
        """The page."""
        requests = PurgeRequest.objects.select_related("requested_by", "decided_by")[:LISTED]
        return self.page(
            request,
            "list",
            _("Remove from everywhere"),
            form=form if request.user.has_perm(MAY_ASK) else None,
            requests=[(purge, dict(kinds()).get(purge.kind, purge.kind)) for purge in requests],
        )


class PurgeView(PurgeFrame):
    """One request: what it would do, the decision, and what was done."""

    def get(self, request: HttpRequest, purge_id: int) -> HttpResponse:
        """Show it."""
        return self._show(request, self._found(purge_id))

    def post(self, request: HttpRequest, purge_id: int) -> HttpResponse:
        """Agree or refuse."""
        purge = self._found(purge_id)
        try:
            with transaction.atomic():
                purge = decide(
                    request=purge, actor=request.user, agrees="agree" in request.POST, now=now()
                )
                if purge.state == PurgeState.APPROVED:
                    carry_out_purge.enqueue(purge.pk)
        except DomainError as error:
            messages.error(request, str(error.message))
        else:
            messages.success(
                request,
                _("Agreed. It is being removed now; this page tells what was done.")
                if purge.state == PurgeState.APPROVED
                else _("Refused. Nothing was removed."),
            )
        return redirect("config_purge", purge_id=purge_id)

    def _found(self, purge_id: int) -> PurgeRequest:
        """The request."""
        found: PurgeRequest = get_object_or_404(
            PurgeRequest.objects.select_related("requested_by", "decided_by"), pk=purge_id
        )
        return found

    def _show(self, request: HttpRequest, purge: PurgeRequest) -> HttpResponse:
        """The page."""
        is_open = purge.state in {PurgeState.WAITING, PurgeState.FAILED}
        return self.page(
            request,
            "purge",
            _("Remove from everywhere: request %(number)s") % {"number": purge},
            purge=purge,
            kind_name=dict(kinds()).get(purge.kind, purge.kind),
            may_decide=is_open
            and request.user.has_perm(MAY_DECIDE)
            and purge.requested_by_id != request.user.pk,
            is_own=purge.requested_by_id == request.user.pk,
            is_open=is_open,
        )
