"""Check a file before any office library opens it."""

import io
import re
import zipfile
from collections.abc import Iterator
from enum import Enum
from xml.parsers import expat

from nhipcau.programme.plan_import.exceptions import (
    BrokenFile,
    EmptyFile,
    OldFileKind,
    PrintedFile,
    ProtectedFile,
    TooLarge,
    UnknownFileKind,
    UnsafeFile,
)

MAXIMUM_BYTES = 25 * 1024 * 1024
MAXIMUM_UNPACKED_BYTES = 200 * 1024 * 1024
MAXIMUM_PARTS = 5_000
# Real office XML shrinks 10 to 30 times, spreadsheets full of blanks up to about 100 times.
MAXIMUM_SHRINKAGE = 250
MAXIMUM_ROWS = 20_000
MAXIMUM_CELLS = 1_000_000
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")
_BLOCK_BYTES = 1 << 16


class FileKind(Enum):
    """The two kinds of file a plan comes in."""

    DOCX = "docx"
    XLSX = "xlsx"


class _RootReached(Exception):
    pass


def checked_kind(content: bytes) -> FileKind:
    """Tell what a file is, refusing everything dangerous or hopeless.

    Args:
        content: The whole file.

    Returns:
        Its kind.

    Raises:
        PlanFileError: the subclass says what is wrong and what to do.
    """
    if not content:
        raise EmptyFile
    if len(content) > MAXIMUM_BYTES:
        raise TooLarge
    if content.startswith(_COMPOUND_FILE):
        # An encrypted DOCX or XLSX is a compound file with this stream, named in UTF-16.
        encrypted = "EncryptedPackage".encode("utf-16-le") in content
        raise ProtectedFile if encrypted else OldFileKind
    if content.startswith(_PICTURES):
        raise PrintedFile
    if content.lstrip()[:5] == b"{\\rtf":
        raise OldFileKind
    if not content.startswith(b"PK"):
        raise UnknownFileKind
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _checked_package(package)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise BrokenFile from error
    except RuntimeError as error:  # zipfile's answer to encrypted members
        raise ProtectedFile from error
    except zipfile.zlib.error as error:  # type: ignore[attr-defined]
        raise BrokenFile from error


def _checked_package(package: zipfile.ZipFile) -> FileKind:
    parts = package.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MAXIMUM_PARTS:
        raise UnsafeFile
    if any(part.flag_bits & 0x1 for part in parts):
        raise ProtectedFile
    if sum(part.file_size for part in parts) > MAXIMUM_UNPACKED_BYTES:
        raise UnsafeFile
    for part in parts:
        grown = part.file_size > 1 << 20
        if grown and part.file_size > MAXIMUM_SHRINKAGE * max(part.compress_size, 1):
            raise UnsafeFile
    if "word/document.xml" in names:
        kind = FileKind.DOCX
    elif "xl/workbook.xml" in names:
        kind = FileKind.XLSX
    elif "[Content_Types].xml" in names or "mimetype" in names:
        raise UnknownFileKind
    else:
        raise BrokenFile if not names else UnknownFileKind
    for part in parts:
        if part.filename.endswith((".xml", ".rels", ".vml")):
            _refuse_declarations(package, part)
    _refuse_floods(package, kind)
    return kind


def _blocks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(part) as stream:
        while block := stream.read(_BLOCK_BYTES):
            yield block


def _refuse_declarations(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse a document type declaration: office files have none, attacks need one."""
    parser = expat.ParserCreate()

    def on_doctype(*_arguments: object) -> None:
        raise UnsafeFile

    def on_root(*_arguments: object) -> None:
        raise _RootReached

    parser.StartDoctypeDeclHandler = on_doctype
    parser.StartElementHandler = on_root
    try:
        for block in _blocks(package, part):
            parser.Parse(block, False)
    except _RootReached:
        return
    except expat.ExpatError as error:
        raise BrokenFile from error


def _refuse_floods(package: zipfile.ZipFile, kind: FileKind) -> None:
    """Count rows and cells in the raw bytes, since the libraries build an object for each."""
    if kind is FileKind.DOCX:
        parts = [package.getinfo("word/document.xml")]
        row_mark, cell_mark = re.compile(rb"<w:tr[ >]"), re.compile(rb"<w:tc[ >]")
    else:
        parts = [
            part for part in package.infolist() if part.filename.startswith("xl/worksheets/sheet")
        ]
        row_mark, cell_mark = re.compile(rb"<v>|<t[ >]"), re.compile(rb"<c[ >]")
    for part in parts:
        rows = cells = 0
        tail = b""
        for block in _blocks(package, part):
            text = tail + block
            # A mark that lies across two blocks is found with the next one.
            cut = text.rfind(b"<")
            tail = text[cut:] if cut >= 0 and len(text) - cut < _BLOCK_BYTES else b""
            text = text[: len(text) - len(tail)]
            rows += len(row_mark.findall(text))
            cells += len(cell_mark.findall(text))
            # A spreadsheet has no mark for a row with text in it: ten filled cells are one.
            limit = MAXIMUM_ROWS * (1 if kind is FileKind.DOCX else 10)
            if rows > limit or cells > MAXIMUM_CELLS:
                raise TooLarge
