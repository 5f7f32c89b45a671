"""Plain text of archive documents: DOCX, HTML and text files."""

import zipfile
from pathlib import Path

import docx
import trafilatura
from django.utils.translation import gettext
from docx.opc.exceptions import PackageNotFoundError

from nhipcau.translation.exceptions import FileTooLarge, UnreadableFile
from nhipcau.translation.rules.exchange.plain import open_text

DOCUMENT_LIMIT_BYTES = 20 * 1024 * 1024
_UNPACKED_LIMIT_BYTES = 200 * 1024 * 1024


def document_text(path: Path) -> str:
    """The running text of a document.

    Args:
        path: ``.docx``, ``.html``, ``.htm`` or ``.txt``.

    Returns:
        Paragraphs parted by line breaks.

    Raises:
        FileTooLarge: above 20 MB, or 200 MB unpacked.
        UnreadableFile: if it cannot be read.
    """
    if path.stat().st_size > DOCUMENT_LIMIT_BYTES:
        raise FileTooLarge
    kind = path.suffix.lower()
    if kind == ".docx":
        return _docx_text(path)
    if kind in {".html", ".htm"}:
        with open_text(path) as file:
            text = trafilatura.extract(file.read(), favor_recall=True, include_comments=False)
        if not text:
            raise UnreadableFile(gettext("No running text was found in the page."))
        return text
    if kind in {".txt", ".text", ""}:
        with open_text(path) as file:
            return file.read()
    raise UnreadableFile(
        gettext("Unknown ending “%(ending)s”. Use .docx, .html or .txt.") % {"ending": kind}
    )


def _docx_text(path: Path) -> str:
    """Paragraphs and table cells of a DOCX file in reading order."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(item.file_size for item in archive.infolist()) > _UNPACKED_LIMIT_BYTES:
                raise FileTooLarge
        document = docx.Document(str(path))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise UnreadableFile(gettext("This is not a Word document (.docx).")) from error
    lines = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += [cell.text for row in block.rows for cell in row.cells]
        else:
            lines.append(block.text)
    return "\n".join(line for line in lines if line.strip())
