"""Publishing over open errors: an editor's decision, with a reason, on record."""

from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from nhipcau.accounts.models import User
from nhipcau.common.exceptions import NotPermitted
from nhipcau.translation.enums import Severity
from nhipcau.translation.exceptions import OpenErrors, ReasonMissing
from nhipcau.translation.models import CheckOverride
from nhipcau.translation.permissions import user_can_override_checks
from nhipcau.translation.selectors.checks import DocumentReport


def override_errors(
    *, report: DocumentReport, reason: str, actor: User, now: datetime
) -> CheckOverride:
    """Let a document be published although the checks find errors.

    Args:
        report: What the checks say now; the decision holds for exactly these errors.
        reason: Why the errors are none, at least ten characters.
        actor: The editor.
        now: The moment.

    Raises:
        NotPermitted: if the person is no editor.
        ReasonMissing: if the reason says nothing.
    """
    if not user_can_override_checks(actor):
        raise NotPermitted
    if len(reason.strip()) < 10:
        raise ReasonMissing
    codes = sorted(
        {
            finding.code
            for segment in report.segments
            for finding in segment.findings
            if finding.severity == Severity.ERROR
        }
    )
    with transaction.atomic():
        override = CheckOverride.objects.create(
            subject=report.subject,
            codes=" ".join(codes)[:255],
            digest=report.digest,
            reason=reason.strip(),
            decided_by=actor,
            decided_at=now,
        )
        log(
            instance=override,
            action="translation.checks.overridden",
            user=actor,
            data={"subject": report.subject, "codes": codes, "reason": reason.strip()},
        )
    return override


def require_publishable(report: DocumentReport) -> None:
    """Refuse publication while errors are open.

    Args:
        report: What the checks say now.

    Raises:
        OpenErrors: if there are errors that no editor has overridden.
    """
    if not report.may_be_published:
        raise OpenErrors
