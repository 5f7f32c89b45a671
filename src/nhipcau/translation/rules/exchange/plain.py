"""Text files of unknown encoding."""

import codecs
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext

from nhipcau.translation.exceptions import UnreadableFile


def open_text(path: Path) -> TextIO:
    """Open a text file in UTF-8 or UTF-16, with or without a byte order mark.

    Args:
        path: The file.

    Returns:
        The open file, line ends untouched as the CSV reader wants them.

    Raises:
        UnreadableFile: if it is in another encoding, such as TCVN3 or VNI.
    """
    with path.open("rb") as file:
        start = file.read(4)
        encoding = "utf-8-sig"
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            encoding = "utf-16"
        file.seek(0)
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            while block := file.read(1 << 20):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            raise UnreadableFile(
                gettext("The file is not in UTF-8. Save it again with that encoding.")
            ) from error
    return path.open(encoding=encoding, newline="")
