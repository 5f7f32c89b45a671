"""How a reader's words become a full-text query, the same on both databases.

A story is indexed as lexemes: each word exact (lower case, NFC) and folded (no marks, đ as d), the
words of its headline once more, and pairs of neighbouring words. In Vietnamese, where a word is
often two syllables that are common by themselves, pairs are what tells stories apart: phrases are
found by them without reading long lists. The first character of a lexeme says of which kind it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from nhipcau.common.text import fold, nfc

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
#: More words than this are ignored: nobody types them, and each costs time.
MAX_WORDS = 12
#: Characters of a word; a pair of them must fit into a lexeme of PostgreSQL, 2,046 bytes.
LONGEST_WORD = 200
#: Characters at the beginning of a text that are looked through for a passage first.
BEGINNING = 600
#: Bits of a position that are left for the story's number within its day.
_NUMBER_BITS = 32
PAGE_MASK = (1 << _NUMBER_BITS) - 1


class Kind(StrEnum):
    """First character of a lexeme."""

    EXACT = "e"
    FOLDED = "f"
    HEADLINE = "h"
    FOLDED_HEADLINE = "g"
    PAIR = "p"
    LABEL = "l"


@dataclass(frozen=True)
class Atom:
    """Something that the index is asked for.

    Attributes:
        lexemes: One lexeme, or pairs that must follow each other.
        is_prefix: Whether the last may go on.
    """

    lexemes: tuple[str, ...]
    is_prefix: bool = False


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
    """The words of a text in lower case, NFC; of a chain without end only its beginning."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(nfc(text).lower())]


def position(day: date, page_id: int = 0) -> int:
    """Where a story stands in the index: by day, then by number.

    Args:
        day: Civil day of first publication.
        page_id: Database id of the version; 0 for the first position of the day.
    """
    return (day.toordinal() << _NUMBER_BITS) + page_id


def day_of(place: int) -> date:
    """The civil day of a position."""
    return date.fromordinal(place >> _NUMBER_BITS)


def page_of(place: int) -> int:
    """The version's database id of a position."""
    return place & PAGE_MASK


def year_label(year: int) -> str:
    """Lexeme of the stories first published in a year."""
    return f"{Kind.LABEL}year{year}"


def labels(language: str = "", section_id: int | None = None) -> list[str]:
    """Lexemes for the language and the section of a story, or for a filter.

    Args:
        language: BCP 47 code; empty for any.
        section_id: Database id; ``None`` for any.
    """
    named = [f"{Kind.LABEL}language{language.replace('-', '').lower()}"] if language else []
    return [*named, f"{Kind.LABEL}section{section_id}"] if section_id else named


def lexemes(headline: str, text: str, marks: Sequence[str]) -> list[str]:
    """What the index holds of a story.

    Args:
        headline: Kicker and headline.
        text: Lead and body, plain text.
        marks: Its labels.

    Returns:
        Labels, each word once in each spelling, and the pairs of neighbouring words in order.
    """
    title, body = words(headline), words(text)
    plain_title, plain_body = ([_folded(word) for word in found] for found in (title, body))
    found = [
        *marks,
        *(Kind.HEADLINE + word for word in title),
        *(Kind.FOLDED_HEADLINE + word for word in plain_title),
        *(Kind.EXACT + word for word in title + body),
        *(Kind.FOLDED + word for word in plain_title + plain_body),
    ]
    # No phrase reaches from the headline into the text: a lexeme that nobody seeks parts them.
    return [*dict.fromkeys(found), *_pairs(plain_title), Kind.LABEL, *_pairs(plain_body)]


def _pairs(plain: Sequence[str]) -> list[str]:
    """Pairs of neighbouring words without marks."""
    return [f"{Kind.PAIR}{first}_{second}" for first, second in pairwise(plain)]


def is_pair(lexeme: str) -> bool:
    """Whether a lexeme is a pair of words."""
    return lexeme.startswith(Kind.PAIR)


