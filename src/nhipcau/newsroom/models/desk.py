"""Which source text lies at the translation desk."""

from django.db import models


class DeskText(models.Model):
    """The text that the translators of a language version work from.

    It is not a field of the page: publishing a revision puts the page's fields back to what
    they were when the revision was made, and the desk may have moved on since.

    Attributes:
        page: The version in the target language.
        source_revision_id: Revision of the source version that lies at the desk.
    """

    page = models.OneToOneField(
        "newsroom.StoryPage", on_delete=models.CASCADE, related_name="desk_text"
    )
    source_revision_id = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.page_id} ← {self.source_revision_id}"
