"""Sample data of the demo: a register, a 2019 plan with results, a 2020 plan.

What is public is taken over with its source: numbers and dates of documents, the results named
without figures and the three proposals of the conference of 4 March 2020. Everything else (who
leads what, dates within the year, the reports) is made up to show how the program works; it is
marked as sample and holds no figure, since none was published.
"""

from datetime import UTC, date, datetime
from typing import Any

from django.db import transaction

from nhipcau.accounts.models import User
from nhipcau.accounts.types import SYSTEM
from nhipcau.agencies.enums import AgencyKind, DocumentSystem
from nhipcau.agencies.models import Agency, AgencyName, FocalPoint
from nhipcau.programme.enums import (
    DocumentStatus,
    EnteredVia,
    PeriodKind,
    ReportState,
    VersionState,
    WorkState,
)
from nhipcau.programme.models import (
    Classification,
    GuidingDocument,
    Plan,
    ProgressReport,
    ReportingPeriod,
    Task,
)
from nhipcau.programme.services import sample_content as content
from nhipcau.programme.services.documents import save_document
from nhipcau.programme.services.periods import open_year
from nhipcau.programme.services.plans import (
    Approval,
    approve_version,
    create_plan,
    edit_version,
    move_version,
)
from nhipcau.programme.services.tasks import add_task

SAMPLE_SOURCE = "Dữ liệu mẫu"


def is_sample_loaded() -> bool:
    """Whether the sample plans are there."""
    return Plan.objects.filter(is_sample=True).exists()


@transaction.atomic
def load_sample(*, now: datetime, focal_point: User | None = None) -> int:
    """Write the sample register, plans and reports, unless they are there.

    Args:
        now: Moment of loading.
        focal_point: The demo's focal point, who then speaks for one of the agencies.

    Returns:
        How many tasks were written.
    """
    if is_sample_loaded():
        return 0
    agencies = {code: _agency(code, *names) for code, names in content.AGENCIES.items()}
    if focal_point is not None:
        FocalPoint.objects.get_or_create(user=focal_point, agency=agencies[content.FOCAL_AGENCY])
    committee = Agency.objects.filter(is_publisher=True).first() or agencies["ban-chi-dao"]
    documents = {row[1]: _document(row) for row in content.DOCUMENTS}
    for year in (2019, 2020):
        open_year(
            actor=SYSTEM,
            year=year,
            first_day=date(year, 1, 1),
            kinds=[PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR],
            days_to_report=10,
        )
    last = _plan(2019, committee, documents, agencies, content.TASKS_2019, content.PURPOSES_2019)
    _approve(last, "01-KH/BCĐ", date(2019, 1, 15), now)
    _results_of_2019(last)
    this = _plan(2020, committee, documents, agencies, content.TASKS_2020, content.PURPOSES_2020)
    this.copied_from = last
    this.save(update_fields=["copied_from"])
    _approve(this, "02-KH/BCĐ", date(2020, 3, 16), now)
    return Task.objects.filter(is_sample=True).count()


def _agency(code: str, kind: str, system: str, vi: str, short: str, en: str) -> Agency:
    agency = Agency.objects.filter(code=code).first()
    if agency is None:
        # The sample province may know the same body by another code: two records of one agency
        # would make every written name of it ambiguous.
        same = AgencyName.objects.filter(language="vi", name=vi).values_list("agency", flat=True)
        agency = Agency.objects.filter(pk__in=same).first()
    if agency is None:
        agency = Agency.objects.create(
            code=code,
            kind=AgencyKind(kind),
            document_system=DocumentSystem(system),
            is_committee_member=True,
        )
        AgencyName.objects.create(
            agency=agency, language="vi", name=vi, short_name=short, source=SAMPLE_SOURCE
        )
        AgencyName.objects.create(agency=agency, language="en", name=en, source=SAMPLE_SOURCE)
    return agency


