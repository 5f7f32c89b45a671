"""Who may see and do what in the programme.

The table, proved by ``tests/test_permissions.py``:

* the standing office (and administrators) keeps the register, the plans and the periods;
* leaders see all of it and may approve;
* a focal point sees and reports only the tasks that its agency leads or coordinates, comments
  on drafts that are out for comments, and never sees what another agency has not submitted;
* editors, reporters, translators and revisers read what is in force, since their stories point
  to tasks.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import User
from nhipcau.accounts.types import System
from nhipcau.agencies.models import FocalPoint
from nhipcau.common.clock import today
from nhipcau.common.exceptions import NotPermitted
from nhipcau.programme.enums import (
    FINAL_STATES,
    EnteredVia,
    ReportState,
    Standing,
    VersionState,
)
from nhipcau.programme.models import (
    Plan,
    PlanVersion,
    ProgressReport,
    Task,
    TaskVersion,
)

READERS = (Role.EDITOR, Role.REPORTER, Role.TRANSLATOR, Role.REVISER)


def is_office(user: Any) -> bool:
    """Whether a person works in the standing office or runs the program; the program may all."""
    if isinstance(user, System):
        return True
    return user.is_active and (user.is_superuser or user.has_role(Role.OFFICE, Role.ADMINISTRATOR))


def is_overseer(user: Any) -> bool:
    """Whether a person sees the whole programme: office, administrators and leaders."""
    return is_office(user) or user.has_role(Role.LEADER)


def is_focal_point(user: Any) -> bool:
    """Whether a person reports for an agency and is nothing more than that here."""
    return user.has_role(Role.FOCAL_POINT) and not is_overseer(user)


def agencies_of(user: Any) -> frozenset[int]:
    """Keys of the agencies a person speaks for today; asked of the database once per object."""
    if not getattr(user, "pk", None):
        return frozenset()
    if not hasattr(user, "_focal_agencies"):
        user._focal_agencies = frozenset(
            FocalPoint.objects.valid_on(today())
            .filter(user=user)
            .values_list("agency_id", flat=True)
        )
    return user._focal_agencies


def user_can_use_programme(user: Any) -> bool:
    """Whether the programme's menu is of any use to a person."""
    return is_overseer(user) or user.has_role(Role.FOCAL_POINT, *READERS)


def user_can_manage_documents(user: Any) -> bool:
    """Whether a person may write to the register of guiding documents."""
    return is_office(user)


def user_can_edit_plans(user: Any) -> bool:
    """Whether a person may write drafts of plans."""
    return is_office(user)


def user_can_approve_plans(user: Any) -> bool:
    """Whether a person may record the approval of a plan."""
    return is_overseer(user)


def user_can_manage_reporting(user: Any) -> bool:
    """Whether a person may open periods, make links, and accept or return reports."""
    return is_office(user)


def user_can_freeze_figures(user: Any) -> bool:
    """Whether a person may freeze figures and write period reports."""
    return is_office(user)


def user_can_see_version(user: Any, version: PlanVersion) -> bool:
    """Whether a person may read a plan version.

    Drafts belong to the office; what is out for comments is open to focal points; what was once
    approved is open to all who use the programme.
    """
    if is_overseer(user):
        return True
    if version.state in FINAL_STATES:
        return user_can_use_programme(user)
    return version.state == VersionState.COMMENTS and user.has_role(Role.FOCAL_POINT)


def user_can_comment_on_version(user: Any, version: PlanVersion) -> bool:
    """Whether a person may comment on a draft plan."""
    return version.state == VersionState.COMMENTS and (
        is_overseer(user) or (user.has_role(Role.FOCAL_POINT) and bool(agencies_of(user)))
    )


def user_can_speak_for(user: Any, agency_id: int | None) -> bool:
    """Whether a person may comment in an agency's name; the office may in any, or in none."""
    return is_overseer(user) or (agency_id is not None and agency_id in agencies_of(user))


def visible_plans(user: Any) -> QuerySet[Plan]:
    """Plans with at least one version that a person may read."""
    if is_overseer(user):
        return Plan.objects.all()
    states = [*FINAL_STATES]
    if user.has_role(Role.FOCAL_POINT):
        states.append(VersionState.COMMENTS)
    if not user_can_use_programme(user):
        return Plan.objects.none()
    return Plan.objects.filter(
        Exists(PlanVersion.objects.filter(plan=OuterRef("pk"), state__in=states))
    )


def of_agencies(agency_ids: frozenset[int], wording: str = "current") -> Q:
    """Condition on tasks that these agencies lead or coordinate.

    Args:
        agency_ids: Keys of agencies.
        wording: Path from the queried model to the task's wording.
    """
    coordinated = TaskVersion.coordinators.through.objects.filter(agency_id__in=agency_ids).values(
        "taskversion_id"
    )
    return Q(**{f"{wording}__lead__in": agency_ids}) | Q(**{f"{wording}__in": coordinated})


def visible_tasks(user: Any) -> QuerySet[Task]:
    """Tasks that a person may see.

    Overseers see every task, readers those in force, focal points those of their own agencies
    that are in force or out for comments.
    """
    if is_overseer(user):
        return Task.objects.all()
    if user.has_role(*READERS):
        condition = Q(standing=Standing.IN_FORCE)
    elif user.has_role(Role.FOCAL_POINT):
        condition = of_agencies(agencies_of(user)) & (
            Q(standing=Standing.IN_FORCE) | Q(current__version__state=VersionState.COMMENTS)
        )
    else:
        return Task.objects.none()
    return Task.objects.filter(condition)


