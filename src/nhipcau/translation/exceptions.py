"""Errors of the translation desk."""

from django.utils.translation import gettext_lazy as _

from nhipcau.common.exceptions import DomainError


class TranslationError(DomainError):
    """Base of the app's errors."""

    code = "translation.error"


class NotTranslated(TranslationError):
    """Some of the text has no translation yet."""

    code = "translation.not_translated"
    message = _(
        "Some of the text is not translated yet. Translate what is still open; untranslated text "
        "never goes to readers."
    )


class UnusableText(TranslationError):
    """A translation does not fit its source."""

    code = "translation.unusable"
    message = _("Keep the links and tags of the source in the translation: each one once.")


class EditConflict(TranslationError):
    """A colleague changed the same segment meanwhile.

    Attributes:
        current: The colleague's text.
    """

    code = "translation.conflict"
    message = _("A colleague has changed this segment meanwhile. Compare both and save again.")

    def __init__(self, current: str) -> None:
        super().__init__()
        self.current = current


class EmptyComment(TranslationError):
    """A comment without words."""

    code = "translation.empty_comment"
    message = _("Write something before you send the comment.")


class CommentGone(TranslationError):
    """A comment that a colleague has deleted meanwhile."""

    code = "translation.comment_gone"
    message = _("A colleague has deleted this comment. Write a new one if it is still needed.")


class EmptySegment(TranslationError):
    """A side of a pair has no text."""

    code = "translation.empty_segment"
    message = _("Both sides need text. Fill in the empty side.")


class SameLanguage(TranslationError):
    """A pair whose sides are in one language."""

    code = "translation.same_language"
    message = _("Source and target are the same language. Choose two different languages.")


class TermConflict(TranslationError):
    """An approved term already says otherwise."""

    code = "translation.term_conflict"
    message = _(
        "An approved term with the same name is valid in the same period. Change it or end its "
        "validity first."
    )


class ForeignNameOwner(TranslationError):
    """The name belongs to another register and is read only here."""

    code = "translation.name_owned_elsewhere"
    message = _("This name is kept in the register of agencies and places. Change it there.")


class UnreadableFile(TranslationError):
    """A file for exchange cannot be understood."""

    code = "translation.unreadable_file"
    message = _("The file cannot be read. Check its format and encoding (UTF-8).")


class UnsafeFile(UnreadableFile):
    """A file that tries to harm the reader."""

    code = "translation.unsafe_file"
    message = _(
        "The file declares XML entities or a document type, which this program refuses. "
        "Export it again without them."
    )


class FileTooLarge(UnreadableFile):
    """A file above the limit for its way in."""

    code = "translation.file_too_large"
    message = _("The file is too large. Split it into smaller files.")


class AlreadyDecided(TranslationError):
    """An alignment that is closed."""

    code = "translation.already_decided"
    message = _("This alignment has been confirmed or discarded already.")


class ReasonMissing(TranslationError):
    """A decision that must be explained was not."""

    code = "translation.reason_missing"
    message = _("Write in a sentence why this is right. The reason is kept on record.")


class OpenErrors(TranslationError):
    """The checks find errors in a translation that was to be published."""

    code = "translation.open_errors"
    message = _(
        "The checks find errors. Correct them, or let an editor override them with a reason."
    )
