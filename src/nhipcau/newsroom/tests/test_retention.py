"""What is kept how long: drafts, comments and revisions end on schedule, records never."""

from datetime import timedelta

import pytest
from django.urls import reverse
from wagtail.models import Comment, Page, PageLogEntry, Revision

from nhipcau.accounts.enums import Role
from nhipcau.common import clock
from nhipcau.newsroom.enums import ApprovalBasis, Change
from nhipcau.newsroom.models import Approval, Correction, StoryPage, Work
from nhipcau.newsroom.rules.retention import (
    COMMENT_LIFE,
    DRAFT_LIFE,
    RESOLVED_COMMENT_LIFE,
    REVISION_LIFE,
)
from nhipcau.newsroom.services.publication import publish_from_archive, submit_for_approval
from nhipcau.newsroom.services.retention import expire_work
from nhipcau.newsroom.services.works import create_work

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def age(page, days):
    moment = clock.now() - days
    Page.objects.filter(pk=page.pk).update(latest_revision_created_at=moment)
    Revision.objects.filter(object_id=str(page.pk)).update(created_at=moment)


def test_a_draft_that_rests_for_a_year_is_removed_and_the_log_keeps_that(site, client_as):
    reporter = client_as(Role.REPORTER).user
    old, young, submitted = (
        create_work(actor=reporter, headline=f"Bài {number}", lead="x") for number in range(3)
    )
    submit_for_approval(page=submitted, actor=reporter)
    age(old, DRAFT_LIFE + DAY)
    age(young, DRAFT_LIFE - DAY)
    age(submitted, DRAFT_LIFE + DAY)
    assert expire_work(clock.now()).drafts == 1
    assert set(StoryPage.objects.values_list("pk", flat=True)) == {young.pk, submitted.pk}
    assert Work.objects.count() == 2
    assert PageLogEntry.objects.filter(page_id=old.pk, action="wagtail.delete").exists()
    assert expire_work(clock.now()).drafts == 0


def test_the_author_is_told_a_month_before(site, client_as):
    reporter = client_as(Role.REPORTER)
    page = create_work(actor=reporter.user, headline="Bài sắp hết hạn", lead="x")
    words = "Sẽ bị xóa trong 30 ngày"
    assert words not in reporter.get(reverse("wagtailadmin_home")).content.decode()
    age(page, DRAFT_LIFE - 10 * DAY)
    assert words in reporter.get(reverse("wagtailadmin_home")).content.decode()


def test_revisions_go_but_never_those_that_records_name(site):
    page = create_work(actor=None, headline="Bài", lead="0")
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    for number in range(1, 4):
        draft = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        draft.lead = str(number)
        draft.save_revision()
    publish_from_archive(
        page=StoryPage.objects.get(pk=page.pk),
        actor=None,
        basis=ApprovalBasis.SAMPLE,
        change=Change.CORRECTION,
        correction="Sửa.",
    )
    age(page, REVISION_LIFE + DAY)
    assert expire_work(clock.now()).revisions == 2
    kept = set(Revision.objects.filter(object_id=str(page.pk)).values_list("pk", flat=True))
    assert kept == set(Approval.objects.values_list("revision_id", flat=True))
    assert Approval.objects.count() == 2
    assert Correction.objects.count() == 1


def test_comments_go_once_dealt_with_and_a_year_after_at_the_latest(site, client_as):
    page = create_work(actor=None, headline="Bài", lead="x")
    author = client_as(Role.EDITOR).user
    now = clock.now()
    ages = {
        "resolved long ago": (RESOLVED_COMMENT_LIFE + DAY, 2 * RESOLVED_COMMENT_LIFE),
        "resolved lately": (RESOLVED_COMMENT_LIFE - DAY, 2 * RESOLVED_COMMENT_LIFE),
        "open for long": (None, COMMENT_LIFE + DAY),
        "open": (None, COMMENT_LIFE - DAY),
    }
    for text, (resolved, updated) in ages.items():
        comment = Comment.objects.create(page=page, user=author, text=text, contentpath="lead")
        comment.log_create(user=author)
        Comment.objects.filter(pk=comment.pk).update(
            updated_at=now - updated, resolved_at=now - resolved if resolved else None
        )
    comment = Comment.objects.create(page=page, user=author, text="taken back", contentpath="lead")
    comment.log_create(user=author)
    comment.log_delete(user=author)
    comment.delete()
    assert expire_work(now).comments == 2
    assert set(Comment.objects.values_list("text", flat=True)) == {"resolved lately", "open"}
    # The log says for ever that somebody commented, and for no longer than the comment what.
    log = PageLogEntry.objects.filter(page_id=page.pk, action__startswith="wagtail.comments.")
    kept = sorted(entry.data["comment"]["text"] for entry in log)
    assert kept == ["", "", "", "", "open", "resolved lately"]
