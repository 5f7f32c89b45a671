"""Word documents in the ways offices and reporters write them."""

from io import BytesIO

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from PIL import Image

from nhipcau.newsroom.ingest.tests import pages

CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


def photo(colour: str = "red") -> BytesIO:
    """A small photograph."""
    out = BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "JPEG")
    out.seek(0)
    return out


def add(document, text, *, bold=False, italic=False, align=None, style=None):
    """A paragraph with one run."""
    paragraph = document.add_paragraph(style=style)
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if align is not None:
        paragraph.alignment = align
    return paragraph


def add_photo(document, colour):
    """A centred paragraph that holds a photograph."""
    paragraph = document.add_paragraph()
    paragraph.alignment = CENTRE
    paragraph.add_run().add_picture(photo(colour), width=Cm(8))


def saved(document) -> bytes:
    """The document as a file."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def reporter() -> bytes:
    """A reporter's: centred bold title, bold lead, captions in italics, name at the right."""
    document = docx.Document()
    add(document, pages.HEADLINE, bold=True, align=CENTRE)
    add(document, "17:14, 04/03/2020", italic=True, align=CENTRE)
    add(document, pages.LEAD, bold=True)
    add(document, pages.FIRST)
    add_photo(document, "red")
    add(document, pages.CAPTIONS[0], italic=True, align=CENTRE)
    add(document, pages.SECOND)
    add_photo(document, "blue")
    add(document, pages.CAPTIONS[1], italic=True, align=CENTRE)
    add(document, pages.THIRD)
    add(document, pages.AUTHOR, bold=True, align=RIGHT)
    return saved(document)


def styled() -> bytes:
    """With styles: Title, Heading, Caption; the time under the title with the author."""
    document = docx.Document()
    document.add_paragraph(pages.HEADLINE, style="Title")
    document.add_paragraph(f"{pages.AUTHOR} - 17:14, 04/03/2020")
    document.add_paragraph(pages.LEAD)
    document.add_paragraph(pages.FIRST)
    add_photo(document, "red")
    document.add_paragraph(pages.CAPTIONS[0], style="Caption")
    document.add_paragraph(pages.SECOND)
    table = document.add_table(rows=2, cols=1)
    table.rows[0].cells[0].paragraphs[0].add_run().add_picture(photo("blue"), width=Cm(8))
    table.rows[1].cells[0].paragraphs[0].add_run(pages.CAPTIONS[1]).italic = True
    document.add_paragraph(pages.THIRD)
    return saved(document)


def official() -> bytes:
    """An office's press release: head and end by Decree 30/2020/NĐ-CP."""
    document = docx.Document()
    head = document.add_table(rows=1, cols=2)
    head.rows[0].cells[0].text = "CƠ QUAN MẪU\nSố: 88/TCBC-VP"
    head.rows[0].cells[1].text = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Đắk Lắk, ngày 4 tháng 3 năm 2020"
    )
    add(document, "THÔNG CÁO BÁO CHÍ", bold=True, align=CENTRE)
    half = pages.HEADLINE.index("với")
    add(document, pages.HEADLINE[: half - 1], bold=True, align=CENTRE)
    add(document, pages.HEADLINE[half:], bold=True, align=CENTRE)
    for text in pages.BODY:
        add(document, text)
    end = document.add_table(rows=1, cols=2)
    end.rows[0].cells[0].text = "Nơi nhận:\n- Các cơ quan báo chí;\n- Lưu: VT."
    end.rows[0].cells[1].text = f"NGƯỜI PHÁT NGÔN\n{pages.AUTHOR}"
    return saved(document)
