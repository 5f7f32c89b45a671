"""What follows from changes of photographs."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from nhipcau.library.models import Image
from nhipcau.library.services.copies import remove_former_copies


@receiver(post_save, sender=Image)
def on_image(sender: Any, instance: Image, created: bool, **kwargs: Any) -> None:
    """What was taken out of a caption does not stay in a copy, whether readers have it or not."""
    if not created:
        remove_former_copies(instance)
