"""Number, date, title and year of a plan, read from what stands before and after its tasks."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from nhipcau.common.text import fold, nfc
from nhipcau.programme.plan_import.types import ReadPlan

_STATE = (
    r"\d{1,6}[a-zđ]?\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ][A-Za-zĐđ]{0,5}\s*-\s*"
    r"[A-ZĐ][A-Za-zĐđÂƯƠÔÊ&.]*(?:-[A-ZĐ][A-Za-zĐđ]*)*"
)
_PARTY = (
    r"\d{1,6}\s*-\s*[A-ZĐ][A-Za-zĐđ]{0,5}\s*/\s*[A-ZĐ][A-Za-zĐđÂƯƠÔÊ.]*(?:[/-][A-ZĐ][A-Za-zĐđ]*)*"
)
_NUMBER = rf"(?:{_STATE}|{_PARTY})"
_LETTERHEAD = re.compile(rf"^\W*(?:Số|SỐ)\s*:?\s*(?P<number>{_NUMBER})", re.M)
_ALONE = re.compile(rf"^\W*(?P<number>{_NUMBER})\W*$", re.M)
_BLANK = re.compile(
    r"^\W*(?:Số|SỐ)\s*:?[\s.…_]*[/-]?\s*[\s.…_]*(?P<symbol>[/-]\s*[A-ZĐ]{1,4}\s*[-/]\s*[A-ZĐ]\S*)",
    re.M,
)
_ANNEX = re.compile(
    rf"(?:kèm\s+theo|ban\s+hành\s+theo)[^()\n]{{0,80}}?\bsố\s*:?\s*(?P<number>{_NUMBER})", re.I
)
_DATE = re.compile(
    r"ngày\s+(?P<day>\d{1,2})\s*(?:tháng|/|-)\s*(?P<month>\d{1,2})\s*(?:năm|/|-)\s*(?P<year>\d{4})",
    re.I,
)
_LEGAL = re.compile(
    r"^\W*(?:Căn cứ|Thực hiện|Theo|Xét|Trên cơ sở|Nhằm|Để|Tiếp tục|UBND tỉnh|I\s*[.\-])"
)
_CITING = re.compile(
    r"^\W*(?:Căn cứ|Xét|I\s*[.\-]|(?:Thực hiện|Theo)\s+(?:Nghị|Quyết|Kế hoạch|Chỉ thị|Thông|"
    r"Công văn|Chương trình|Kết luận|Hướng dẫn|Văn bản|Luật|Quy chế|ý kiến))"
)
_TITLE = re.compile(
    r"^\W*(?:DỰ THẢO\s+)?(?:KẾ HOẠCH|CHƯƠNG TRÌNH|QUYẾT ĐỊNH|PHỤ LỤC|BẢNG|DANH MỤC|BIỂU|LỊCH)", re.I
)
_YEARS = re.compile(r"(?P<first>20\d\d)\s*[-–—]\s*(?P<last>20\d\d)")
_YEAR = re.compile(r"năm\s+(?P<year>20\d\d)", re.I)


def read_frame(lines: Iterable[str], *, sheet_names: Iterable[str], plan: ReadPlan) -> None:
    """Fill number, date, title, year and last year of a plan.

    Args:
        lines: Everything outside the task rows, in reading order.
        sheet_names: Names of a workbook's sheets, a last resort for the year.
        plan: Takes the result, and a remark for each thing that is uncertain.
    """
    lines = [nfc(part).strip() for line in lines for part in line.split("\n") if part.strip()]
    head = lines[:40]
    plan.number = _number(head, lines)
    if not plan.number:
        blank = _BLANK.search("\n".join(head))
        if blank:
            plan.not_understood.append(_("The plan has no number yet; only its symbol is there."))
        else:
            plan.not_understood.append(_("No number and symbol of the plan was found."))
    title = _title_lines(lines)
    plan.title = " ".join(title)
    dated = _issue_date(head, lines)
    plan.issued_on = dated
    _read_years(plan, sheet_names, lines)


def _number(head: list[str], lines: list[str]) -> str:
    joined = "\n".join(head)
    for pattern, text in ((_LETTERHEAD, joined), (_ANNEX, "\n".join(lines)), (_ALONE, joined)):
        for match in pattern.finditer(text):
            number = re.sub(r"\s+", "", match["number"])
            return number.rstrip(".,;")
    return ""


def _issue_date(head: list[str], lines: list[str]) -> date | None:
    for line in head:
        if _LEGAL.match(line):
            break
        match = _DATE.search(line)
        if match and len(line) < 90:
            return _made(match)
    for line in lines:
        if _ANNEX.search(line):
            match = _DATE.search(line)
            if match:
                return _made(match)
    return None


def _made(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _title_lines(lines: list[str]) -> list[str]:
    """The first title with the lines that continue it."""
    for at, line in enumerate(lines[:60]):
        if not _TITLE.match(line) or len(line) > 250 or _LETTERHEAD.match(line):
            continue
        title = [line]
        for place, following in enumerate(lines[at + 1 : at + 5]):
            # Right below the word “KẾ HOẠCH” stands the summary, whatever it begins with.
            citing = _LEGAL if place or len(line) > 20 else _CITING
            if (
                is_frame(following)
                or _LETTERHEAD.match(following)
                or citing.match(following)
                or following.startswith("(")
                or len(following) > 250
            ):
                break
            if re.match(r"^\W*$|^(?:STT|TT)$|^(?:[IVX]+|\d+)[.)\s\-–]", following):
                break
            title.append(following)
        # “KẾ HOẠCH” alone names the kind of document; the summary below is the title.
        return title[1:] if len(title) > 1 and len(line.strip()) <= 20 else title
    return []


def _read_years(plan: ReadPlan, sheet_names: Iterable[str], lines: list[str]) -> None:
    title = plan.title
    span = _YEARS.search(title)
    if span and int(span["first"]) < int(span["last"]):
        plan.year, plan.last_year = int(span["first"]), int(span["last"])
        return
    years = [int(match["year"]) for match in _YEAR.finditer(title)]
    if years:
        plan.year = years[-1]
        if len(set(years)) > 1:
            plan.not_understood.append(
                _("The title names several years; %(year)d was taken.") % {"year": plan.year}
            )
        plan.last_year = plan.year
        return
    for name in sheet_names:
        bare = re.search(r"(?<!\d)(20\d\d)(?!\d)", name)
        if bare:
            plan.year = plan.last_year = int(bare.group(1))
            plan.not_understood.append(
                _("The year was taken from the name of a sheet: %(year)d.") % {"year": plan.year}
            )
            return
    named = Counter(
        int(match["year"])
        for line in lines
        if re.search(r"kế hoạch|nhiệm vụ|chương trình", line, re.I) and not _LEGAL.match(line)
        for match in _YEAR.finditer(line)
    )
    if named:
        plan.year = plan.last_year = named.most_common(1)[0][0]
        plan.not_understood.append(
            _("The title names no year; %(year)d was taken from the text.") % {"year": plan.year}
        )
    elif plan.issued_on:
        plan.year = plan.last_year = plan.issued_on.year
        plan.not_understood.append(
            _("The title names no year; %(year)d was taken from the date of the document.")
            % {"year": plan.year}
        )
    else:
        plan.not_understood.append(_("The year of the plan was not found."))


def is_frame(text: str) -> bool:
    """Whether a table or row belongs to the letterhead or the signature, not to the tasks."""
    plain = fold(text)
    return bool(
        re.search(
            r"cong hoa xa hoi|doc lap\s*-?\s*tu do|dang cong san viet nam|noi nhan|"
            r"^\W*(?:tm|kt|tl|tuq|t/m|k/t|t/l)\.?\s|nguoi lap|thu truong don vi|chu tich\W*$",
            plain,
            re.M,
        )
    )
