"""What Wagtail's choosers say, in the language of whoever reads it."""

from django.utils.translation import gettext_lazy
from wagtail.admin.viewsets.chooser import ChooserViewSet


def speak_every_language() -> None:
    """Put words that are translated when shown in the place of those translated at the start.

    Wagtail translates these once, when it loads: everybody would read the language of the site.
    Called before the viewsets are made.
    """
    ChooserViewSet.choose_one_text = gettext_lazy("Choose")
    ChooserViewSet.choose_another_text = gettext_lazy("Choose another")
    ChooserViewSet.edit_item_text = gettext_lazy("Edit")
    ChooserViewSet.search_tab_label = gettext_lazy("Search")
    ChooserViewSet.create_action_label = gettext_lazy("Create")
