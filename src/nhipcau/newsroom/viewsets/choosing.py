"""What dialogues of choice have in common: words without marks, and only what one may see."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm

from nhipcau.programme.selectors.naming import search_folded


class WordsFilterForm(BaseFilterForm):
    """Words of a thing's text, with or without marks, in any order."""

    folded_path: ClassVar[str]

    q = forms.CharField(label=_("Search"), required=False)

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        """Keep things that hold every word typed."""
        found = search_folded(objects, self.folded_path, self.cleaned_data.get("q") or "")
        return super().filter(found)


class OnlyVisible:
    """The list and what is chosen: a thing that the person may not see is not there for them.

    Wagtail narrows down the list alone and tells the title of whatever is asked for as chosen.
    """

    request: Any

    def visible(self) -> QuerySet[Any]:
        """What the person may see, in the order of the list."""
        raise NotImplementedError

    def get_object_list(self) -> QuerySet[Any]:
        """The list."""
        return self.visible()

    def get_object(self, pk: Any) -> Any:
        """The one chosen."""
        return self.visible().get(pk=pk)

    def get_objects(self, pks: Iterable[Any]) -> QuerySet[Any]:
        """Those chosen together."""
        return self.visible().filter(pk__in=pks)
