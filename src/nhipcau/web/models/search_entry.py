"""What readers can search: one row a public language version."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchEntry(models.Model):
    """A language version as search sees it.

    The words stand in a full-text index beside this table, made by a migration: an FTS5 table on
    SQLite, two ``tsvector`` columns on PostgreSQL. Embargo and withdrawal are asked of the work
    at every search.

    Attributes:
        page: The language version.
        language: BCP 47 code.
        section_id: Database id of the section, if any.
        published_at: First publication of the work.
        headline: As published.
        text: Lead and body as plain text, NFC.
    """

    page = models.OneToOneField(
        "newsroom.StoryPage",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="search_entry",
    )
    language = models.CharField(max_length=12)
    section_id = models.BigIntegerField(null=True)
    published_at = models.DateTimeField()
    headline = models.CharField(max_length=255)
    text = models.TextField()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [
            models.Index(fields=["language", "-published_at"], name="web_search_language"),
        ]

    def __str__(self) -> str:
        return self.headline
