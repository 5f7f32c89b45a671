"""Reading spreadsheets of bodies, places, offices and people: rows by the columns' names."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import translation
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from nhipcau.agencies.exceptions import UnreadableSheet
from nhipcau.agencies.types import SheetRow
from nhipcau.common.text import fold, nfc

# Nobody else can write while an import goes on, not even while one is tried out.
LARGEST_ROWS = 500
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
_UNREADABLE = (
    zipfile.BadZipFile,
    InvalidFileException,
    KeyError,
    TypeError,
    ValueError,
    OSError,
    SyntaxError,
    zlib.error,
)
YES = {"x", "co", "yes", "true", "1"}


def language_in_vietnamese(code: str) -> str:
    """What Vietnamese call a language, such as ``tiếng Hàn``.

    Args:
        code: BCP 47 code.
    """
    with translation.override("vi"):
        try:
            name = str(get_language_info(code)["name_translated"])
        except KeyError:
            # Django does not know every language of our neighbours.
            name = {"lo": "Tiếng Lào", "km": "Tiếng Khmer"}.get(code, code)
    return name[:1].lower() + name[1:]


def name_columns() -> dict[str, tuple[str, ...]]:
    """Columns for names in every language of the site, such as ``Tên tiếng Lào``."""
    found: dict[str, tuple[str, ...]] = {}
    for code in dict(settings.LANGUAGES):
        spoken = fold(language_in_vietnamese(code))
        found[f"name_{code}"] = (f"name_{code}", f"ten {spoken}", f"ten ({code})")
        found[f"short_{code}"] = (f"short_{code}", f"viet tat {spoken}", f"viet tat ({code})")
    return found


def read_sheet(
    data: bytes,
    columns: Mapping[str, tuple[str, ...]] = COLUMNS,
    needed: tuple[str, ...] = ("name_vi",),
) -> list[SheetRow]:
    """Read the first sheet that has a heading row with the columns that are needed.

    Args:
        data: Content of an XLSX file.
        columns: Our name of each column, with its spellings, folded.
        needed: Columns without which it is another sheet.

    Returns:
        Its rows below the heading, without empty ones.

    Raises:
        UnreadableSheet: if it is no XLSX file, is too large, or has no heading we know or nothing
            below it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(item.file_size for item in archive.infolist()) > LARGEST_UNPACKED_BYTES:
                raise UnreadableSheet(_("The file unpacks to more than 200 MB."))
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        spellings = {
            name: (*columns.get(name, ()), *name_columns().get(name, ()))
            for name in (*columns, *(name_columns() if "name_vi" in columns else ()))
        }
        has_heading = False
        for sheet in book.worksheets:
            rows = _rows(sheet, spellings, needed)
            if rows:
                return rows
            has_heading = has_heading or rows is not None
    # Damaged XML is a syntax error, and is met only when its part is read.
    except _UNREADABLE as error:
        raise UnreadableSheet from error
    if has_heading:
        raise UnreadableSheet(_("There is nothing below the heading row. Fill in a row."))
    raise UnreadableSheet(
        _(
            "No sheet has a heading row with the columns that are needed. Download the sample "
            "file and fill it in."
        )
    )


def _rows(
    sheet: Any, spellings: Mapping[str, tuple[str, ...]], needed: tuple[str, ...]
) -> list[SheetRow] | None:
    """The rows of one sheet below its heading; ``None`` without such a heading."""
    columns: dict[int, str] = {}
    rows = []
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > LARGEST_ROWS:
            raise UnreadableSheet(_("The sheet has more than 500 rows. Divide it."))
        texts = [_text(cell) for cell in cells]
        if not columns:
            found = {
                position: name
                for position, text in enumerate(texts)
                for name, known in spellings.items()
                if fold(text).strip() in known
            }
            if set(needed) <= set(found.values()):
                columns = found
            continue
        values = {
            name: texts[position] for position, name in columns.items() if position < len(texts)
        }
        if any(values.values()):
            rows.append(SheetRow(number, values))
    return rows if columns else None


def _text(cell: Any) -> str:
    """A cell as text; dates in ISO form."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return nfc(str(cell)).strip() if cell is not None else ""


def day_of(text: str) -> date | None:
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


def refuse_overlong(thing: models.Model) -> None:
    """Refuse what has a text for which there is no room.

    Raises:
        ValueError: with a sentence for the person.
    """
    for field in thing._meta.concrete_fields:
        value, room = getattr(thing, field.attname), field.max_length
        if room and isinstance(value, str) and len(value) > room:
            raise ValueError(
                _("“%(text)s…” is too long for “%(field)s”: at most %(room)d letters.")
                % {"text": value[:30], "field": field.verbose_name, "room": room}
            )


def is_yes(text: str) -> bool:
    """Whether a cell says yes."""
    return fold(text) in YES


def kind_of(kinds: type[models.TextChoices], text: str) -> str | None:
    """A kind as offices write it, in Vietnamese or English whatever the reader's language.

    Args:
        kinds: What there is.
        text: A kind's whole label, some of its parts (“Sở, ban” of “Sở, ban, ngành”) or its value.

    Returns:
        Its value; ``None`` when it is no kind, or some of several.
    """
    known: dict[str, str] = {}
    for language in ("vi", "en"):
        with translation.override(language):
            for item in kinds:
                for spelling in (str(item.label), *_parts(str(item.label))):
                    known.setdefault(fold(spelling).strip(), item.value)
    known |= {item.value: item.value for item in kinds}
    if whole := known.get(fold(text).strip()):
        return whole
    meant = {known.get(fold(part).strip()) for part in _parts(text)}
    return meant.pop() if len(meant) == 1 else None


def _parts(label: str) -> list[str]:
    """What a label lists: “Xã”, “phường” and “thị trấn”; without what stands in brackets."""
    bare = re.sub(r"\(.*?\)", "", label)
    listed = [part.strip() for part in re.split(r",|;|/| or ", bare) if part.strip()]
    return listed + [part.removeprefix("Cấp ") for part in listed if part.startswith("Cấp ")]
