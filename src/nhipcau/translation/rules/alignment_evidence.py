"""What a sentence offers to the aligner: figures, names, words, and what a dictionary knows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from nhipcau.common.text import fold, tokens
from nhipcau.common.text.dates import Day
from nhipcau.common.text.quantities import Value, quantities

# Signs of a Vietnamese text for each word that could tell something.
_LETTERS_A_WORD = 8

Dictionary = Mapping[tuple[str, ...], frozenset[str]]


def stem(word: str) -> str:
    """A rough English stem: the first five letters, plural and genitive taken off."""
    word = word.removesuffix("'s")
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:5]


#: Stems of English words that stand in sentences about anything.
FUNCTION_STEMS = frozenset(
    stem(word)
    for word in (
        "a about above accordingly all also although an and any are as at be because been before"
        " being both but by can could did do does down due during each even every far for from gave"
        " get give go had has have he her here him his how however i if in into is it its just like"
        " made make many may me more most mr mrs ms much my no not now of off on once one only or"
        " other our out over own part people put right said same say says she so some still such"
        " take than thank that the their them then there these they this those through thus time to"
        " too two under up upon us use very was way we well were what when where which while who"
        " why will with word would year yet you your"
    ).split()
)


@lru_cache(maxsize=1)
def built_in_dictionary() -> Dictionary:
    """The dictionary that comes with the program: Vietnamese tokens to English stems."""
    text = (files("nhipcau.translation") / "data" / "lexicon-vi-en.txt").read_text("utf-8")
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for line in text.splitlines():
        if line.startswith("#") or "=" not in line:
            continue
        left, right = line.split("=", 1)
        found[tuple(tokens(left))] = frozenset(stem(word.strip()) for word in right.split(","))
    return found


@dataclass(frozen=True)
class Described:
    """What a sentence offers for comparison."""

    length: int
    values: frozenset[Value]
    names: frozenset[str]
    words: frozenset[str]
    entries: tuple[frozenset[str], ...]


_CAPITAL_WORD = re.compile(r"(?<![^\W_])[^\W\d_a-zà-ỹ][^\W\d_]+")


def described(text: str, language: str, dictionary: Dictionary) -> Described:
    """Look at a sentence once."""
    values = frozenset(
        value
        for item in quantities(text, language)
        if item.is_required or any(sign.isdigit() for sign in text[item.start : item.end])
        for value in item.values
    )
    names = frozenset(
        fold(match[0]) for match in _CAPITAL_WORD.finditer(text) if match[0][0].isupper()
    )
    words = tokens(text)
    entries: list[frozenset[str]] = []
    if language.startswith("vi"):
        position = 0
        while position < len(words):
            for size in (4, 3, 2, 1):
                found = dictionary.get(tuple(words[position : position + size]))
                if found and position + size <= len(words):
                    entries.append(found)
                    position += size
                    break
            else:
                position += 1
    return Described(
        length=len(text),
        values=values,
        names=names,
        words=frozenset(stem(word) for word in words if not word[0].isdigit()),
        entries=tuple(entries),
    )


def joined_texts(parts: Sequence[Described]) -> Described:
    """Several sentences as one."""
    if len(parts) == 1:
        return parts[0]
    return Described(
        length=sum(part.length for part in parts) + len(parts) - 1,
        values=frozenset().union(*(part.values for part in parts)),
        names=frozenset().union(*(part.names for part in parts)),
        words=frozenset().union(*(part.words for part in parts)),
        entries=tuple(entry for part in parts for entry in part.entries),
    )


def shared_values(first: frozenset[Value], second: frozenset[Value]) -> int:
    """How many numbers and dates of one side the other has too."""
    days = [value for value in second if isinstance(value, Day)]
    return sum(
        value in second or (isinstance(value, Day) and any(value.agrees_with(day) for day in days))
        for value in first
    )


def clash(first: Described, second: Described) -> bool:
    """Whether both sides name numbers or dates and share none of them."""
    return bool(
        first.values
        and second.values
        and not shared_values(first.values, second.values)
        and not shared_values(second.values, first.values)
    )


def source_coverage(source: Described, target: Described) -> float:
    """Share, 0 to 1, of what the dictionary knows of a sentence that a translation has too."""
    telling = [entry - FUNCTION_STEMS for entry in source.entries if entry - FUNCTION_STEMS]
    names = len(source.names & target.names)
    hits = sum(bool(entry & target.words) for entry in telling) + names
    hits += shared_values(source.values, target.values)
    # A sentence of which the dictionary knows little is not covered by a single word of it.
    least = source.length / _LETTERS_A_WORD
    return hits / max(1, least, len(telling) + names + len(source.values))


def target_coverage(source: Described, target: Described) -> float:
    """Share, 0 to 1, of a translation's content words that the dictionary finds in its source."""
    words = target.words - FUNCTION_STEMS
    rendered = frozenset().union(*source.entries) | source.words
    hits = len(words & rendered) + shared_values(target.values, source.values)
    hits += len(source.names & target.names)
    return hits / max(1, len(words) + len(target.values))