def user_can_see_task(user: Any, task: Task) -> bool:
    """Whether a person may open a task."""
    return visible_tasks(user).filter(pk=task.pk).exists()


def user_can_edit_wording(user: Any, wording: TaskVersion) -> bool:
    """Whether a person may change what a plan version says of a task."""
    return is_office(user) and not wording.version.is_final


def user_can_work_on_task(user: Any, task: Task) -> bool:
    """Whether a person may comment, attach files and keep sub-tasks."""
    if is_overseer(user):
        return True
    return (
        user.has_role(Role.FOCAL_POINT)
        and visible_tasks(user).filter(of_agencies(agencies_of(user)), pk=task.pk).exists()
    )


def reporting_agencies(user: Any, task: Task) -> frozenset[int]:
    """Agencies of a task for which a person may report on their own account."""
    wording = task.current
    if wording is None or not user.has_role(Role.FOCAL_POINT):
        return frozenset()
    concerned = set(wording.coordinators.values_list("pk", flat=True))
    if wording.lead_id is not None:
        concerned.add(wording.lead_id)
    return frozenset(concerned & agencies_of(user))


def visible_reports(user: Any) -> QuerySet[ProgressReport]:
    """Reports that a person may read.

    What an agency has not submitted is read by that agency alone; the office also reads the
    drafts it enters itself. Leads read what their coordinators had accepted.
    """
    if is_office(user):
        return ProgressReport.objects.filter(
            ~Q(state=ReportState.DRAFT)
            | Q(entered_via__in=[EnteredVia.OFFICE, EnteredVia.FORM], entered_by__isnull=False)
            | Q(agency__in=agencies_of(user))
        )
    own = Q(agency__in=agencies_of(user))
    if is_overseer(user):
        return ProgressReport.objects.filter(~Q(state=ReportState.DRAFT) | own)
    if user.has_role(Role.FOCAL_POINT):
        led = Task.objects.filter(current__lead__in=agencies_of(user)).values("pk")
        return ProgressReport.objects.filter(own | Q(state=ReportState.ACCEPTED, task__in=led))
    if user.has_role(*READERS):
        return ProgressReport.objects.filter(state=ReportState.ACCEPTED)
    return ProgressReport.objects.none()


def user_can_report(user: Any, report: ProgressReport) -> bool:
    """Whether a person may write a report: its own agency's, or the office for any agency."""
    if is_office(user):
        return True
    return user.has_role(Role.FOCAL_POINT) and report.agency_id in agencies_of(user)


def user_can_decide_report(user: Any, report: ProgressReport) -> bool:
    """Whether a person may accept or return a report."""
    return is_office(user)


def user_can_confirm_report(user: Any, report: ProgressReport) -> bool:
    """Whether a person may stand by figures that the office entered: the agency itself only."""
    return user.has_role(Role.FOCAL_POINT) and report.agency_id in agencies_of(user)


def require(*, allowed: bool) -> None:
    """Stop unless something is allowed.

    Raises:
        NotPermitted: if it is not.
    """
    if not allowed:
        raise NotPermitted


class RolePolicy:
    """Answers Wagtail's questions from the rules above instead of Django's permission table.

    Args:
        model: The model the questions are about.
        write: Who may add, change and delete.
        read: Who may view.
    """

    def __init__(
        self,
        model: Any,
        *,
        write: Callable[[Any], bool],
        read: Callable[[Any], bool] = user_can_use_programme,
    ) -> None:
        self.model = model
        self._write = write
        self._read = read

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether a person may do an action on some instance."""
        rule = self._read if action in {"view", "choose"} else self._write
        return bool(user.is_authenticated and user.is_active and rule(user))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Whether a person may do any of some actions."""
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Whether a person may do an action on an instance."""
        return self.user_has_permission(user, action)

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Any) -> bool:
        """Whether a person may do any of some actions on an instance."""
        return self.user_has_any_permission(user, actions)

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> QuerySet[Any]:
        """Instances on which a person may do any of some actions."""
        allowed = self.user_has_any_permission(user, actions)
        return self.model.objects.all() if allowed else self.model.objects.none()

    def instances_user_has_permission_for(self, user: Any, action: str) -> QuerySet[Any]:
        """Instances on which a person may do an action."""
        return self.instances_user_has_any_permission_for(user, [action])

    def users_with_any_permission(self, actions: Any) -> QuerySet[User]:
        """People who may do any of some actions."""
        people = User.objects.filter(is_active=True).prefetch_related("groups")
        allowed = [person.pk for person in people if self.user_has_any_permission(person, actions)]
        return User.objects.filter(pk__in=allowed)

    def users_with_permission(self, action: str) -> QuerySet[User]:
        """People who may do an action."""
        return self.users_with_any_permission([action])

    def users_with_any_permission_for_instance(self, actions: Any, instance: Any) -> QuerySet[User]:
        """People who may do any of some actions on an instance."""
        return self.users_with_any_permission(actions)

    def users_with_permission_for_instance(self, action: str, instance: Any) -> QuerySet[User]:
        """People who may do an action on an instance."""
        return self.users_with_any_permission([action])
