"""Word documents."""

import zipfile
from io import BytesIO

import docx
import pytest
from PIL import Image

from nhipcau.common.clock import civil
from nhipcau.newsroom.ingest.exceptions import (
    DamagedSource,
    DangerousSource,
    EmptySource,
    UnreadableSource,
)
from nhipcau.newsroom.ingest.readers import docx as reader
from nhipcau.newsroom.ingest.tests import documents, pages
from nhipcau.newsroom.ingest.types import Kind


@pytest.mark.parametrize("make", [documents.reporter, documents.styled])
def test_a_reporters_document_with_its_photographs(make):
    story = reader.read(make())[0]
    assert story.headline == pages.HEADLINE
    assert civil(story.published_at).isoformat() == pages.MOMENT
    assert story.byline == pages.AUTHOR
    assert story.paragraphs == pages.BODY
    assert story.captions == pages.CAPTIONS
    assert len({photo.digest for photo in story.photos}) == 2


def test_an_offices_document_without_its_head_and_end():
    story = reader.read(documents.official())[0]
    assert story.headline == pages.HEADLINE
    assert story.kicker == "THÔNG CÁO BÁO CHÍ"
    assert civil(story.published_at).date().isoformat() == "2020-03-04"
    assert story.paragraphs == pages.BODY
    assert story.byline == pages.AUTHOR
    assert len(story.not_understood) == 2  # no time of day, recipients left out


def test_tables_headings_emphasis_and_links_are_kept():
    document = docx.Document()
    document.add_paragraph(pages.HEADLINE, style="Title")
    document.add_paragraph(pages.LEAD)
    document.add_paragraph("Những kết quả chính", style="Heading 2")
    paragraph = document.add_paragraph("Năm qua đã đón ")
    paragraph.add_run("nhiều đoàn khách").bold = True
    paragraph.add_run(" đến từ nhiều nước.")
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, [("Chỉ tiêu", "2019"), ("Khách", "1.000")], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph(pages.THIRD)
    story = reader.read(documents.saved(document))[0]
    assert [block.kind for block in story.blocks] == [
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.TABLE,
        Kind.PARAGRAPH,
    ]
    assert [(run.text, run.bold) for run in story.blocks[1].runs] == [
        ("Năm qua đã đón ", False),
        ("nhiều đoàn khách", True),
        (" đến từ nhiều nước.", False),
    ]
    assert story.blocks[2].rows == (("Chỉ tiêu", "2019"), ("Khách", "1.000"))


def test_legacy_fonts_are_converted():
    document = docx.Document()
    for text in ("§¾k L¾k ®Èy m¹nh c«ng t¸c ®èi ngo¹i", "§o¹n më ®Çu.", "§o¹n hai."):
        run = document.add_paragraph().add_run(text)
        run.font.name = ".VnTime"
    story = reader.read(documents.saved(document))[0]
    assert story.headline == "Đắk Lắk đẩy mạnh công tác đối ngoại"
    assert story.paragraphs == ["Đoạn mở đầu.", "Đoạn hai."]
    assert any("Unicode" in str(doubt.what) for doubt in story.not_understood)


def test_a_truncated_document_is_damaged():
    data = documents.reporter()
    for size in (10, len(data) // 2, len(data) - 30):
        with pytest.raises(DamagedSource):
            reader.read(data[:size])


def test_other_packages_and_empty_documents_are_no_stories():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", "a")
    with pytest.raises(UnreadableSource):
        reader.read(out.getvalue())
    with pytest.raises(EmptySource):
        reader.read(documents.saved(docx.Document()))
    with pytest.raises(EmptySource):
        reader.read(b"")


def _with_part(name: str, content: bytes) -> bytes:
    out = BytesIO(documents.reporter())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return out.getvalue()


def test_a_document_that_unfolds_to_a_bomb_is_refused():
    with pytest.raises(DangerousSource):
        reader.read(_with_part("word/big.xml", b" " * 31_000_000))


def test_a_document_that_declares_entities_is_refused():
    with pytest.raises(DangerousSource):
        reader.read(_with_part("word/x.xml", b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'))


def test_a_second_article_in_the_same_document_is_told():
    document = docx.Document()
    second = "Khai mạc Lễ hội Cà phê lần thứ bảy"
    for headline in (pages.HEADLINE, second):
        document.add_heading(headline, 1)
        for text in pages.BODY:
            document.add_paragraph(text)
        document.add_paragraph(pages.AUTHOR)
        document.add_page_break()
    story = reader.read(documents.saved(document))[0]
    assert second in [doubt.where for doubt in story.not_understood]


def test_text_and_photographs_side_by_side_in_a_table_are_read():
    document = docx.Document()
    document.add_paragraph(pages.HEADLINE, style="Title")
    left, right = document.add_table(rows=1, cols=2).row_cells(0)
    for text in pages.BODY:
        left.add_paragraph(text)
    picture = BytesIO()
    Image.new("RGB", (40, 30), "red").save(picture, "PNG")
    right.paragraphs[0].add_run().add_picture(picture)
    right.add_paragraph(pages.CAPTIONS[0])
    document.add_paragraph(f"Tin, ảnh: {pages.AUTHOR}")
    story = reader.read(documents.saved(document))[0]
    assert story.paragraphs == pages.BODY
    assert story.captions == [pages.CAPTIONS[0]]
    assert len(story.photos) == 1
    assert story.byline == pages.AUTHOR
