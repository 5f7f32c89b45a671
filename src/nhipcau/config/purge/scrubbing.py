"""Replacing words everywhere, with what hangs on texts mended."""

from collections.abc import Callable
from typing import Any

from django.db import transaction

from nhipcau.config.purge.sweeping import sweep
from nhipcau.config.purge.words import Matcher
from nhipcau.translation.models import MemorySegment
from nhipcau.translation.services.purge import forget_memory_segments


def scrub_words(matcher: Matcher, *, on_step: Callable[[str], object] = str) -> dict[str, int]:
    """Replace words in every text of the database; segments of the memory go altogether.

    Args:
        matcher: Which words.
        on_step: Told which table is being read.

    Returns:
        How many rows changed, by the model's name in the plural.
    """
    segments: list[int] = []

    def note(model: type, key: Any) -> None:
        if model is MemorySegment:
            segments.append(key)

    with transaction.atomic():
        counts = sweep(matcher.scrub, on_change=note, on_step=on_step)
        if segments:
            # A segment with a hole translates nothing.
            forget_memory_segments(segments)
    return counts


def count_words(matcher: Matcher) -> dict[str, int]:
    """How many rows hold the words, by the model's name in the plural; nothing is written."""
    return sweep(matcher.scrub, is_writing=False)
