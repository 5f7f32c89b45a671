"""The program whose look the stored pages have."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Release(models.Model):
    """A program that has rendered this site; there is at most one row.

    Attributes:
        fingerprint: Digest of the program's own files; see ``services.releases``.
        since: When it took over.
    """

    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    since = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")

    def __str__(self) -> str:
        return self.fingerprint[:12]
