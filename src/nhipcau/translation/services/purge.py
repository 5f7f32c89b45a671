"""Taking all traces of a text out of segments and memory."""

from collections.abc import Iterable
from uuid import UUID

from nhipcau.translation.models import CheckOverride, MemoryOrigin, MemorySegment, MemoryUnit
from nhipcau.translation.services.localize import forget_source


def forget_translations(*, keys: Iterable[UUID], origin_key: str) -> int:
    """Remove what the desk and the memory hold of a text.

    The caller has the right to purge; nobody is asked here.

    Args:
        keys: Translation keys of its pages.
        origin_key: Name of its origin in the memory, such as ``work:<uuid>``.

    Returns:
        How many segments and pairs are gone.
    """
    removed = sum(forget_source(key) for key in keys)
    origins = MemoryOrigin.objects.filter(key=origin_key)
    units = MemoryUnit.objects.filter(origin__in=origins)
    removed += forget_memory_units(units.values_list("pk", flat=True))
    origins.delete()
    CheckOverride.objects.filter(subject__startswith=origin_key).delete()
    return removed


def forget_memory_units(units: Iterable[int]) -> int:
    """Remove pairs from the memory, with the segments that nothing else uses.

    Args:
        units: Database ids.
    """
    rows = MemoryUnit.objects.filter(pk__in=list(units))
    segments = {number for pair in rows.values_list("source_id", "target_id") for number in pair}
    count = rows.count()
    rows.delete()
    # The index keeps the numbers; a search drops those whose text is gone.
    MemorySegment.objects.filter(
        pk__in=segments, as_source__isnull=True, as_target__isnull=True
    ).delete()
    return count


def forget_memory_segments(segments: Iterable[int]) -> int:
    """Remove segments of the memory and every pair in which they stand.

    Args:
        segments: Database ids.
    """
    wanted = list(segments)
    units = MemoryUnit.objects.filter(source__in=wanted) | MemoryUnit.objects.filter(
        target__in=wanted
    )
    count = forget_memory_units(units.values_list("pk", flat=True))
    MemorySegment.objects.filter(pk__in=wanted).delete()
    return count
