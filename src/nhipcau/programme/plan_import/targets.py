"""Which version of which plan a file that was read belongs to."""

from nhipcau.agencies.models import Agency
from nhipcau.programme.enums import FINAL_STATES
from nhipcau.programme.exceptions import FinalVersion
from nhipcau.programme.models import Plan, PlanVersion
from nhipcau.programme.plan_import.types import ReadPlan


def version_for(plan: ReadPlan, *, issuer: Agency) -> PlanVersion | None:
    """The version that the same plan, of the same issuer and years, has reached.

    A body may issue several plans in a year: one approved under another number than the file
    bears is not the one that the file holds.

    Args:
        plan: The plan as read.
        issuer: The body that issues it.

    Returns:
        A draft to merge into, or an approved version that nothing can be merged into; ``None``
        when a plan is to be begun.
    """
    if plan.year is None:
        return None
    existing = Plan.objects.filter(
        issuer=issuer, first_year=plan.year, last_year=plan.last_year or plan.year
    )
    for found in existing.order_by("-pk"):
        version = found.versions.order_by("-sequence").first()
        if version is None:
            continue
        is_same = not plan.number or plan.number == version.document_number
        if version.state not in FINAL_STATES or is_same:
            return version
    return None


def draft_for(plan: ReadPlan, *, issuer: Agency) -> PlanVersion | None:
    """The draft that an import merges into, ``None`` when a plan is to be begun.

    Raises:
        FinalVersion: if the plan exists and its last version is approved.
    """
    version = version_for(plan, issuer=issuer)
    if version is not None and version.state in FINAL_STATES:
        raise FinalVersion
    return version
