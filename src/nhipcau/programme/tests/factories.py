"""Small pieces of a province for the tests."""

from datetime import UTC, date, datetime

from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import User
from nhipcau.accounts.tests.factories import make_user as account
from nhipcau.agencies.enums import AgencyKind
from nhipcau.agencies.models import Agency, AgencyName, FocalPoint
from nhipcau.programme.enums import PeriodKind
from nhipcau.programme.models import Classification, Plan, ReportingPeriod, TaskVersion
from nhipcau.programme.services.periods import open_year
from nhipcau.programme.services.plans import Approval, approve_version, create_plan
from nhipcau.programme.services.tasks import add_task

NOW = datetime(2020, 4, 5, 3, 0, tzinfo=UTC)


def make_user(role: Role, name: str = "") -> User:
    name = name or role.value
    return account(role, email=f"{name}@example.vn", full_name=name)


def make_agency(code: str, name: str, **fields) -> Agency:
    agency = Agency.objects.create(code=code, kind=AgencyKind.DEPARTMENT, **fields)
    AgencyName.objects.create(agency=agency, language="vi", name=name)
    AgencyName.objects.create(agency=agency, language="en", name=f"Agency {code}")
    return agency


def make_focal_point(agency: Agency) -> User:
    user = make_user(Role.FOCAL_POINT, f"dau-moi-{agency.code}")
    FocalPoint.objects.create(user=user, agency=agency)
    return user


def make_task(office: User, plan: Plan, lead: Agency, text: str = "Tổ chức lớp tập huấn", **values):
    fields = {
        "text": text,
        "group": "I. Tuyên truyền",
        "number": "1",
        "lead": lead,
        "start": date(2020, 1, 1),
        "due": date(2020, 12, 31),
        "channel": Classification.objects.get(scheme="channel", code="domestic_press"),
        "information_kind": Classification.objects.get(scheme="information_kind", code="image"),
    }
    return add_task(actor=office, version=plan.versions.latest("sequence"), values=fields | values)


def make_plan(office: User, issuer: Agency, year: int = 2020) -> Plan:
    return create_plan(actor=office, title=f"Kế hoạch {year}", issuer=issuer, first_year=year)


def approve(office: User, plan: Plan, number: str = "88/KH-UBND") -> Plan:
    approve_version(
        actor=office,
        version=plan.versions.latest("sequence"),
        approval=Approval(number, date(2020, 1, 16), "Người ký mẫu"),
        now=NOW,
    )
    plan.refresh_from_db()
    return plan


def make_quarters(office: User, year: int = 2020) -> list[ReportingPeriod]:
    return open_year(
        actor=office,
        year=year,
        first_day=date(year, 1, 1),
        kinds=[PeriodKind.QUARTER],
        days_to_report=10,
    )


def wording_of(task) -> TaskVersion:
    return TaskVersion.objects.get(pk=task.current_id)
