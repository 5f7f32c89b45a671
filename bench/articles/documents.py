"""Word documents as offices and reporters send them."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Cm, Pt
from PIL import Image

from bench.articles.texts import BRIEF, COFFEE, DELEGATION, FESTIVAL, Article
from bench.articles.types import Case

B, C, D, F = BRIEF, COFFEE, DELEGATION, FESTIVAL
CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
_TEXT_BOX = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:120pt;height:30pt">
<v:textbox><w:txbxContent>{paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""


def cases() -> Iterator[Case]:
    """One document a habit."""
    yield _reporter()
    yield _press_release()
    yield _party_report()
    yield _photos_in_table()
    yield _captions_at_end()
    yield _line_breaks()
    yield _text_box_caption()
    yield _headings_and_table()
    yield _commune()


def _photo(colour: str) -> BytesIO:
    out = BytesIO()
    Image.new("RGB", (300, 200), colour).save(out, "JPEG")
    out.seek(0)
    return out


def _add(
    document: Any, text: str, *, bold: bool = False, italic: bool = False, align: Any = None
) -> Any:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    run.font.size = Pt(14)
    if align is not None:
        paragraph.alignment = align
    return paragraph


def _add_photo(document: Any, colour: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = CENTRE
    paragraph.add_run().add_picture(_photo(colour), width=Cm(12))


def _case(
    name: str,
    article: Article,
    document: Any,
    time: str,
    *,
    byline: str | None = None,
    captions: list[str] | None = None,
    paragraphs: list[str] | None = None,
) -> Case:
    out = BytesIO()
    document.save(out)
    return Case(
        name,
        "bai.docx",
        out.getvalue(),
        article.headline,
        time,
        article.author if byline is None else byline,
        paragraphs or article.paragraphs,
        list(article.captions) if captions is None else captions,
    )


def _reporter() -> Case:
    """Headline centred, lead bold, photographs with italic captions, author at the right."""
    document = docx.Document()
    _add(document, F.headline, bold=True, align=CENTRE)
    _add(document, "(09h05 ngày 12/3/2025)", italic=True, align=CENTRE)
    _add(document, F.lead, bold=True)
    _add(document, F.body[0])
    _add_photo(document, "red")
    _add(document, F.captions[0], italic=True, align=CENTRE)
    for text in F.body[1:3]:
        _add(document, text)
    _add_photo(document, "blue")
    _add(document, F.captions[1], italic=True, align=CENTRE)
    _add(document, F.body[3])
    _add(document, F.author, bold=True, align=RIGHT)
    return _case("reporter's document", F, document, "2025-03-12T09:05:00+07:00")


def _state_head(document: Any, issuer: str, number: str, place_and_date: str) -> None:
    table = document.add_table(rows=2, cols=2)
    left, right = table.rows[0].cells
    left.text = issuer
    right.text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------"
    table.rows[1].cells[0].text = number
    table.rows[1].cells[1].text = place_and_date


def _press_release() -> Case:
    """A department's press release with head, recipients and signature."""
    document = docx.Document()
    _state_head(document, "UBND TỈNH MẪU\nSỞ NGOẠI VỤ\n-------", "Số: 1245/TCBC-SNgV",
                "Mẫu, ngày 26 tháng 9 năm 2023")  # fmt: skip
    document.add_paragraph()
    _add(document, "THÔNG CÁO BÁO CHÍ", bold=True, align=CENTRE)
    _add(document, D.headline, bold=True, align=CENTRE)
    _add(document, "-----", align=CENTRE)
    for text in D.paragraphs:
        _add(document, text)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Nơi nhận:\n- Như trên;\n- UBND tỉnh (b/c);\n- Lưu: VT, LSHTQT."
    table.rows[0].cells[1].text = "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\n\n\nLê Hương"
    return _case("press release with head and signature", D, document,
                 "2023-09-26T00:00:00+07:00", captions=[])  # fmt: skip


def _party_report() -> Case:
    """A Party body's news item: Party head in paragraphs, place and date in italics."""
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "ĐẢNG BỘ TỈNH MẪU\nBAN TUYÊN GIÁO VÀ DÂN VẬN\n*\nSố 12-TB/BTGDV"
    table.rows[0].cells[1].text = "ĐẢNG CỘNG SẢN VIỆT NAM\nMẫu, ngày 05 tháng 11 năm 2025"
    _add(document, "TIN TỨC", bold=True, align=CENTRE)
    _add(document, B.headline, bold=True, align=CENTRE)
    _add(document, "*", align=CENTRE)
    for text in B.paragraphs:
        _add(document, text)
    _add_photo(document, "green")
    _add(document, f"Ảnh: {B.captions[0]}", italic=True, align=CENTRE)
    _add(document, "Tin, ảnh: Thanh Thủy", bold=True, align=RIGHT)
    return _case("Party body's item", B, document, "2025-11-05T00:00:00+07:00")


