"""What a spreadsheet may list, and how each kind is read and brought in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.styles import Font

from nhipcau.agencies.models import Agency, Place
from nhipcau.agencies.services.people import (
    FOCAL_COLUMNS,
    OFFICE_COLUMNS,
    import_focal_points,
    import_offices,
)
from nhipcau.agencies.services.reading import COLUMNS, language_in_vietnamese
from nhipcau.agencies.services.sheet import import_rows
from nhipcau.agencies.types import ImportOutcome


@dataclass(frozen=True)
class SheetKind:
    """One kind of list.

    Attributes:
        name: Stable name, as the command takes it.
        label: What people call it.
        columns: Our name of each column with its spellings, folded.
        needed: Columns without which it is another sheet.
        headings: Headings of the sample file, in Vietnamese as offices write them.
        example: One row of the sample file.
        permission: What a person needs to bring it in.
        bring_in: Takes ``rows``, ``actor`` and ``dry_run``.
    """

    name: str
    label: str | Promise
    columns: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    headings: tuple[str, ...]
    example: tuple[str, ...]
    permission: str
    bring_in: Callable[..., ImportOutcome]


KINDS: dict[str, SheetKind] = {
    kind.name: kind
    for kind in (
        SheetKind(
            "agencies",
            _("Agencies"),
            COLUMNS,
            ("name_vi",),
            (
                "Mã", "Tên", "Viết tắt", "Loại", "Trực thuộc", "Thành viên Ban Chỉ đạo",
                "Từ ngày", "Đến ngày", "Nguồn",
            ),
            ("so-mau", "Sở Mẫu", "SM", "Sở, ban", "", "x", "01/07/2025", "", "Nghị quyết …"),
            "agencies.add_agency",
            partial(import_rows, model=Agency),
        ),
        SheetKind(
            "places",
            _("Places and partners"),
            COLUMNS,
            ("name_vi",),
            ("Mã", "Tên", "Loại", "Thuộc", "Đối tác", "Từ ngày", "Đến ngày", "Nguồn"),
            ("xa-mau", "Xã Mẫu", "Xã, phường", "", "", "01/07/2025", "", "Nghị quyết …"),
            "agencies.add_place",
            partial(import_rows, model=Place),
        ),
        SheetKind(
            "offices",
            _("Offices and who holds them"),
            OFFICE_COLUMNS,
            ("name_vi", "agency"),
            ("Mã", "Chức danh", "Cơ quan", "Họ tên", "Từ ngày", "Đến ngày", "Nguồn"),
            ("", "Giám đốc", "so-mau", "Họ tên mẫu", "01/07/2025", "", "Quyết định …"),
            "agencies.add_office",
            import_offices,
        ),
        SheetKind(
            "focal-points",
            _("Focal points"),
            FOCAL_COLUMNS,
            ("email", "agency"),
            ("Thư điện tử", "Cơ quan", "Từ ngày", "Đến ngày"),
            ("dau-moi@so-mau.example.vn", "so-mau", "01/07/2025", ""),
            "agencies.add_focalpoint",
            import_focal_points,
        ),
    )
}  # fmt: skip


def sample_file(kind: SheetKind) -> bytes:
    """An XLSX file with the headings of a kind, names in every language included, and a row.

    Args:
        kind: One of ``KINDS``.
    """
    book = Workbook()
    sheet: Any = book.active
    headings, example = list(kind.headings), list(kind.example)
    if "name_vi" in kind.columns:
        at = 2
        for code in dict(settings.LANGUAGES):
            if code == "vi":
                continue
            headings.insert(at, f"Tên {language_in_vietnamese(code)}")
            example.insert(at, "")
            at += 1
    sheet.append(headings)
    sheet.append(example)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = max(12, len(str(cell.value)) + 4)
    sheet.freeze_panes = "A2"
    out = BytesIO()
    book.save(out)
    return out.getvalue()
