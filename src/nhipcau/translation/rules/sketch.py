"""Keys under which the memory finds a text: exact, with numbers masked, and a fuzzy sketch.

The sketch is the eight smallest CRC-32 of the text's bigrams of syllables (a bottom-k sketch,
Cohen and Kaplan 2007): two texts that share most bigrams share most of the eight, so looking up
eight numbers finds nearly every similar text without comparing with all of them.
"""

import zlib
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

from nhipcau.common.text import NORMALISER_VERSION, masked, tokens

SKETCH_SIZE = 8
#: Texts this short also count their first and last token, or one change would hide them.
SHORT_TOKENS = 7
#: Stored with the index; it changes when either the normaliser or this module does.
INDEX_VERSION = NORMALISER_VERSION * 100 + 1


@dataclass(frozen=True)
class Keys:
    """What a text is found by.

    Attributes:
        tokens: The text's tokens in normal form.
        digest: Hash of language and tokens, signed 64 bits.
        skeleton: The same with numbers masked; ``None`` without numbers.
        grams: Up to eight unsigned 32-bit hashes, ascending.
    """

    tokens: list[str]
    digest: int
    skeleton: int | None
    grams: tuple[int, ...]


def _hash64(language: str, words: list[str]) -> int:
    """A signed 64-bit hash of a language and tokens."""
    content = f"{language}\x00{' '.join(words)}".encode()
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "big", signed=True)


def digest_of(text: str, language: str) -> int | None:
    """The exact-match hash of a text alone; ``None`` for a text without tokens."""
    words = tokens(text)
    return _hash64(language, words) if words else None


def grams_of(words: list[str], language: str) -> tuple[int, ...]:
    """The bottom-8 sketch of tokens.

    Args:
        words: Tokens in normal form.
        language: BCP 47 code; each language has its own hashes.

    Returns:
        Ascending unsigned 32-bit numbers; fewer than eight for short texts.
    """
    line = ["^", *words, "$"] if len(words) <= SHORT_TOKENS else words
    seed = zlib.crc32(language.encode())
    crc32 = zlib.crc32
    hashes = {crc32(f"{first} {second}".encode(), seed) for first, second in pairwise(line)}
    return tuple(sorted(hashes)[:SKETCH_SIZE])


def keys_of(text: str, language: str) -> Keys:
    """Everything a text is found by.

    Args:
        text: Plain text.
        language: BCP 47 code.
    """
    words = tokens(text)
    hidden = masked(words)
    return Keys(
        tokens=words,
        digest=_hash64(language, words),
        skeleton=_hash64(language, hidden) if hidden != words else None,
        grams=grams_of(words, language),
    )
