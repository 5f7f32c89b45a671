"""Actions on many things at once: who is offered them, and what they name."""

import pytest
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.newsroom.services.works import create_work

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", ["work", "page"])
def test_an_action_on_many_names_no_draft_that_is_hidden(site, client_as, kind):
    page = create_work(actor=client_as(Role.EDITOR).user, headline="Chưa ai được biết", lead="x")
    for action in {"work": ["set_section", "set_deadline"], "page": ["publish", "delete"]}[kind]:
        app = "newsroom" if kind == "work" else "wagtailcore"
        address = reverse("wagtail_bulk_action", args=[app, kind, action])
        key = page.work_id if kind == "work" else page.pk
        answer = client_as(Role.REPORTER).get(f"{address}?next=/admin/&id={key}", follow=True)
        assert "Chưa ai được biết" not in answer.content.decode()


def test_only_those_who_may_do_something_with_many_works_may_tick_them(site, client_as):
    create_work(actor=None, headline="Bài", lead="x")
    address = reverse("wagtailsnippets_newsroom_work:list")
    editor = client_as(Role.EDITOR).get(address).content.decode()
    assert "data-bulk-action-checkbox" in editor
    # Nobody deletes a work: an entry that only leads to a refusal is not offered.
    assert reverse("wagtail_bulk_action", args=["newsroom", "work", "set_section"]) in editor
    assert reverse("wagtail_bulk_action", args=["newsroom", "work", "delete"]) not in editor
    other = client_as(Role.LEADER).get(address).content.decode()
    assert "data-bulk-action-checkbox" not in other