def _photos_in_table() -> Case:
    """Two photographs side by side, captions in the row below."""
    document = docx.Document()
    _add(document, F.headline.upper(), bold=True, align=CENTRE)
    _add(document, "Hoài Nam - 09:05, 12/03/2025", italic=True)
    for text in F.paragraphs[:3]:
        _add(document, text)
    table = document.add_table(rows=2, cols=2)
    for column, colour in enumerate(("red", "blue")):
        table.rows[0].cells[column].paragraphs[0].add_run().add_picture(_photo(colour), width=Cm(7))
        table.rows[1].cells[column].paragraphs[0].add_run(F.captions[column]).italic = True
    for text in F.paragraphs[3:]:
        _add(document, text)
    case = _case("photographs side by side in a table", F, document, "2025-03-12T09:05:00+07:00")
    return Case(case.name, case.file, case.content, F.headline.upper(), case.time, case.byline,
                case.paragraphs, case.captions)  # fmt: skip


def _captions_at_end() -> Case:
    """Text first, all photographs after the author."""
    document = docx.Document()
    _add(document, D.headline, bold=True)
    _add(document, "Ngày 26/9/2023, 18:47", italic=True)
    for text in D.paragraphs:
        _add(document, text)
    _add(document, "Lê Hương", bold=True, align=RIGHT)
    for colour, caption in zip(("red", "blue"), D.captions, strict=True):
        _add_photo(document, colour)
        _add(document, caption, italic=True, align=CENTRE)
    return _case("photographs after the author", D, document, "2023-09-26T18:47:00+07:00")


def _line_breaks() -> Case:
    """One paragraph with line breaks, pasted from a page."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run(B.headline).bold = True
    for text in ["10:12, 05/11/2025", *B.paragraphs, B.author]:
        paragraph.add_run().add_break()
        paragraph.add_run(text)
    return _case("one paragraph with line breaks", B, document, "2025-11-05T10:12:00+07:00",
                 captions=[])  # fmt: skip


def _text_box_caption() -> Case:
    """Captions in text boxes beside floating photographs."""
    document = docx.Document()
    _add(document, D.headline, bold=True, align=CENTRE)
    _add(document, "18:47 26/09/2023", align=CENTRE)
    _add(document, D.lead)
    for at, (colour, caption) in enumerate(zip(("red", "blue"), D.captions, strict=True)):
        _add_photo(document, colour)
        box = document.add_paragraph()
        inner = f"<w:p><w:r><w:t>{caption}</w:t></w:r></w:p>"
        box._p.append(parse_xml(_TEXT_BOX.format(paragraphs=inner)))
        _add(document, D.body[at])
    _add(document, D.body[2])
    _add(document, D.author, bold=True, align=RIGHT)
    return _case("captions in text boxes", D, document, "2023-09-26T18:47:00+07:00")


def _headings_and_table() -> Case:
    """Word's own styles, a table of figures, a caption style."""
    document = docx.Document()
    document.add_paragraph(C.headline, style="Title")
    document.add_paragraph("Minh Thuận - Thu Hà", style="Subtitle")
    document.add_paragraph(C.lead)
    document.add_paragraph(C.body[0], style="Heading 2")
    document.add_paragraph(C.body[1])
    document.add_picture(_photo("brown"), width=Cm(10))
    document.add_paragraph(C.captions[0], style="Caption")
    document.add_paragraph(C.body[2])
    table = document.add_table(rows=2, cols=3)
    for row, texts in zip(
        table.rows, (("Năm", "2023", "2024"), ("Tấn", "310", "420")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph(C.body[3], style="Heading 2")
    document.add_paragraph(C.body[4])
    document.add_paragraph(C.body[5])
    return _case("styles, table of figures", C, document, "", captions=[C.captions[0]])


def _commune() -> Case:
    """A commune's item: head in paragraphs, headline in two lines, author's office in brackets."""
    document = docx.Document()
    for text in (
        "UBND XÃ MẪU",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ):
        _add(document, text, bold=True, align=CENTRE)
    _add(document, "Mẫu, ngày 12 tháng 03 năm 2025", italic=True, align=RIGHT)
    _add(document, "TIN BÀI", bold=True, align=CENTRE)
    _add(document, "Buôn làng mở hội", bold=True, align=CENTRE)
    _add(document, "đón khách phương xa", bold=True, align=CENTRE)
    for text in F.paragraphs:
        _add(document, text)
    _add(document, "Người viết: Hoài Nam (Phòng Văn hóa - Xã hội)", italic=True, align=RIGHT)
    return _case("commune's item with head in paragraphs", F, document,
                 "2025-03-12T00:00:00+07:00", byline="Hoài Nam (Phòng Văn hóa - Xã hội)",
                 captions=[])  # fmt: skip
