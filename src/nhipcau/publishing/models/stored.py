"""The index of the store: what lies at each address and what it depends on."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nhipcau.publishing.types import ADDRESS_LENGTH, KEY_LENGTH


class StoredAnswer(models.Model):
    """One public address and its stored answer.

    An answer with status 404 has a row only when something may bring it to life: an embargoed
    story has keys and ``valid_until`` but no file.

    Attributes:
        address: Absolute path.
        status: HTTP status of the answer.
        content_type: Media type with its charset.
        headers: Further headers, as pairs.
        location: Target of a redirect.
        digest: SHA-256 of everything a reader receives; see ``rules.answers``.
        size_bytes: Length of the uncompressed body.
        priority: ``surfaces.Priority`` of its surface.
        valid_until: From when the clock alone makes it stale.
        rendered_at: The moment it was rendered for.
        modified_at: Last-Modified, also the time of its files; only moves forward.
    """

    address = models.CharField(_("address"), max_length=ADDRESS_LENGTH, unique=True)
    status = models.PositiveSmallIntegerField(pgettext_lazy("publishing", "status"))
    content_type = models.CharField(_("media type"), max_length=100)
    headers = models.JSONField(_("headers"), default=list)
    location = models.CharField(_("redirects to"), max_length=2000, blank=True)
    digest = models.CharField(_("digest"), max_length=64)
    size_bytes = models.PositiveBigIntegerField(_("size"))
    priority = models.PositiveSmallIntegerField(_("priority"))
    valid_until = models.DateTimeField(_("valid until"), null=True, db_index=True)
    rendered_at = models.DateTimeField(_("rendered at"))
    modified_at = models.DateTimeField(_("last modified"))

    class Meta:
        verbose_name = _("stored page")
        verbose_name_plural = _("stored pages")
        indexes: ClassVar = [
            # Redirects and withdrawn pages are few and are listed for nginx.
            models.Index(fields=["status", "address"], name="publishing_stored_status"),
        ]

    def __str__(self) -> str:
        return self.address


class AnswerKey(models.Model):
    """A surrogate key that an answer depends on.

    Attributes:
        answer: The answer.
        key: Such as ``work:12``.
    """

    answer = models.ForeignKey(
        StoredAnswer, on_delete=models.CASCADE, related_name="keys", verbose_name=_("stored page")
    )
    key = models.CharField(_("key"), max_length=KEY_LENGTH)

    class Meta:
        verbose_name = _("key of a stored page")
        verbose_name_plural = _("keys of stored pages")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key", "answer"], name="publishing_key_unique")
        ]

    def __str__(self) -> str:
        return self.key
