"""How a reader's words become a full-text query, the same on both databases.

Text is indexed twice: exact (lower case, NFC) and folded (no marks, đ as d). Each word of a query
must be found in one of the two; whoever types marks finds the exact spelling first.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from nhipcau.common.text import fold, nfc

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
#: More words than this are ignored: nobody types them, and each costs time.
MAX_WORDS = 12
#: Characters at the beginning of a text that are looked through for a passage first.
BEGINNING = 600


@dataclass(frozen=True)
class Term:
    """A word or phrase that must be found.

    Attributes:
        words: Its words in lower case, NFC.
        is_prefix: Whether the last word may go on.
    """

    words: tuple[str, ...]
    is_prefix: bool = False

    @property
    def folded(self) -> tuple[str, ...]:
        """Its words without marks."""
        return tuple(_folded(word) for word in self.words)


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    """A word without marks; the few thousand syllables of the language are soon all known."""
    return fold(word)


def words(text: str) -> list[str]:
    """The words of a text in lower case, NFC."""
    return _WORD.findall(nfc(text).lower())


def exact_text(text: str) -> str:
    """Text as it stands in the exact index."""
    return " ".join(words(text))


def folded_text(text: str) -> str:
    """Text as it stands in the folded index."""
    return " ".join(_folded(word) for word in words(text))


def labels(language: str = "", section_id: int | None = None) -> list[str]:
    """Index words for the language and the section of a story, or for a filter.

    Args:
        language: BCP 47 code; empty for any.
        section_id: Database id; ``None`` for any.
    """
    named = [f"language{language.replace('-', '').lower()}"] if language else []
    return [*named, f"section{section_id}"] if section_id else named


def parse(query: str) -> list[Term]:
    """Take a reader's query apart.

    Args:
        query: As typed, in any Unicode form; ``"…"`` marks a phrase, ``…*`` an unfinished word.

    Returns:
        Terms that must all be found, at most ``MAX_WORDS`` words; empty when there is no word.
    """
    terms: list[Term] = []
    count = 0
    for phrase, plain in _TERM.findall(nfc(query)):
        found = words(phrase or plain)
        if not found or count + len(found) > MAX_WORDS:
            continue
        count += len(found)
        terms.append(Term(tuple(found), is_prefix=not phrase and plain.endswith("*")))
    return terms


def mark(text: str, terms: list[Term], length: int = 260) -> list[tuple[str, bool]]:
    """Cut a passage around the first hit and mark the hits in it.

    Args:
        text: Plain text, NFC.
        terms: What was looked for.
        length: Characters to show, about.

    Returns:
        Pieces of text with whether they are a hit; joined they are the passage.
    """
    # Most hits stand near the beginning; only otherwise is the whole text looked through.
    hits = _hits(text[:BEGINNING], terms) or _hits(text, terms)
    start = max(0, (hits[0][0] if hits else 0) - length // 4)
    if start:
        start = text.find(" ", start) + 1
    end = min(len(text), start + length)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1)
    pieces: list[tuple[str, bool]] = [("… ", False)] if start else []
    place = start
    for first, last in hits:
        if first < place or last > end:
            continue
        pieces += [(text[place:first], False), (text[first:last], True)]
        place = last
    pieces.append((text[place:end] + (" …" if end < len(text) else ""), False))
    return [piece for piece in pieces if piece[0]]


def _hits(text: str, terms: list[Term]) -> list[tuple[int, int]]:
    """Where terms stand in a text, in order and without overlap."""
    places = [(match.start(), match.end(), match[0].lower()) for match in _WORD.finditer(text)]
    lowered = [word for _start, _end, word in places]
    folded = [_folded(word) for word in lowered]
    found: list[tuple[int, int]] = []
    for term in terms:
        has_marks = term.words != term.folded
        for source, wanted in ((lowered, term.words), (folded, term.folded)):
            if source is folded and has_marks and found:
                continue
            found += [
                (places[index][0], places[index + len(wanted) - 1][1])
                for index in _starts(source, wanted, is_prefix=term.is_prefix)
            ]
    found.sort()
    kept: list[tuple[int, int]] = []
    for first, last in found:
        if not kept or first >= kept[-1][1]:
            kept.append((first, last))
    return kept


def _starts(source: list[str], wanted: tuple[str, ...], *, is_prefix: bool) -> list[int]:
    """Positions in a list of words at which some words stand, the last perhaps unfinished."""
    *whole, last = wanted
    starts = []
    for index in range(len(source) - len(wanted) + 1):
        end = source[index + len(whole)]
        if (end == last or (is_prefix and end.startswith(last))) and (
            source[index : index + len(whole)] == whole
        ):
            starts.append(index)
    return starts
