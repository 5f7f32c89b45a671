"""What happens to every file before it is kept, whatever way it comes in."""

from pathlib import PurePosixPath
from typing import Any

from django.utils.translation import gettext_lazy as _

from nhipcau.common.secrecy import UncheckableFile, refuse_classified
from nhipcau.library.models.recording import AUDIO_SUFFIXES, VIDEO_SUFFIXES

LIMIT_CHECKED_BYTES = 150_000_000
RECORDING_SUFFIXES = frozenset((*AUDIO_SUFFIXES, *VIDEO_SUFFIXES))


def check_upload(file: Any) -> None:
    """Refuse a file that carries a secrecy mark, before any copy of it is kept.

    Args:
        file: An uploaded file with ``name`` and ``size``; its position is put back to the start.

    Raises:
        ClassifiedMaterial: if it carries a mark.
        UncheckableFile: if nobody can look into it: a password, or too large.
    """
    suffix = PurePosixPath(file.name).suffix.lower().lstrip(".")
    if suffix in RECORDING_SUFFIXES:
        refuse_classified(f"{PurePosixPath(file.name).stem}.txt", b"")
        return
    if file.size > LIMIT_CHECKED_BYTES:
        raise UncheckableFile(
            _("The file is too large to be checked for secrecy marks: at most 150 MB. Split it.")
        )
    file.seek(0)
    try:
        refuse_classified(file.name, file.read())
    finally:
        file.seek(0)
