"""Finding terms in text: longest match over tokens, exact for any number of terms."""

from collections.abc import Iterable
from datetime import date

from nhipcau.common.text import nfc, token_spans, tokens
from nhipcau.translation.types import TermEntry, TermMatch

_END = ""  # No token is empty, so that this key of a node holds what ends there.
_Ending = list[tuple[TermEntry, bool]]


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
                node.setdefault(_END, []).append((entry, is_forbidden))
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
        spans = list(token_spans(text))
        root, count = self._root, len(spans)
        found: list[TermMatch] = []
        position = 0
        while position < count:
            node = root.get(spans[position][0])
            if node is None:
                position += 1
                continue
            best: _Ending = []
            best_end = ahead = position + 1
            while True:
                ending = node.get(_END)
                if ending is not None:
                    valid = [item for item in ending if _is_in_force(item[0], day)]
                    if valid:
                        best, best_end = valid, ahead
                if ahead == count:
                    break
                node = node.get(spans[ahead][0])
                if node is None:
                    break
                ahead += 1
            if best:
                start, end = spans[position][1], spans[best_end - 1][2]
                found.append(
                    TermMatch(
                        start=start,
                        end=end,
                        text=text[start:end],
                        is_forbidden=all(is_forbidden for _entry, is_forbidden in best),
                        entries=tuple(dict.fromkeys(entry for entry, _is_forbidden in best)),
                    )
                )
                position = best_end
            else:
                position += 1
        return found
