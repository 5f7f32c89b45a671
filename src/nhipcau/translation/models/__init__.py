"""Memory, terms and alignments."""

from nhipcau.translation.models.alignment import AlignedPair, Alignment
from nhipcau.translation.models.memory import (
    MemoryGram,
    MemoryIndexState,
    MemoryOrigin,
    MemorySegment,
    MemoryUnit,
)
from nhipcau.translation.models.terms import (
    SOURCE_LANGUAGE,
    CheckOverride,
    Term,
    TermStamp,
    TermWording,
)

__all__ = [
    "SOURCE_LANGUAGE",
    "AlignedPair",
    "Alignment",
    "CheckOverride",
    "MemoryGram",
    "MemoryIndexState",
    "MemoryOrigin",
    "MemorySegment",
    "MemoryUnit",
    "Term",
    "TermStamp",
    "TermWording",
]
