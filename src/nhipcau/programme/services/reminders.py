"""Reminders by e-mail to focal points whose agency owes reports."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from nhipcau.agencies.models import Agency, FocalPoint
from nhipcau.programme.enums import BASE_PERIOD_KINDS
from nhipcau.programme.models import Reminder, ReportingPeriod
from nhipcau.programme.selectors.reporting import period_status, period_to_report

#: Days before reports are due on which people are reminded; later every third day.
DAYS_BEFORE = frozenset({7, 3, 1, 0})
EVERY_DAYS_LATE = 3
LAST_DAY_LATE = 30


@dataclass(frozen=True)
class Sent:
    """What a round of reminders did.

    Attributes:
        sent: Number of letters handed over.
        without_address: Agencies that owe reports and have no focal point.
    """

    sent: int
    without_address: tuple[str, ...]


def is_reminder_day(*, day: date, due_on: date) -> bool:
    """Whether people are reminded on a day.

    Args:
        day: A civil date.
        due_on: Day by which reports are due.
    """
    left = (due_on - day).days
    if left >= 0:
        return left in DAYS_BEFORE
    return -left <= LAST_DAY_LATE and -left % EVERY_DAYS_LATE == 0


def send_reminders(*, day: date) -> Sent:
    """Remind focal points of agencies with missing reports; nobody twice on one day.

    Args:
        day: The civil date.
    """
    sent = 0
    without: list[str] = []
    for kind in BASE_PERIOD_KINDS:
        period = period_to_report(day, kind)
        if period is None or not is_reminder_day(day=day, due_on=period.due_on):
            continue
        for row in period_status(period):
            if not row.missing:
                continue
            addresses = list(
                FocalPoint.objects.valid_on(day)
                .filter(agency=row.agency, user__is_active=True)
                .values_list("user__email", flat=True)
            )
            if not addresses:
                without.append(row.agency.name() or row.agency.code)
            for address in addresses:
                sent += _remind(
                    agency=row.agency,
                    period=period,
                    missing=row.missing,
                    day=day,
                    address=address,
                )
    return Sent(sent=sent, without_address=tuple(dict.fromkeys(without)))


def _remind(
    *, agency: Agency, period: ReportingPeriod, missing: int, day: date, address: str
) -> int:
    """Send one letter unless it was sent today; the note and the letter stand or fall together."""
    try:
        with transaction.atomic(), override(settings.LANGUAGE_CODE):
            Reminder.objects.create(agency=agency, period=period, day=day, address=address)
            values = {
                "agency": agency.name() or agency.code,
                "period": period.name,
                "in_sentence": period.name_in_sentence,
                "due": f"{period.due_on:%d/%m/%Y}",
                "missing": missing,
                "address": settings.NHIPCAU_BASE_URL + reverse("wagtailadmin_home"),
            }
            EmailMessage(
                subject=_("Reports due by %(due)s: %(period)s") % values,
                body=ngettext(
                    "%(agency)s still has %(missing)d task to report on for %(in_sentence)s.\n"
                    "Please report by %(due)s: %(address)s\n\n"
                    "If nothing was done on it, say so and why.",
                    "%(agency)s still has %(missing)d tasks to report on for %(in_sentence)s.\n"
                    "Please report by %(due)s: %(address)s\n\n"
                    "If nothing was done on a task, say so and why.",
                    missing,
                )
                % values,
                to=[address],
            ).send()
    except IntegrityError:
        return 0
    return 1
