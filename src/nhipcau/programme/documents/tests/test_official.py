"""Official documents: complete, in one format only, and with blanks where people write."""

import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from pypdf import PdfReader

from nhipcau.programme.documents.content import (
    letter_document,
    plan_document,
    report_document,
)
from nhipcau.programme.documents.frame import number_line, written_date
from nhipcau.programme.documents.pdf import pdf_file
from nhipcau.programme.documents.tests.outlines import (
    LETTER,
    PARTY,
    PARTY_PLAN,
    PLAN,
    REPORT,
    STATE,
)
from nhipcau.programme.documents.word import word_file
from nhipcau.programme.documents.wording import number_text
from nhipcau.programme.plan_import.reading import read_plan

DOCUMENTS = {
    "plan": plan_document(PLAN),
    "party": plan_document(PARTY_PLAN),
    "report": report_document(REPORT),
    "letter": letter_document(LETTER),
}


def word_text(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    return "\n".join(text for text in document.element.body.itertext())


def pdf_text(content: bytes) -> str:
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return re.sub(r"\s+", " ", " ".join(pages))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_both_formats_say_the_same(name):
    squeezed = re.compile(r"[\s\u00a0\u200b]+")
    made = DOCUMENTS[name]
    word = squeezed.sub("", word_text(word_file(made)))
    pdf = squeezed.sub("", pdf_text(pdf_file(made)))
    for line in (*made.head[0], *made.head[1], *made.title, *made.recipients, *made.signature):
        assert squeezed.sub("", line.text) in word
        assert squeezed.sub("", line.text) in pdf


def test_state_and_party_are_never_mixed():
    state, party = pdf_text(pdf_file(DOCUMENTS["plan"])), pdf_text(pdf_file(DOCUMENTS["party"]))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in state
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" not in state
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in party
    assert "CỘNG HÒA" not in party
    assert "./." in state
    assert "./." not in party


def test_number_and_date_stay_blank_until_issued():
    assert re.fullmatch(r"Số:\s+/KH-UBND", number_line(STATE))
    assert re.fullmatch(r"Số\s+-KH/BCĐ", number_line(PARTY))
    assert re.fullmatch(r"ngày\s+tháng\s+năm\s+", written_date(None))
    assert "Số: " in pdf_text(pdf_file(DOCUMENTS["plan"])).replace("\u00a0", " ")


def test_issued_number_and_date_are_printed():
    assert number_line(replace(STATE, number="88")) == "Số: 88/KH-UBND"
    assert number_line(replace(PARTY, number="53-KH/BCĐ")) == "Số 53-KH/BCĐ"
    assert written_date(date(2020, 2, 5)) == "ngày 05 tháng 02 năm 2020"
    assert written_date(date(2020, 10, 15)) == "ngày 15 tháng 10 năm 2020"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_page_is_a4_with_lawful_margins(name):
    first = Document(io.BytesIO(word_file(DOCUMENTS[name]))).sections[0]
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (210, 297)
    assert Mm(19) < first.top_margin < Mm(26)
    assert Mm(29) < first.left_margin < Mm(36)
    assert Mm(14) < first.right_margin < Mm(21)
    assert first.different_first_page_header_footer
    box = PdfReader(io.BytesIO(pdf_file(DOCUMENTS[name]))).pages[0].mediabox
    assert (round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) == (210, 297)


def test_annex_has_page_numbers_of_its_own_and_first_pages_have_none():
    tasks = tuple(replace(task, number=str(at)) for at, task in enumerate(PLAN.tasks * 9, start=1))
    made = plan_document(
        replace(PLAN, tasks=tasks, organisation=("Các sở, ban, ngành thực hiện.",) * 40)
    )
    tops = [
        re.match(r"\d*", page.extract_text().lstrip()).group()
        for page in PdfReader(io.BytesIO(pdf_file(made))).pages
    ]
    assert tops == ["", "2", "3", "", "2", "3"]
    sections = Document(io.BytesIO(word_file(made))).sections
    assert [section.different_first_page_header_footer for section in sections] == [True, True]
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in sections]
    assert starts[0] is None
    assert starts[1].get(qn("w:start")) == "1"


@pytest.mark.parametrize(
    ("issued", "said"),
    [
        ({}, r"\(Kèm theo Kế hoạch số\s+/KH-UBND ngày\s+tháng\s+năm\s+của"),
        (
            {"number": "88", "issued_on": date(2020, 2, 5)},
            r"\(Kèm theo Kế hoạch số 88/KH-UBND ngày 05 tháng 02 năm 2020 của",
        ),
    ],
)
def test_annex_names_its_document(issued, said):
    made = plan_document(replace(PLAN, header=replace(STATE, **issued)))
    assert made.annexes[0].title[0] == "Phụ lục"
    assert re.match(said, made.annexes[0].note)


def test_legal_bases_end_with_a_full_stop_after_the_last():
    made = plan_document(replace(PLAN, legal_bases=("Căn cứ Luật A", "Căn cứ Luật B;")))
    assert [part.text for part in made.body[:2]] == ["Căn cứ Luật A;", "Căn cứ Luật B."]


def test_letter_lists_the_tasks_below_the_sentence_about_them_and_ends_after_the_rest():
    letter = replace(
        LETTER, paragraphs=("Chưa nhận được báo cáo sau đây.", "Đề nghị gửi."), due=None
    )
    body = letter_document(letter).body
    assert [getattr(part, "text", "table") for part in body] == [
        "Kính gửi: Sở Ngoại vụ.", "Chưa nhận được báo cáo sau đây.", "table", "Đề nghị gửi./.",
    ]  # fmt: skip


def test_letter_goes_to_whom_it_addresses_first():
    lines = [line.text for line in letter_document(LETTER).recipients]
    assert lines[:3] == ["Nơi nhận:", "- Như trên;", "- Các thành viên Ban Chỉ đạo;"]


def test_markup_in_texts_stays_text():
    text = pdf_text(pdf_file(DOCUMENTS["plan"]))
    assert "#hashtag *không phải mã* $x$" in text


def test_missing_reports_and_figures_are_said():
    for text in (
        word_text(word_file(DOCUMENTS["report"])),
        pdf_text(pdf_file(DOCUMENTS["report"])),
    ):
        assert "Chưa báo cáo" in text
        assert "chưa có số liệu" in text
        assert "chưa xác nhận" in text
        assert "1.234,5" in text


def test_zero_is_a_figure_and_nothing_is_not():
    assert number_text(Decimal(0)) == "0"
    assert number_text(Decimal("1000.00")) == "1.000"
    assert number_text(None) == "chưa có số liệu"


def test_printed_plan_is_read_back_as_it_was():
    plan = read_plan(word_file(DOCUMENTS["plan"]))
    assert plan.year == 2020
    found = [
        (t.number, t.group, t.lead, tuple(t.coordinators), t.due, t.recurring) for t in plan.tasks
    ]
    wanted = [(t.number, t.group, t.lead, t.coordinators, t.due, t.recurring) for t in PLAN.tasks]
    assert found == wanted
    assert not any(task.doubts for task in plan.tasks)


def test_fonts_are_embedded_and_named():
    page = PdfReader(io.BytesIO(pdf_file(DOCUMENTS["plan"]))).pages[0]
    names = {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    assert names
    assert all("Tinos" in name for name in names)
    style = Document(io.BytesIO(word_file(DOCUMENTS["plan"]))).styles["Normal"]
    assert style.font.name == "Times New Roman"
