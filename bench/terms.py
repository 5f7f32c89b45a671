"""Terms: differences from an exhaustive oracle, and time a sentence.

    python -m bench.terms --terms 50000 [--sentences FILE] [--json]

Goals: no difference; 60 microseconds a sentence, reading the text into tokens included.
"""

import argparse
import os
import random
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from bench.corpus import Corpus, read_sentences
from bench.reporting import percentile, progress, report


def _oracle(words: list[str], by_first: dict[str, list[tuple[str, ...]]]) -> list[tuple[int, int]]:
    """Leftmost-longest matches by comparing every term at every token."""
    found = []
    position = 0
    while position < len(words):
        best = 0
        # Terms that begin with another token cannot match here: leaving them out is exact.
        for term in by_first.get(words[position], ()):
            size = len(term)
            if size > best and tuple(words[position : position + size]) == term:
                best = size
        if best:
            found.append((position, position + best))
        position += best or 1
    return found


def main(arguments: list[str] | None = None) -> int:
    """Measure."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.terms",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--terms", type=int, default=50_000)
    parser.add_argument("--sentences", type=Path, help="real sentences, one a line, UTF-8")
    parser.add_argument("--count", type=int, default=5_000, help="how many sentences")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nhipcau.config.settings.test")
    import django

    django.setup()
    from nhipcau.common.text import token_spans, tokens
    from nhipcau.translation.rules.term_index import TermIndex
    from nhipcau.translation.types import TermEntry

    corpus = Corpus()
    sentences = (
        list(read_sentences(options.sentences, options.count))
        if options.sentences
        else corpus.sentences(options.count)
    )
    chance = random.Random(11)
    # Terms are stretches of the sentences, so that many match and overlap, and as many strangers.
    wordings: dict[tuple[str, ...], str] = {}
    pool = sentences if options.sentences else sentences + corpus.sentences(options.terms // 4)
    while len(wordings) < options.terms:
        words = tokens(chance.choice(pool))
        size = chance.randint(1, 6) if chance.random() < 0.2 else chance.randint(2, 6)
        start = chance.randrange(max(1, len(words) - size + 1))
        part = tuple(words[start : start + size])
        if chance.random() < 0.3:
            part = (*part[:-1], chance.choice(words))
        wordings.setdefault(part, " ".join(part))
    progress(f"terms: {len(wordings):,} terms, {len(sentences):,} sentences")
    index = TermIndex()
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for number, (words, text) in enumerate(wordings.items()):
        entry = TermEntry(key=str(number), kind="concept", source=text, target=f"term {number}")
        index.add(entry, [text])
        by_first.setdefault(words[0], []).append(words)
    day = date(2020, 3, 4)
    times, differences, matches = [], 0, 0
    for text in sentences:
        best = min(_timed(index, text, day) for _ in range(3))
        times.append(best)
        spans = list(token_spans(text))
        expected = [
            (spans[start][1], spans[end - 1][2])
            for start, end in _oracle([span[0] for span in spans], by_first)
        ]
        found = [(match.start, match.end) for match in index.find(text, day)]
        differences += found != expected
        matches += len(found)
    row: dict[str, Any] = {
        "terms": len(wordings),
        "sentences": len(sentences),
        "matches": matches,
        "differences": differences,
        "mean_microseconds": sum(times) / len(times) * 1e6,
        "p50_microseconds": percentile(times, 0.5) * 1e6,
        "p99_microseconds": percentile(times, 0.99) * 1e6,
    }
    passed = differences == 0 and row["p50_microseconds"] <= 60
    return report("terms", [row], as_json=options.json, passed=passed)


def _timed(index: Any, text: str, day: date) -> float:
    """Seconds of one search."""
    began = time.perf_counter()
    index.find(text, day)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
