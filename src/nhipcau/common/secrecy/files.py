"""Looking for secrecy marks in files of any kind, in memory, without leaving anything behind."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import PurePosixPath

import pyexiv2
import pypdf
from django.utils.translation import gettext_lazy as _
from lxml import etree
from pypdf.errors import PyPdfError

from nhipcau.common.exceptions import DomainError
from nhipcau.common.secrecy.marks import ClassifiedMaterial, find_mark

LIMIT_PART_BYTES = 60_000_000
LIMIT_PARTS = 5_000
LIMIT_PAGES = 2_000
LIMIT_DEPTH = 2
_OFFICE_PARTS = re.compile(r"^(?:word|xl|ppt|docProps|customXml)/.*\.xml$|^(?:content|meta)\.xml$")
_TEXT_SUFFIXES = frozenset(
    ".txt .text .md .csv .html .htm .xhtml .xml .json .jsonl .ndjson .rtf .svg .eml .ninjs".split()
)
_BLOCK_TAG = re.compile(
    r"<\s*/?\s*(?:p|div|br|h\d|li|td|th|tr|table|section|article|header|footer|blockquote|"
    r"figcaption|center|title|span|b|strong|text|tspan)\b[^>]*>",
    re.I,
)
_ANY_TAG = re.compile(r"<[^>]*>")
_PRINTABLE = re.compile(r"[^\x00-\x08\x0b-\x1f\ufffd]{3,}")
# Paragraphs and cells of Word, PowerPoint, Excel and OpenDocument.
_PARAGRAPHS = frozenset(
    {"p", "si", "is", "h", "oddHeader", "oddFooter", "evenHeader", "firstHeader"}
)


class UncheckableFile(DomainError):
    """A file cannot be looked into, so nobody knows whether it is classified."""

    code = "common.uncheckable"
    message = _(
        "The file is protected by a password, so it cannot be checked for secrecy marks. "
        "Remove the password and try again."
    )


def refuse_classified(name: str, content: bytes) -> None:
    """Refuse a file that carries a secrecy mark.

    Args:
        name: File name; its ending tells the kind where the content does not.
        content: The file.

    Raises:
        ClassifiedMaterial: if it carries a mark in its text, header, footer, text boxes,
            properties or metadata.
        UncheckableFile: if it is protected by a password.
    """
    refuse_classified_texts(file_texts(name, content))


def refuse_classified_texts(texts: Iterable[str]) -> None:
    """Refuse texts of which one carries a secrecy mark.

    Args:
        texts: Each may hold several lines.

    Raises:
        ClassifiedMaterial: if one of them carries a mark.
    """
    for text in texts:
        if mark := find_mark(text.split("\n")):
            raise ClassifiedMaterial(mark)


def file_texts(name: str, content: bytes, depth: int = 0) -> Iterator[str]:
    """Everything readable in a file.

    Args:
        name: File name.
        content: The file.
        depth: How many archives it lies in.

    Raises:
        UncheckableFile: if it is protected by a password.
    """
    suffix = PurePosixPath(name).suffix.lower()
    yield PurePosixPath(name).stem
    if content.startswith(b"PK\x03\x04"):
        yield from _package(content, depth)
    elif content.lstrip()[:5] == b"%PDF-":
        yield from _pdf(content)
    elif content.startswith(b"\xd0\xcf\x11\xe0"):
        yield from _old_office(content)
    elif suffix in _TEXT_SUFFIXES:
        yield from _plain(content)
    else:
        yield from _image(content)


def _package(content: bytes, depth: int) -> Iterator[str]:
    """Office packages, and archives with what lies in them."""
    try:
        package = zipfile.ZipFile(BytesIO(content))
        parts = package.infolist()[:LIMIT_PARTS]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return
    names = {part.filename for part in parts}
    is_office = "[Content_Types].xml" in names or "mimetype" in names
    for part in parts:
        if part.flag_bits & 0x1:
            raise UncheckableFile
        if part.is_dir() or part.file_size > LIMIT_PART_BYTES:
            continue
        if is_office and not _OFFICE_PARTS.match(part.filename) and "media/" not in part.filename:
            continue
        if not is_office and depth >= LIMIT_DEPTH:
            continue
        try:
            with package.open(part) as stream:
                data = stream.read(LIMIT_PART_BYTES)
        except Exception:  # noqa: S112 - a damaged part cannot be read by anybody
            continue
        if not is_office:
            yield from file_texts(part.filename, data, depth + 1)
        elif part.filename.endswith(".xml"):
            yield from _office_xml(data)
        else:
            yield from _image(data)


def _office_xml(data: bytes) -> Iterator[str]:
    """Paragraphs, cells and property values of one part; text boxes stand on their own."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    if root is None:
        return
    lines: list[str] = []
    loose: list[str] = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if name in _PARAGRAPHS:
            lines.append("".join(_own_text(element)))
        elif not len(element) and element.text and name not in {"t", "instrText", "delText", "v"}:
            loose.append(element.text)
    yield "\n".join(line for line in lines if line.strip())
    yield from loose
    for element in root.iter():
        # WordArt and alternative texts hold their words in attributes.
        if isinstance(element.tag, str) and (said := element.get("string") or element.get("descr")):
            yield said


