"""Reporting periods and the links by which agencies report without an account."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from nhipcau.accounts.models import User
from nhipcau.accounts.types import Actor
from nhipcau.agencies.models import Agency
from nhipcau.common.clock import CIVIL_ZONE
from nhipcau.programme.exceptions import BadPeriod, LinkExpired
from nhipcau.programme.models import ReportingLink, ReportingPeriod
from nhipcau.programme.permissions import require, user_can_manage_reporting
from nhipcau.programme.rules.periods import windows
from nhipcau.programme.services.audit import record

#: A link stays open this long after reports are due: late is better than never.
LINK_GRACE_DAYS = 30


@dataclass(frozen=True)
class OpenedLink:
    """A new reporting link; its secret is shown once and kept nowhere.

    Attributes:
        link: The stored link.
        secret: The secret part of the address.
    """

    link: ReportingLink
    secret: str


@transaction.atomic
def open_year(
    *, actor: Actor, year: int, first_day: date, kinds: list[str], days_to_report: int
) -> list[ReportingPeriod]:
    """Make the reporting periods of a year; those that exist already stay as they are.

    Args:
        actor: Somebody of the standing office.
        year: Reporting year, as printed.
        first_day: Its first day: 1 January, or the day after the last year's cut-off.
        kinds: Lengths wanted.
        days_to_report: Days between cut-off and the day reports are due, 0 to 60.

    Returns:
        The periods that were made.

    Raises:
        NotPermitted: if the actor may not manage reporting.
        BadPeriod: if the first day or the number of days makes no sense.
    """
    require(allowed=user_can_manage_reporting(actor))
    if not 0 <= days_to_report <= 60:
        raise BadPeriod(_("Reports are due between 0 and 60 days after the cut-off."))
    made = []
    for kind in kinds:
        for window in windows(
            year=year, first_day=first_day, kind=kind, days_to_report=days_to_report
        ):
            period, is_new = ReportingPeriod.objects.get_or_create(
                kind=window.kind,
                year=window.year,
                sequence=window.sequence,
                defaults={"start": window.start, "end": window.end, "due_on": window.due_on},
            )
            if is_new:
                made.append(period)
                record(actor=actor, instance=period, action="programme.period.created")
    return made


@transaction.atomic
def save_period(*, actor: Actor, period: ReportingPeriod) -> ReportingPeriod:
    """Change a period's days as long as nobody has reported for it.

    Raises:
        NotPermitted: if the actor may not manage reporting.
        BadPeriod: if reports exist and the days that count would change.
    """
    require(allowed=user_can_manage_reporting(actor))
    if period.pk is not None:
        before = ReportingPeriod.objects.select_for_update().get(pk=period.pk)
        moved = (before.start, before.end, before.kind) != (period.start, period.end, period.kind)
        if moved and before.reports.exists():
            raise BadPeriod(
                _(
                    "Agencies have already reported for this period: only the day reports are "
                    "due can still change."
                )
            )
    action = "programme.period.changed" if period.pk else "programme.period.created"
    period.save()
    record(actor=actor, instance=period, action=action)
    return period


def secret_digest(secret: str) -> str:
    """What is kept of a link's secret: SHA-256, hexadecimal."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def make_link(*, actor: User, agency: Agency, period: ReportingPeriod, now: datetime) -> OpenedLink:
    """Make a reporting link; earlier ones of the same agency and period stop working.

    Args:
        actor: Somebody of the standing office.
        agency: Whose tasks it opens.
        period: The period.
        now: Present moment.

    Raises:
        NotPermitted: if the actor may not manage reporting.
    """
    require(allowed=user_can_manage_reporting(actor))
    ReportingLink.objects.filter(agency=agency, period=period, revoked_at__isnull=True).update(
        revoked_at=now
    )
    secret = secrets.token_urlsafe(32)
    last_day = max(period.due_on, now.astimezone(CIVIL_ZONE).date())
    link = ReportingLink.objects.create(
        agency=agency,
        period=period,
        secret_digest=secret_digest(secret),
        created_by=actor,
        created_at=now,
        expires_at=datetime.combine(
            last_day + timedelta(days=LINK_GRACE_DAYS + 1), time.min, CIVIL_ZONE
        ),
    )
    record(actor=actor, instance=agency, action="programme.link.made", changed=False)
    return OpenedLink(link=link, secret=secret)


@transaction.atomic
def revoke_link(*, actor: Actor, link: ReportingLink, now: datetime) -> ReportingLink:
    """Stop a reporting link at once.

    Raises:
        NotPermitted: if the actor may not manage reporting.
    """
    link = ReportingLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    require(allowed=user_can_manage_reporting(actor))
    if link.revoked_at is None:
        link.revoked_at = now
        link.save(update_fields=["revoked_at"])
        record(actor=actor, instance=link.agency, action="programme.link.revoked", changed=False)
    return link


def open_link(*, secret: str, now: datetime) -> ReportingLink:
    """The link behind an address.

    Args:
        secret: Secret part of the address.
        now: Present moment.

    Raises:
        LinkExpired: if there is none, or it no longer works; the two are not told apart.
    """
    link = (
        ReportingLink.objects.filter(secret_digest=secret_digest(secret))
        .select_related("agency", "period")
        .first()
    )
    if link is None or not link.is_open_at(now):
        raise LinkExpired
    return link
