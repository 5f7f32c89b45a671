"""Privacy of work: drafts are for their author and the desk. Role × action × own or other's."""

import pytest
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import create_work

# Who may do what is decided in Python: nothing here is said in SQL that other tests do not say.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]

WORDS = "Bản nháp kín"
LIST = "wagtailsnippets_newsroom_work:list"

# Each action: how to ask for it, and how one sees that it was granted.
ACTIONS = {
    "finds it in the list of works": lambda page: (reverse(LIST), WORDS),
    "finds it by search": lambda page: (f"{reverse(LIST)}?q=ban+nhap+kin", WORDS),
    "finds it in the export": lambda page: (f"{reverse(LIST)}?export=csv", WORDS),
    "finds it in Wagtail's search": lambda page: (
        f"{reverse('wagtailadmin_pages:search_results')}?q=nh%C3%A1p",
        WORDS,
    ),
    "reads what the work is": lambda page: (
        reverse("wagtailsnippets_newsroom_work:inspect", args=[page.work_id]),
        "",
    ),
    "opens the text": lambda page: (reverse("wagtailadmin_pages:edit", args=[page.pk]), ""),
    "sees the draft": lambda page: (reverse("wagtailadmin_pages:view_draft", args=[page.pk]), ""),
    "reads its history": lambda page: (reverse("wagtailadmin_pages:history", args=[page.pk]), ""),
    "opens a revision": lambda page: (
        reverse("wagtailadmin_pages:revisions_view", args=[page.pk, page.latest_revision_id]),
        "",
    ),
    "decides on it": lambda page: (reverse("newsroom_approval", args=[page.pk]), ""),
    "withdraws it": lambda page: (reverse("newsroom_withdrawal", args=[page.pk]), ""),
}
READING = frozenset(ACTIONS) - {"decides on it", "withdraws it", "finds it in Wagtail's search"}
# Who may do what with whose draft. A draft is submitted, so that it could be decided on.
ALLOWED = {
    (Role.REPORTER, "own"): READING,
    (Role.OFFICE, "own"): READING,
    (Role.EDITOR, "other"): READING | {"decides on it", "withdraws it"},
    (Role.ADMINISTRATOR, "other"): READING | {"withdraws it"},
    (Role.EDITOR, "own"): READING | {"decides on it", "withdraws it"},
}
ROLES = list(Role)


def is_granted(client, page, action):
    address, words = ACTIONS[action](page)
    response = client.get(address)
    if response.status_code != 200:
        return False
    content = b"".join(response) if response.streaming else response.content
    return words in content.decode(errors="ignore")


@pytest.mark.parametrize("whose", ["own", "other"])
@pytest.mark.parametrize("role", ROLES)
def test_a_draft_is_for_its_author_and_the_desk(site, client_as, role, whose):
    client, author = client_as(role), client_as(Role.REPORTER)
    owner = client.user if whose == "own" else author.user
    page = create_work(actor=owner, headline=WORDS, lead="Một.")
    page.get_workflow().start(page, owner)
    page = StoryPage.objects.get(pk=page.pk)
    granted = {
        action
        for action in READING | {"decides on it", "withdraws it"}
        if is_granted(client, page, action)
    }
    if whose == "own" and role not in (Role.REPORTER, Role.OFFICE, Role.EDITOR, Role.ADMINISTRATOR):
        # Roles that write no stories have none of their own; what matters is the other table.
        assert not granted & {"opens the text", "decides on it", "withdraws it"}
        return
    expected = ALLOWED.get((role, whose), frozenset())
    if role == Role.ADMINISTRATOR and whose == "own":
        expected = READING | {"withdraws it"}
    assert granted == expected, (role, whose, granted ^ expected)


@pytest.mark.parametrize("role", [Role.REPORTER, Role.OFFICE, Role.LEADER, Role.TRANSLATOR])
def test_other_peoples_drafts_are_not_found_by_wagtails_own_search(site, client_as, role):
    author = client_as(Role.REPORTER)
    create_work(actor=author.user, headline=WORDS, lead="Một.")
    results = f"{reverse('wagtailadmin_pages:search_results')}?q=B%E1%BA%A3n"
    response = client_as(role).get(results)
    assert response.status_code != 200 or WORDS not in response.content.decode()


@pytest.mark.parametrize("role", ROLES)
def test_every_colleague_finds_what_is_public(site, client_as, role):
    page = create_work(actor=None, headline="Tin công khai", lead="Một.")
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    response = client_as(role).get(reverse(LIST))
    if role == Role.FOCAL_POINT:
        assert response.status_code in (302, 403)
    else:
        assert "Tin công khai" in response.content.decode()


def test_no_field_of_the_newsroom_records_a_source_of_a_reporter():
    from django.apps import apps

    words = ("informant", "tipster", "whistle", "reporter_source", "confidential")
    for model in apps.get_app_config("newsroom").get_models():
        for field in model._meta.get_fields():
            assert not any(word in field.name for word in words), f"{model}.{field.name}"
