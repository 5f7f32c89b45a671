"""Bringing offices with their holders, and focal points, in from a spreadsheet."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.accounts.models import User
from nhipcau.agencies.models import Agency, FocalPoint, Office, OfficeHolding, OfficeName
from nhipcau.agencies.services.reading import day_of, refuse_overlong
from nhipcau.agencies.types import ImportOutcome, SheetRow
from nhipcau.common.exceptions import NotPermitted
from nhipcau.common.text import fold, slug

OFFICE_COLUMNS = {
    "code": ("code", "ma", "ma chuc danh"),
    "name_vi": ("name_vi", "chuc danh", "chuc vu", "ten chuc danh"),
    "agency": ("agency", "co quan", "ma co quan", "don vi"),
    "holder": ("holder", "nguoi giu chuc danh", "ho ten", "ho va ten", "nguoi dam nhiem"),
    "valid_from": ("valid_from", "tu ngay", "giu chuc tu"),
    "valid_to": ("valid_to", "den ngay", "giu chuc den"),
    "source": ("source", "nguon", "van ban", "quyet dinh"),
}
FOCAL_COLUMNS = {
    "email": ("email", "thu dien tu", "dia chi thu dien tu"),
    "agency": ("agency", "co quan", "ma co quan", "don vi"),
    "valid_from": ("valid_from", "tu ngay"),
    "valid_to": ("valid_to", "den ngay"),
}


def import_offices(*, rows: list[SheetRow], actor: Any, dry_run: bool) -> ImportOutcome:
    """Create or complete offices and add who held them when; all or nothing.

    Args:
        rows: As read with ``OFFICE_COLUMNS``.
        actor: Who does it; ``None`` for the command line.
        dry_run: Only say what would happen.

    Raises:
        NotPermitted: if the person may not add offices.
    """
    return _import(rows, actor, "agencies.add_office", _office, dry_run=dry_run)


def import_focal_points(*, rows: list[SheetRow], actor: Any, dry_run: bool) -> ImportOutcome:
    """Say which colleague speaks for which agency; all or nothing.

    Args:
        rows: As read with ``FOCAL_COLUMNS``; the people have accounts already.
        actor: Who does it; ``None`` for the command line.
        dry_run: Only say what would happen.

    Raises:
        NotPermitted: if the person may not add focal points.
    """
    return _import(rows, actor, "agencies.add_focalpoint", _focal_point, dry_run=dry_run)


def _import(
    rows: list[SheetRow],
    actor: Any,
    permission: str,
    one: Callable[[SheetRow, dict[str, Agency]], tuple[str, str]],
    *,
    dry_run: bool,
) -> ImportOutcome:
    """Import row by row; what is wrong with a row goes into the outcome."""
    if actor is not None and not actor.has_perm(permission):
        raise NotPermitted
    outcome = ImportOutcome(is_dry_run=dry_run)
    agencies = _agencies()
    with transaction.atomic():
        for row in rows:
            try:
                with transaction.atomic():
                    became, name = one(row, agencies)
            except ValueError as error:
                outcome.problems.append((row.number, str(error)))
                continue
            getattr(outcome, became).append(name)
        if dry_run:
            transaction.set_rollback(True)
    return outcome


def _agencies() -> dict[str, Agency]:
    """Every agency by code and by each of its names, folded."""
    found: dict[str, Agency] = {}
    for agency in Agency.objects.prefetch_related("names"):
        for name in agency.names.all():
            found.setdefault(fold(name.name), agency)
            if name.short_name:
                found.setdefault(fold(name.short_name), agency)
    return found | {agency.code: agency for agency in Agency.objects.all()}


def _agency(row: SheetRow, agencies: dict[str, Agency]) -> Agency:
    """The agency that a row names by code or name.

    Raises:
        ValueError: with a sentence for the person.
    """
    text = row.values.get("agency", "")
    if not text:
        raise ValueError(_("There is no agency."))
    found = agencies.get(text) or agencies.get(fold(text)) or agencies.get(slug(text))
    if found is None:
        raise ValueError(
            _("“%(name)s” is no agency we know. Bring in the agencies first.") % {"name": text}
        )
    return found


def _office(row: SheetRow, agencies: dict[str, Agency]) -> tuple[str, str]:
    """One office with its holder; what became of it, and its code."""
    title = row.values.get("name_vi", "")
    if not title:
        raise ValueError(_("There is no title of an office."))
    agency = _agency(row, agencies)
    start, end = day_of(row.values.get("valid_from", "")), day_of(row.values.get("valid_to", ""))
    if start and end and end < start:
        raise ValueError(_("The last day is before the first."))
    code = slug(row.values.get("code") or f"{title} {agency.code}")[:60]
    office, is_new = Office.objects.get_or_create(code=code, defaults={"agency": agency})
    is_changed = office.agency_id != agency.pk
    if is_changed:
        office.agency = agency
        office.save()
    for language in dict(settings.LANGUAGES):
        name = row.values.get(f"name_{language}", "")
        if name and not office.names.filter(language=language, name=name).exists():
            named = OfficeName(
                office=office, language=language, name=name, source=row.values.get("source", "")
            )
            refuse_overlong(named)
            named.save()
            is_changed = True
    holder = row.values.get("holder", "")
    known = OfficeHolding.objects.filter(office=office, person_name=holder, valid_from=start)
    if holder and not known.exists():
        holding = OfficeHolding(
            office=office,
            person_name=holder,
            valid_from=start,
            valid_to=end,
            source=row.values.get("source", ""),
        )
        refuse_overlong(holding)
        holding.save()
        is_changed = True
    elif holder and known.exclude(valid_to=end).exists() and end:
        known.update(valid_to=end)
        is_changed = True
    return ("created" if is_new else "changed" if is_changed else "unchanged"), code


def _focal_point(row: SheetRow, agencies: dict[str, Agency]) -> tuple[str, str]:
    """One focal point; what became of it, and the person's address."""
    email = row.values.get("email", "").lower()
    agency = _agency(row, agencies)
    user = User.objects.filter(email__iexact=email, is_active=True).first() if email else None
    if user is None:
        raise ValueError(
            _("Nobody with the address “%(email)s” has an account. Invite this person first.")
            % {"email": email}
        )
    start, end = day_of(row.values.get("valid_from", "")), day_of(row.values.get("valid_to", ""))
    if start and end and end < start:
        raise ValueError(_("The last day is before the first."))
    point, is_new = FocalPoint.objects.get_or_create(
        user=user, agency=agency, valid_from=start, defaults={"valid_to": end}
    )
    is_changed = not is_new and point.valid_to != end
    if is_changed:
        point.valid_to = end
        point.save()
    return ("created" if is_new else "changed" if is_changed else "unchanged"), email
