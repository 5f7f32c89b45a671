"""The main pages of the back office are accessible, each as those who work there see it."""

import re

import pytest

from tests.e2e.accessibility import cut_off, serious_problems
from tests.e2e.test_programme_year import speak

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


def test_the_pages_of_the_menu_are_accessible(sign_in):
    wrong = {}
    judged: set[str] = set()
    for role in PEOPLE:
        desk = sign_in(role)
        page = desk.page
        wrong[f"{role}: home"] = serious_problems(page)
        # What several roles share is judged as the first of them sees it.
        menu = {address for address in page.evaluate(MENU) if not NOT_PAGES.search(address)}
        for address in sorted(menu - judged):
            desk.open(address)
            wrong[f"{role}: {address}"] = serious_problems(page)
        judged |= menu
    assert {where: found for where, found in wrong.items() if found} == {}
    assert len(judged) > 20


def test_what_an_editor_opens_from_a_list_is_accessible_on_a_phone(sign_in):
    desk = sign_in("editor", width=320)
    works = desk.page.locator("#wagtail-sidebar a[href*='newsroom']", has_text="Tác phẩm").first
    page = desk.open(f"{works.get_attribute('href')}?state=published")
    wrong = {"works": serious_problems(page)}
    cut = {"works": cut_off(page)}
    story = page.locator("td.title a[href$='/edit/']").first.get_attribute("href").split("/")[-3]
    for address in (
        f"/admin/newsroom/correct/{story}/",
        f"/admin/newsroom/withdraw/{story}/",
        "/admin/",
        "/admin/images/multiple/add/",
        "/admin/snippets/agencies/agency/",
    ):
        desk.open(address)
        wrong[address] = serious_problems(page)
        cut[address] = cut_off(page)
    assert {where: found for where, found in wrong.items() if found} == {}
    assert {where: found for where, found in cut.items() if found} == {}
    desk.open("/admin/images/")
    name = page.locator("[data-w-breadcrumbs]")
    assert name.evaluate("name => name.scrollWidth <= name.clientWidth"), "its buttons cover it"
    photo = page.locator("main a[href^='/admin/images/']:has(img)").first.get_attribute("href")
    for address in (photo, "/admin/snippets/translation/term/add/"):
        wide = (
            desk.open(address)
            .locator("main :is(p > .button, select)")
            .evaluate_all(
                "all => all.filter(one => one.getBoundingClientRect().right > innerWidth).length"
            )
        )
        assert wide == 0, address
    assert desk.problems == []


def test_long_english_words_fit_a_phone(sign_in):
    desk = sign_in("editor", width=320)
    speak(desk, "en")
    assert cut_off(desk.open("/admin/2fa/app/activate/")) == []
    button = desk.open("/admin/images/multiple/add/").locator(".button.bicolor")
    assert button.evaluate("button => button.getBoundingClientRect().right") <= 320
    speak(desk, "vi")


def test_a_menu_folded_away_keeps_its_names(sign_in):
    desk = sign_in("editor")
    page = desk.open("/admin/")
    page.locator("#wagtail-sidebar .sidebar__collapse-toggle").click()
    page.locator("#wagtail-sidebar.sidebar--slim, #wagtail-sidebar .sidebar--slim").wait_for()
    assert serious_problems(page) == []
