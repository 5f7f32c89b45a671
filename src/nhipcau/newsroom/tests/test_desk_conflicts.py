"""Two people on one text: who is told of the other, and who is not troubled."""

import pytest
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.newsroom.services.works import create_work
from nhipcau.newsroom.tests.test_back_office import form_data

pytestmark = pytest.mark.django_db
OVERTAKEN = "Một đồng nghiệp đã lưu bài này"


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_ones_own_earlier_saving_is_no_conflict(site, client_as):
    reporter = client_as(Role.REPORTER)
    page = create_work(actor=reporter.user, headline="Bài", lead="Một.")
    opened = page.latest_revision_id
    # The page saved itself while the reporter was writing; the form still names what was opened.
    page.lead = "Một, hai."
    page.save_revision(user=reporter.user)
    data = form_data("Bài") | {"loaded_revision_id": opened}
    html = reporter.post(edit(page), data, follow=True).content.decode()
    assert OVERTAKEN not in html


def test_a_colleague_whose_page_saves_into_the_revision_one_has_open_is_a_conflict(site, client_as):
    reporter, editor = client_as(Role.REPORTER), client_as(Role.EDITOR)
    page = create_work(actor=reporter.user, headline="Bài", lead="Một.")
    opened = page.latest_revision
    seen = {
        "loaded_revision_id": opened.pk,
        "loaded_revision_created_at": opened.created_at.isoformat(),
    }
    page.lead = "Một, hai."
    page.save_revision(user=reporter.user, overwrite_revision=opened)
    html = editor.post(edit(page), form_data("Bài") | seen, follow=True).content.decode()
    assert OVERTAKEN in html


@pytest.mark.parametrize("moment", ["", "?", "2026-13-40T99:00:00Z", "2026-11-29T08:00:00"])
def test_a_form_that_names_no_moment_is_saved(site, client_as, moment):
    editor = client_as(Role.EDITOR)
    page = create_work(actor=editor.user, headline="Bài", lead="Một.")
    seen = {
        "loaded_revision_id": page.latest_revision_id,
        "loaded_revision_created_at": moment,
    }
    answer = editor.post(edit(page), form_data("Bài mới") | seen, follow=True)
    assert answer.status_code == 200
    assert OVERTAKEN not in answer.content.decode()
    page.refresh_from_db()
    assert page.draft_title == "Bài mới"