def _document(row: tuple[Any, ...]) -> GuidingDocument:
    system, reference, title, issuer, issued_on, in_force, status, source = row
    existing = GuidingDocument.objects.filter(reference=reference, issued_on=issued_on).first()
    if existing is not None:
        return existing
    return save_document(
        actor=SYSTEM,
        document=GuidingDocument(
            system=system,
            reference=reference,
            title=title,
            issuer_name=issuer,
            issued_on=issued_on,
            in_force_from=in_force,
            status=DocumentStatus(status),
            source=source,
            is_sample=True,
        ),
    )


def _plan(
    year: int,
    issuer: Agency,
    documents: dict[str, GuidingDocument],
    agencies: dict[str, Agency],
    tasks: list[content.SampleTask],
    purposes: str,
) -> Plan:
    plan = create_plan(
        actor=SYSTEM,
        title=f"Kế hoạch công tác thông tin đối ngoại năm {year} (mẫu)",
        issuer=issuer,
        first_year=year,
        is_sample=True,
    )
    version = edit_version(
        actor=SYSTEM,
        version=plan.versions.get(),
        revision=1,
        values={
            "purposes": purposes,
            "funding": content.FUNDING,
            "organisation": content.ORGANISATION,
            "recipients": content.RECIPIENTS,
            "legal_bases": [
                documents[key] for key in content.BASES if documents[key].issued_on.year <= year
            ],
        },
    )
    for task in tasks:
        values = {
            "group": task.group,
            "number": task.number,
            "text": task.text,
            "lead": agencies[task.lead],
            "coordinators": [agencies[code] for code in task.coordinators],
            "start": task.start or date(year, 1, 1),
            "due": task.due or date(year, 12, 31),
            "is_recurring": task.due is None,
            "channel": _classification("channel", task.channel),
            "information_kind": _classification("information_kind", task.kind),
            "form": _classification("form", task.form),
            "documents": [documents[key] for key in task.documents],
            "proposal": task.proposal,
            "product": task.product,
            "indicators": [
                {"indicator_key": content.key_of(task.slug, name), "name": name, "unit": unit}
                for name, unit in task.indicators
            ],
        }
        add_task(
            actor=SYSTEM,
            version=version,
            values=values,
            task_key=content.key_of(task.slug),
            is_sample=True,
        )
    return plan


def _classification(scheme: str, code: str) -> Classification:
    return Classification.objects.filter(scheme=scheme, code=code).order_by("pk")[0]


def _approve(plan: Plan, number: str, day: date, now: datetime) -> None:
    version = plan.versions.get()
    version = move_version(actor=SYSTEM, version=version, state=VersionState.COMMENTS)
    if plan.issuer.document_system == DocumentSystem.STATE:
        number = number.replace("-KH/BCĐ", "/KH-BCĐ")
    approve_version(
        actor=SYSTEM,
        version=version,
        approval=Approval(
            document_number=number,
            approved_on=day,
            signatory_name="Người ký (mẫu)",
            signatory_title="Trưởng Ban Chỉ đạo",
        ),
        now=now,
    )
    plan.refresh_from_db()


def _results_of_2019(plan: Plan) -> None:
    """Accepted reports of the last quarter, in words; nobody published a figure.

    They stand in the name of no agency's account: a sample must not confirm anything for a real
    body, so they stay unconfirmed.
    """
    period = ReportingPeriod.objects.get(kind=PeriodKind.QUARTER, year=2019, sequence=4)
    moment = datetime(2020, 1, 8, 2, 0, tzinfo=UTC)
    for task in plan.tasks.select_related("current__lead"):
        done = content.RESULTS_2019.get(task.task_key)
        if not done or task.current is None or task.current.lead is None:
            continue
        ProgressReport.objects.create(
            task=task,
            agency=task.current.lead,
            period=period,
            state=ReportState.ACCEPTED,
            work_state=WorkState.DONE,
            done=done,
            entered_via=EnteredVia.SAMPLE,
            letter_reference=content.NEWS_SOURCE,
            submitted_at=moment,
            decided_at=moment,
            is_sample=True,
        )
        task.work_state = WorkState.DONE
        task.work_state_at = moment
        task.save(update_fields=["work_state", "work_state_at"])
