"""Periodic work of the programme."""

from datetime import datetime, time

from nhipcau.common.clock import civil
from nhipcau.common.schedule import Job, registry
from nhipcau.programme.services.reminders import send_reminders

#: When people come to work: a reminder at night is read by nobody.
REMINDER_HOUR = time(7, 30)


def remind(now: datetime) -> None:
    """Send the day's reminders; sending twice on one day sends nothing more."""
    send_reminders(day=civil(now).date())


def register_jobs() -> None:
    """Add the programme's periodic jobs; called from ``ready()``."""
    registry.register(Job("programme.remind", remind, at=REMINDER_HOUR))
