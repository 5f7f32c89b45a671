"""Bringing agencies or places in from a spreadsheet, dry run first."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from nhipcau.agencies.enums import AgencyKind, PlaceKind
from nhipcau.agencies.exceptions import UnreadableSheet
from nhipcau.agencies.models import Agency, Named, Place
from nhipcau.agencies.types import ImportOutcome, SheetRow
from nhipcau.common.exceptions import NotPermitted
from nhipcau.common.text import fold, nfc, slug

LARGEST_ROWS = 20_000
LARGEST_UNPACKED_BYTES = 200 * 1024 * 1024
# Column names as offices write them, folded, by our own names.
COLUMNS = {
    "code": ("code", "ma", "ma co quan", "ma dia danh"),
    "kind": ("kind", "loai"),
    "name_vi": ("name_vi", "ten", "ten tieng viet", "ten co quan", "ten dia danh"),
    "name_en": ("name_en", "ten tieng anh", "english name"),
    "short_vi": ("short_vi", "viet tat", "ten viet tat", "ten tat"),
    "short_en": ("short_en", "viet tat tieng anh"),
    "parent": ("parent", "truc thuoc", "thuoc", "co quan cap tren"),
    "valid_from": ("valid_from", "tu ngay", "co hieu luc tu"),
    "valid_to": ("valid_to", "den ngay", "co hieu luc den"),
    "is_committee_member": ("is_committee_member", "thanh vien ban chi dao", "thanh vien"),
    "is_partner": ("is_partner", "doi tac"),
    "source": ("source", "nguon", "van ban"),
}
YES = {"x", "co", "yes", "true", "1"}


def read_sheet(data: bytes) -> list[SheetRow]:
    """Read the first sheet that has a heading row with a name.

    Args:
        data: Content of an XLSX file.

    Returns:
        Its rows below the heading, without empty ones.

    Raises:
        UnreadableSheet: if it is no XLSX file, is too large, or has no heading we know.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(item.file_size for item in archive.infolist()) > LARGEST_UNPACKED_BYTES:
                raise UnreadableSheet(_("The file unpacks to more than 200 MB."))
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise UnreadableSheet from error
    for sheet in book.worksheets:
        rows = list(_rows(sheet))
        if rows:
            return rows
    raise UnreadableSheet(_("No sheet has a heading row with the columns “Mã” and “Tên”."))


def _rows(sheet: Any) -> Iterator[SheetRow]:
    """The rows of one sheet below its heading."""
    columns: dict[int, str] = {}
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > LARGEST_ROWS:
            raise UnreadableSheet(_("The sheet has more than 20,000 rows. Divide it."))
        texts = [_text(cell) for cell in cells]
        if not columns:
            found = {
                position: name
                for position, text in enumerate(texts)
                for name, spellings in COLUMNS.items()
                if fold(text).strip() in spellings
            }
            if "name_vi" in found.values():
                columns = found
            continue
        values = {
            name: texts[position] for position, name in columns.items() if position < len(texts)
        }
        if any(values.values()):
            yield SheetRow(number, values)


def _text(cell: Any) -> str:
    """A cell as text; dates in ISO form."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return nfc(str(cell)).strip() if cell is not None else ""


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
    with transaction.atomic():
        for row in rows:
            _import_row(model, row, outcome)
        if dry_run:
            transaction.set_rollback(True)
    return outcome


def _import_row(model: type[Named], row: SheetRow, outcome: ImportOutcome) -> None:
    """One row; what is wrong with it goes into the outcome."""
    name = row.values.get("name_vi", "")
    if not name:
        outcome.problems.append((row.number, _("There is no Vietnamese name.")))
        return
    try:
        fields = _fields(model, row)
    except ValueError as error:
        outcome.problems.append((row.number, str(error)))
        return
    code = slug(row.values.get("code") or name)[:60]
    thing = model._default_manager.filter(code=code).first()
    is_new = thing is None
    if thing is None:
        thing = model(code=code)
    before = {field: getattr(thing, field) for field in fields}
    for field, value in fields.items():
        setattr(thing, field, value)
    if is_new or before != fields:
        thing.save()
    added = [
        _add_name(thing, language, row)
        for language in ("vi", "en")
        if row.values.get(f"name_{language}")
    ]
    if is_new:
        outcome.created.append(code)
    elif any(added) or before != fields:
        outcome.changed.append(code)
    else:
        outcome.unchanged.append(code)


def _fields(model: type[Named], row: SheetRow) -> dict[str, Any]:
    """The row's own fields.

    Raises:
        ValueError: with a sentence for the person.
    """
    values = row.values
    fields: dict[str, Any] = {}
    for column in ("valid_from", "valid_to"):
        _day(values.get(column, ""))
    kinds: type[AgencyKind] | type[PlaceKind] = AgencyKind if model is Agency else PlaceKind
    if kind := values.get("kind"):
        known = {fold(str(item.label)): item.value for item in kinds} | {
            item.value: item.value for item in kinds
        }
        if fold(kind) not in known and kind not in known:
            raise ValueError(_("“%(kind)s” is no kind we know.") % {"kind": kind})
        fields["kind"] = known.get(kind) or known[fold(kind)]
    if parent := values.get("parent"):
        found = model._default_manager.filter(code=slug(parent)).first()
        if found is None:
            raise ValueError(
                _("“%(code)s” is not known yet. Put its row above this one.") % {"code": parent}
            )
        fields["parent_id"] = found.pk
    flag = "is_committee_member" if model is Agency else "is_partner"
    if values.get(flag):
        fields[flag] = fold(values[flag]) in YES
    return fields


def _day(text: str) -> date | None:
    """A day written as 2025-07-01 or 1/7/2025.

    Raises:
        ValueError: if it is neither.
    """
    if not text:
        return None
    for pattern in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise ValueError(_("“%(text)s” is no date. Write it as 01/07/2025.") % {"text": text})


def _add_name(thing: Any, language: str, row: SheetRow) -> bool:
    """Add a dated name unless it is there; whether it was added."""
    name = row.values[f"name_{language}"]
    valid_from = _day(row.values.get("valid_from", ""))
    if thing.names.filter(language=language, name=name, valid_from=valid_from).exists():
        return False
    names = thing.names.model
    names.objects.create(
        **{thing._meta.model_name: thing},
        language=language,
        name=name,
        short_name=row.values.get(f"short_{language}", ""),
        valid_from=valid_from,
        valid_to=_day(row.values.get("valid_to", "")),
        source=row.values.get("source", ""),
    )
    return True


MODELS: dict[str, type[Named]] = {"agencies": Agency, "places": Place}
