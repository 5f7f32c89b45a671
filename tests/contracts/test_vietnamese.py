"""The back office speaks Vietnamese: no English string of any catalogue is left on its pages."""

from pathlib import Path

import polib
import pytest
from django.urls import reverse
from lxml import html

from nhipcau.accounts.enums import Role

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [
    "wagtailadmin_home",
    "wagtailadmin_account",
    "wagtailsnippets_newsroom_work:list",
    "wagtailsnippets_agencies_agency:list",
    "wagtailsnippets_agencies_agency:add",
    "wagtailsnippets_agencies_office:list",
    "wagtailsnippets_agencies_place:list",
    "wagtailimages:index",
    "wagtailimages:add_multiple",
    "wagtaildocs:index",
    "agencies_sheet",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_explore_root",
    "account_login",
]
# Shown alike in both languages: abbreviations, a language's own name, the title of the English
# front page, and the one label that Wagtail's page header holds in English without gettext.
SHARED = {
    "English",
    "Front page",
    "Actions",
    "Slug",
    "URL",
    "HTML",
    "Wagtail",
    "Email",
    "e-mail",
    "ID",
    "CSV",
    "XLSX",
    "OK",
}


def english_only() -> set[str]:
    """English strings whose Vietnamese is another one."""
    found = set()
    for path in (ROOT / "src").rglob("django.po"):
        for entry in polib.pofile(str(path)):
            translation = entry.msgstr or entry.msgstr_plural.get(0, "")
            if translation and translation != entry.msgid and "%" not in entry.msgid:
                found.add(entry.msgid.strip())
    return {text for text in found if len(text) > 3} - SHARED


def visible_texts(document: bytes) -> set[str]:
    """Text that a person sees or a screen reader speaks."""
    tree = html.fromstring(document)
    for hidden in tree.xpath("//script|//style|//template|//*[@lang='en']|//option"):
        hidden.drop_tree()
    texts = {text.strip() for text in tree.itertext()}
    texts |= {value.strip() for value in tree.xpath("//@aria-label|//@placeholder|//@title")}
    return {" ".join(text.split()) for text in texts if text}


@pytest.fixture(scope="module")
def english():
    return english_only()


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.OFFICE, Role.EDITOR, Role.TRANSLATOR])
def test_no_english_is_left_on_a_page(site, client_as, english, role):
    client = client_as(role)
    left = {}
    for name in PAGES:
        response = client.get(reverse(name))
        if response.status_code != 200:
            continue
        if found := visible_texts(response.content) & english:
            left[name] = sorted(found)
    assert left == {}
