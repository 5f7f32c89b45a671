"""How every measurement is shown: a table for people, one JSON object for machines."""

import json
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share of all values lies.

    Args:
        values: Any numbers, at least one.
        share: 0 to 1.
    """
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def progress(message: str) -> None:
    """Say on standard error what is being done."""
    print(message, file=sys.stderr, flush=True)


def _shown(value: Any) -> str:
    """A figure with three digits that matter."""
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def report(title: str, rows: list[dict[str, Any]], *, as_json: bool, passed: bool) -> int:
    """Print results.

    Args:
        title: Name of the measurement.
        rows: One dictionary a row, all with the same keys.
        as_json: One JSON object on standard output instead of a table.
        passed: Whether every goal was met.

    Returns:
        The exit code: 0 when passed.
    """
    if as_json:
        print(json.dumps({"name": title, "passed": passed, "rows": rows}, ensure_ascii=False))
        return 0 if passed else 1
    table = Table(title=f"{title}: {'goals met' if passed else 'GOALS MISSED'}")
    # One column a row of results: there are more figures than results.
    table.add_column("figure")
    for number in range(len(rows)):
        table.add_column(f"result {number + 1}" if len(rows) > 1 else "result")
    for key in rows[0]:
        table.add_row(key, *(_shown(row[key]) for row in rows))
    Console().print(table)
    return 0 if passed else 1
