"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammeConfig(AppConfig):
    """Guiding documents, plans, tasks and measures."""

    name = "nhipcau.programme"
    label = "programme"
    verbose_name = _("Programme")

    def ready(self) -> None:
        """Register what the programme itself can count, and its daily reminders."""
        from nhipcau.programme.measures.built_in import register_built_in
        from nhipcau.programme.tasks import register_jobs

        register_built_in()
        register_jobs()
