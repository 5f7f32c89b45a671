"""Choosing a work, such as a related one: by headline, and only what the person may see."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView

from nhipcau.common.snippets import SnippetChooserViewSet
from nhipcau.common.text import fold
from nhipcau.newsroom.models import Work
from nhipcau.newsroom.permissions.drafts import visible_works


class WorkFilterForm(BaseFilterForm):
    """Words of the headline, with or without marks."""

    q = forms.CharField(label=_("Search"), required=False)

    def filter(self, objects: QuerySet[Work]) -> QuerySet[Work]:
        """Keep works that hold every word typed."""
        for word in fold(self.cleaned_data.get("q") or "").split():
            objects = objects.filter(desk_words__contains=word)
        return super().filter(objects)


class _VisibleWorks:
    """The works that the person may see, searched like the desk's list."""

    filter_form_class = WorkFilterForm

    def get_object_list(self) -> QuerySet[Work]:
        """Newest first."""
        return visible_works(self.request.user).defer("desk_words")


class _ChooseView(_VisibleWorks, ChooseView):
    """The dialogue."""


class _ResultsView(_VisibleWorks, ChooseResultsView):
    """Its results as one types."""


class WorkChooserViewSet(SnippetChooserViewSet):
    """Choosing a work."""

    choose_view_class: Any = _ChooseView
    choose_results_view_class: Any = _ResultsView
    choose_one_text = _("Choose a story")
    choose_another_text = _("Choose another story")
