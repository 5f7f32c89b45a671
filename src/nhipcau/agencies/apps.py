"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgenciesConfig(AppConfig):
    """Committee, agencies, offices and places, with dated names."""

    name = "nhipcau.agencies"
    label = "agencies"
    verbose_name = _("Agencies")

    def ready(self) -> None:
        """Declare who may do what with names, and let the terms read them."""
        from nhipcau.accounts.enums import Role
        from nhipcau.accounts.permissions import grant
        from nhipcau.agencies import receivers
        from nhipcau.agencies.terms_provider import AgencyNames
        from nhipcau.translation.selectors.providers import register_provider

        kinds = ("agency", "office", "place")
        for role in (Role.EDITOR, Role.LEADER, Role.REVISER, Role.TRANSLATOR, Role.REPORTER):
            grant(role, *(f"agencies.view_{kind}" for kind in kinds))
        for role in (Role.ADMINISTRATOR, Role.OFFICE):
            for kind in (*kinds, "focalpoint"):
                grant(role, *(f"agencies.{verb}_{kind}" for verb in ("view", "add", "change")))
            grant(role, "agencies.delete_focalpoint")
        register_provider(AgencyNames())
        receivers.connect()
