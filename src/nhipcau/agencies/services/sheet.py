"""Bringing agencies and places in from a spreadsheet, dry run first."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from nhipcau.agencies.enums import AgencyKind, PlaceKind
from nhipcau.agencies.models import Agency, Named
from nhipcau.agencies.services.reading import day_of, is_yes, kind_of, refuse_overlong
from nhipcau.agencies.types import ImportOutcome, SheetRow
from nhipcau.common.clock import today
from nhipcau.common.exceptions import NotPermitted
from nhipcau.common.text import fold, slug


def import_rows(
    *, model: type[Named], rows: list[SheetRow], actor: Any, dry_run: bool
) -> ImportOutcome:
    """Create or complete agencies or places, all or nothing.

    A row whose code or current name is known completes that thing; a name it has already is not
    added twice. Nothing is deleted.

    Args:
        model: :class:`Agency` or :class:`Place`.
        rows: As read by :func:`read_sheet`.
        actor: Who does it; needs the permission to add; ``None`` for the command line.
        dry_run: Only say what would happen.

    Raises:
        NotPermitted: if the person may not.
    """
    permission = f"agencies.add_{model._meta.model_name}"
    if actor is not None and not actor.has_perm(permission):
        raise NotPermitted
    outcome = ImportOutcome(is_dry_run=dry_run)
    known = _Known(model)
    with transaction.atomic():
        for row in rows:
            _import_row(model, row, known, outcome)
        if dry_run:
            transaction.set_rollback(True)
    return outcome


class _Known:
    """Which agency bears which name today: read once, since a sheet has many rows."""

    def __init__(self, model: type[Named]) -> None:
        self._things: dict[str, Any] = {}
        self._names: dict[int, str] = {}
        # Communes of two provinces may share a name.
        self._by_name = model is Agency
        if self._by_name:
            for agency in Agency.objects.prefetch_related("names"):
                self.note(agency)

    def note(self, thing: Any) -> None:
        """Remember what a thing that was just read or written is called."""
        if not self._by_name:
            return
        self._things.pop(self._names.pop(thing.pk, ""), None)
        if thing.is_valid_on(today()) and (name := fold(thing.name())):
            self._things[name], self._names[thing.pk] = thing, name

    def called(self, name: str) -> Any:
        """The agency that bears a name today, read afresh; ``None`` if none does."""
        thing = self._things.get(fold(name))
        return thing and type(thing)._default_manager.get(pk=thing.pk)


def _import_row(model: type[Named], row: SheetRow, known: _Known, outcome: ImportOutcome) -> None:
    """One row; what is wrong with it goes into the outcome, and nothing of it is written."""
    try:
        with transaction.atomic():
            became, thing = _written(model, row, known)
    except ValueError as error:
        outcome.problems.append((row.number, str(error)))
        return
    if became != "unchanged":
        known.note(model._default_manager.get(pk=thing.pk))
    getattr(outcome, became).append(thing.code)


def _written(model: type[Named], row: SheetRow, known: _Known) -> tuple[str, Any]:
    """Write one row; what became of the thing, and the thing.

    Raises:
        ValueError: with a sentence for the person.
    """
    name = row.values.get("name_vi", "")
    if not name:
        raise ValueError(_("There is no Vietnamese name."))
    fields = _fields(model, row)
    thing = _thing(model, row.values.get("code", ""), name, known)
    is_new = thing._state.adding
    before = {field: getattr(thing, field) for field in fields}
    for field, value in fields.items():
        setattr(thing, field, value)
    if is_new or before != fields:
        thing.save()
    added = [
        _add_name(thing, language, row)
        for language in dict(settings.LANGUAGES)
        if row.values.get(f"name_{language}")
    ]
    is_changed = any(added) or before != fields
    return ("created" if is_new else "changed" if is_changed else "unchanged"), thing


def _thing(model: type[Named], given: str, name: str, known: _Known) -> Any:
    """The thing that a row is about: by its code, an agency without one by its name; or a new one.

    Raises:
        ValueError: if the code is new, and the name another agency's.
    """
    code = slug(given or name)[:60]
    found = model._default_manager.filter(code=code).first()
    if found is None:
        found = known.called(name)
        if found is not None and given:
            raise ValueError(
                _("“%(name)s” is “%(code)s” already. Give that code, or the other's full name.")
                % {"name": name, "code": found.code}
            )
    return found or model(code=code)


def _fields(model: type[Named], row: SheetRow) -> dict[str, Any]:
    """The row's own fields.

    Raises:
        ValueError: with a sentence for the person.
    """
    values = row.values
    fields: dict[str, Any] = {}
    first, last = (day_of(values.get(column, "")) for column in ("valid_from", "valid_to"))
    if first and last and last < first:
        raise ValueError(_("The last day is before the first."))
    kinds: type[AgencyKind] | type[PlaceKind] = AgencyKind if model is Agency else PlaceKind
    if kind := values.get("kind"):
        found_kind = kind_of(kinds, kind)
        if found_kind is None:
            raise ValueError(
                _("“%(kind)s” is no kind we know. These are: %(known)s.")
                % {"kind": kind, "known": "; ".join(str(item.label) for item in kinds)}
            )
        fields["kind"] = found_kind
    if parent := values.get("parent"):
        found = model._default_manager.filter(code=slug(parent)).first()
        if found is None:
            raise ValueError(
                _("“%(code)s” is not known yet. Put its row above this one.") % {"code": parent}
            )
        fields["parent_id"] = found.pk
    flag = "is_committee_member" if model is Agency else "is_partner"
    if values.get(flag):
        fields[flag] = is_yes(values[flag])
    return fields


def _add_name(thing: Any, language: str, row: SheetRow) -> bool:
    """Add a dated name unless it is there; whether it was added."""
    name = row.values[f"name_{language}"]
    valid_from = day_of(row.values.get("valid_from", ""))
    if thing.names.filter(language=language, name=name, valid_from=valid_from).exists():
        return False
    same = thing.names.filter(language=language)
    if valid_from is None and not row.values.get("valid_to") and same.exists():
        if same.filter(name=name).exists():
            return False
        raise ValueError(
            _("“%(code)s” has another name already. Say from which day the new one holds.")
            % {"code": thing.code}
        )
    if valid_from is not None and not row.values.get("valid_to"):
        # The name before it held until the day before.
        same.filter(Q(valid_from__isnull=True) | Q(valid_from__lt=valid_from)).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=valid_from)
        ).update(valid_to=valid_from - timedelta(days=1))
    if valid_from is not None and same.filter(valid_from=valid_from).exists():
        raise ValueError(
            _("“%(code)s” has another name from that day on already.") % {"code": thing.code}
        )
    added = thing.names.model(
        **{thing._meta.model_name: thing},
        language=language,
        name=name,
        short_name=row.values.get(f"short_{language}", ""),
        valid_from=valid_from,
        valid_to=day_of(row.values.get("valid_to", "")),
        source=row.values.get("source", ""),
    )
    refuse_overlong(added)
    added.save()
    return True
