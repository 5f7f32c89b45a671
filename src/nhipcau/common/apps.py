"""App configuration of the ground floor."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """No models of its own: base classes, text, clock, registries."""

    name = "nhipcau.common"
    label = "common"

    def ready(self) -> None:
        """Let pages about usage bear with things that are gone."""
        from nhipcau.common import references

        references.install()
