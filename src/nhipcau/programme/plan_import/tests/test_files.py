"""Hopeless, dangerous and huge files end in a sentence that says what to do."""

# ruff: noqa: E501 - one bad file a line

import contextlib
import io
import zipfile

import pytest
from docx import Document
from openpyxl import Workbook
from PIL import Image

from nhipcau.common.secrecy import ClassifiedMaterial
from nhipcau.programme.plan_import import exceptions as errors
from nhipcau.programme.plan_import.reading import read_plan
from nhipcau.programme.plan_import.tests.samples.building import to_bytes
from nhipcau.programme.plan_import.tests.samples.documents import ANNEX
from nhipcau.programme.plan_import.tests.samples.workbooks import TICKED

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def changed(content: bytes, part: str, change) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[part] = change(parts[part])
    return packed(parts)


def with_entity(content: bytes) -> bytes:
    attack = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    head, body = content.split(b"?>", 1)
    return head + b"?>" + attack + body


def picture_only() -> bytes:
    picture = io.BytesIO()
    Image.new("RGB", (20, 20)).save(picture, "PNG")
    document = Document()
    document.add_picture(io.BytesIO(picture.getvalue()))
    return to_bytes(document)


def blank_table() -> bytes:
    document = Document()
    document.add_paragraph("Công văn trao đổi công việc")
    return to_bytes(document)


BAD = {
    "nothing": (b"", errors.EmptyFile),
    "words": (b"K\xc3\xaa ho\xe1\xba\xa1ch", errors.UnknownFileKind),
    "old word": (COMPOUND + b"\0" * 512, errors.OldFileKind),
    "rich text": (rb"{\rtf1\ansi}", errors.OldFileKind),
    "password": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), errors.ProtectedFile),
    "pdf": (b"%PDF-1.7\n", errors.PrintedFile),
    "photo": (b"\xff\xd8\xff\xe0", errors.PrintedFile),
    "cut off": (ANNEX.build()[:9000], errors.BrokenFile),
    "other zip": (packed({"readme.txt": b"x"}), errors.UnknownFileKind),
    "open document": (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), errors.UnknownFileKind),
    "broken xml": (changed(ANNEX.build(), "word/document.xml", lambda xml: xml[: len(xml) // 2]), errors.BrokenFile),
    "broken sheet": (changed(TICKED.build(), "xl/workbook.xml", lambda xml: b"<workbook"), errors.BrokenFile),
    "entity": (changed(ANNEX.build(), "word/document.xml", with_entity), errors.UnsafeFile),
    "entity in sheet": (changed(TICKED.build(), "xl/worksheets/sheet1.xml", lambda xml: b"<?xml version='1.0'?>" + b"<!DOCTYPE a>" + xml), errors.UnsafeFile),
    "utf-16 entity": (changed(ANNEX.build(), "word/styles.xml", lambda xml: '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16")), errors.UnsafeFile),
    "bomb": (packed({"word/document.xml": b"0" * (60 << 20)}), errors.UnsafeFile),
    "large": (b"PK" + b"0" * (26 << 20), errors.TooLarge),
    "blank document": (to_bytes(Document()), errors.EmptyFile),
    "blank workbook": (to_bytes(Workbook()), errors.EmptyFile),
    "pictures": (picture_only(), errors.PicturesOnly),
    "letter": (blank_table(), errors.NoTasks),
}  # fmt: skip


@pytest.mark.parametrize(("content", "error"), BAD.values(), ids=BAD)
def test_bad_file_is_refused_in_words(content, error):
    with pytest.raises(error) as caught:
        read_plan(content)
    assert len(str(caught.value.message)) > 30


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT"])
def test_classified_plan_is_refused(mark):
    document = Document(io.BytesIO(ANNEX.build()))
    document.sections[0].header.paragraphs[0].text = mark
    with pytest.raises(ClassifiedMaterial):
        read_plan(to_bytes(document))


def test_hundred_thousand_rows_are_refused():
    cells = "".join(f'<c t="inlineStr"><is><t>{n}</t></is></c>' for n in "abcde")
    # Numbered, or the file would shrink so well that it counts as a bomb.
    rows = "".join(f'<row r="{n}">{cells}<c><v>{n * 7919}</v></c></row>' for n in range(100_000))
    sheet = f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()
    with pytest.raises(errors.TooLarge):
        read_plan(changed(TICKED.build(), "xl/worksheets/sheet1.xml", lambda xml: sheet))


def test_blank_formatted_rows_cost_nothing():
    book = Workbook()
    sheet = book.active
    sheet.append(["KẾ HOẠCH NĂM 2020"])
    sheet.append(["STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"])
    sheet.append([1, "Đón đoàn phóng viên", "Sở Ngoại vụ", None, "Quý I"])
    for row in range(4, 3000):
        sheet.cell(row, 1).number_format = "0"
    sheet.cell(1_048_576, 1).number_format = "0"
    plan = read_plan(to_bytes(book))
    assert [task.lead for task in plan.tasks] == ["Sở Ngoại vụ"]


@pytest.mark.parametrize("seed", range(12))
def test_damaged_bytes_never_end_in_a_crash(seed):
    content = bytearray(ANNEX.build() if seed % 2 else TICKED.build())
    for place in range(200 + 97 * seed, len(content), 1500 + 211 * seed):
        content[place] ^= 0xFF
    with contextlib.suppress(errors.PlanFileError):
        read_plan(bytes(content))
