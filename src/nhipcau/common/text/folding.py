"""Unicode normal form, folding to plain letters, and slugs."""

import re
import unicodedata

_STROKES = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
# A slug must not look like a year, since /2020/ is an archive address.
_YEAR = re.compile(r"(1[89]|2\d)\d\d")
SLUG_LENGTH = 80


def nfc(text: str) -> str:
    """Compose letters and marks (Unicode NFC), as everything stored is."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Reduce text to plain lower-case letters for matching what people type without marks.

    Args:
        text: Any Unicode form.

    Returns:
        Lower case, no diacritics, đ as d: ``Đắk Lắk`` becomes ``dak lak``.
    """
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKES))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", plain).translate(_STROKES).casefold()


def slug(text: str) -> str:
    """An ASCII slug for an address.

    Args:
        text: A headline or a name in any language.

    Returns:
        At most 80 characters of a-z, 0-9 and single hyphens, cut at a word; ``muc`` when
        nothing is left (a headline in a script without Latin letters); a bare year gets a
        leading ``nam-`` because year-shaped slugs are archive addresses.
    """
    words = _NOT_SLUG.sub("-", fold(text)).strip("-")
    if len(words) > SLUG_LENGTH:
        words = words[: SLUG_LENGTH + 1].rsplit("-", 1)[0][:SLUG_LENGTH]
    if _YEAR.fullmatch(words):
        return f"nam-{words}"
    return words or "muc"
