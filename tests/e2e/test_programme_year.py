"""A year of the programme in a browser: a plan file, a phone, a returned report, a figure."""

import io
import re

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.e2e.conftest import arriving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("demo"),
    pytest.mark.timeout(600),
]

TASK = "Tổ chức lớp tập huấn viết tin tiếng Anh"
ROWS = (
    ("STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"),
    ("1", TASK, "Sở TT&TT", "Báo Đắk Lắk; các sở, ngành liên quan", "Quý II"),
    ("2", "Biên soạn sổ tay người phát ngôn", "Sở Ngoại vụ", "Sở TT&TT", "Trước 15/6"),
    ("3", "Thi viết bằng tiếng nước ngoài", "Hội Văn nghệ trẻ", "", "Quý III"),
)


def plan_file() -> bytes:
    document = Document()
    document.add_paragraph("Số: 15/KH-UBND")
    document.add_paragraph("Đắk Lắk, ngày 20 tháng 01 năm 2021")
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Công tác thông tin đối ngoại năm 2021")
    table = document.add_table(rows=len(ROWS), cols=len(ROWS[0]))
    for at, row in enumerate(ROWS):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def press(page, selector: str) -> None:
    """Press a button with its key: a calendar that closes may move it away under the mouse."""
    with arriving(page):
        page.locator(selector).press("Enter")


def speak(desk, language: str) -> None:
    """Choose the language of the back office, as a person does in the account's settings."""
    page = desk.open("/admin/account/")
    page.locator("[name$=preferred_language]").select_option(language)
    press(page, "main form [type=submit] >> nth=0")


def imported_plan(office) -> str:
    """The office imports a plan, decides about the open names, and adds what is counted."""
    page = office.open("/admin/programme/plans/import/")
    file = {"name": "ke-hoach.docx", "mimeType": "application/msword", "buffer": plan_file()}
    page.locator("input[type=file]").set_input_files(file)
    press(page, "main form[enctype] button[type=submit].button")
    office.picture("programme-1-review")
    assert "Sở TT&TT" in page.locator("main").inner_text()
    press(page, "main form[novalidate] > button[type=submit]")
    assert page.locator("main .w-status", has_text="cần quyết định").count() == 2
    page.locator("input[name=decide_rest]").check()
    press(page, "main form[novalidate] > button[type=submit]")
    version = page.url
    with arriving(page):
        page.get_by_role("link", name=TASK).click()
    page.locator("[name=form-0-name], [name$='-0-name']").first.fill("Học viên")
    page.locator("[name$='-0-unit']").fill("người")
    page.locator("[name$='-0-target']").fill("40")
    press(page, "main form button.button[type=submit]:not([name])")
    return version


def test_a_plan_file_becomes_a_figure_with_its_evidence(demo_site, sign_in):
    office = sign_in("office")
    version = imported_plan(office)

    # Out for comments: the focal point sees the draft and says something.
    page = office.page
    page.goto(version)
    press(page, "form.programme-inline button >> nth=0")
    phone = sign_in("focal_point", width=390)
    phone.page.goto(version)
    phone.page.locator("form:has([value=comment]) textarea").fill("Đề nghị lùi sang quý III.")
    press(phone.page, "form:has([value=comment]) button")
    assert "Đề nghị lùi sang quý III." in phone.page.locator("main").inner_text()
    assert phone.page.locator("form:has([value=approve])").count() == 0

    # The leader records the approval in English; from then on nothing in it changes.
    leader = sign_in("leader")
    speak(leader, "en")
    page = leader.page
    page.goto(version)
    page.locator("details:has([value=approve]) summary").click()
    page.locator("[name=document_number]").fill("15/KH-BCĐ")
    page.locator("[name=approved_on]").fill("2021-01-20")
    page.locator("[name=approved_on]").press("Escape")
    page.locator("[name=signatory_name]").fill("Người ký (mẫu)")
    press(page, "form:has([value=approve]) button[type=submit]")
    leader.picture("programme-2-approved")
    assert "Approved 19 days into the plan year." in page.locator("main").inner_text()

    page = office.open("/admin/programme/periods/open/")
    page.locator("[name=year]").fill("2021")
    page.locator("[name=first_day]").fill("2021-01-01")
    page.locator("[name=first_day]").press("Escape")
    press(page, "main form button.button[type=submit]")

    # From the home page to the report on a phone; the line drops and nothing is lost.
    page = phone.open("/admin/")
    row = page.locator("main li", has_text=TASK)
    with arriving(page):
        row.locator("a").click()
    report = page.url.removesuffix("write/")
    phone.picture("programme-3-phone-form")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.context.set_offline(True)
    page.locator("[name=done]").fill("Đã mở một lớp.")
    status = page.locator("[data-report-status]")
    expect(status).not_to_be_empty(timeout=20_000)
    page.context.set_offline(False)
    expect(status).to_contain_text(re.compile(r"\d\d:\d\d:\d\d"), timeout=40_000)
    page.reload()
    assert page.locator("[name=done]").input_value() == "Đã mở một lớp."
    page.locator("[name^=actual_]").first.fill("25")
    press(page, ".programme-submit")

    # Returned with a reason; corrected; accepted.
    page = office.page
    page.goto(report)
    page.locator("details:has([value=return]) summary").click()
    page.locator("form:has([value=return]) textarea").fill("Thiếu danh sách học viên.")
    press(page, "form:has([value=return]) button")
    page = phone.page
    page.goto(f"{report}write/")
    assert "Thiếu danh sách học viên." in page.locator("[role=alert]").inner_text()
    page.locator("[name=files]").set_input_files(
        {"name": "danh-sach.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 mau"}
    )
    page.locator("[name^=actual_]").first.fill("24")
    press(page, ".programme-submit")
    page = office.page
    page.goto(report)
    press(page, "button[value=accept]")

    # The figure moved, and opens the report and the attachment behind it.
    task = page.locator(".programme-lead a").get_attribute("href")
    page = leader.open(task)
    assert "(60 %)" in page.locator("main").inner_text()
    with arriving(page):
        page.get_by_role("link", name="24", exact=True).click()
    leader.picture("programme-4-figure")
    assert page.locator(".programme-figure").inner_text().startswith("24")
    with arriving(page):
        page.locator(f"main a[href='{report.removeprefix(demo_site.address)}']").first.click()
    assert page.locator("main a", has_text="danh-sach.pdf").count() == 1

    speak(leader, "vi")

    # Nobody else's task is open to the focal point, and the board shows only its own.
    page = phone.open("/admin/programme/tasks/?ordering=plan__first_year")
    assert "Thi viết bằng tiếng nước ngoài" not in page.locator("main").inner_text()
    expected = ["ERR_INTERNET_DISCONNECTED"]
    for desk in (office, leader, phone):
        left = [p for p in desk.problems if not any(text in p for text in expected)]
        assert [p for p in left if "422" not in p] == []
