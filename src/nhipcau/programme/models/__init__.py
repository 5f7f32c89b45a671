"""Models of the programme."""

from nhipcau.programme.models.classification import Classification
from nhipcau.programme.models.document import DocumentRelation, GuidingDocument
from nhipcau.programme.models.freezing import FrozenFigure, PeriodReport
from nhipcau.programme.models.plan import Plan, PlanComment, PlanIndicator, PlanVersion
from nhipcau.programme.models.reporting import (
    ProgressReport,
    Reminder,
    ReportedFigure,
    ReportingLink,
    ReportingPeriod,
)
from nhipcau.programme.models.task import (
    Attachment,
    Step,
    Task,
    TaskComment,
    TaskIndicator,
    TaskVersion,
)

__all__ = [
    "Attachment",
    "Classification",
    "DocumentRelation",
    "FrozenFigure",
    "GuidingDocument",
    "PeriodReport",
    "Plan",
    "PlanComment",
    "PlanIndicator",
    "PlanVersion",
    "ProgressReport",
    "Reminder",
    "ReportedFigure",
    "ReportingLink",
    "ReportingPeriod",
    "Step",
    "Task",
    "TaskComment",
    "TaskIndicator",
    "TaskVersion",
]
