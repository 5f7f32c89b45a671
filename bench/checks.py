"""Checks on parallel news: good pairs flagged, corrupted digits caught.

    python -m bench.checks --pairs FILE.tsv [--columns vi,en] [--json]

The file has one pair a line, parted by a tab, in UTF-8. A first line that names two languages
(``vi<TAB>en``) says which column is which; without one, ``--columns`` does (``vi,en`` by default),
and more columns may follow. Lines of the project's own test set (``vi ||| en``) are read too.

The desk tells the checks the day of the news, for “this year”, days of the week and exchange
rates. Here ``--day`` does, or else the year that the file itself is plainly of: the one its pairs
name most, if most years named are it and its neighbours; in a file of several years no day is told.
The rate that the sums in brackets of the file agree in is told likewise, as the report on a
document tells it.

A pair counts as flagged when the checks of numbers, dates, units and notation find anything in it.
One digit at a time is then changed, on either side; it is caught when they find something new.

Goals: at most 8 per cent of good pairs flagged, at least 98 per cent of corrupted digits caught.
"""

import argparse
import os
import random
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from bench.reporting import progress, report

OWN_PAIRS = Path("src/nhipcau/translation/tests/fixtures/pairs.txt")
_FIGURES = {"numbers", "dates", "units", "notation"}


def read_pairs(path: Path, columns: list[str]) -> list[tuple[str, str]]:
    """Pairs of a file, Vietnamese first.

    Args:
        path: The file.
        columns: Languages of its columns, unless the first line names them.
    """
    pairs = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines()):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("|||") if "|||" in line else line.split("\t")
        cells = [cell.strip() for cell in cells]
        if number == 0 and {"vi", "en"} <= {cell.lower() for cell in cells}:
            columns = [cell.lower() for cell in cells]
            continue
        if len(cells) < 2:
            continue
        row = dict(zip(columns, cells, strict=False))
        if row.get("vi") and row.get("en"):
            pairs.append((row["vi"], row["en"]))
    return pairs


_YEAR = re.compile(r"(?<![\d.,])(?:199\d|20[0-4]\d)(?![\d]|[.,]\d)")
_PLAINLY = 0.6


def year_of(pairs: list[tuple[str, str]]) -> date | None:
    """The middle of the year that the pairs are plainly of, ``None`` when they are of several.

    Args:
        pairs: Texts, Vietnamese first.
    """
    named = Counter(year for pair in pairs for year in set(_YEAR.findall(" ".join(pair))))
    if len(named) == 0:
        return None
    year = int(named.most_common(1)[0][0])
    near = sum(named[str(other)] for other in (year - 1, year, year + 1))
    return date(year, 7, 1) if near >= _PLAINLY * named.total() else None


def main(arguments: list[str] | None = None) -> int:
    """Measure."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.checks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--pairs", type=Path, default=OWN_PAIRS)
    parser.add_argument("--columns", default="vi,en", help="languages of the columns")
    parser.add_argument("--day", type=date.fromisoformat, help="day of the news, YYYY-MM-DD")
    parser.add_argument("--corruptions", type=int, default=20_000, help="at most so many")
    parser.add_argument("--show", type=int, default=0, help="print so many of each kind of failure")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nhipcau.config.settings.test")
    import django

    django.setup()
    from nhipcau.translation.rules.checks import CHECKS, CheckedPair
    from nhipcau.translation.rules.rates import document_rate

    # Terms need a site's own list; they are measured by bench/terms.py.
    checks = [check for check in CHECKS if check.code != "terms"]

    def codes(vietnamese: str, english: str, wanted: set[str] | None = None) -> Counter[str]:
        pair = CheckedPair(vietnamese, english, "vi", "en", day=day, own_rate=rate)
        return Counter(
            finding.code
            for check in checks
            if wanted is None or check.code in wanted
            for finding in check.look(pair)
        )

    pairs = read_pairs(options.pairs, options.columns.split(","))
    if not pairs:
        progress("No pairs were found. See --help for the format of the file.")
        return 1
    day = options.day or year_of(pairs)
    rate = document_rate((english for _vietnamese, english in pairs), "en")
    progress(f"checks: {len(pairs):,} pairs of {day.year if day else 'several years'}")
    flagged_by: Counter[str] = Counter()
    flagged = shown = 0
    before: list[Counter[str]] = []
    for vietnamese, english in pairs:
        found = codes(vietnamese, english)
        flagged_by.update(set(found))
        before.append(Counter({code: found[code] for code in _FIGURES}))
        if set(found) & _FIGURES:
            flagged += 1
            if shown < options.show:
                shown += 1
                progress(f"FLAGGED {dict(found)}\n  {vietnamese}\n  {english}")
    chance = random.Random(5)
    places = [
        (number, side, place)
        for number, pair in enumerate(pairs)
        for side in (0, 1)
        for place, sign in enumerate(pair[side])
        if sign in "0123456789"
    ]
    chance.shuffle(places)
    caught = shown = 0
    places = places[: options.corruptions]
    for number, side, place in places:
        texts = list(pairs[number])
        text = texts[side]
        digit = chance.choice([sign for sign in "0123456789" if sign != text[place]])
        texts[side] = text[:place] + digit + text[place + 1 :]
        if codes(texts[0], texts[1], _FIGURES) - before[number]:
            caught += 1
        elif shown < options.show:
            shown += 1
            progress(f"MISSED\n  {texts[0]}\n  {texts[1]}")
    row: dict[str, Any] = {
        "pairs": len(pairs),
        "good_pairs_flagged_percent": 100 * flagged / len(pairs),
        "digits_corrupted": len(places),
        "digits_caught_percent": 100 * caught / max(1, len(places)),
    }
    row |= {
        f"{check.code}_flagged_percent": 100 * flagged_by[check.code] / len(pairs)
        for check in checks
    }
    passed = row["good_pairs_flagged_percent"] <= 8 and row["digits_caught_percent"] >= 98
    return report("checks", [row], as_json=options.json, passed=passed)


if __name__ == "__main__":
    sys.exit(main())
