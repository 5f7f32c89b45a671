"""Readers' reports of errors: stored, routed, answered."""

from datetime import datetime

from django.core.mail import send_mail
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import User
from nhipcau.agencies.models import Agency
from nhipcau.common.clock import civil
from nhipcau.common.exceptions import NotPermitted
from nhipcau.web.enums import ReportState
from nhipcau.web.exceptions import NothingToAnswer
from nhipcau.web.models import ErrorReport
from nhipcau.web.selectors.profile import site_profile


def receive_report(
    *, address: str, language: str, message: str, reply_to: str, now: datetime
) -> ErrorReport:
    """Store a reader's report and tell the desk by e-mail where one is configured.

    Args:
        address: Path of the page, possibly empty.
        language: BCP 47 code in which the reader wrote.
        message: What is wrong.
        reply_to: Where to answer, possibly empty.
        now: When it came.
    """
    report = ErrorReport.objects.create(
        address=address,
        language=language,
        message=message.strip(),
        reply_to=reply_to,
        received_at=now,
    )
    contact = site_profile("vi").contact_email
    if contact:
        with translation.override("vi"):
            subject = gettext("A reader reports an error")
            body = gettext("Page: %(page)s\n\n%(message)s") % {
                "page": address or "–",
                "message": report.message,
            }
        transaction.on_commit(lambda: send_mail(subject, body, None, [contact], fail_silently=True))
    return report


@transaction.atomic
def answer_report(*, report: ErrorReport, actor: User, answer: str, now: datetime) -> ErrorReport:
    """Answer a report; the answer is sent where the reader gave an address.

    Args:
        report: The report.
        actor: An editor, a member of the office or an administrator.
        answer: Text for the reader.
        now: When.

    Raises:
        NotPermitted: if the person may not answer readers.
        NothingToAnswer: if the answer is empty.
    """
    if not user_can_answer(actor):
        raise NotPermitted
    if not answer.strip():
        raise NothingToAnswer
    report = ErrorReport.objects.select_for_update().get(pk=report.pk)
    report.answer, report.state = answer.strip(), ReportState.ANSWERED
    report.handled_by, report.handled_at = actor, now
    report.save()
    if report.reply_to:
        with translation.override(report.language):
            subject = gettext("Your report of an error")
        recipient, text = report.reply_to, report.answer
        transaction.on_commit(
            lambda: send_mail(subject, text, None, [recipient], fail_silently=True)
        )
    return report


@transaction.atomic
def pass_on_report(
    *, report: ErrorReport, actor: User, agency: Agency, now: datetime
) -> ErrorReport:
    """Pass a report on to the body whose matter it is; its focal points are told by e-mail.

    Args:
        report: The report; one that has been answered keeps its state.
        actor: An editor, a member of the office or an administrator.
        agency: The body.
        now: When.

    Raises:
        NotPermitted: if the person may not answer readers.
    """
    if not user_can_answer(actor):
        raise NotPermitted
    report = ErrorReport.objects.select_for_update().get(pk=report.pk)
    if report.state == ReportState.RECEIVED:
        report.state = ReportState.PASSED_ON
    report.passed_to, report.handled_by, report.handled_at = agency, actor, now
    report.save()
    day = civil(now).date()
    people = agency.focal_points.filter(user__is_active=True).select_related("user")
    recipients = sorted({point.user.email for point in people if point.is_valid_on(day)})
    if recipients:
        with translation.override("vi"):
            subject = gettext("A reader's report of an error for your agency")
            body = gettext("Page: %(page)s\n\n%(message)s") % {
                "page": report.address or "–",
                "message": report.message,
            }
        # The reader's own address is not passed on: the answer comes from this desk.
        transaction.on_commit(
            lambda: send_mail(subject, body, None, recipients, fail_silently=True)
        )
    return report


def user_can_answer(user: User) -> bool:
    """Whether a person may answer readers' reports."""
    return user.is_superuser or user.has_role(Role.EDITOR, Role.OFFICE, Role.ADMINISTRATOR)
