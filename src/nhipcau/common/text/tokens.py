"""The normal form that memory and terms compare: one spelling, then tokens.

A token is a syllable or word, a number with its inner separators, or a percent sign. In
Vietnamese a token is a syllable: words are written apart (``thông tin`` is one word).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from nhipcau.common.text.spelling import old_tone_placement, one_vowel_i

#: Rises whenever the same text may give other tokens than before: stored keys are then rebuilt.
NORMALISER_VERSION = 1

_APOSTROPHES = "’‘ʼ`´"
# Letters with inner apostrophes (M'nông, don't), numbers with inner separators (1.234,5 17:14).
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:/]\d+)*|%")
MASK = "#"


@lru_cache(maxsize=65_536)
def _syllable(word: str) -> str:
    """The one spelling of a lower-case syllable; Vietnamese has some seven thousand of them."""
    return one_vowel_i(old_tone_placement(word))


def _lower(text: str) -> str:
    """Lower case in Unicode NFC with plain apostrophes; most texts are so already."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        for sign in _APOSTROPHES:
            if sign in text:
                text = text.replace(sign, "'")
    return text.lower()


def tokens(text: str) -> list[str]:
    """The tokens of a text in its normal form: lower case, old tone placement, i for y.

    Args:
        text: Any text, marks and tags already taken away.

    Returns:
        Tokens in order; punctuation is left out.
    """
    return [_syllable(word) for word in _TOKEN.findall(_lower(text))]


def token_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Tokens with their places in the text.

    Args:
        text: Text in Unicode NFC. Lower case keeps the length of such text, except for a few
            foreign capitals; behind those, places are approximate.

    Yields:
        Token, start and end offset.
    """
    for match in _TOKEN.finditer(_lower(text)):
        yield _syllable(match[0]), match.start(), match.end()


def tokens_with_places(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The tokens of a text and, beside them, their start and end; see :func:`token_spans`."""
    lower = _lower(text)
    places = [match.span() for match in _TOKEN.finditer(lower)]
    return [_syllable(lower[start:end]) for start, end in places], places


def masked(words: list[str]) -> list[str]:
    """The same tokens with every number as ``#``, to find sentences that differ in numbers only."""
    return [MASK if word[0].isdigit() else word for word in words]
