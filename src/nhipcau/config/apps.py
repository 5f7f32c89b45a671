"""The top storey: what joins the apps into one program."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Holds the commands that concern the whole program."""

    name = "nhipcau.config"
    label = "config"

    def ready(self) -> None:
        """Add the health checks of the whole program, and say who may purge."""
        from nhipcau.accounts.enums import Role
        from nhipcau.accounts.permissions import grant
        from nhipcau.config import health
        from nhipcau.config.choosers import speak_every_language
        from nhipcau.config.spreadsheets import read_like_the_screen

        speak_every_language()
        read_like_the_screen()
        health.register()
        for role in (Role.ADMINISTRATOR, Role.OFFICE, Role.EDITOR, Role.LEADER):
            grant(role, "config.add_purgerequest", "config.view_purgerequest")
        for role in (Role.ADMINISTRATOR, Role.LEADER):
            grant(role, "config.decide_purgerequest")
