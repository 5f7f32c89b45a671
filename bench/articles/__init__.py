"""Made-up articles in the shapes that papers, portals and offices really use, with the truth.

The words are ours; only the structure (element names, order, habits) is that of the content
management systems. `cases()` gives them all; none is used while the readers are written.
"""

from collections.abc import Iterator

from bench.articles.types import Case

__all__ = ["Case", "cases"]


def cases() -> Iterator[Case]:
    """Every article with its truth."""
    from bench.articles import documents, harder, pages_national, pages_portals, plain

    yield from pages_national.cases()
    yield from pages_portals.cases()
    yield from plain.cases()
    yield from documents.cases()
    yield from harder.cases()
