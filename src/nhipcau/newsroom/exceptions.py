"""What the newsroom's rules do not allow."""

from django.utils.translation import gettext_lazy as _

from nhipcau.common.exceptions import DomainError, NotPermitted


class NewsroomError(DomainError):
    """Base of the newsroom's errors."""

    code = "newsroom.error"


class OwnText(NotPermitted):
    """A person tried to approve what they wrote or translated."""

    code = "newsroom.own_text"
    message = _("Nobody approves their own text. Ask a colleague to approve it.")


class NotReadyToPublish(NewsroomError):
    """A requirement for publication is not met."""

    code = "newsroom.not_ready"
    message = _("This is not ready for publication.")


class NotApproved(NewsroomError):
    """Nobody has approved exactly this text."""

    code = "newsroom.not_approved"
    message = _(
        "Nobody has approved exactly this text. Submit it for approval; a colleague who did not "
        "write it approves and thereby publishes it."
    )
