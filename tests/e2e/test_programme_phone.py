"""The programme on a phone, in both languages of the office: nothing is cut at the edge."""

import re

import pytest

from tests.e2e.accessibility import cut_off
from tests.e2e.test_programme_year import speak

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("demo"),
    pytest.mark.timeout(600),
]

WIDTH = 390
PAGES = {
    "office": (
        *("/admin/", "/admin/programme/", "/admin/programme/plans/", "/admin/programme/tasks/"),
        *("/admin/programme/tasks/board/", "/admin/programme/tasks/timeline/"),
        *("/admin/programme/reports/", "/admin/programme/periods/", "/admin/programme/orphans/"),
        *("/admin/programme/documents/", "/admin/programme/measures/"),
        "/admin/programme/measures/accepted-reports/?start=2019-01-01&end=2020-12-31",
    ),
    "focal_point": ("/admin/", "/admin/programme/", "/admin/programme/tasks/"),
}
# From these lists one goes on to the first record.
FIRST = {
    "/admin/programme/plans/": r"/plans/\d+/$",
    "/admin/programme/tasks/": r"/tasks/\d+/$",
    "/admin/programme/periods/": r"/periods/\d+/$",
    "/admin/": r"/tasks/\d+/report/\d+/$",
}


def first_record(page, address: str) -> str | None:
    """Where the first record of a list is."""
    links = page.eval_on_selector_all("main a", "links => links.map(link => link.pathname)")
    wanted = FIRST.get(address)
    return next((link for link in links if wanted and re.search(wanted, link)), None)


# Fields have no letters of their own by which :func:`cut_off` would find them.
WIDE_FIELDS = """[...document.querySelectorAll('main :is(input, select, textarea)')]
    .filter(field => field.getBoundingClientRect().right > innerWidth).map(field => field.id)"""


@pytest.mark.parametrize("language", ["en", "vi"])
def test_nothing_is_cut_at_the_edge_of_a_phone(sign_in, language):
    cut = {}
    for role, addresses in PAGES.items():
        desk = sign_in(role, width=WIDTH)
        speak(desk, language)
        for address in addresses:
            page = desk.open(address)
            cut[role, address] = cut_off(page)
            if found := first_record(page, address):
                page = desk.open(found)
                page.eval_on_selector_all("main details", "all => all.forEach(e => e.open = true)")
                cut[role, found] = cut_off(page) + page.evaluate(WIDE_FIELDS)
            compared = page.locator("main a[href*='/compare/']")
            if compared.count():
                found = compared.first.get_attribute("href")
                cut[role, found] = cut_off(desk.open(found))
        speak(desk, "vi")
        assert desk.problems == []
    assert {where: found for where, found in cut.items() if found} == {}
    assert any("/compare/" in address for _role, address in cut)


def test_long_choices_stay_in_their_column(sign_in):
    page = sign_in("office", width=1440).open("/admin/programme/documents/add/")
    assert page.evaluate(WIDE_FIELDS) == []


def test_link_without_an_account_fits_a_phone(sign_in, reader):
    office = sign_in("office")
    page = office.open("/admin/programme/periods/")
    page = office.open(first_record(page, "/admin/programme/periods/"))
    with page.expect_navigation():
        page.locator("button[value=link]").first.press("Enter")
    phone = reader(width=WIDTH)
    phone.page.goto(page.locator(".programme-address").input_value())
    assert cut_off(phone.page) == []
    with phone.page.expect_navigation():
        phone.page.locator(".programme-link-tasks a").first.click()
    assert cut_off(phone.page) == []
    assert phone.page.locator(".programme-submit").bounding_box()["width"] > WIDTH * 0.8
    assert phone.problems == []
