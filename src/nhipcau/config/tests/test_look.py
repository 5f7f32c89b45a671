"""The back office bears the program's name, and every word follows whoever reads it."""

import pytest
from django.conf import settings
from django.urls import reverse

from nhipcau.accounts.enums import Role

# Templates and words: nothing here depends on the database.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]


def test_the_home_page_names_the_program_and_not_its_framework(site, client_as):
    html = client_as(Role.EDITOR).get(reverse("wagtailadmin_home")).content.decode()
    assert "<title>" in html
    assert "Nhịp Cầu</title>" in html
    assert "guide.wagtail.org" not in html
    assert "web/icon" in html


@pytest.mark.parametrize(("language", "word"), [("vi", "Tìm kiếm"), ("en", "Search")])
def test_the_tabs_of_a_chooser_follow_the_reader(site, client_as, language, word):
    client = client_as(Role.EDITOR)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    address = reverse("wagtailimages_chooser:choose")
    html = client.get(address, headers={"X-Requested-With": "XMLHttpRequest"}).json()["html"]
    tab = html.split('id="tab-label-search"')[1].split("</a>")[0]
    assert word in tab


def test_an_open_form_learns_whether_its_session_holds(site, client_as, client):
    address = reverse("session_holds")
    script = {"X-Requested-With": "XMLHttpRequest"}
    assert client.get(address, headers=script).status_code == 401
    answer = client_as(Role.REPORTER).get(address, headers=script)
    assert answer.status_code == 200
    assert len(answer.json()["token"]) > 30
