"""App configuration of the ground floor."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """No models of its own: base classes, text, clock, registries."""

    name = "nhipcau.common"
    label = "common"
