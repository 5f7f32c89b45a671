"""What keeps a medium from being published."""

from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nhipcau.library.enums import Consent, Rights


def obstacles(
    *, rights: str, rights_expire_on: date | None, consent: str, today: date
) -> list[str | Promise]:
    """Why a medium may not be published.

    Args:
        rights: On what ground we may publish it.
        rights_expire_on: Last civil day on which it may be published.
        consent: Whether consent is recorded for children that can be recognised.
        today: Civil date.

    Returns:
        Sentences that say what to do; empty when nothing stands in the way.
    """
    found: list[str | Promise] = []
    if rights == Rights.UNCLEAR:
        found.append(_("The right to publish it is not settled. Ask the owner and record it."))
    if rights_expire_on is not None and rights_expire_on < today:
        found.append(
            _("The right to publish it ended on %(day)s. Renew it or use another one.")
            % {"day": date_format(rights_expire_on, "SHORT_DATE_FORMAT")}
        )
    if consent == Consent.MISSING:
        found.append(
            _("It shows children who can be recognised, without recorded consent. Record it first.")
        )
    return found
