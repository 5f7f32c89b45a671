"""Vietnamese alphabetical order, by letter first and tone second (TCVN 6909 repertoire)."""

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(0x100 + position) for position, letter in enumerate(_LETTERS)}
# The order of tones in Vietnamese dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng.
_TONE = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def sort_key(text: str) -> tuple[str, str, str]:
    """A key that sorts names as a Vietnamese dictionary does.

    Args:
        text: A name or a term in any Unicode form.

    Returns:
        Letters, then tones, then the text itself, so that the order is total.
    """
    letters, tones = [], []
    for sign in unicodedata.normalize("NFC", text).lower():
        parts = unicodedata.normalize("NFD", sign)
        tone = next((_TONE[mark] for mark in parts if mark in _TONE), "0")
        bare = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONE))
        letters.append(_RANK.get(bare, bare))
        tones.append(tone)
    return "".join(letters), "".join(tones), text
