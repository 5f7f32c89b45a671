"""The main pages of the back office are accessible, each as those who work there see it."""

import re

import pytest

from tests.e2e.accessibility import serious_problems

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("demo"),
]
# Who sees what in the menu; between them they have every entry of it.
PEOPLE = ("administrator", "office", "leader", "editor", "translator", "focal_point")
# What the menu leads to besides pages, and forms that are made like those before them.
NOT_PAGES = re.compile(r"logout|/language/|\.(?:xlsx|csv)")
MENU = (
    "[...document.querySelectorAll('#wagtail-sidebar a[href^=\"/admin/\"]')].map(a => a.pathname)"
)
# A page of each kind behind the lists of the menu: the first that its list leads to.
BEHIND = {
    "editor": {"/admin/newsroom/stories/": r"/admin/pages/\d+/edit/$"},
    "translator": {"/admin/translation/": r"/admin/translation/desk/\d+/$"},
}


@pytest.mark.parametrize("role", PEOPLE)
def test_the_pages_of_the_menu_are_accessible(sign_in, role):
    desk = sign_in(role)
    page = desk.page
    wrong = {"home": serious_problems(page)}
    for address in sorted(set(page.evaluate(MENU))):
        if NOT_PAGES.search(address):
            continue
        desk.open(address)
        wrong[address] = serious_problems(page)
    assert {address: found for address, found in wrong.items() if found} == {}
    assert len(wrong) > 3
