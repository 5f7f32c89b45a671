"""Taking all traces of a text out of segments and memory."""

from collections.abc import Iterable
from uuid import UUID

from nhipcau.translation.models import CheckOverride, MemoryOrigin, MemorySegment, MemoryUnit
from nhipcau.translation.services.localize import forget_source
from nhipcau.translation.services.memory import delete_units


def forget_translations(*, keys: Iterable[UUID], origin_key: str) -> int:
    """Remove what the desk and the memory hold of a text.

    The caller has the right to purge; nobody is asked here.

    Args:
        keys: Translation keys of its pages.
        origin_key: How the names of its origins in the memory begin, such as ``work:<uuid>``;
            a language follows.

    Returns:
        How many segments and pairs are gone.
    """
    removed = sum(forget_source(key) for key in keys)
    origins = MemoryOrigin.objects.filter(key__startswith=origin_key)
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
    return delete_units(list(units))


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
