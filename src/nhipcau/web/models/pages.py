"""Pages of the site itself."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page

from nhipcau.web.enums import InformationKind
from nhipcau.web.rules.addresses import front_address, page_address


def _url_parts(page: Page, request: Any, address: str) -> tuple[int, str, str] | None:
    """Wagtail's (site id, root address, path) of a page whose path we decide ourselves."""
    sites = page._get_relevant_site_root_paths(request)
    return (sites[0].site_id, sites[0].root_url, address) if sites else None


class HomePage(Page):
    """The front page of one language; the tree's top."""

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = ["newsroom.NewsIndexPage", "web.InformationPage"]
    content_panels: ClassVar[list] = [
        InlinePanel(
            "placements",
            heading=_("Placed by the editor"),
            help_text=_(
                "The first story leads the front page, the next ones stand beside it. Places that "
                "are not filled show the latest stories."
            ),
            max_num=7,
        )
    ]
    promote_panels: ClassVar[list] = []
    settings_panels: ClassVar[list] = []

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_url_parts(self, request: Any = None) -> tuple[int, str, str] | None:
        """The front page's public address in Wagtail's terms."""
        return _url_parts(self, request, front_address(self.locale.language_code))


class FrontPlacement(Orderable):
    """A story that an editor has put on the front page.

    Attributes:
        home: The front page.
        story: The language version to show there.
    """

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="placements")
    story = models.ForeignKey(
        "newsroom.StoryPage",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("story"),
    )

    panels: ClassVar[list] = [FieldPanel("story")]

    class Meta(Orderable.Meta):
        verbose_name = _("placement")
        verbose_name_plural = _("placements")


class InformationPage(Page):
    """A standing page on which readers learn whom they are dealing with.

    Attributes:
        kind: Which of the standing pages it is.
        introduction: First lines, plain text.
        body: The text.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=InformationKind, editable=False)
    introduction = models.TextField(_("introduction"), blank=True)
    body = RichTextField(
        _("body"), blank=True, features=["h2", "h3", "bold", "italic", "link", "ul", "ol"]
    )

    parent_page_types: ClassVar[list[str]] = ["web.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    # The program makes the seven standing pages of each language; people edit their texts.
    is_creatable = False
    promote_panels: ClassVar[list] = []
    settings_panels: ClassVar[list] = []
    content_panels: ClassVar[list] = [
        FieldPanel("title"),
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")

    @property
    def address(self) -> str:
        """The page's public address, an absolute path."""
        return page_address(self.kind, self.locale.language_code)

    def get_url_parts(self, request: Any = None) -> tuple[int, str, str] | None:
        """The page's public address in Wagtail's terms."""
        return _url_parts(self, request, self.address)
