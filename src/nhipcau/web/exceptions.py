"""What the site's rules do not allow."""

from django.utils.translation import gettext_lazy as _

from nhipcau.common.exceptions import DomainError


class NothingToAnswer(DomainError):
    """An answer to a reader is empty."""

    code = "web.nothing_to_answer"
    message = _("Write the answer first.")
