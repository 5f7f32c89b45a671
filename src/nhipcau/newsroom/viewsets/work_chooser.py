"""Choosing a work, such as a related one: by headline, and only what the person may see."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChosenMultipleView,
    SnippetChosenView,
)

from nhipcau.common.snippets import SnippetChooserViewSet
from nhipcau.newsroom.models import Work
from nhipcau.newsroom.permissions.drafts import visible_works
from nhipcau.newsroom.viewsets.choosing import OnlyVisible, WordsFilterForm


class WorkFilterForm(WordsFilterForm):
    """Words of the headline."""

    folded_path = "desk_words"


class _VisibleWorks(OnlyVisible):
    """The works that the person may see, searched like the desk's list."""

    filter_form_class = WorkFilterForm

    def visible(self) -> QuerySet[Work]:
        """Newest first."""
        return visible_works(self.request.user).defer("desk_words")


class _ChooseView(_VisibleWorks, ChooseView):
    """The dialogue."""


class _ResultsView(_VisibleWorks, ChooseResultsView):
    """Its results as one types."""


class _ChosenView(_VisibleWorks, SnippetChosenView):
    """The work that was chosen."""


class _ChosenMultipleView(_VisibleWorks, SnippetChosenMultipleView):
    """The works that were chosen."""


class WorkChooserViewSet(SnippetChooserViewSet):
    """Choosing a work."""

    choose_view_class: Any = _ChooseView
    choose_results_view_class: Any = _ResultsView
    chosen_view_class: Any = _ChosenView
    chosen_multiple_view_class: Any = _ChosenMultipleView
    choose_one_text = _("Choose a story")
    choose_another_text = _("Choose another story")
