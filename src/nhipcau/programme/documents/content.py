"""The bodies of plan, report and letter, the same for DOCX and PDF.

Official documents are Vietnamese; their fixed sentences are therefore not translated.
"""

from dataclasses import replace

from nhipcau.agencies.enums import DocumentSystem
from nhipcau.programme.documents.frame import (
    head_of,
    left_width_mm,
    number_line,
    page_of,
    recipients_of,
    reference_of,
    signature_of,
    title_of,
    written_date,
)
from nhipcau.programme.documents.grids import figure_grid, indicator_grid, report_grid, task_grid
from nhipcau.programme.documents.parts import (
    Align,
    Annex,
    Grid,
    Line,
    OfficialDocument,
    TableCell,
    Text,
)
from nhipcau.programme.documents.wording import ROMAN, day_text, timing_text
from nhipcau.programme.types import Header, LetterOutline, PlanOutline, ReportOutline

_END = "./."


def plan_document(plan: PlanOutline) -> OfficialDocument:
    """A plan with its tasks in an annex.

    Args:
        plan: What it says.
    """
    header = plan.header
    body: list[Text | Grid] = [
        Text(line, italic=True) for line in _bases(plan.legal_bases, header.system)
    ]
    summary = plan.title or f"Công tác thông tin đối ngoại năm {plan.year or ''}".strip()
    if summary.casefold().startswith("kế hoạch "):
        # The kind of document stands above the summary already.
        rest = summary[len("kế hoạch ") :].strip()
        summary = rest[:1].upper() + rest[1:]
    body.append(
        Text(f"{_sentence_name(header.issuer)} ban hành Kế hoạch {_lowered(summary)} như sau:")
    )
    parts: list[tuple[str, list[Text | Grid]]] = []
    aims = [Text(line) for line in plan.purposes] + [Text(line) for line in plan.objectives]
    if plan.indicators:
        aims += [Text("Chỉ tiêu:", with_next=True), indicator_grid(plan.indicators)]  # type: ignore[list-item]
    if aims:
        parts.append(("MỤC ĐÍCH, YÊU CẦU", list(aims)))
    parts.append(
        (
            "NỘI DUNG, NHIỆM VỤ",
            [Text("Nội dung, nhiệm vụ, cơ quan chủ trì, phối hợp và thời gian thực hiện tại "
                  "Phụ lục kèm theo Kế hoạch này.")],
        )
    )  # fmt: skip
    if plan.funding:
        parts.append(("KINH PHÍ THỰC HIỆN", [Text(line) for line in plan.funding]))
    if plan.organisation:
        parts.append(("TỔ CHỨC THỰC HIỆN", [Text(line) for line in plan.organisation]))
    body += _numbered(parts, party=header.system == DocumentSystem.PARTY)
    annex = Annex(
        ("Phụ lục", f"DANH MỤC NHIỆM VỤ {summary}".upper()),
        f"(Kèm theo {_reference('Kế hoạch', header)})",
        (task_grid(plan.tasks),),
    )
    return _document(header, "KẾ HOẠCH", summary, body, (annex,))


def report_document(report: ReportOutline) -> OfficialDocument:
    """A period report with its annex.

    Args:
        report: What it says.
    """
    header = report.header
    parts: list[tuple[str, list[Text | Grid]]] = [
        (passage.title.upper(), [Text(line) for line in passage.paragraphs])
        for passage in report.passages
        if passage.paragraphs
    ]
    if report.figures:
        parts.append(("SỐ LIỆU TỔNG HỢP", [figure_grid(report.figures)]))
    if report.not_reported:
        names = "; ".join(report.not_reported)
        parts.append(("CƠ QUAN CHƯA BÁO CÁO", [Text(f"{names}.")]))
    body: list[Text | Grid] = [
        Text(
            f"{_sentence_name(header.issuer)} báo cáo {_lowered(report.title)} (từ ngày "
            f"{day_text(report.start)} đến ngày {day_text(report.end)}) như sau:"
        ),
        *_numbered(parts, party=header.system == DocumentSystem.PARTY),
    ]
    closing: list[Text | Grid] = [report_grid(report.rows)]
    if report.digest:
        closing.append(
            Text(
                f"Số liệu đã chốt; mã đối chiếu SHA-256: {report.digest}",
                align=Align.LEFT, italic=True, indented=False, size=9,
            )
        )  # fmt: skip
    annex = Annex(
        ("Phụ lục", f"KẾT QUẢ THỰC HIỆN NHIỆM VỤ {report.period_name}".upper()),
        f"(Kèm theo {_reference('Báo cáo', header)})",
        tuple(closing),
    )
    return _document(header, "BÁO CÁO", report.title, body, (annex,) if report.rows else ())


