"""The base of every error that a person is told about."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class DomainError(Exception):
    """Something the rules of the office do not allow.

    Attributes:
        code: Stable name of the error, such as ``newsroom.own_text``.
        message: Sentence for the person, translatable, saying what to do.
    """

    code: ClassVar[str] = "common.error"
    message: str | Promise = _("This cannot be done.")

    def __init__(self, message: str | Promise | None = None) -> None:
        if message is not None:
            self.message = message
        super().__init__(str(self.message))


class NotPermitted(DomainError):
    """The person may not do this."""

    code = "common.not_permitted"
    message = _("You do not have permission to do this.")
