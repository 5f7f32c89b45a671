"""Plans: making, copying, moving through their states, approving and amending."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _

from nhipcau.accounts.types import Actor
from nhipcau.agencies.models import Agency
from nhipcau.programme.enums import FINAL_STATES, Horizon, PeriodKind, Standing, VersionState
from nhipcau.programme.exceptions import EditConflict, FinalVersion, Incomplete, WrongState
from nhipcau.programme.models import (
    Plan,
    PlanVersion,
    Task,
    TaskVersion,
)
from nhipcau.programme.permissions import (
    require,
    user_can_approve_plans,
    user_can_edit_plans,
)
from nhipcau.programme.rules.states import check_version_move
from nhipcau.programme.rules.symbols import checked_reference
from nhipcau.programme.selectors.content import version_digest
from nhipcau.programme.services.audit import person, record
from nhipcau.programme.services.copying import copy_content


@dataclass(frozen=True)
class Approval:
    """What the clerk records of an issued plan.

    Attributes:
        document_number: Number and symbol as issued.
        approved_on: Date of issue.
        signatory_name: Who signed.
        signatory_title: The post of the signatory.
    """

    document_number: str
    approved_on: date
    signatory_name: str
    signatory_title: str = ""


def locked_version(version: PlanVersion) -> PlanVersion:
    """Load a plan version again and hold it until the transaction ends."""
    return (
        PlanVersion.objects.select_for_update(of=("self",))
        .select_related("plan__issuer")
        .get(pk=version.pk)
    )


@transaction.atomic
def create_plan(
    *,
    actor: Actor,
    title: str,
    issuer: Agency,
    first_year: int,
    last_year: int | None = None,
    horizon: str = Horizon.ANNUAL,
    reporting_kind: str = PeriodKind.QUARTER,
    state: str = VersionState.DRAFT,
    is_sample: bool = False,
) -> Plan:
    """Begin a plan with its first version.

    Args:
        actor: Somebody of the standing office.
        title: Summary line.
        issuer: The body that issues it.
        first_year: First plan year.
        last_year: Last plan year; the first one when left out.
        horizon: How far it looks.
        reporting_kind: Length of the periods in which agencies report.
        state: ``guidance`` when only the yearly guidance has come, else ``draft``.
        is_sample: Made by the sample data.

    Raises:
        NotPermitted: if the actor may not write plans.
        WrongState: if the state is not one to begin with.
    """
    require(allowed=user_can_edit_plans(actor))
    if state not in {VersionState.GUIDANCE, VersionState.DRAFT}:
        raise WrongState
    plan = Plan.objects.create(
        title=title,
        issuer=issuer,
        first_year=first_year,
        last_year=last_year or first_year,
        horizon=horizon,
        reporting_kind=reporting_kind,
        is_sample=is_sample,
    )
    PlanVersion.objects.create(plan=plan, sequence=1, state=state, created_by=person(actor))
    record(actor=actor, instance=plan, action="programme.plan.created")
    return plan


@transaction.atomic
def copy_plan(*, actor: Actor, source: PlanVersion, first_year: int, title: str) -> Plan:
    """Begin next year's plan as a copy: the same task keys, dates moved by whole years.

    Nothing of the work done goes along; targets stay, amounts of money do too, and both are
    drafts to be looked at.

    Args:
        actor: Somebody of the standing office.
        source: The version to copy.
        first_year: First year of the new plan.
        title: Summary line of the new plan.

    Raises:
        NotPermitted: if the actor may not write plans.
    """
    require(allowed=user_can_edit_plans(actor))
    old = source.plan
    years = first_year - old.first_year
    plan = create_plan(
        actor=actor,
        title=title,
        issuer=old.issuer,
        first_year=first_year,
        last_year=old.last_year + years,
        horizon=old.horizon,
        reporting_kind=old.reporting_kind,
    )
    plan.copied_from = old
    plan.save(update_fields=["copied_from"])
    copy_content(source=source, target=plan.versions.get(), years=years)
    record(actor=actor, instance=plan, action="programme.plan.copied", source=str(old.uuid))
    return plan


@transaction.atomic
def edit_version(
    *, actor: Actor, version: PlanVersion, revision: int, values: dict[str, Any]
) -> PlanVersion:
    """Change the texts of a draft.

    Args:
        actor: Somebody of the standing office.
        version: The version.
        revision: The revision the actor began with.
        values: New values by field name; ``legal_bases`` is a list of documents.

    Raises:
        NotPermitted: if the actor may not write plans.
        FinalVersion: if the version is approved.
        EditConflict: if somebody else saved in between.
    """
    version = locked_version(version)
    require(allowed=user_can_edit_plans(actor))
    if version.is_final:
        raise FinalVersion
    if version.revision != revision:
        raise EditConflict(version)
    bases = values.pop("legal_bases", None)
    for name, value in values.items():
        setattr(version, name, value)
    version.revision += 1
    version.save()
    if bases is not None:
        version.legal_bases.set(bases)
    record(actor=actor, instance=version.plan, action="programme.plan.changed")
    return version


@transaction.atomic
def move_version(*, actor: Actor, version: PlanVersion, state: str) -> PlanVersion:
    """Move a draft between guidance, draft and comments; approval has its own service.

    Args:
        actor: Somebody of the standing office.
        version: The version.
        state: The wanted :class:`VersionState`.

    Raises:
        NotPermitted: if the actor may not write plans.
        WrongState: if the step does not exist.
    """
    version = locked_version(version)
    require(allowed=user_can_edit_plans(actor))
    if state in FINAL_STATES:
        raise WrongState
    check_version_move(old=version.state, new=state)
    version.state = state
    version.save(update_fields=["state"])
    record(actor=actor, instance=version.plan, action="programme.plan.moved", state=str(state))
    return version


def missing_for_approval(version: PlanVersion) -> list[TaskVersion]:
    """Tasks that stop an approval: without a lead agency or without dates."""
    return list(version.tasks.filter(Q(lead=None) | Q(due=None, is_recurring=False)))


@transaction.atomic
def approve_version(
    *,
    actor: Actor,
    version: PlanVersion,
    approval: Approval,
    now: datetime,
    signed_file: Any = None,
) -> PlanVersion:
    """Record that a version was issued; from now on it never changes.

    Its tasks come into force; those of the version before that are not in it are dropped.

    Args:
        actor: Somebody of the office, or a leader.
        version: The draft.
        approval: Number, date and signature as issued: the program never makes a number.
        now: Present moment.
        signed_file: The signed PDF, if at hand.

    Raises:
        NotPermitted: if the actor may not record approvals.
        WrongState: if the version is not a draft or out for comments.
        Incomplete: if there is no task, or a task has no lead agency or no time.
        BadReference: if the number does not fit the issuer's document system.
    """
    version = locked_version(version)
    require(allowed=user_can_approve_plans(actor))
    check_version_move(old=version.state, new=VersionState.APPROVED)
    if not version.tasks.exists():
        raise Incomplete(_("A plan without tasks cannot be approved. Add its tasks first."))
    if missing := missing_for_approval(version):
        numbers = "; ".join(str(task)[:60] for task in missing[:5])
        raise Incomplete(
            _(
                "Each task needs exactly one lead agency and a due date (or “all year round”). "
                "Still missing in %(count)d: %(tasks)s"
            )
            % {"count": len(missing), "tasks": numbers}
        )
    plan = version.plan
    PlanVersion.objects.filter(plan=plan, state=VersionState.APPROVED).update(
        state=VersionState.AMENDED
    )
    version.state = VersionState.APPROVED
    version.document_number = checked_reference(
        system=plan.issuer.document_system, reference=approval.document_number
    )
    version.approved_on = approval.approved_on
    version.signatory_name = approval.signatory_name
    version.signatory_title = approval.signatory_title
    version.content_digest = version_digest(version)
    if signed_file is not None:
        version.signed_file = signed_file
    version.save()
    _bring_into_force(version)
    plan.version_in_force = version
    plan.save(update_fields=["version_in_force"])
    record(
        actor=actor,
        instance=plan,
        action="programme.plan.approved",
        version=version.sequence,
        number=version.document_number,
        digest=version.content_digest,
    )
    return version


def _bring_into_force(version: PlanVersion) -> None:
    """Point the plan's tasks to the wording that counts now."""
    wordings = dict(version.tasks.values_list("task_id", "pk"))
    tasks = list(Task.objects.filter(plan=version.plan))
    for task in tasks:
        if task.pk in wordings:
            task.current_id = wordings[task.pk]
            task.standing = Standing.IN_FORCE
        else:
            task.standing = Standing.DROPPED
    Task.objects.bulk_update(tasks, ["current", "standing"], batch_size=500)