def atoms(terms: Sequence[Term], *, is_exact: bool, in_headline: bool = False) -> list[Atom]:
    """What the index is asked for, so that it finds some terms.

    A phrase is its words in the spelling wanted, and its pairs in a row. The pairs bear no marks,
    so a story with the words in one place and the phrase without marks in another counts as
    exact; it is found either way and only stands higher.

    Args:
        terms: What must all be found.
        is_exact: Whether marks count.
        in_headline: Whether the words must stand in kicker and headline.
    """
    kinds = {
        (True, True): Kind.HEADLINE,
        (True, False): Kind.EXACT,
        (False, True): Kind.FOLDED_HEADLINE,
        (False, False): Kind.FOLDED,
    }
    kind = kinds[is_exact, in_headline]
    asked: list[Atom] = []
    for term in terms:
        spelled = term.words if is_exact else term.folded
        last = len(spelled) - 1
        asked += [
            Atom((kind + word,), is_prefix=term.is_prefix and index == last)
            for index, word in enumerate(spelled)
        ]
        if last:
            asked.append(Atom(tuple(_pairs(term.folded)), is_prefix=term.is_prefix))
    return list(dict.fromkeys(asked))


def as_phrase(terms: Sequence[Term]) -> list[Term]:
    """All words as one phrase; empty when they are one term already."""
    if len(terms) < 2 or any(term.is_prefix for term in terms[:-1]):
        return []
    joined = tuple(word for term in terms for word in term.words)
    return [Term(joined, is_prefix=terms[-1].is_prefix)]


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


class Marker:
    """Marks in texts what was looked for; made once a search."""

    def __init__(self, terms: Sequence[Term]) -> None:
        # As typed where a term has marks, else without regard to them.
        self._typed = [_pattern(term, is_folded=term.words == term.folded) for term in terms]
        self._folded = [_pattern(term, is_folded=True) for term in terms]

    def mark(self, text: str, length: int = 260) -> list[tuple[str, bool]]:
        """Cut a passage around the first hit and mark the hits in it.

        Args:
            text: Plain text, NFC.
            length: Characters to show, about.

        Returns:
            Pieces of text with whether they are a hit; joined they are the passage.
        """
        # Most hits stand near the beginning; only otherwise is the whole text looked through.
        hits = self._hits(text[:BEGINNING]) or self._hits(text)
        start = max(0, (hits[0][0] if hits else 0) - length // 4)
        if start:
            start = text.find(" ", start) + 1
        end = min(len(text), start + length)
        if end < len(text):
            end = max(text.rfind(" ", start, end), start + 1)
        pieces: list[tuple[str, bool]] = [("…\u00a0", False)] if start else []
        place = start
        for first, last in hits:
            if first < place or last > end:
                continue
            pieces += [(text[place:first], False), (text[first:last], True)]
            place = last
        pieces.append((text[place:end] + ("\u00a0…" if end < len(text) else ""), False))
        return [piece for piece in pieces if piece[0]]

    def _hits(self, text: str) -> list[tuple[int, int]]:
        """Where terms stand in a text."""
        lowered = text.lower()
        if len(lowered) != len(text):
            # A rare letter has no small form of one letter; its words are then not marked.
            lowered = text
        found = sorted(_found(lowered, self._typed) or _found(lowered, self._folded))
        kept: list[tuple[int, int]] = []
        for first, last in found:
            if kept and text[kept[-1][1] : first].isspace():
                # Words that stand together are one hit to the eye.
                kept[-1] = (kept[-1][0], last)
            elif not kept or first >= kept[-1][1]:
                kept.append((first, last))
        return kept


def _found(line: str, patterns: Sequence[re.Pattern[str]]) -> list[tuple[int, int]]:
    """Where patterns of words stand in lower-case text."""
    return [
        match.span()
        for pattern in patterns
        for match in pattern.finditer(line)
        # Asked here and not in the pattern, which is quick only when it begins with a letter.
        if not match.start() or not line[match.start() - 1].isalnum()
    ]


def _pattern(term: Term, *, is_folded: bool) -> re.Pattern[str]:
    """A pattern of words that follow each other, with the marks typed or with any.

    Letters with any marks are asked for by name: taking the marks off every text costs more.
    """
    spelled = (
        [
            "".join(_ANY_MARKS.get(letter, re.escape(letter)) for letter in word)
            for word in term.folded
        ]
        if is_folded
        else [re.escape(word) for word in term.words]
    )
    return re.compile(r"[\W_]+".join(spelled) + ("" if term.is_prefix else r"(?![^\W_])"))


def _letters_with_any_marks() -> dict[str, str]:
    """For each plain letter the pattern of it and of its forms with marks, in small letters."""
    forms: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letter = chr(code).lower()
        plain = fold(letter)
        if len(letter) == len(plain) == 1 and letter != plain:
            forms[plain] = forms.get(plain, plain) + letter
    return {plain: f"[{letters}]" for plain, letters in forms.items()}


_ANY_MARKS = _letters_with_any_marks()
