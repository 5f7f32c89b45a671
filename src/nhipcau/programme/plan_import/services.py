"""Bring a plan that was read into a draft: match agencies, merge tasks, lose nothing."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from nhipcau.accounts.types import Actor, System
from nhipcau.agencies.enums import AgencyKind
from nhipcau.agencies.models import Agency, AgencyName
from nhipcau.common.text import fold, slug
from nhipcau.programme.enums import Horizon
from nhipcau.programme.exceptions import Incomplete
from nhipcau.programme.models import Plan, PlanVersion, TaskVersion
from nhipcau.programme.permissions import require, user_can_edit_plans
from nhipcau.programme.plan_import.bodies import is_general
from nhipcau.programme.plan_import.exceptions import UndecidedImport
from nhipcau.programme.plan_import.matching import AgencyNames, NameMatch, match_key
from nhipcau.programme.plan_import.targets import draft_for
from nhipcau.programme.plan_import.types import ReadPlan, ReadTask
from nhipcau.programme.services.audit import record
from nhipcau.programme.services.plans import create_plan
from nhipcau.programme.services.tasks import add_task, comment_on_task, edit_task

# Same task, reworded: below this two texts are two tasks.
_SAME_TASK = 90
_GROUP_LETTERS, _TEXT_LETTERS, _PRODUCT_LETTERS, _NUMBER_LETTERS = 300, 4000, 1000, 30


@dataclass(frozen=True)
class Decision:
    """What a person decided about a written name.

    Attributes:
        agency_id: The agency it means.
        create: Whether a new agency of that name is to be made.
        leave_out: Whether the name is no agency (``các sở, ban, ngành``) and only noted.
    """

    agency_id: int | None = None
    create: bool = False
    leave_out: bool = False

    @property
    def is_made(self) -> bool:
        """Whether anything was decided."""
        return self.agency_id is not None or self.create or self.leave_out


@dataclass
class ImportResult:
    """What an import did.

    Attributes:
        version: The draft that holds the tasks.
        created: Texts of new tasks.
        changed: Texts of tasks that say something else now.
        unchanged: Number of tasks that said the same already.
        not_in_file: Texts of tasks of the draft that the file does not hold; they stay.
        new_agencies: Names of agencies that were made.
        notes: Text of a task and what the record has no field for. A person's import keeps them
            as comments of the task; the program itself comments on nothing, so a command says them.
    """

    version: PlanVersion
    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: int = 0
    not_in_file: list[str] = field(default_factory=list)
    new_agencies: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def plan_day(plan: ReadPlan) -> date | None:
    """The day whose agency names a plan uses: its date of issue, else 1 January of its year."""
    if plan.issued_on:
        return plan.issued_on
    return date(plan.year, 1, 1) if plan.year else None


def match_names(plan: ReadPlan) -> list[NameMatch]:
    """Match every agency name of a plan.

    Args:
        plan: The plan as read.

    Returns:
        One entry for each name as written, leads first; those without ``agency_id`` are asked.

    Raises:
        Incomplete: if the plan's year is not known.
    """
    day = plan_day(plan)
    if day is None:
        raise Incomplete(_("The year of the plan was not found. Write it in the title."))
    names = AgencyNames(Agency.objects.prefetch_related("names"), day=day)
    written = [task.lead for task in plan.tasks if task.lead]
    written += [name for task in plan.tasks for name in task.coordinators]
    return [names.match(name) for name in dict.fromkeys(written)]


def decisions_for_rest(matches: Iterable[NameMatch]) -> dict[str, Decision]:
    """Decide at once about names that mean no known agency.

    A person asks for this; it is never done silently. A single body becomes a new agency, a
    general phrase such as ``các sở, ngành liên quan`` is only noted.

    Args:
        matches: Names as matched; those that have an agency are passed over.
    """
    return {
        match.name: Decision(leave_out=True) if is_general(match.name) else Decision(create=True)
        for match in matches
        if match.agency_id is None
    }


@transaction.atomic
def import_plan(
    *,
    actor: Actor,
    plan: ReadPlan,
    issuer: Agency,
    now: datetime,
    decisions: Mapping[str, Decision] | None = None,
    version: PlanVersion | None = None,
    title: str = "",
    left_out_rows: Collection[int] = (),
) -> ImportResult:
    """Write a plan that was read into a draft; doing it twice changes nothing more.

    A task is found again by its text (or, when it was reworded, by its likeness to exactly one
    task), so that its key and everything that points to it stay. Tasks that the file does not
    hold are named, never removed. What could not be taken over is written as a comment.

    Args:
        actor: Somebody of the standing office.
        plan: The plan as read.
        issuer: The body that issues it.
        now: The moment.
        decisions: What a person decided, by name as written.
        version: The draft to merge into; found by issuer and years, or begun, when left out.
        title: Summary line of a new plan; the title in the file when left out.
        left_out_rows: Indexes of rows the person does not want.

    Raises:
        NotPermitted: if the actor may not write plans.
        UndecidedImport: if a name has neither one agency nor a decision.
        Incomplete: if the plan's year is not known.
        FinalVersion: if the version is approved.
    """
    require(allowed=user_can_edit_plans(actor))
    rows = [task for at, task in enumerate(plan.tasks) if at not in set(left_out_rows)]
    wanted = ReadPlan(year=plan.year, issued_on=plan.issued_on, tasks=rows)
    agencies, new_agencies = _decided(match_names(wanted), decisions or {})
    target = version or draft_for(plan, issuer=issuer)
    if target is None and plan.year is not None:
        begun = create_plan(
            actor=actor,
            title=(title or plan.title or _("Plan %(year)d") % {"year": plan.year})[:300],
            issuer=issuer,
            first_year=plan.year,
            last_year=plan.last_year,
            horizon=_horizon(plan),
        )
        target = begun.versions.get()
    if target is None:
        raise Incomplete(_("The year of the plan was not found. Write it in the title."))
    result = ImportResult(version=target, new_agencies=new_agencies)
    _Merge(actor=actor, now=now, agencies=agencies, result=result).run(rows)
    record(
        actor=actor,
        instance=target.plan,
        action="programme.plan.imported",
        tasks_created=len(result.created),
        tasks_changed=len(result.changed),
        # The clerk is offered these when the approval is recorded.
        version=target.pk,
        document_number=plan.number,
        issued_on=plan.issued_on.isoformat() if plan.issued_on else "",
    )
    return result


def _horizon(plan: ReadPlan) -> str:
    years = (plan.last_year or plan.year or 0) - (plan.year or 0)
    if years == 0:
        return Horizon.ANNUAL
    return Horizon.MEDIUM if years < 5 else Horizon.LONG


def _decided(
    matches: list[NameMatch], decisions: Mapping[str, Decision]
) -> tuple[dict[str, Agency | None], list[str]]:
    """Agencies by name as written, ``None`` for names that are only noted."""
    open_names: list[str] = []
    agencies: dict[str, Agency | None] = {}
    created: list[str] = []
    made: dict[str, Agency] = {}
    known = Agency.objects.in_bulk()
    for match in matches:
        decision = decisions.get(match.name, Decision())
        agency_id = decision.agency_id if decision.is_made else match.agency_id
        if agency_id is not None and agency_id in known:
            agencies[match.name] = known[agency_id]
        elif decision.leave_out:
            agencies[match.name] = None
        elif decision.create:
            key = match_key(match.name)
            if key not in made:
                made[key] = _new_agency(match.name)
                created.append(match.name)
            agencies[match.name] = made[key]
        else:
            open_names.append(match.name)
    if open_names:
        raise UndecidedImport(
            _("Choose an agency for each of these names: %(names)s.")
            % {"names": "; ".join(open_names)}
        )
    return agencies, created


def _new_agency(name: str) -> Agency:
    base = slug(name)[:50].strip("-")
    code, number = base, 2
    while Agency.objects.filter(code=code).exists():
        code, number = f"{base}-{number}", number + 1
    agency = Agency.objects.create(code=code, kind=AgencyKind.OTHER)
    AgencyName.objects.create(agency=agency, language="vi", name=name[:255])
    return agency


class _Merge:
    """Writes rows into a version."""

    def __init__(
        self,
        *,
        actor: Actor,
        now: datetime,
        agencies: Mapping[str, Agency | None],
        result: ImportResult,
    ) -> None:
        self.actor = actor
        self.now = now
        self.agencies = agencies
        self.result = result
        self.rest = list(
            result.version.tasks.select_related("task", "lead").prefetch_related("coordinators")
        )

    def run(self, rows: list[ReadTask]) -> None:
        """Match all rows by text first, so that a reworded one never takes another's task."""
        pairs: list[tuple[ReadTask, TaskVersion | None]] = [
            (row, self._take(lambda old, row=row: _same(old, row) and _same_group(old, row)))
            for row in rows
        ]
        pairs = [
            (row, old or self._take(lambda old, row=row: _same(old, row))) for row, old in pairs
        ]
        pairs = [(row, old or self._take_alike(row)) for row, old in pairs]
        earlier = self._earlier_keys()
        for order, (row, old) in enumerate(pairs, start=1):
            values = self._values(row, order * 10)
            if old is None:
                key = earlier.get(fold(row.text[:_TEXT_LETTERS]))
                made = add_task(
                    actor=self.actor, version=self.result.version, values=values, task_key=key
                )
                self.result.created.append(row.text)
                self._comment(made, row)
            elif self._differs(old, values):
                edit_task(actor=self.actor, wording=old, revision=old.revision, values=values)
                self.result.changed.append(row.text)
                self._comment(old, row)
            else:
                self.result.unchanged += 1
        self.result.not_in_file = [old.text for old in self.rest]

    def _take(self, is_wanted: Any) -> TaskVersion | None:
        for old in self.rest:
            if is_wanted(old):
                self.rest.remove(old)
                return old
        return None

    def _take_alike(self, row: ReadTask) -> TaskVersion | None:
        alike = [
            old for old in self.rest if fuzz.ratio(fold(old.text), fold(row.text)) >= _SAME_TASK
        ]
        if len(alike) != 1:
            return None
        self.rest.remove(alike[0])
        return alike[0]

    def _earlier_keys(self) -> dict[str, Any]:
        """Task keys of the same issuer's plan of the year before, by text."""
        plan = self.result.version.plan
        before = (
            Plan.objects.filter(issuer=plan.issuer, last_year=plan.first_year - 1)
            .exclude(version_in_force=None)
            .order_by("-pk")
            .first()
        )
        if before is None or before.version_in_force is None:
            return {}
        taken = set(plan.tasks.values_list("task_key", flat=True))
        rows = before.version_in_force.tasks.select_related("task")
        return {fold(row.text): row.task.task_key for row in rows if row.task.task_key not in taken}

    def _values(self, row: ReadTask, order: int) -> dict[str, Any]:
        start = row.start
        if start and row.due and start > row.due:
            start = None  # said in the row's doubts; the deadline is what binds
        lead = self.agencies.get(row.lead)
        found = [self.agencies.get(name) for name in row.coordinators]
        return {
            "number": row.number[:_NUMBER_LETTERS],
            "group": " / ".join(row.groups)[:_GROUP_LETTERS],
            "text": row.text[:_TEXT_LETTERS],
            "lead": lead,
            "coordinators": list(dict.fromkeys(item for item in found if item is not None)),
            "start": start,
            "due": row.due,
            "is_recurring": row.recurring,
            "product": row.product[:_PRODUCT_LETTERS],
            "sort_order": order,
        }

    def _differs(self, old: TaskVersion, values: dict[str, Any]) -> bool:
        lead = values["lead"]
        wanted = {agency.pk for agency in values["coordinators"] if lead is None or agency != lead}
        if {agency.pk for agency in old.coordinators.all()} != wanted:
            return True
        return any(
            getattr(old, name) != value for name, value in values.items() if name != "coordinators"
        )

    def _comment(self, wording: TaskVersion, row: ReadTask) -> None:
        """Keep what the record has no field for where people read it."""
        notes = list(row.doubts)
        left_out = [
            name for name in (row.lead, *row.coordinators) if self.agencies.get(name, 0) is None
        ]
        if left_out:
            notes.append(_("Named in the plan file: %(names)s.") % {"names": "; ".join(left_out)})
        if row.time_text and (row.start is None or row.due is None):
            notes.append(_("Time in the plan file: %(text)s.") % {"text": row.time_text})
        if row.budget:
            notes.append(_("Funding in the plan file: %(text)s.") % {"text": row.budget})
        text = "\n".join(notes)[:_TEXT_LETTERS]
        if not text:
            return
        self.result.notes.append((row.text, text))
        if isinstance(self.actor, System):
            return
        if not wording.task.comments.filter(text=text).exists():
            comment_on_task(actor=self.actor, task=wording.task, text=text, now=self.now)


def _same_group(old: TaskVersion, row: ReadTask) -> bool:
    return fold(old.group) == fold(" / ".join(row.groups)[:_GROUP_LETTERS])


def _same(old: TaskVersion, row: ReadTask) -> bool:
    return fold(" ".join(old.text.split())) == fold(" ".join(row.text[:_TEXT_LETTERS].split()))
