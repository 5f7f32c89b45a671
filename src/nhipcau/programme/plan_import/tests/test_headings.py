"""Rows below the heading of a table: none is lost because its words sound like a heading."""

import io

import pytest
from docx import Document

from nhipcau.programme.plan_import.reading import read_plan
from nhipcau.programme.plan_import.types import ReadPlan

HEADING = ("STT", "Nội dung", "Cơ quan thực hiện", "Thời gian")
FIRST = ("1", "Họp báo", "Sở TTTT", "Quý I")
LAST = ("9", "Tập huấn", "Sở Nội vụ", "Quý III")


def read(*rows: tuple[str, ...], merged: tuple[tuple[int, int, int], ...] = ()) -> ReadPlan:
    """A plan whose one table has these rows; ``merged`` names row, first and last column."""
    document = Document()
    document.add_paragraph("Số: 118/KH-UBND")
    document.add_paragraph("KẾ HOẠCH năm 2022")
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for at, first, last in merged:
        table.cell(at, first).merge(table.cell(at, last))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text:
                table.cell(at, column).text = text
    target = io.BytesIO()
    document.save(target)
    return read_plan(target.getvalue())


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize(
    ("text", "who", "time", "lead", "coordinators"),
    [
        ("Hoạt động truyền thông", "Sở TTTT chủ trì", "Quý II", "Sở TTTT", []),
        ("Nội dung số", "Sở TTTT chủ trì, phối hợp Sở Nội vụ", "Tháng 3", "Sở TTTT", ["Sở Nội vụ"]),
        ("Xây dựng chương trình", "UBND tỉnh", "Hoàn thành tháng 6", "UBND tỉnh", []),
    ],
)
def test_task_that_sounds_like_a_heading_stays_a_task(
    numbered, text, who, time, lead, coordinators
):
    rows = [HEADING, FIRST, ("2", text, who, time), LAST]
    plan = read(*(rows if numbered else [row[1:] for row in rows]))
    assert [task.text for task in plan.tasks] == ["Họp báo", text, "Tập huấn"]
    assert (plan.tasks[1].lead, plan.tasks[1].coordinators) == (lead, coordinators)
    assert plan.tasks[1].due is not None


def test_group_above_such_a_task_stays_a_group():
    plan = read(
        ("TT", "Nội dung công việc", "Phân công thực hiện", "Tiến độ"),
        ("1", "Xây dựng ấn phẩm", "Chủ trì: Phòng Du lịch", "Quý I"),
        ("II", "Sự kiện", "", ""),
        ("2", "Lễ hội Cà phê", "Sở VHTTDL chủ trì, phối hợp với các đơn vị liên quan", "Tháng 3"),
        ("3", "Tổng kết", "Sở Nội vụ", "Quý IV"),
        merged=((2, 1, 3),),
    )
    assert [(task.number, task.group, task.lead) for task in plan.tasks] == [
        ("1", "", "Phòng Du lịch"),
        ("2", "Sự kiện", "Sở VHTTDL"),
        ("3", "Sự kiện", "Sở Nội vụ"),
    ]


def test_first_task_below_a_heading_over_two_columns_stays_a_task():
    plan = read(
        ("STT", "Nội dung", "Cơ quan thực hiện", "", "Thời gian"),
        ("1", "Họp báo", "Sở TTTT", "Sở Nội vụ", "Quý I"),
        ("2", "Tập huấn", "Sở Nội vụ", "Sở Tài chính", "Quý II"),
        merged=((0, 2, 3),),
    )
    assert [task.text for task in plan.tasks] == ["Họp báo", "Tập huấn"]


def test_repeated_heading_is_none_of_the_tasks():
    plan = read(HEADING, FIRST, HEADING, LAST)
    assert [task.text for task in plan.tasks] == ["Họp báo", "Tập huấn"]
    assert plan.not_understood == []


def test_another_heading_changes_the_columns_and_is_said():
    other = ("TT", "Thời gian", "Nhiệm vụ", "Đơn vị chủ trì")
    plan = read(HEADING, FIRST, other, ("2", "Quý III", "Tập huấn", "Sở Nội vụ"))
    assert [(task.text, task.lead) for task in plan.tasks] == [
        ("Họp báo", "Sở TTTT"),
        ("Tập huấn", "Sở Nội vụ"),
    ]
    assert any("Đơn vị chủ trì" in line for line in plan.not_understood)
