"""Tasks: their wording in drafts, and what goes on around them after approval."""

import hashlib
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from nhipcau.accounts.models import User
from nhipcau.accounts.types import Actor
from nhipcau.agencies.models import Agency
from nhipcau.common.text import fold
from nhipcau.programme.enums import Standing, WorkState
from nhipcau.programme.exceptions import EditConflict, FinalVersion, Incomplete
from nhipcau.programme.models import (
    Attachment,
    PlanVersion,
    ProgressReport,
    Step,
    Task,
    TaskComment,
    TaskIndicator,
    TaskVersion,
)
from nhipcau.programme.permissions import (
    is_office,
    require,
    user_can_edit_plans,
    user_can_work_on_task,
)
from nhipcau.programme.services.audit import record
from nhipcau.programme.services.plans import locked_version

MAX_ATTACHMENT_BYTES = 50 * 1024 * 1024
_MANY = ("coordinators", "documents", "indicators")


def folded_text(wording: TaskVersion) -> str:
    """What a search without diacritics looks through."""
    return fold(" ".join([wording.number, wording.text, wording.product, wording.group]))


def locked_wording(wording: TaskVersion) -> TaskVersion:
    """Load a task's wording again and hold it until the transaction ends."""
    return (
        TaskVersion.objects.select_for_update(of=("self",))
        .select_related("version__plan", "task")
        .get(pk=wording.pk)
    )


@transaction.atomic
def add_task(
    *,
    actor: Actor,
    version: PlanVersion,
    values: dict[str, Any],
    task_key: Any = None,
    is_sample: bool = False,
) -> TaskVersion:
    """Add a task to a draft.

    Args:
        actor: Somebody of the standing office.
        version: The draft.
        values: Fields of the wording; ``coordinators`` and ``documents`` are lists of records,
            ``indicators`` a list of dictionaries.
        task_key: Key of the same task in another year or version; a new one when left out.
        is_sample: Made by the sample data.

    Raises:
        NotPermitted: if the actor may not write plans.
        FinalVersion: if the version is approved.
    """
    version = locked_version(version)
    require(allowed=user_can_edit_plans(actor))
    if version.is_final:
        raise FinalVersion
    if task_key is None:
        task = Task.objects.create(plan=version.plan, is_sample=is_sample)
    else:
        task, _created = Task.objects.get_or_create(
            plan=version.plan, task_key=task_key, defaults={"is_sample": is_sample}
        )
    wording = TaskVersion(task=task, version=version)
    if "sort_order" not in values:
        last = version.tasks.aggregate(last=Max("sort_order"))["last"] or 0
        wording.sort_order = last + 10
    _fill(wording, values)
    if task.current_id is None:
        task.current = wording
        task.save(update_fields=["current"])
    record(actor=actor, instance=task, action="programme.task.created")
    return wording


@transaction.atomic
def edit_task(
    *, actor: Actor, wording: TaskVersion, revision: int, values: dict[str, Any]
) -> TaskVersion:
    """Change what a draft says of a task.

    Args:
        actor: Somebody of the standing office.
        wording: The wording.
        revision: The revision the actor began with.
        values: See :func:`add_task`; what is left out stays.

    Raises:
        NotPermitted: if the actor may not write plans.
        FinalVersion: if the version is approved.
        EditConflict: if somebody else saved in between.
    """
    wording = locked_wording(wording)
    require(allowed=user_can_edit_plans(actor))
    if wording.version.is_final:
        raise FinalVersion
    if wording.revision != revision:
        raise EditConflict(wording)
    wording.revision += 1
    _fill(wording, values)
    record(
        actor=actor,
        instance=wording.task,
        action="programme.task.changed",
        fields=sorted(values),
        revision=wording.revision,
    )
    return wording


def _fill(wording: TaskVersion, values: dict[str, Any]) -> None:
    """Write the fields and the lists of a wording."""
    for name, value in values.items():
        if name not in _MANY:
            setattr(wording, name, value)
    wording.folded = folded_text(wording)
    wording.save()
    for name in ("coordinators", "documents"):
        if name in values:
            rows = values[name]
            if name == "coordinators":
                # The lead agency answers for the task; naming it twice means nothing.
                rows = [agency for agency in rows if agency.pk != wording.lead_id]
            getattr(wording, name).set(rows)
    if "indicators" in values:
        wording.indicators.all().delete()
        TaskIndicator.objects.bulk_create(
            TaskIndicator(task_version=wording, sort_order=order, **fields)
            for order, fields in enumerate(values["indicators"])
        )


