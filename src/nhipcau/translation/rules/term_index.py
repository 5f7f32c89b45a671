"""Finding terms in text: longest match over tokens, exact for any number of terms."""

from collections.abc import Iterable
from datetime import date

from nhipcau.common.text import nfc, tokens
from nhipcau.common.text.tokens import tokens_with_places
from nhipcau.translation.types import TermEntry, TermMatch

_END = ""  # No token is empty, so that this key of a node holds what ends there.


class _Ending:
    """The entries of one wording; what they give on every day alike is computed once."""

    __slots__ = ("entries", "is_dated", "is_forbidden", "items")

    def __init__(self) -> None:
        self.items: list[tuple[TermEntry, bool]] = []
        self.is_dated = False
        self.is_forbidden = True
        self.entries: tuple[TermEntry, ...] = ()

    def add(self, entry: TermEntry, is_forbidden: bool) -> None:
        """Add an entry that has this wording."""
        self.items.append((entry, is_forbidden))
        self.is_dated = self.is_dated or bool(entry.valid_from or entry.valid_to)
        self.is_forbidden, self.entries = self._of(self.items)

    @staticmethod
    def _of(items: list[tuple[TermEntry, bool]]) -> tuple[bool, tuple[TermEntry, ...]]:
        """Whether all items are forbidden wordings, and their entries, each once."""
        return (
            all(is_forbidden for _entry, is_forbidden in items),
            tuple(dict.fromkeys(entry for entry, _is_forbidden in items)),
        )

    def on(self, day: date) -> tuple[bool, tuple[TermEntry, ...]] | None:
        """What holds on a day; ``None`` when nothing does."""
        if not self.is_dated:
            return self.is_forbidden, self.entries
        items = [item for item in self.items if _is_in_force(item[0], day)]
        return self._of(items) if items else None


def _is_in_force(entry: TermEntry, day: date) -> bool:
    """Whether an entry holds on a day; both ends are included."""
    return (entry.valid_from is None or entry.valid_from <= day) and (
        entry.valid_to is None or entry.valid_to >= day
    )


class TermIndex:
    """Terms of one language as a tree of tokens.

    Matching walks the text once from left to right. At each token the longest wording that is in
    force on the day wins, and the search goes on behind it; so the answer is the leftmost-longest
    set of matches, which an exhaustive comparison gives too.
    """

    def __init__(self) -> None:
        self._root: dict = {}
        self.size = 0

    def add(self, entry: TermEntry, wordings: Iterable[str], forbidden: Iterable[str] = ()) -> None:
        """Add an entry under its wordings.

        Args:
            entry: What a match hands out.
            wordings: Texts under which it is found.
            forbidden: Texts that must not be used, found too and marked.
        """
        for is_forbidden, texts in ((False, wordings), (True, forbidden)):
            for words in {tuple(tokens(text)) for text in texts}:
                if not words:
                    continue
                node = self._root
                for word in words:
                    node = node.setdefault(word, {})
                node.setdefault(_END, _Ending()).add(entry, is_forbidden)
                self.size += 1

    def find(self, text: str, day: date) -> list[TermMatch]:
        """Terms in a text.

        Args:
            text: Any text.
            day: Civil date on which they must be in force.

        Returns:
            Matches in reading order, none overlapping; offsets count in the text's NFC form.
        """
        text = nfc(text)
        words, places = tokens_with_places(text)
        root, count = self._root, len(words)
        found: list[TermMatch] = []
        position = 0
        while position < count:
            node = root.get(words[position])
            if node is None:
                position += 1
                continue
            best, best_end, ahead = None, position + 1, position + 1
            while True:
                ending = node.get(_END)
                if ending is not None and (holds := ending.on(day)) is not None:
                    best, best_end = holds, ahead
                if ahead == count:
                    break
                node = node.get(words[ahead])
                if node is None:
                    break
                ahead += 1
            if best is not None:
                start, end = places[position][0], places[best_end - 1][1]
                found.append(TermMatch(start, end, text[start:end], best[0], best[1]))
            position = best_end
        return found
