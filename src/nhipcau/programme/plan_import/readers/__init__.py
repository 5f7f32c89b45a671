"""Readers: an office file in, paragraphs and tables out, nothing understood yet."""

from nhipcau.common.secrecy import refuse_classified
from nhipcau.programme.plan_import.exceptions import EmptyFile, PicturesOnly
from nhipcau.programme.plan_import.package import FileKind, checked_kind
from nhipcau.programme.plan_import.readers.document import read_document
from nhipcau.programme.plan_import.readers.workbook import read_workbook
from nhipcau.programme.plan_import.types import PlanSource

__all__ = ["read_source"]


def read_source(content: bytes) -> PlanSource:
    """Read a file.

    Args:
        content: The whole file, DOCX or XLSX.

    Returns:
        Its paragraphs and tables.

    Raises:
        PlanFileError: if it cannot be read; the subclass says why and what to do.
        ClassifiedMaterial: if it carries a secrecy mark.
    """
    kind = checked_kind(content)
    refuse_classified("", content)
    source = read_document(content) if kind is FileKind.DOCX else read_workbook(content)
    if source.is_blank:
        raise PicturesOnly if source.has_pictures else EmptyFile
    return source
