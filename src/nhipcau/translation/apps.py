"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class TranslationConfig(AppConfig):
    """Segments, memory, terms, checks and the translation desk."""

    name = "nhipcau.translation"
    label = "translation"
    verbose_name = pgettext_lazy("translation", "Translation")

    def ready(self) -> None:
        """Say who may do what, and show the glossary to readers."""
        from nhipcau.accounts.enums import Role
        from nhipcau.accounts.permissions import grant
        from nhipcau.common.surfaces import registry
        from nhipcau.translation.surfaces import GlossarySurface

        registry.register(GlossarySurface())
        for role in (Role.REVISER, Role.EDITOR, Role.ADMINISTRATOR):
            grant(
                role, *(f"translation.{verb}_term" for verb in ("view", "add", "change", "delete"))
            )
        for role in (Role.TRANSLATOR, Role.OFFICE):
            grant(role, "translation.view_term", "translation.add_term")
