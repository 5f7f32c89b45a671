"""What a sentence offers to the aligner: figures, names, words, and what a dictionary knows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from nhipcau.common.text import fold, tokens
from nhipcau.common.text.dates import Day
from nhipcau.common.text.quantities import Value, quantities

Dictionary = Mapping[tuple[str, ...], frozenset[str]]


def stem(word: str) -> str:
    """A rough English stem: the first five letters, plural and genitive taken off."""
    word = word.removesuffix("'s")
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:5]


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
