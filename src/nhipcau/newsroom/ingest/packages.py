"""Looking into ZIP packages, such as Word documents, before anything in them is unfolded."""

import zipfile
from io import BytesIO

from nhipcau.newsroom.ingest.exceptions import DamagedSource, DangerousSource

LIMIT_UNFOLDED_BYTES = 400_000_000
LIMIT_PART_BYTES = 60_000_000
LIMIT_XML_BYTES = 30_000_000
LIMIT_PARTS = 5_000
LIMIT_RATIO = 250


def open_package(data: bytes) -> zipfile.ZipFile:
    """Open a package whose declared sizes are sane and whose XML declares no entities.

    Args:
        data: The file.

    Raises:
        DamagedSource: if it is cut off or no package at all.
        DangerousSource: if it would unfold to something enormous, or declares entities.
    """
    try:
        package = zipfile.ZipFile(BytesIO(data))
        parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise DamagedSource from error
    total = sum(part.file_size for part in parts)
    if len(parts) > LIMIT_PARTS or total > LIMIT_UNFOLDED_BYTES:
        raise DangerousSource
    for part in parts:
        is_xml = part.filename.lower().endswith((".xml", ".rels"))
        if part.file_size > (LIMIT_XML_BYTES if is_xml else LIMIT_PART_BYTES):
            raise DangerousSource
        ratio = part.file_size / max(part.compress_size, 1)
        if part.file_size > 10_000_000 and ratio > LIMIT_RATIO:
            raise DangerousSource
        if is_xml and b"<!DOCTYPE" in read_part(package, part)[:4096]:
            raise DangerousSource
    return package


def read_part(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """The content of a part, never more than it declares.

    Raises:
        DamagedSource: if it cannot be unfolded.
        DangerousSource: if it is larger than declared.
    """
    try:
        with package.open(part) as stream:
            content = stream.read(part.file_size + 1)
    except (zipfile.BadZipFile, RuntimeError, OSError, EOFError, NotImplementedError) as error:
        raise DamagedSource from error
    except Exception as error:
        # zlib's own error has no public base that zipfile wraps.
        raise DamagedSource from error
    if len(content) > part.file_size:
        raise DangerousSource
    return content
