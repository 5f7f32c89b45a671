"""What the rules of the programme do not allow."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from nhipcau.common.exceptions import DomainError


class FinalVersion(DomainError):
    """An approved version was about to change."""

    code = "programme.final_version"
    message = _("This version is approved and cannot change. Make an amendment instead.")


class WrongState(DomainError):
    """The step does not fit the state."""

    code = "programme.wrong_state"
    message = _("This step is not possible in the present state. Reload the page.")


class Incomplete(DomainError):
    """Something needed is missing."""

    code = "programme.incomplete"


class BadReference(DomainError):
    """Number and symbol do not follow the document system's pattern."""

    code = "programme.bad_reference"


class BadPeriod(DomainError):
    """A reporting period does not fit."""

    code = "programme.bad_period"


class LinkExpired(DomainError):
    """A reporting link no longer works."""

    code = "programme.link_expired"
    message = _(
        "This reporting link has expired or was withdrawn. Ask the standing office for a new one."
    )


class BadForm(DomainError):
    """A report form that was sent in cannot be read."""

    code = "programme.bad_form"


class UnknownMeasure(DomainError):
    """No measure has this slug."""

    code = "programme.unknown_measure"
    message = _("There is no such measure.")


class EditConflict(DomainError):
    """Somebody else saved the same record in between.

    Attributes:
        current: The record as it is now.
    """

    code = "programme.edit_conflict"
    message = _("Somebody else has saved changes in the meantime.")

    def __init__(self, current: Any) -> None:
        super().__init__()
        self.current = current
