"""What the library does not take."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nhipcau.common.exceptions import DomainError


class LibraryError(DomainError):
    """Base of the library's errors."""

    code = "library.error"


class NotAPhoto(LibraryError):
    """The bytes are no photograph that can be shown."""

    code = "library.not_a_photo"
    message = _("This is not a photograph, or it is damaged. Copy it again from the camera.")


class PhotoTooLarge(LibraryError):
    """It has more pixels than can be handled safely."""

    code = "library.photo_too_large"
    message = _(
        "The photograph has too many pixels: at most 128 million as JPEG, 50 million in other "
        "formats. Make a smaller copy and use that."
    )


class MediumNotPublishable(LibraryError):
    """A photograph, recording or file may not be published."""

    code = "library.not_publishable"

    def __init__(self, name: str, reasons: Sequence[str | Promise]) -> None:
        self.reasons = reasons
        super().__init__(f"“{name}”: " + " ".join(str(reason) for reason in reasons))
