"""Which images readers see, so that exactly these are copied into the public store."""

from django.db import models


class PublishedImage(models.Model):
    """An image that the live text of a language version shows.

    Attributes:
        page: The language version.
        image: The image.
    """

    page = models.ForeignKey(
        "newsroom.StoryPage", on_delete=models.CASCADE, related_name="published_images"
    )
    image = models.ForeignKey(
        "library.Image", on_delete=models.CASCADE, related_name="publications"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page", "image"], name="newsroom_published_image_unique"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page_id} · {self.image_id}"
