"""What the app's pages in the back office share."""

from typing import Any

from django.urls import reverse
from django.utils.translation import pgettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class TranslationPage(WagtailAdminTemplateMixin, TemplateView):
    """A page below the menu of translation, with its name in the header."""

    #: Name of the address and label of the page above this one, if there is one.
    parent: tuple[str, Any] | None = None

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, the page above, this page."""
        items = [
            *self.breadcrumbs_items,
            {"url": "", "label": pgettext("translation", "Translation")},
        ]
        if self.parent:
            items.append({"url": reverse(self.parent[0]), "label": self.parent[1]})
        return [*items, {"url": "", "label": self.get_page_title()}]
