"""Two people on one text, and a session that ends while somebody writes: no word is lost."""

import pytest

from tests.e2e.accessibility import assert_accessible
from tests.e2e.conftest import arriving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("demo"),
]


def draft_of(reporter):
    """The address of the sample reporter's draft."""
    return reporter.page.locator("main a[href$='/edit/']").first.get_attribute("href")


def lead(desk):
    return desk.page.locator("textarea[name=lead]")


def test_whoever_saves_second_is_told_and_both_texts_stay(sign_in):
    reporter, editor = sign_in("reporter"), sign_in("editor")
    address = draft_of(reporter)
    for desk in (reporter, editor):
        desk.open(address)
    lead(editor).fill("Sa-pô của biên tập viên.")
    with arriving(editor.page):
        editor.page.locator("footer button.action-save").click()
    lead(reporter).fill("Sa-pô của phóng viên.")
    page = reporter.page
    # If the page knows already it asks first; in any case the person is told what differs.
    page.locator("footer button.action-save").click()
    asked = page.locator("#w-save-confirmation-dialog button.button").first
    compare = page.locator(".messages a[href*=compare]")
    asked.or_(compare).filter(visible=True).first.wait_for()
    if asked.is_visible():
        asked.click()
    compare.wait_for()
    assert lead(reporter).input_value() == "Sa-pô của phóng viên."
    assert_accessible(page, "the message of a conflict")
    with arriving(page):
        compare.click()
    text = page.locator("main").inner_text()
    assert "Sa-pô của biên tập viên." in text
    assert "phóng viên." in text


def test_a_session_that_ends_while_somebody_writes_costs_no_word(sign_in):
    reporter = sign_in("reporter", width=390)
    address = draft_of(reporter)
    page = reporter.open(address)
    context = page.context
    kept = [cookie for cookie in context.cookies() if cookie["name"] != "sessionid"]
    context.clear_cookies()
    context.add_cookies(kept)
    lead(reporter).fill("Viết khi phiên đã hết.")
    page.locator("footer button.action-save").click()
    page.locator(".nc-signed-out").wait_for()
    assert lead(reporter).input_value() == "Viết khi phiên đã hết."
    with context.expect_page() as opened:
        page.locator(".nc-signed-out a").click()
    other = opened.value
    with arriving(other):
        other.locator(".account-samples button").nth(4).click()
    other.close()
    with arriving(page):
        page.locator("footer button.action-save").click()
    assert page.locator(".messages .success").count() == 1
    reporter.open(address)
    assert lead(reporter).input_value() == "Viết khi phiên đã hết."
