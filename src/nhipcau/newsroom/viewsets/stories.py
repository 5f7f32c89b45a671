"""The flat list of stories: the desk's home, instead of the page tree."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from nhipcau.newsroom.models import StoryPage


class StoryListingViewSet(PageListingViewSet):
    """Every language version, newest first."""

    model = StoryPage
    name = "stories"
    icon = "doc-full"
    menu_label = _("Stories")
    menu_order = 100
    add_to_admin_menu = True
    columns: ClassVar[list[Column]] = [
        *PageListingViewSet.columns[:2],
        Column("language", label=_("Language"), accessor="language"),
        DateColumn("published", label=_("First published"), accessor="work.published_at"),
        *PageListingViewSet.columns[2:],
    ]


story_listing = StoryListingViewSet("stories")
