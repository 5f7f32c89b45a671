"""Who stands behind the site, as every page's foot says it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="site")
class SiteProfile(ClusterableModel, BaseGenericSetting):
    """Contact and nature of the site.

    Attributes:
        contact_email: Where readers write to.
        contact_phone: Where readers call.
        reply_working_days: Within how many working days an answer is promised.
        is_sample: Whether everything on it is a sample, which every page then says.
    """

    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    contact_phone = models.CharField(_("contact telephone"), max_length=60, blank=True)
    reply_working_days = models.PositiveSmallIntegerField(
        _("reply within (working days)"), default=5
    )
    is_sample = models.BooleanField(
        _("sample site"), default=False, help_text=_("Every page then says so.")
    )

    panels: ClassVar[list] = [
        FieldPanel("contact_email"),
        FieldPanel("contact_phone"),
        FieldPanel("reply_working_days"),
        FieldPanel("is_sample"),
        InlinePanel("texts", heading=_("Texts by language")),
    ]

    class Meta:
        verbose_name = _("site profile")
        verbose_name_plural = _("site profiles")


class SiteProfileText(models.Model):
    """The site's name and its people in one language.

    Attributes:
        language: BCP 47 code.
        site_name: Name in the masthead; the publisher's name when empty.
        tagline: Line under the name.
        responsible_editor: Who answers for the content: post, and name where it is public.
        funding: Who pays for the site, one sentence.
        postal_address: Where it is.
        licence: Number and date of the permit, or on what ground none is needed.
    """

    profile = ParentalKey(SiteProfile, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=12)
    site_name = models.CharField(_("site name"), max_length=120, blank=True)
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    responsible_editor = models.CharField(_("responsible editor"), max_length=250, blank=True)
    funding = models.CharField(_("funding"), max_length=300, blank=True)
    postal_address = models.CharField(_("postal address"), max_length=300, blank=True)
    licence = models.CharField(_("permit"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "language"], name="web_site_profile_text_unique"
            )
        ]

    def __str__(self) -> str:
        return self.site_name or self.language