def _own_text(paragraph: etree._Element) -> Iterator[str]:
    """The text of a paragraph without that of paragraphs nested in its text boxes."""
    for element in paragraph.iterchildren():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if name in _PARAGRAPHS or name == "txbxContent":
            continue
        if name in {"tab", "br", "cr"}:
            yield "\t" if name == "tab" else "\n"
        if element.text and name not in {"instrText", "delText"}:
            yield element.text
        yield from _own_text(element)
    if paragraph.text and etree.QName(paragraph).localname in _PARAGRAPHS:
        yield paragraph.text


def _pdf(content: bytes) -> Iterator[str]:
    """Text, properties and stamps of a PDF.

    Raises:
        UncheckableFile: if it is protected by a password.
    """
    try:
        reader = pypdf.PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UncheckableFile
        yield from (str(value) for value in (reader.metadata or {}).values())
        for page in reader.pages[:LIMIT_PAGES]:
            yield page.extract_text() or ""
            for mark in page.get("/Annots") or []:
                note = mark.get_object()
                yield str(note.get("/Contents") or "")
                yield str(note.get("/Name") or "").lstrip("/")
    except UncheckableFile:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        # A PDF that nobody can open holds nothing that anybody can read.
        return


def _old_office(content: bytes) -> Iterator[str]:
    """Strings in a document of Word or Excel before 2007."""
    for encoding in ("utf-16-le", "cp1258"):
        text = content.decode(encoding, errors="replace")
        yield "\n".join(piece for piece in _PRINTABLE.findall(text) if len(piece) <= 200)


def _plain(content: bytes) -> Iterator[str]:
    """Text and marked-up text in whatever encoding."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in content[:2000]:
        encodings = ["utf-16-le", "utf-16-be"]
    else:
        encodings = ["utf-8", "cp1258", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\n", "\n")
        if "<" in text:
            text = _ANY_TAG.sub("", _BLOCK_TAG.sub("\n", text))
        yield re.sub(r'^\s*"[^"]{1,40}"\s*:\s*"|",?\s*$', "", text, flags=re.M)
        yield text
        if encoding.startswith("utf-8"):
            return


def _image(content: bytes) -> Iterator[str]:
    """Metadata of a photograph: EXIF, IPTC and XMP."""
    try:
        with pyexiv2.ImageData(content) as image:
            groups = [image.read_iptc(), image.read_xmp(), image.read_exif(), image.read_comment()]
    except (RuntimeError, ValueError, UnicodeDecodeError):
        return
    for group in groups:
        values = group.values() if isinstance(group, dict) else [group]
        for value in values:
            parts = value.values() if isinstance(value, dict) else value
            yield from ([parts] if isinstance(parts, str) else [str(part) for part in parts or []])
