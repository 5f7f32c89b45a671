"""Report forms come back as they were filled in, also when people were rough with them."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from docx import Document
from openpyxl import load_workbook

from nhipcau.programme.documents.form_reading import (
    ForeignForm,
    FormNotRecognised,
    form_identity,
    read_form,
    read_number,
)
from nhipcau.programme.documents.forms import form_document, form_workbook
from nhipcau.programme.documents.tests.outlines import FORM
from nhipcau.programme.enums import WorkState
from nhipcau.programme.plan_import.tests.samples.building import to_bytes
from nhipcau.programme.plan_import.types import Cell

WRITERS = {"xlsx": form_workbook, "docx": form_document}
FIRST, SECOND = 6, 9


@pytest.mark.parametrize("kind", WRITERS)
def test_empty_form_comes_back_empty(kind):
    content = WRITERS[kind](FORM)
    assert form_identity(content) == (FORM.agency_code, FORM.period_uuid)
    reading = read_form(content, expected=FORM)
    assert reading.problems == ()
    assert [row.done for row in reading.form.rows] == ["", ""]
    assert dict(reading.form.rows[0].actuals) == {
        item.key: None for item in FORM.rows[0].indicators
    }
    assert not any(row.doubts for row in reading.form.rows)


def filled_sheet():
    book = load_workbook(io.BytesIO(form_workbook(FORM)))
    sheet = book.active
    sheet.cell(FIRST, 3, "Đang thực hiện")
    sheet.cell(FIRST, 4, "Đã đón 02 đoàn\ntại Buôn Đôn")
    sheet.cell(FIRST + 1, 5, 2)
    sheet.cell(FIRST + 2, 5, "1.250 tin")
    sheet.cell(SECOND, 3, "đã hoàn thành")
    return book, sheet


def check_filled(form):
    first, second = form.rows
    assert first.state == WorkState.IN_PROGRESS
    assert first.done == "Đã đón 02 đoàn\ntại Buôn Đôn"
    assert [value for _key, value in first.actuals] == [Decimal(2), Decimal(1250)]
    assert second.state == WorkState.DONE


def test_filled_sheet_comes_back():
    book, _sheet = filled_sheet()
    reading = read_form(to_bytes(book), expected=FORM)
    check_filled(reading.form)
    assert reading.problems == ()


def test_filled_document_comes_back():
    document = Document(io.BytesIO(form_document(FORM)))
    table = document.tables[0]
    table.cell(1, 2).text = "Đang thực hiện"
    table.cell(1, 3).text = "Đã đón 02 đoàn\ntại Buôn Đôn"
    table.cell(2, 4).text = "2"
    table.cell(3, 4).text = "1.250 tin"
    table.cell(4, 2).text = "đã hoàn thành"
    check_filled(read_form(to_bytes(document), expected=FORM).form)


def test_inserted_and_moved_rows_do_no_harm():
    book, sheet = filled_sheet()
    sheet.insert_rows(FIRST)
    sheet.cell(FIRST, 2, "Việc ngoài kế hoạch")
    sheet.cell(FIRST, 4, "Đã làm thêm")
    sheet.insert_cols(1)
    reading = read_form(to_bytes(book), expected=FORM)
    check_filled(reading.form)
    assert len(reading.problems) == 1
    assert "Việc ngoài kế hoạch" in reading.problems[0]


def test_lost_codes_are_found_by_text_and_said():
    book, sheet = filled_sheet()
    sheet.delete_cols(9)
    reading = read_form(to_bytes(book), expected=FORM)
    check_filled(reading.form)
    assert all(row.doubts for row in reading.form.rows)


def test_deleted_row_is_said():
    book, sheet = filled_sheet()
    sheet.delete_rows(SECOND)
    first, second = read_form(to_bytes(book), expected=FORM).form.rows
    assert first.doubts == ()
    assert second.doubts


def test_doubled_row_is_said_and_the_first_counts():
    book, sheet = filled_sheet()
    for column in range(1, 10):
        sheet.cell(SECOND + 1, column, sheet.cell(FIRST, column).value)
    sheet.cell(SECOND + 1, 4, "khác")
    reading = read_form(to_bytes(book), expected=FORM)
    assert reading.form.rows[0].done.startswith("Đã đón")
    assert reading.problems


def test_unknown_words_stay_empty_and_are_said():
    book, sheet = filled_sheet()
    sheet.cell(FIRST, 3, "gần xong")
    sheet.cell(FIRST + 1, 5, "khoảng 5")
    first = read_form(to_bytes(book), expected=FORM).form.rows[0]
    assert first.state == ""
    assert first.actuals[0][1] is None
    assert len(first.doubts) == 2


def test_form_of_another_agency_is_refused():
    with pytest.raises(ForeignForm):
        read_form(form_workbook(replace(FORM, agency_code="bao-dak-lak")), expected=FORM)


def test_other_files_are_refused():
    document = Document()
    document.add_paragraph("Công văn")
    with pytest.raises(FormNotRecognised):
        form_identity(to_bytes(document))
    with pytest.raises(FormNotRecognised):
        read_form(to_bytes(document), expected=FORM)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12), ("1.250", 1250), ("1.250,5", Decimal("1250.5")), ("3,5", Decimal("3.5")),
        ("0", 0), ("", None), ("-", None), ("12 lớp", 12), ("1,250", None), ("hơn 100", None),
        ("-3", None), ("2/3", None), ("12.5", Decimal("12.5")),
    ],
)  # fmt: skip
def test_numbers_as_agencies_write_them(text, value):
    found, doubts = read_number(Cell(text, 0, 0), unit="lớp")
    assert found == value
    assert bool(doubts) == (value is None and text not in ("", "-"))


def test_formula_in_an_answer_is_never_written_as_a_formula():
    row = replace(FORM.rows[1], done='=HYPERLINK("http://x")')
    sheet = load_workbook(io.BytesIO(form_workbook(replace(FORM, rows=(row,))))).active
    assert sheet.cell(FIRST, 4).data_type == "s"
