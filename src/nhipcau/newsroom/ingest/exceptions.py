"""Why a file cannot be brought in, in words for the person who brought it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nhipcau.newsroom.exceptions import NewsroomError


class UnreadableSource(NewsroomError):
    """A file that gives no story. The message says why and what to do."""

    code = "newsroom.unreadable_source"
    message = _("This file could not be read.")


class UnknownFormat(UnreadableSource):
    """None of the readers knows this kind of file."""

    code = "newsroom.unknown_format"
    message = _(
        "This kind of file is not known. Use text (.txt), HTML, Word (.docx), ninjs (.json), "
        "JSON Lines (.jsonl) or NewsML-G2 (.xml)."
    )


class OtherDocument(UnreadableSource):
    """A text processor wrote it, in a form that is not read."""

    code = "newsroom.other_document"
    message = _(
        "The document is of an older or another kind, or has a password. Open it in Word, save it "
        "as .docx without a password, and bring that in."
    )


class PackedSource(UnreadableSource):
    """An archive inside another, or of a kind that is not opened."""

    code = "newsroom.packed_source"
    message = _("Archives of this kind, or inside another one, are not opened. Unpack it first.")


class EmptySource(UnreadableSource):
    """There is no text in it."""

    code = "newsroom.empty_source"
    message = _("The file holds no text.")


class BinarySource(UnreadableSource):
    """It is not text although its name says so."""

    code = "newsroom.binary_source"
    message = _("The file is not text: its content is binary. Save it again as plain text.")


class SourceTooLarge(UnreadableSource):
    """It is larger than a story can be."""

    code = "newsroom.source_too_large"

    def __init__(self, size_bytes: int, limit_bytes: int) -> None:
        super().__init__(
            _(
                "The file is too large for one story: %(size)s MB, at most %(limit)s MB are "
                "read. Split it or leave out what does not belong to the story."
            )
            % {
                "size": f"{size_bytes / 1_000_000:.0f}",
                "limit": f"{limit_bytes / 1_000_000:.0f}",
            }
        )


class DamagedSource(UnreadableSource):
    """The container cannot be opened."""

    code = "newsroom.damaged_source"
    message = _("The file is damaged or incomplete. Copy it again from where it came from.")


class DangerousSource(UnreadableSource):
    """It would unfold to something enormous, or declares entities."""

    code = "newsroom.dangerous_source"
    message = _(
        "The file was refused because it unfolds to a size that no story has. "
        "Open it in its own program and save it anew."
    )


class NoStory(UnreadableSource):
    """It was read, but there is no story in it."""

    code = "newsroom.no_story"
    message = _("No story was found in the file: a headline and at least one paragraph are needed.")


def reason(error: Exception) -> str | Promise:
    """The sentence for the person.

    Args:
        error: What was raised while reading or storing.
    """
    return getattr(error, "message", None) or _("An unexpected error: %(kind)s.") % {
        "kind": type(error).__name__
    }