@transaction.atomic
def attach_signed_file(*, actor: Actor, version: PlanVersion, signed_file: Any) -> PlanVersion:
    """Add the signed PDF to an approved version that has none yet.

    Raises:
        NotPermitted: if the actor may not record approvals.
        WrongState: if the version is not approved or already has its signed copy.
    """
    version = locked_version(version)
    require(allowed=user_can_approve_plans(actor))
    if not version.is_final or version.signed_file:
        raise WrongState
    version.signed_file = signed_file
    version.save(update_fields=["signed_file"])
    record(actor=actor, instance=version.plan, action="programme.plan.signed_file")
    return version


@transaction.atomic
def start_amendment(*, actor: Actor, plan: Plan, reason: str) -> PlanVersion:
    """Begin a new version of an approved plan, as a copy of the one in force.

    Args:
        actor: Somebody of the standing office.
        plan: The plan.
        reason: Why it is amended.

    Raises:
        NotPermitted: if the actor may not write plans.
        WrongState: if nothing is in force or an amendment is already under way.
        Incomplete: if no reason is given.
    """
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    require(allowed=user_can_edit_plans(actor))
    source = plan.versions.filter(state=VersionState.APPROVED).first()
    if source is None or plan.versions.exclude(state__in=FINAL_STATES).exists():
        raise WrongState
    if not reason.strip():
        raise Incomplete(_("Say why the plan is amended."))
    last = plan.versions.aggregate(last=Max("sequence"))["last"]
    version = PlanVersion.objects.create(
        plan=plan,
        sequence=last + 1,
        state=VersionState.DRAFT,
        amendment_reason=reason.strip(),
        created_by=person(actor),
    )
    copy_content(source=source, target=version, years=0)
    record(actor=actor, instance=plan, action="programme.plan.amendment", reason=reason.strip())
    return version
