"""The texts of a revision beside those of the revision that translates it.

Read from the revisions themselves: what was typed at the desk since is no part of them.
"""

import html
from dataclasses import dataclass

from wagtail.models import Revision
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import StringSegmentValue


@dataclass(frozen=True)
class VersionPair:
    """One piece of text of a revision and of the revision that translates it.

    Attributes:
        key: Where it stands, such as ``3 body.<block id>``.
        source: Source text; may hold inline tags.
        target: Its translation.
    """

    key: str
    source: str
    target: str


def version_pairs(source: Revision, target: Revision) -> list[VersionPair]:
    """The texts of two revisions side by side, as readers get them.

    Args:
        source: The revision that was translated.
        target: The revision that translates it.

    Returns:
        Pairs in reading order; nothing when the two are not built alike, such as versions that
        were written independently.
    """
    left, right = _strings(source), _strings(target)
    if [path for path, _text in left] != [path for path, _text in right]:
        # Versions brought in together have blocks of their own; then their order must be alike.
        shapes = [[path.split(".")[0] for path, _text in side] for side in (left, right)]
        if shapes[0] != shapes[1]:
            return []
    return [
        VersionPair(f"{position} {path}", text, other)
        for position, ((path, text), (_path, other)) in enumerate(
            zip(left, right, strict=True), start=1
        )
    ]


def _strings(revision: Revision) -> list[tuple[str, str]]:
    """Path and text of every string of a revision, as the desk shows them."""
    found = []
    for segment in extract_segments(revision.as_object()):
        if isinstance(segment, StringSegmentValue):
            data = segment.string.data
            found.append((segment.path, data if "<" in data else html.unescape(data)))
    return found


def texts_of(revision: Revision) -> set[str]:
    """Every text of a revision, to tell which translations stand in what readers see."""
    return {text.strip() for _path, text in _strings(revision)}
