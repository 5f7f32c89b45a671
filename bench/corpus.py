"""Artificial Vietnamese-like sentences with a natural spread of frequent and rare syllables.

They only stand in for real sentences where none are given: word frequencies follow Zipf and
Mandelbrot, and one sentence in five is an edited copy of an earlier one, as in office prose.
"""

import random
from collections.abc import Iterator
from pathlib import Path

_ONSETS = "b c ch d đ g gi h k kh l m n ng nh ph qu r s t th tr v x".split()
_RIMES = (
    "a á à an anh ang ao ay ăn âm ân âu âp e em en eo ê ên êu i ía ình inh iên iêu o on ong ôi ôn "
    "ông ơi ơn u ung ua ưa ương ươi y uyên oan oa oai ác ấp ất ắt ết ích iệt ộc ốc uật ực ước"
).split()


class Corpus:
    """A source of sentences that gives the same ones for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        syllables = [onset + rime for onset in _ONSETS for rime in _RIMES]
        self._words = [
            " ".join(self._random.choices(syllables, k=self._random.choice((1, 2, 2, 2))))
            for _ in range(20_000)
        ]
        self._weights = [1 / (rank + 40) for rank in range(len(self._words))]
        self._cumulative = []
        total = 0.0
        for weight in self._weights:
            total += weight
            self._cumulative.append(total)

    def sentence(self) -> str:
        """A new sentence of 4 to 30 words."""
        length = min(30, max(4, round(self._random.gauss(15, 6))))
        words = self._random.choices(self._words, cum_weights=self._cumulative, k=length)
        if self._random.random() < 0.35:
            words.insert(self._random.randrange(length), str(self._random.randint(2, 5000)))
        return " ".join(words).capitalize() + "."

    def edited(self, sentence: str, edits: int) -> str:
        """A copy with some syllables replaced, left out or added."""
        words = sentence.rstrip(".").split()
        for _ in range(edits):
            place = self._random.randrange(len(words))
            kind = self._random.random()
            if kind < 0.6:
                words[place] = self._random.choices(self._words, cum_weights=self._cumulative)[0]
            elif kind < 0.8 and len(words) > 3:
                del words[place]
            else:
                words.insert(place, self._random.choice(self._words))
        return " ".join(words) + "."

    def sentences(self, count: int) -> list[str]:
        """Distinct sentences, one in five an edited copy."""
        found: dict[str, None] = {}
        recent: list[str] = []
        while len(found) < count:
            if recent and self._random.random() < 0.2:
                text = self.edited(self._random.choice(recent), self._random.randint(1, 4))
            else:
                text = self.sentence()
            found[text] = None
            recent.append(text)
            if len(recent) > 5000:
                recent = recent[-2500:]
        return list(found)


def read_sentences(path: Path, count: int) -> Iterator[str]:
    """Distinct non-empty lines of a file, at most so many."""
    seen = set()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            text = line.strip()
            if text and text not in seen:
                seen.add(text)
                yield text
                if len(seen) == count:
                    return
