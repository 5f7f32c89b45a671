"""The desk's list: turned by keys, narrowed down, kept under names."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.common import clock
from nhipcau.newsroom.enums import WorkState
from nhipcau.newsroom.models import SavedFilter, StoryPage, Work
from nhipcau.newsroom.selectors.keyset import Order, keyset_page
from nhipcau.newsroom.services.publication import submit_for_approval
from nhipcau.newsroom.services.works import create_work

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_newsroom_work:list"


def walk(order, size, backwards=False):
    """Every work met by turning pages to the end, or from the end back to the start."""
    met, cursor = [], ""
    while True:
        page = keyset_page(Work.objects.all(), order=order, cursor=cursor, size=size)
        met += [row.pk for row in page.rows]
        if not page.next:
            break
        cursor = page.next
    if not backwards:
        return met
    met = [row.pk for row in page.rows]
    while page.previous:
        page = keyset_page(Work.objects.all(), order=order, cursor=page.previous, size=size)
        met = [row.pk for row in page.rows] + met
    return met


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(
    "order", ["created_at", "-created_at", "deadline", "-deadline", "headline", "-headline"]
)
def test_turning_pages_meets_every_work_once_in_order(site, order, backwards):
    moment = clock.now()
    for number in range(7):
        page = create_work(actor=None, headline=f"Bài {number % 3}", lead="x")
        # Equal and empty values are where turning pages goes wrong.
        page.work.deadline = None if number % 3 == 0 else moment + timedelta(days=number % 2)
        page.work.created_at = moment + timedelta(minutes=number // 2)
        page.work.save()
    parsed = Order.parse(order)
    whole = keyset_page(Work.objects.all(), order=parsed, cursor="", size=50)
    assert whole.next == ""
    expected = [row.pk for row in whole.rows]
    assert walk(parsed, 2, backwards) == expected
    values = [getattr(row, parsed.field) for row in whole.rows]
    filled = [value for value in values if value is not None]
    assert filled == sorted(filled, reverse=parsed.is_descending)
    assert None not in values[: len(filled)], "empty values come last"


def test_a_cursor_that_is_none_of_ours_shows_the_first_page(site, client_as):
    create_work(actor=None, headline="Bài", lead="x")
    response = client_as(Role.EDITOR).get(reverse(LIST), {"p": "[false,null,1,1]:abc"})
    assert "Bài" in response.content.decode()


def test_a_filter_is_kept_offered_and_removed(site, client_as):
    editor, reporter = client_as(Role.EDITOR), client_as(Role.REPORTER)
    save = reverse("newsroom_filter_save")
    editor.post(save, {"name": "Nháp", "query": "state=draft", "is_shared": "on"})
    editor.post(save, {"name": "Riêng", "query": "state=published"})
    assert editor.post(save, {"name": "", "query": "x"}).status_code == 302
    assert SavedFilter.objects.count() == 2
    mine = editor.get(reverse(LIST)).content.decode()
    theirs = reporter.get(reverse(LIST)).content.decode()
    assert "Nháp" in mine
    assert "Riêng" in mine
    assert "?state=draft" in theirs
    assert "Riêng" not in theirs
    shared = SavedFilter.objects.get(name="Nháp")
    address = reverse("newsroom_filter_delete", args=[shared.pk])
    assert reporter.post(address).status_code == 404
    editor.post(address)
    assert not SavedFilter.objects.filter(name="Nháp").exists()


def test_late_work_is_found_and_marked(site, client_as):
    page = create_work(actor=None, headline="Bài trễ hạn", lead="x")
    other = create_work(actor=None, headline="Bài còn hạn", lead="x")
    page.work.deadline = clock.now() - timedelta(hours=1)
    other.work.deadline = clock.now() + timedelta(days=2)
    page.work.save()
    other.work.save()
    html = client_as(Role.EDITOR).get(reverse(LIST), {"deadline": "late"}).content.decode()
    assert "Bài trễ hạn" in html
    assert "Bài còn hạn" not in html


def test_works_are_found_by_the_languages_they_have(site, client_as):
    page = create_work(actor=None, headline="Có bản tiếng Anh", lead="x")
    create_work(actor=None, headline="Chỉ có tiếng Việt", lead="x")
    translator = client_as(Role.TRANSLATOR)
    translator.post(reverse("newsroom_translations", args=[page.pk]), {"language": "en"})
    editor = client_as(Role.EDITOR)

    def found(language: str) -> set[str]:
        shown = editor.get(reverse(LIST), {"language": language}).content.decode()
        return {name for name in ("Có bản tiếng Anh", "Chỉ có tiếng Việt") if name in shown}

    assert found("en") == {"Có bản tiếng Anh"}
    assert found("vi") == {"Có bản tiếng Anh", "Chỉ có tiếng Việt"}
    assert found("fr") == set()
    page.work.versions.get(locale__language_code="en").delete()
    assert found("en") == set()


def test_versions_lead_to_the_editor_only_where_it_opens(site, client_as):
    source = create_work(actor=None, headline="Bài", lead="x")
    client_as(Role.TRANSLATOR).post(
        reverse("newsroom_translations", args=[source.pk]), {"language": "en"}
    )
    versions = list(source.work.versions.all())
    StoryPage.objects.filter(work=source.work).update(owner=None)
    Work.objects.filter(pk=source.work_id).update(state=WorkState.PUBLISHED)
    addresses = [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in versions]
    assert len(addresses) == 2
    for role in Role:
        person = client_as(role)
        html = person.get(reverse(LIST)).content.decode()
        offered = {address for address in addresses if f'"{address}"' in html}
        # A translation opens at its own desk; who may not enter is sent to the home page.
        ends = {address: person.get(address, follow=True) for address in addresses}
        home = reverse("wagtailadmin_home")
        opened = {address for address, end in ends.items() if end.request["PATH_INFO"] != home}
        assert offered == opened, role


def test_a_translation_awaiting_an_editor_leads_the_editor_to_it(site, client_as):
    source = create_work(actor=None, headline="Bài", lead="x")
    translator, editor = client_as(Role.TRANSLATOR), client_as(Role.EDITOR)
    translator.post(reverse("newsroom_translations", args=[source.pk]), {"language": "en"})
    version = source.work.versions.get(locale__language_code="en")
    address = reverse("wagtailadmin_pages:edit", args=[version.pk])
    assert f'"{address}"' not in editor.get(reverse(LIST)).content.decode()
    state = submit_for_approval(page=version, actor=translator.user)
    state.current_task_state.task.specific.groups.add(Group.objects.get(name=Role.EDITOR))
    assert f'"{address}"' in editor.get(reverse(LIST)).content.decode()
