"""The signed-in person's own account page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import account as wagtail_account

from nhipcau.accounts.forms import OwnNameForm


class NamePanel(wagtail_account.BaseSettingsPanel):
    """Name and job title; the e-mail address is changed by administrators."""

    name = "name_email"
    title = _("Name")
    order = 100
    form_class = OwnNameForm


class AccountView(wagtail_account.AccountView):
    """Wagtail's account page for people who have one full name."""

    def get_panels(self) -> list[Any]:
        """Put our panel in place of the one with first and last names."""
        panels = super().get_panels()
        return [
            NamePanel(panel.request, panel.user, panel.profile)
            if isinstance(panel, wagtail_account.NameEmailSettingsPanel)
            else panel
            for panel in panels
        ]
