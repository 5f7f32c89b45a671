"""Correcting a published story: the note for readers first, then the text."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views import View

from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.page_forms import TEXT_LENGTH
from nhipcau.newsroom.permissions import user_can_correct
from nhipcau.newsroom.selectors.corrections import corrections_of
from nhipcau.newsroom.services.corrections import propose_correction


class CorrectionForm(forms.Form):
    """What readers are told."""

    text = forms.CharField(
        label=pgettext_lazy("newsroom", "Correction"),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy(
            "What was wrong and what is right, in the language of the text. Readers see it on the "
            "story, in the list of corrections and in every feed, once the corrected text has "
            "been approved."
        ),
    )


class CorrectionView(View):
    """Asks for the note and leads to the text that must be corrected."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Those who may edit the version, and only if it is public."""
        self.page = get_object_or_404(
            StoryPage.objects.filter(first_published_at__isnull=False).select_related("work"),
            pk=kwargs["page_id"],
        )
        if not user_can_correct(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Ask."""
        proposed = self.page.corrections.filter(approval=None).first()
        return self._page(
            request, CorrectionForm(initial={"text": proposed.text if proposed else ""})
        )

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Keep the note and open the text."""
        form = CorrectionForm(request.POST)
        if not form.is_valid():
            return self._page(request, form)
        propose_correction(page=self.page, actor=request.user, text=form.cleaned_data["text"])
        messages.success(
            request,
            _("The note is kept. Correct the text now and submit it for approval."),
        )
        return redirect(reverse("wagtailadmin_pages:edit", args=[self.page.pk]))

    def _page(self, request: HttpRequest, form: forms.Form) -> HttpResponse:
        """The page with the form and earlier corrections."""
        return render(
            request,
            "newsroom/correction.html",
            {
                "page": self.page,
                "form": form,
                "corrections": corrections_of(self.page),
                "header_title": _("Correct: %(title)s") % {"title": self.page.title},
                "breadcrumbs_items": [
                    {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                    {"url": "", "label": _("Correct")},
                ],
            },
        )
