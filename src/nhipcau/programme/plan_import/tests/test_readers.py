"""What word processors hide: footnotes, tracked changes, hidden text, text boxes, controls."""

import io
import unicodedata
import zipfile
from datetime import date

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from openpyxl import Workbook
from openpyxl.comments import Comment

from nhipcau.programme.plan_import.reading import read_plan
from nhipcau.programme.plan_import.tests.samples.building import bold, table, to_bytes

HEADING = ["STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"]
ROW = ["1", "Đón đoàn phóng viên", "Sở Ngoại vụ", "Công an tỉnh", "Quý II"]
FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def a_document(*rows: list[str]):
    document = Document()
    bold(document, "KẾ HOẠCH")
    bold(document, "Công tác thông tin đối ngoại năm 2020")
    return document, table(document, [HEADING, *(rows or (ROW,))])


def with_footnote(content: bytes, text: str) -> bytes:
    """Add the part that python-docx cannot write."""
    note = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>'
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name == "word/_rels/document.xml.rels":
                link = f'<Relationship Id="rId99" Type="{FOOTNOTES}" Target="footnotes.xml"/>'
                data = data.replace(b"</Relationships>", link.encode() + b"</Relationships>")
            if name == "[Content_Types].xml":
                kind = (
                    '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.'
                    'openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'
                )
                data = data.replace(b"</Types>", kind.encode() + b"</Types>")
            new.writestr(name, data)
        new.writestr("word/footnotes.xml", note)
    return target.getvalue()


def test_footnote_of_a_task_is_a_doubt():
    document, made = a_document()
    run = made.cell(1, 4).paragraphs[0].runs[0]._r
    run.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="1"/>'))
    (task,) = read_plan(with_footnote(to_bytes(document), "Riêng biên giới: quý III")).tasks
    assert any("quý III" in doubt for doubt in task.doubts)


def test_footnote_elsewhere_is_named_as_left_out():
    document, _made = a_document()
    plan = read_plan(with_footnote(to_bytes(document), "Viết tắt: TTĐN"))
    assert any("TTĐN" in line for line in plan.not_understood)


def test_tracked_changes_are_read_as_accepted_and_said():
    document, made = a_document()
    paragraph = made.cell(1, 2).paragraphs[0]
    run = paragraph.runs[-1]._r
    deleted = parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="a"/>')
    run.addprevious(deleted)
    run.find(qn("w:t")).tag = qn("w:delText")
    deleted.append(run)
    inserted = parse_xml(
        f'<w:ins {nsdecls("w")} w:id="2" w:author="a"><w:r><w:t>Sở Y tế</w:t></w:r></w:ins>'
    )
    deleted.addnext(inserted)
    plan = read_plan(to_bytes(document))
    assert [task.lead for task in plan.tasks] == ["Sở Y tế"]
    assert plan.not_understood


def test_hidden_text_is_not_read():
    document, made = a_document()
    hidden = made.cell(1, 2).paragraphs[0].add_run(" (nháp)")
    hidden.font.hidden = True
    assert read_plan(to_bytes(document)).tasks[0].lead == "Sở Ngoại vụ"


def test_row_inside_a_content_control_is_read():
    document, made = a_document()
    row = made.rows[1]._tr
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    row.addprevious(control)
    control.find(qn("w:sdtContent")).append(row)
    assert [task.lead for task in read_plan(to_bytes(document)).tasks] == ["Sở Ngoại vụ"]


def test_table_inside_a_layout_table_is_read():
    document = Document()
    bold(document, "KẾ HOẠCH NĂM 2020")
    outer = document.add_table(rows=1, cols=1)
    inner = outer.cell(0, 0).add_table(rows=2, cols=5)
    for cell, text in zip(
        (*inner.rows[0].cells, *inner.rows[1].cells), (*HEADING, *ROW), strict=True
    ):
        cell.text = text
    assert [task.number for task in read_plan(to_bytes(document)).tasks] == ["1"]


def test_continued_row_is_joined_and_doubted():
    document, _made = a_document(ROW, ["", "và gặp gỡ báo chí", "", "", ""])
    (task,) = read_plan(to_bytes(document)).tasks
    assert task.text == "Đón đoàn phóng viên\nvà gặp gỡ báo chí"
    assert task.doubts


def test_missing_lead_and_time_are_doubts_and_stay_empty():
    document, _made = a_document(ROW, ["2", "Việc chưa phân công", "", "", ""])
    task = read_plan(to_bytes(document)).tasks[1]
    assert (task.lead, task.due) == ("", None)
    assert len(task.doubts) == 2


def test_comment_and_lost_formula_are_doubts():
    book = Workbook()
    sheet = book.active
    sheet.append(["KẾ HOẠCH NĂM 2020"])
    sheet.append(HEADING)
    sheet.append(["=A1+1", *ROW[1:]])
    sheet["C3"].comment = Comment("Hỏi lại", "a")
    (task,) = read_plan(to_bytes(book)).tasks
    assert any("Hỏi lại" in doubt for doubt in task.doubts)
    assert len(task.doubts) == 2


def test_decomposed_unicode_is_composed():
    document, _made = a_document([unicodedata.normalize("NFD", text) for text in ROW])
    (task,) = read_plan(to_bytes(document)).tasks
    assert (task.lead, task.coordinators) == ("Sở Ngoại vụ", ["Công an tỉnh"])
    assert not task.doubts


@pytest.mark.parametrize(
    ("written", "start"),
    [("30/6/2020", None), ("Ngày 30/6/2020", date(2020, 6, 30))],
)
def test_bare_day_below_time_is_the_last_day(written, start):
    document, _made = a_document(["1", "In ấn phẩm", "Sở Ngoại vụ", "Công an tỉnh", written])
    (task,) = read_plan(to_bytes(document)).tasks
    assert (task.start, task.due, task.doubts) == (start, date(2020, 6, 30), [])
