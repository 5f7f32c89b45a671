"""Keeping a filter of the desk's list under a name, and removing it."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.newsroom.models import SavedFilter


class SavedFilterForm(forms.ModelForm):
    """Name and reach of a filter."""

    class Meta:
        model = SavedFilter
        fields = ("name", "query", "is_shared")


def _list(query: str = "") -> HttpResponse:
    """Back to the list."""
    address = reverse("wagtailsnippets_newsroom_work:list")
    return redirect(f"{address}?{query}" if query else address)


@require_POST
def save_filter(request: HttpRequest) -> HttpResponse:
    """Keep a filter; one of the same name is replaced."""
    form = SavedFilterForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Give the filter a name of at most 60 characters."))
        return _list(request.POST.get("query", ""))
    answers = form.cleaned_data
    SavedFilter.objects.update_or_create(
        owner=request.user,
        name=answers["name"],
        defaults={"query": answers["query"], "is_shared": answers["is_shared"]},
    )
    messages.success(request, _("The filter “%(name)s” is kept.") % {"name": answers["name"]})
    return _list(answers["query"])


@require_POST
def delete_filter(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove one of one's own."""
    saved = get_object_or_404(SavedFilter, pk=pk, owner=request.user)
    saved.delete()
    messages.success(request, _("The filter “%(name)s” is removed.") % {"name": saved.name})
    return _list()
