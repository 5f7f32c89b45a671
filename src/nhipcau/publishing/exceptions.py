"""What can go wrong while publishing."""

from django.utils.translation import gettext_lazy as _

from nhipcau.common.exceptions import DomainError


class PublishingError(DomainError):
    """Base of the publisher's errors."""

    code = "publishing.error"


class BadAddress(PublishingError):
    """An address that cannot be stored as a file."""

    code = "publishing.bad_address"
    message = _("This address cannot be stored as a file.")


class BadAnswer(PublishingError):
    """A surface returned something that would never be right."""

    code = "publishing.bad_answer"
    message = _("The page was rendered wrongly.")
