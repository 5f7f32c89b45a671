"""Spreadsheets hold numbers and days as such; chat texts fit a phone."""

import io
from dataclasses import replace
from datetime import datetime

from openpyxl import load_workbook

from nhipcau.programme.documents.chat import (
    MAXIMUM_LETTERS,
    letter_text,
    plan_text,
    report_text,
)
from nhipcau.programme.documents.sheet import plan_sheet, report_sheet
from nhipcau.programme.documents.tests.outlines import LETTER, PLAN, REPORT, TASKS


def test_plan_sheet_keeps_days_and_money():
    sheet = load_workbook(io.BytesIO(plan_sheet(PLAN))).active
    row = [cell.value for cell in sheet[5]]
    assert row[9] == 120_000_000
    assert isinstance(row[7], datetime)
    assert [cell.value for cell in sheet[4]][3] == "Cơ quan chủ trì"


def test_report_sheet_says_what_is_missing():
    book = load_workbook(io.BytesIO(report_sheet(REPORT)))
    assert book["Phụ lục"]["F6"].value == "Chưa báo cáo"
    values = [row[3].value for row in book["Số liệu"].iter_rows(min_row=2)]
    assert values == [1234.5, "chưa có số liệu", 0]


def test_text_that_looks_like_a_formula_stays_text():
    task = replace(TASKS[0], text="=1+1")
    sheet = load_workbook(io.BytesIO(plan_sheet(replace(PLAN, tasks=(task,))))).active
    assert sheet["C5"].data_type == "s"


def test_chat_texts_are_short_and_complete():
    assert "Văn phòng UBND tỉnh: 1 nhiệm vụ" in plan_text(PLAN)
    assert "Đã báo cáo: 1/2 nhiệm vụ" in report_text(REPORT)
    assert "Đoàn phóng viên: chưa có số liệu" in report_text(REPORT)
    assert "20/03/2020" in letter_text(LETTER)
    many = replace(LETTER, tasks=tuple(replace(TASKS[0], text="x" * 400) for _ in range(40)))
    assert len(letter_text(many)) <= MAXIMUM_LETTERS
