"""App configuration."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    """The public theme, the front page and site pages."""

    name = "nhipcau.web"
    label = "web"
    verbose_name = _("Web")

    def ready(self) -> None:
        """Provide the shared parts of public pages and register the site's addresses."""
        from nhipcau.accounts.enums import Role
        from nhipcau.accounts.permissions import grant
        from nhipcau.common import surfaces
        from nhipcau.web import receivers
        from nhipcau.web.selectors import chrome
        from nhipcau.web.surfaces import register_all

        for role in (Role.ADMINISTRATOR, Role.EDITOR, Role.OFFICE):
            grant(role, "web.view_errorreport", "web.change_errorreport")
            grant(role, *(f"web.{action}_keyfigure" for action in ("view", "add", "change")))
        grant(Role.ADMINISTRATOR, "web.change_siteprofile", "web.delete_keyfigure")
        surfaces.provide_chrome(chrome.build)
        register_all(surfaces.registry)
        post_migrate.connect(receivers.on_migrated, sender=self)
