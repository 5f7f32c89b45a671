"""The whole path of a Vietnamese report to an English reader, in a browser, role by role."""

import json

import pytest

from tests.e2e.accessibility import assert_accessible
from tests.e2e.conftest import arriving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("demo"),
]

REPORT = """Nâng cao hiệu quả công tác thông tin đối ngoại
17:14, 04/03/2020
Ngày 4-3, Ban Chỉ đạo tổ chức Hội nghị tổng kết công tác năm 2019.
Trong năm 2019, tỉnh tổ chức nhiều sự kiện đối ngoại quan trọng.
Các đại biểu dự hội nghị. |
Các đại biểu đề xuất xây dựng chương trình tiếng Anh giới thiệu tỉnh.
Ban Biên Tập
Ý kiến bạn đọc
"""
ENGLISH = {
    "Nâng cao hiệu quả công tác thông tin đối ngoại": "Making external information work count",
    "Ngày 4-3, Ban Chỉ đạo tổ chức Hội nghị tổng kết công tác năm 2019.": (
        "On 4 March the Steering Committee held its review conference for 2019."
    ),
    "Trong năm 2019, tỉnh tổ chức nhiều sự kiện đối ngoại quan trọng.": (
        "In 2019 the province held many important external events."
    ),
    "Các đại biểu dự hội nghị.": "Delegates at the conference.",
    "Các đại biểu đề xuất xây dựng chương trình tiếng Anh giới thiệu tỉnh.": (
        "Delegates proposed English programmes introducing the province."
    ),
}
# The editor frames the preview; until the answer is there, the frame is empty.
PREVIEWED = """
() => document.querySelector("#w-preview-iframe")
  ?.contentDocument?.querySelector("h1")?.innerText.trim()
"""


def test_a_report_becomes_a_bilingual_public_page(demo_site, sign_in, reader, tmp_path):
    report = tmp_path / "report.txt"
    report.write_text(REPORT)
    result = demo_site.command("ingest", str(report), "--json")
    assert result.returncode == 0, result.stderr
    outcome = json.loads(result.stdout)
    assert outcome["created"] == 1
    assert outcome["stories"][0]["captions"] == ["Các đại biểu dự hội nghị."]
    assert outcome["stories"][0]["byline"] == "Ban Biên Tập"
    headline = outcome["stories"][0]["headline"]

    # The reporter opens the story from the list and submits it.
    reporter = sign_in("reporter")
    page = reporter.open("/admin/")
    with arriving(page):
        page.get_by_role("link", name="Tác phẩm", exact=True).first.click()
    reporter.picture("1-stories")
    # The newest is the first of the list: one key leads to it, another opens it.
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.innerText").strip() == headline
    with arriving(page):
        page.keyboard.press("Enter")
    edit = page.url
    assert_accessible(page, "the editor of a story")
    page.locator("[data-side-panel-toggle=preview]").click()
    shown = page.wait_for_function(PREVIEWED)
    assert shown.json_value() == headline
    reporter.picture("1b-preview")
    with arriving(page):
        page.locator("button[name=action-submit]").evaluate("button => button.click()")
    reporter.picture("2-submitted")
    page_id = edit.rstrip("/").split("/")[-2]

    # The editor reads exactly that text and decides.
    editor = sign_in("editor")
    page = editor.open(f"/admin/newsroom/approve/{page_id}/")
    editor.picture("3-approval")
    assert_accessible(page, "approval")
    page.locator("select[name=information_kind]").select_option(index=2)
    page.locator("select[name=form]").select_option(index=2)
    page.locator("input[name=secrecy_checked]").check()
    with arriving(page):
        page.locator("button[value=approve]").click()

    vietnamese = reader("vi")
    page = vietnamese.open_when("/vi/tin-tuc/2020/03/", headline)
    with arriving(page):
        page.get_by_role("link", name=headline).first.click()
    vietnamese.picture("4-vietnamese")
    vietnamese_address = page.url
    assert page.locator("h1").inner_text().strip() == headline
    assert page.locator("html").get_attribute("lang") == "vi"

    # The translator works segment by segment; half a translation cannot be submitted.
    translator = sign_in("translator")
    page = translator.open(f"/admin/newsroom/languages/{page_id}/")
    row = page.locator("tr", has=page.locator("input[value=en]"))
    with arriving(page):
        row.locator("button").click()
    rows = page.locator(".nc-row")
    first = rows.nth(0)
    first.locator(".nc-target textarea").fill(ENGLISH[first.locator(".nc-source").inner_text()])
    with arriving(page):
        page.locator("button[value=submit]").click()
    assert page.locator(".messages .error").count() == 1
    # A question to colleagues: one key sends it, and the page stays where it is.
    first.locator(".nc-comments summary").click()
    first.locator(".nc-comments textarea").fill("Tên chính thức?")
    first.locator(".nc-comments textarea").press("Control+Enter")
    first.locator(".nc-comment").wait_for()
    translator.picture("5-desk")
    assert_accessible(page, "the translation desk")
    for number in range(rows.count()):
        text = rows.nth(number).locator(".nc-source").inner_text()
        if text in ENGLISH:
            rows.nth(number).locator(".nc-target textarea").fill(ENGLISH[text])
    with arriving(page):
        page.locator("button[value=submit]").click()
    translator.picture("5b-desk-done")
    assert page.locator(".messages .success").count() == 1, page.locator("main").inner_text()
    desk_id = page.url.rstrip("/").split("/")[-1]

    # The reviser approves the English; the foreign reader has it, and the way back.
    reviser = sign_in("reviser", language="en")
    page = reviser.open(f"/admin/newsroom/approve/{desk_id}/")
    reviser.picture("6-approval-en")
    assert_accessible(page, "the approval of a translation")
    assert page.get_by_role("link", name="1 nhận xét chưa xử lý").count() == 1
    page.locator("input[name=secrecy_checked]").check()
    with arriving(page):
        page.locator("button[value=approve]").click()

    foreign = reader("en", width=360)
    page = foreign.open_when("/en/news/2020/03/", ENGLISH[headline])
    way = "a[hreflang=en][href*='/en/news/making-external']"
    page = foreign.open_with(vietnamese_address.removeprefix(demo_site.address), way)
    with arriving(page):
        page.locator(way).first.click()
    foreign.picture("7-english-phone")
    assert "/en/news/making-external-information-work-count-" in page.url
    assert page.locator("html").get_attribute("lang") == "en"
    body = page.locator("main").inner_text()
    assert "On 4 March the Steering Committee" in body
    assert page.locator("link[rel=alternate][hreflang=vi]").get_attribute("href") == (
        vietnamese_address
    )
    page = editor.open(f"/admin/pages/{page_id}/history/")
    assert headline in page.locator("main").inner_text()
    assert_accessible(page, "the history of a story")
    for desk in (reporter, editor, translator, reviser, vietnamese, foreign):
        assert desk.problems == []
