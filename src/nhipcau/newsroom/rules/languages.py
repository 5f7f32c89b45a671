"""Several languages in one column."""

from collections.abc import Iterable


def spaced(languages: Iterable[str]) -> str:
    """Codes in order, each between spaces, so that one is found and no other that holds it.

    Args:
        languages: BCP 47 codes.
    """
    codes = sorted(set(languages))
    return f" {' '.join(codes)} " if codes else ""
