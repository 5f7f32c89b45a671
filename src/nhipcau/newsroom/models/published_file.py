"""Which recordings and documents readers are offered, so that exactly these are copied out."""

from typing import Any

from django.db import models
from django.db.models import Q


class PublishedFile(models.Model):
    """A recording or document that the live text of a language version offers.

    Attributes:
        page: The language version.
        recording: The recording, or empty.
        document: The document, or empty.
    """

    page = models.ForeignKey(
        "newsroom.StoryPage", on_delete=models.CASCADE, related_name="published_files"
    )
    recording = models.ForeignKey(
        "library.Recording", on_delete=models.CASCADE, null=True, related_name="publications"
    )
    document = models.ForeignKey(
        "library.Document", on_delete=models.CASCADE, null=True, related_name="publications"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(recording__isnull=False, document__isnull=True)
                | Q(recording__isnull=True, document__isnull=False),
                name="newsroom_published_file_one",
            ),
            models.UniqueConstraint(
                fields=["page", "recording"], name="newsroom_published_recording_unique"
            ),
            models.UniqueConstraint(
                fields=["page", "document"], name="newsroom_published_document_unique"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} · {self.medium}"

    @property
    def medium(self) -> Any:
        """What is offered."""
        return self.recording or self.document
