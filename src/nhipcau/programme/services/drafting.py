"""Around a draft plan: members' comments, objectives and indicators."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from nhipcau.accounts.models import User
from nhipcau.accounts.types import Actor
from nhipcau.agencies.models import Agency
from nhipcau.programme.exceptions import Incomplete
from nhipcau.programme.models import PlanComment, PlanIndicator, PlanVersion
from nhipcau.programme.permissions import (
    require,
    user_can_comment_on_version,
    user_can_edit_plans,
    user_can_speak_for,
)
from nhipcau.programme.services.audit import record
from nhipcau.programme.services.plans import locked_version


@transaction.atomic
def comment_on_version(
    *,
    actor: User,
    version: PlanVersion,
    text: str,
    agency: Agency | None,
    now: datetime,
    task_key: Any = None,
) -> PlanComment:
    """Comment on a draft that is out for comments.

    Args:
        actor: A focal point, or somebody of the office.
        version: The draft.
        text: The comment.
        agency: In whose name; ``None`` for the office.
        now: Present moment.
        task_key: The task it is about, ``None`` for the plan as a whole.

    Raises:
        NotPermitted: if the actor may not comment, or not in that agency's name.
        Incomplete: if the comment is empty.
    """
    require(allowed=user_can_comment_on_version(actor, version))
    require(allowed=user_can_speak_for(actor, agency.pk if agency else None))
    if not text.strip():
        raise Incomplete(_("Write the comment first."))
    comment = PlanComment.objects.create(
        version=version,
        author=actor,
        agency=agency,
        text=text.strip(),
        task_key=task_key,
        created_at=now,
    )
    record(actor=actor, instance=version.plan, action="programme.plan.commented", changed=False)
    return comment


@transaction.atomic
def save_indicator(*, actor: Actor, indicator: PlanIndicator) -> PlanIndicator:
    """Add or change an objective's indicator in a draft.

    Raises:
        NotPermitted: if the actor may not write plans.
        FinalVersion: if the version is approved.
    """
    require(allowed=user_can_edit_plans(actor))
    version = locked_version(indicator.version)
    indicator.save()
    record(actor=actor, instance=version.plan, action="programme.plan.changed")
    return indicator


@transaction.atomic
def delete_indicator(*, actor: Actor, indicator: PlanIndicator) -> None:
    """Remove an objective's indicator from a draft.

    Raises:
        NotPermitted: if the actor may not write plans.
        FinalVersion: if the version is approved.
    """
    require(allowed=user_can_edit_plans(actor))
    version = locked_version(indicator.version)
    indicator.delete()
    record(actor=actor, instance=version.plan, action="programme.plan.changed")
