"""Why a purge cannot be asked for or decided."""

from django.utils.translation import gettext_lazy as _

from nhipcau.common.exceptions import DomainError


class PurgeError(DomainError):
    """A purge is not possible so."""

    code = "config.purge"

    @classmethod
    def too_short(cls) -> "PurgeError":
        """The words would hit much else."""
        return cls(_("Give at least two words, or one of at least six letters or digits."))

    @classmethod
    def not_found(cls) -> "PurgeError":
        """Nothing is named."""
        return cls(_("Nothing was found under this name. Copy the address from the page itself."))

    @classmethod
    def same_person(cls) -> "PurgeError":
        """Whoever asks may not decide."""
        return cls(_("A second person has to decide: not the one who asked for it."))

    @classmethod
    def decided(cls) -> "PurgeError":
        """It was decided before."""
        return cls(_("This request has been decided already."))
