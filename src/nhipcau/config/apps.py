"""The top storey: what joins the apps into one program."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Holds the commands that concern the whole program."""

    name = "nhipcau.config"
    label = "config"

    def ready(self) -> None:
        """Add the health checks that concern the whole program."""
        from nhipcau.config import health

        health.register()
