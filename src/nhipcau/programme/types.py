"""What a plan, a period report, a letter and a report form contain, free of any database.

The plan reader makes a :class:`PlanOutline` from a file; the document writers make files from
these outlines; the services turn them into records and records into them. Dates are civil dates,
money is whole đồng, texts are Unicode NFC. Every text is in the language of the document.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from nhipcau.agencies.enums import DocumentSystem


@dataclass(frozen=True)
class Header:
    """The frame of an official document.

    The program never issues numbers: number, date and signature stay blank until the clerk has
    recorded the issued ones.

    Attributes:
        system: Whose rules the layout follows.
        issuer: Issuing body as printed, such as ``Ban Chỉ đạo công tác thông tin đối ngoại``.
        superior: Body above it as printed, empty when there is none.
        place: Place of issue, such as ``Đắk Lắk``.
        symbol: What follows the number: ``KH-UBND`` (State) or ``KH/BCĐ`` (Party).
        number: The issued number, empty when not issued yet.
        issued_on: Date of issue; ``None`` leaves a blank to fill in.
        authority: Capacity of the signatory, such as ``TM. ỦY BAN NHÂN DÂN``.
        signatory_title: Post of the signatory, such as ``Phó Chủ tịch``.
        signatory_name: Name of the signatory, empty for a blank.
        recipients: Lines of ``Nơi nhận``, without the closing ``Lưu`` line.
        archive: The closing line, such as ``Lưu: VT, VP.``
    """

    system: DocumentSystem = DocumentSystem.STATE
    issuer: str = ""
    superior: str = ""
    place: str = ""
    symbol: str = ""
    number: str = ""
    issued_on: date | None = None
    authority: str = ""
    signatory_title: str = ""
    signatory_name: str = ""
    recipients: tuple[str, ...] = ()
    archive: str = ""


@dataclass(frozen=True)
class IndicatorOutline:
    """What a task or an objective is measured by.

    Attributes:
        name: What is counted.
        unit: Unit as printed, such as ``lớp`` or ``%``.
        baseline: Value before the plan; ``None`` when not known.
        target: Value aimed at over the whole plan; ``None`` when not fixed.
        quarters: Targets of the four quarters; ``None`` where not fixed.
        key: Stable identifier across versions (UUID as text), empty when read from a file.
    """

    name: str
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    quarters: tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None] = (
        None,
        None,
        None,
        None,
    )
    key: str = ""


@dataclass(frozen=True)
class TaskOutline:
    """One task of a plan.

    Attributes:
        number: Number as printed, such as ``1`` or ``II.3.a``.
        group: Full heading of its group with the headings above it, joined by `` / ``.
        text: What is to be done.
        lead: Lead agency as written, empty when not understood.
        coordinators: Coordinating agencies as written.
        start: First day; ``None`` when not understood.
        due: Last day; ``None`` when not understood.
        recurring: Done all year round (``Thường xuyên``).
        timing: The time as written.
        product: Expected result as written.
        channel: Code of the channel (Circular 22/2016/TT-BTTTT art. 5), empty when unknown.
        kind: Code of the kind of information (Decree 72/2015/NĐ-CP), empty when unknown.
        budget_dong: Whole đồng; ``None`` when not given.
        budget_source: Where the money comes from, as written.
        indicators: What it is measured by.
        documents: References of guiding documents it fulfils, such as ``72/2015/NĐ-CP``.
        doubts: Sentences on what a person must look at.
        key: Stable identifier across versions and years (UUID as text), empty when from a file.
    """

    number: str
    group: str
    text: str
    lead: str = ""
    coordinators: tuple[str, ...] = ()
    start: date | None = None
    due: date | None = None
    recurring: bool = False
    timing: str = ""
    product: str = ""
    channel: str = ""
    kind: str = ""
    budget_dong: int | None = None
    budget_source: str = ""
    indicators: tuple[IndicatorOutline, ...] = ()
    documents: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class Passage:
    """A titled part of a document.

    Attributes:
        title: Heading without its number, such as ``Mục đích, yêu cầu``.
        paragraphs: Plain text, one paragraph each.
    """

    title: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanOutline:
    """A plan as read from a file or as it is to be printed.

    Attributes:
        year: First year of the plan; ``None`` when not understood.
        number: Number and symbol as printed, such as ``88/KH-UBND``.
        title: Summary line, such as ``Công tác thông tin đối ngoại năm 2020``.
        last_year: Last year of a plan of several years; the first one when ``None``.
        issued_on: Date of issue; ``None`` when not given.
        header: Frame of the document.
        legal_bases: Lines that begin with ``Căn cứ``.
        purposes: Part I, ``Mục đích, yêu cầu``.
        objectives: Aims of the plan as whole, with their indicators below.
        indicators: Indicators of the plan as a whole.
        tasks: Part II, in printed order.
        funding: Part III, ``Kinh phí``.
        organisation: Part IV, ``Tổ chức thực hiện``.
        not_understood: Text of the file that fits nowhere.
        doubts: Sentences on the plan as a whole that a person must look at.
    """

    year: int | None = None
    number: str = ""
    title: str = ""
    last_year: int | None = None
    issued_on: date | None = None
    header: Header = Header()
    legal_bases: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    indicators: tuple[IndicatorOutline, ...] = ()
    tasks: tuple[TaskOutline, ...] = ()
    funding: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class FigureOutline:
    """A figure in a report, with where it comes from.

    Attributes:
        name: What is counted.
        unit: Unit as printed.
        value: ``None`` prints “no data”, never 0.
        target: Value aimed at; ``None`` when not fixed.
        source: Where it comes from, such as the reporting agency and its letter.
        evidence_count: Number of records behind it.
        is_confirmed: ``False`` prints “unconfirmed”.
    """

    name: str
    unit: str = ""
    value: Decimal | None = None
    target: Decimal | None = None
    source: str = ""
    evidence_count: int = 0
    is_confirmed: bool = True


@dataclass(frozen=True)
class ReportRow:
    """One task in the annex of a period report.

    Attributes:
        number: Number of the task in the plan.
        group: Heading of its group.
        text: What was to be done.
        lead: Lead agency, by the name valid on the last day of the period.
        due: Last day of the task.
        state: State of the work, as a word of the document's language.
        results: What was done, a paragraph for each reporting agency.
        figures: Reported figures of the task.
        evidence: Names of attached files and links.
        obstacles: Difficulties, a paragraph each.
        proposals: Proposals, a paragraph each.
        is_reported: ``False`` prints “not reported”.
        is_overdue: Due day passed without being done.
    """

    number: str
    group: str
    text: str
    lead: str
    due: date | None = None
    state: str = ""
    results: tuple[str, ...] = ()
    figures: tuple[FigureOutline, ...] = ()
    evidence: tuple[str, ...] = ()
    obstacles: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    is_reported: bool = False
    is_overdue: bool = False


@dataclass(frozen=True)
class ReportOutline:
    """A period report with its annex.

    Attributes:
        header: Frame of the document.
        title: Summary line, such as ``Công tác thông tin đối ngoại quý I năm 2020``.
        period_name: Such as ``Quý I năm 2020``.
        start: First day of the period.
        end: Last day of the period (the cut-off).
        passages: Parts of the report in order.
        figures: Figures of the report as a whole.
        rows: The annex.
        not_reported: Names of agencies that owe a report.
        digest: SHA-256 of the frozen evidence, empty for a draft.
    """

    header: Header
    title: str
    period_name: str
    start: date
    end: date
    passages: tuple[Passage, ...] = ()
    figures: tuple[FigureOutline, ...] = ()
    rows: tuple[ReportRow, ...] = ()
    not_reported: tuple[str, ...] = ()
    digest: str = ""


@dataclass(frozen=True)
class LetterOutline:
    """A reminder letter to one agency.

    Attributes:
        header: Frame of the document; a letter has its summary (``V/v …``) below the number.
        summary: What it is about, without ``V/v``.
        addressee: The agency as printed after ``Kính gửi:``.
        paragraphs: Plain text.
        tasks: Tasks for which a report is due.
        due: Day by which to report.
    """

    header: Header
    summary: str
    addressee: str
    paragraphs: tuple[str, ...] = ()
    tasks: tuple[TaskOutline, ...] = ()
    due: date | None = None


@dataclass(frozen=True)
class ReportFormRow:
    """One task in a report form, empty when the form is made, filled when it is read back.

    Attributes:
        task_key: Stable identifier of the task (UUID as text); must survive the round trip.
        number: Number of the task in the plan.
        text: What is to be done.
        indicators: What it is measured by, with their keys.
        state: State of the work as code, empty when not filled in.
        done: What was done.
        actuals: Value in the period by indicator key; ``None`` when left empty.
        evidence: Links or names of enclosed files.
        obstacles: Difficulties.
        proposals: Proposals.
        doubts: Sentences on cells that could not be read; filled when read back.
    """

    task_key: str
    number: str
    text: str
    indicators: tuple[IndicatorOutline, ...] = ()
    state: str = ""
    done: str = ""
    actuals: tuple[tuple[str, Decimal | None], ...] = ()
    evidence: str = ""
    obstacles: str = ""
    proposals: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReportForm:
    """The form an agency without an account fills in and sends back.

    Attributes:
        agency_code: Stable handle of the agency.
        agency_name: Its name as printed.
        period_uuid: Identifier of the reporting period (UUID as text).
        period_name: Such as ``Quý I năm 2020``.
        due: Day by which to report.
        rows: One for each task.
    """

    agency_code: str
    agency_name: str
    period_uuid: str
    period_name: str
    due: date | None = None
    rows: tuple[ReportFormRow, ...] = ()
