"""Runs of periodic jobs, so that a night missed is made up for and people see what ran."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobRun(models.Model):
    """The latest run of one periodic job.

    Attributes:
        name: Name in ``common.schedule``.
        started_at: When it last started.
        finished_at: When that run ended; empty while it runs or when it was killed.
        succeeded_at: When a run last ended well.
        last_error: What the last run ended with, empty if well.
        failures: Runs in a row that failed.
    """

    name = models.CharField(_("name"), max_length=100, unique=True)
    started_at = models.DateTimeField(_("started at"))
    finished_at = models.DateTimeField(_("finished at"), null=True)
    succeeded_at = models.DateTimeField(_("succeeded at"), null=True)
    last_error = models.TextField(_("last error"), blank=True)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0)

    class Meta:
        verbose_name = _("run of a periodic job")
        verbose_name_plural = _("runs of periodic jobs")

    def __str__(self) -> str:
        return self.name