@transaction.atomic
def remove_task(*, actor: Actor, wording: TaskVersion) -> None:
    """Take a task out of a draft; a task that was never approved disappears with it.

    Raises:
        NotPermitted: if the actor may not write plans.
        FinalVersion: if the version is approved.
    """
    wording = locked_wording(wording)
    require(allowed=user_can_edit_plans(actor))
    task = wording.task
    wording.delete()
    record(actor=actor, instance=task.plan, action="programme.task.removed", text=str(wording))
    if task.standing == Standing.PROPOSED and not task.versions.exists():
        task.delete()


@transaction.atomic
def set_work_state(*, actor: Actor, task: Task, work_state: str, now: datetime) -> Task:
    """Record how far the work is, outside a report.

    Raises:
        NotPermitted: if the actor is not of the standing office: agencies say it in a report.
    """
    task = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
    require(allowed=is_office(actor))
    if task.work_state != work_state:
        task.work_state = WorkState(work_state)
        task.work_state_at = now
        task.save(update_fields=["work_state", "work_state_at"])
        record(actor=actor, instance=task, action="programme.task.moved", state=str(work_state))
    return task


@transaction.atomic
def comment_on_task(*, actor: User, task: Task, text: str, now: datetime) -> TaskComment:
    """Add a remark to a task.

    Raises:
        NotPermitted: if the task is not the actor's business.
        Incomplete: if the remark is empty.
    """
    require(allowed=user_can_work_on_task(actor, task))
    if not text.strip():
        raise Incomplete(_("Write the comment first."))
    comment = TaskComment.objects.create(task=task, author=actor, text=text.strip(), created_at=now)
    record(actor=actor, instance=task, action="programme.task.commented", changed=False)
    return comment


@transaction.atomic
def add_step(
    *, actor: Actor, task: Task, text: str, agency: Agency | None, due: date | None, now: datetime
) -> Step:
    """Break a task down by one sub-task.

    Raises:
        NotPermitted: if the task is not the actor's business.
        Incomplete: if it says nothing.
    """
    require(allowed=user_can_work_on_task(actor, task))
    if not text.strip():
        raise Incomplete(_("Say what the sub-task is."))
    step = Step.objects.create(
        task=task, text=text.strip()[:500], agency=agency, due=due, created_at=now
    )
    record(actor=actor, instance=task, action="programme.task.step", text=step.text)
    return step


@transaction.atomic
def set_step_done(*, actor: Actor, step: Step, done_on: date | None) -> Step:
    """Tick a sub-task, or take the tick away with ``None``.

    Raises:
        NotPermitted: if the task is not the actor's business.
    """
    step = Step.objects.select_for_update(of=("self",)).select_related("task").get(pk=step.pk)
    require(allowed=user_can_work_on_task(actor, step.task))
    step.done_on = done_on
    step.save(update_fields=["done_on"])
    record(actor=actor, instance=step.task, action="programme.task.step", text=step.text)
    return step


@transaction.atomic
def attach_file(
    *,
    actor: User | None,
    task: Task,
    file: UploadedFile,
    now: datetime,
    report: ProgressReport | None = None,
    title: str = "",
) -> Attachment:
    """Keep a private file with a task or as evidence of a report.

    The caller has checked the right to write the report; a file of the task itself is checked
    here.

    Args:
        actor: Who sends it; ``None`` through a reporting link.
        task: The task.
        file: The upload.
        now: Present moment.
        report: The report it is evidence for.
        title: What it is; the file's name when empty.

    Raises:
        NotPermitted: if the task is not the actor's business.
        Incomplete: if the file is empty, too large or of a kind that is not accepted.
    """
    if report is None:
        require(allowed=actor is not None and user_can_work_on_task(actor, task))
    size = file.size or 0
    if not 0 < size <= MAX_ATTACHMENT_BYTES:
        raise Incomplete(_("A file must not be empty and is at most 50 MB."))
    content = hashlib.sha256()
    for chunk in file.chunks():
        content.update(chunk)
    file.seek(0)
    attachment = Attachment(
        task=task,
        report=report,
        title=(title or file.name or "")[:255],
        file=file,
        size_bytes=size,
        digest=content.hexdigest(),
        uploaded_by=actor,
        uploaded_at=now,
    )
    attachment.full_clean(exclude=["digest", "uploaded_by"])
    attachment.save()
    record(actor=actor, instance=task, action="programme.task.attached", title=attachment.title)
    return attachment