def letter_document(letter: LetterOutline) -> OfficialDocument:
    """A reminder letter.

    Args:
        letter: What it says.
    """
    header = letter.header
    first, *others = letter.paragraphs or ("",)
    body: list[Text | Grid] = [
        Text(f"Kính gửi: {letter.addressee}.", align=Align.CENTRE, indented=False, space_before=12),
        Text(first, space_before=12),
    ]
    if letter.tasks:
        rows = tuple(
            (
                TableCell(task.number or str(index), Align.CENTRE),
                TableCell(task.text),
                TableCell(timing_text(task), Align.CENTRE),
            )
            for index, task in enumerate(letter.tasks, start=1)
        )
        page = page_of(header)
        width = 210 - page.left - page.right
        # The first paragraph speaks of the tasks below it.
        body.append(Grid((14, width - 54, 40), ("TT", "Nhiệm vụ", "Thời gian"), rows))
    body += [Text(line) for line in others]
    if letter.due and not any(day_text(letter.due) in line for line in letter.paragraphs):
        body.append(Text(f"Thời hạn gửi báo cáo: chậm nhất ngày {day_text(letter.due)}."))
    addressed = replace(header, recipients=("Như trên", *header.recipients))
    return _document(addressed, "", letter.summary, body, (), about=letter.summary)


def _document(
    header: Header,
    kind: str,
    summary: str,
    body: list[Text | Grid],
    annexes: tuple[Annex, ...],
    *,
    about: str = "",
) -> OfficialDocument:
    texts = [(at, part) for at, part in enumerate(body) if isinstance(part, Text)]
    if texts:
        at, last = texts[-1]
        # State documents end with ./. ; the last paragraph never leaves the signature alone.
        ended = last.text
        if header.system == DocumentSystem.STATE:
            ended = ended.rstrip(" .;") + _END
        body[at] = replace(last, text=ended, with_next=at == len(body) - 1)
    title: tuple[Line, ...] = title_of(header, kind=kind, summary=summary) if kind else ()
    return OfficialDocument(
        page=page_of(header),
        left_mm=left_width_mm(header),
        head=head_of(header),
        reference=reference_of(header, about=about),
        title=title,
        body=tuple(body),
        recipients=recipients_of(header),
        signature=signature_of(header),
        annexes=annexes,
        subject=f"{kind.capitalize()} {summary}".strip(),
    )


def _numbered(parts: list[tuple[str, list[Text | Grid]]], *, party: bool) -> list[Text | Grid]:
    mark = "-" if party else "."
    body: list[Text | Grid] = []
    for index, (title, content) in enumerate(parts):
        body.append(Text(f"{ROMAN[index]}{mark} {title}", bold=True, with_next=True))
        body += content
    return body


def _reference(kind: str, header: Header) -> str:
    number = number_line(header).removeprefix("Số").lstrip(": ")
    return f"{kind} số {number} {written_date(header.issued_on)} của {header.issuer}"


def _bases(lines: tuple[str, ...], system: DocumentSystem) -> list[str]:
    """Legal bases, each closed; Decree 30 wants a full stop after the last."""
    closed = [
        line if line.rstrip().endswith((";", ",", ".", ":")) else f"{line.rstrip()};"
        for line in lines
    ]
    if closed and system == DocumentSystem.STATE:
        closed[-1] = closed[-1].rstrip(" ;,.") + "."
    return closed


def _lowered(text: str) -> str:
    """First letter small, unless the word is an abbreviation or a name."""
    if len(text) > 1 and text[0].isupper() and text[1].islower():
        return text[0].lower() + text[1:]
    return text


def _sentence_name(issuer: str) -> str:
    """A body's name as it begins a sentence, also when it was typed in capitals."""
    return issuer.capitalize() if issuer.isupper() else issuer
