"""Secrecy marks in files of every kind."""

import json
import zipfile
from io import BytesIO

import docx
import openpyxl
import pyexiv2
import pypdf
import pytest
from docx.oxml import parse_xml
from PIL import Image

from nhipcau.common.secrecy import ClassifiedMaterial, UncheckableFile, refuse_classified

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ORDINARY = "Mật ong Buôn Ma Thuột là bí mật của vùng đất này."


def document(change=lambda document: None) -> bytes:
    made = docx.Document()
    made.add_heading("MẬT ONG BUÔN MA THUỘT", 0)
    made.add_paragraph(ORDINARY)
    change(made)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def text_box(made):
    paragraph = made.add_paragraph("Văn bản có hộp chữ.")
    paragraph.add_run()._r.append(
        parse_xml(
            f'<w:pict xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
            "<w:txbxContent><w:p><w:r><w:t>TỐI </w:t></w:r><w:r><w:t>MẬT</w:t></w:r></w:p>"
            "</w:txbxContent></v:textbox></v:shape></w:pict>"
        )
    )


def header(made):
    made.sections[0].header.paragraphs[0].text = "CƠ QUAN MẪU\tMẬT"


def footer(made):
    made.sections[0].footer.paragraphs[0].text = "M Ậ T"


def cell(made):
    made.add_table(rows=1, cols=2).rows[0].cells[1].text = "TUYỆT MẬT"


def split_runs(made):
    paragraph = made.add_paragraph()
    for letter in ("M", "Ậ", "T"):
        paragraph.add_run(letter)


def document_property(made):
    made.core_properties.category = "MẬT"


@pytest.mark.parametrize("place", [text_box, header, footer, cell, split_runs, document_property])
def test_marks_in_word_documents(place):
    with pytest.raises(ClassifiedMaterial):
        refuse_classified("a.docx", document(place))


def photo(**metadata) -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, "JPEG")
    with pyexiv2.ImageData(out.getvalue()) as image:
        if "iptc" in metadata:
            image.modify_iptc({"Iptc.Application2.Caption": metadata["iptc"]})
        if "xmp" in metadata:
            image.modify_xmp({"Xmp.dc.subject": [metadata["xmp"]]})
        if "exif" in metadata:
            image.modify_exif({"Exif.Image.ImageDescription": metadata["exif"]})
        return image.get_bytes()


@pytest.mark.parametrize("place", ["iptc", "xmp", "exif"])
def test_marks_in_metadata_of_photographs(place):
    with pytest.raises(ClassifiedMaterial):
        refuse_classified("a.jpg", photo(**{place: "MẬT"}))
    refuse_classified("a.jpg", photo(**{place: ORDINARY}))


def test_a_photograph_with_a_mark_inside_a_document():
    marked = BytesIO(photo(xmp="TỐI MẬT"))
    with pytest.raises(ClassifiedMaterial):
        refuse_classified("a.docx", document(lambda made: made.add_picture(marked)))


def pdf(**metadata) -> pypdf.PdfWriter:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata(metadata)
    return writer


def written(writer) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def printed_pdf(text: str) -> bytes:
    """A real PDF with a text layer."""
    import typst

    return typst.compile(text.encode(), format="pdf")


def test_marks_in_pdf_text_and_properties():
    with pytest.raises(ClassifiedMaterial):
        refuse_classified("a.pdf", printed_pdf("Báo cáo\n\nTỐI MẬT\n\nNội dung"))
    with pytest.raises(ClassifiedMaterial):
        refuse_classified("a.pdf", written(pdf(**{"/Subject": "MẬT"})))
    refuse_classified("a.pdf", printed_pdf(f"= MẬT ONG BUÔN MA THUỘT\n\n{ORDINARY}"))


def test_what_cannot_be_looked_into_is_refused():
    writer = pdf()
    writer.encrypt("a password")
    with pytest.raises(UncheckableFile):
        refuse_classified("a.pdf", written(writer))


def test_marks_in_workbooks():
    book = openpyxl.Workbook()
    book.active["A1"] = "MẬT ONG"
    out = BytesIO()
    book.save(out)
    refuse_classified("a.xlsx", out.getvalue())
    book.active["B2"] = "MẬT"
    out = BytesIO()
    book.save(out)
    with pytest.raises(ClassifiedMaterial):
        refuse_classified("a.xlsx", out.getvalue())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "Báo cáo\nMẬT\nNội dung".encode()),
        ("a.txt", "Báo cáo\r\nTỐI MẬT\r\nNội dung".encode("utf-16")),
        ("a.html", "<p>Báo cáo</p><div class='x'><b>MẬT</b></div>".encode()),
        ("a.json", json.dumps({"headline": "MẬT", "b": 1}, ensure_ascii=False, indent=1).encode()),
        ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(600) + "\r\x07MẬT\r".encode("utf-16-le")),
    ],
)
def test_marks_in_text(name, content):
    with pytest.raises(ClassifiedMaterial):
        refuse_classified(name, content)


def test_marks_in_archives():
    def packed(content: bytes) -> bytes:
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("trong/a.txt", content)
        return out.getvalue()

    with pytest.raises(ClassifiedMaterial):
        refuse_classified("a.zip", packed("Báo cáo\nMẬT".encode()))
    refuse_classified("a.zip", packed(ORDINARY.encode()))


def test_the_message_says_what_to_do_and_repeats_nothing_of_the_text():
    with pytest.raises(ClassifiedMaterial) as error:
        refuse_classified("a.txt", "Chuyện riêng\nMẬT\n".encode())
    assert "MẬT" in str(error.value.message)
    assert "Chuyện riêng" not in str(error.value.message)


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.jpg", "a.zip", "a.txt"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7", b"\xff\xd8\xff", b"\0" * 99])
def test_damaged_files_do_no_harm(name, content):
    refuse_classified(name, content)
