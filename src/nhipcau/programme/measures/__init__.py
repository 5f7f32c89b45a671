"""Measures: every figure is a query whose answer is a list of evidence records.

An app registers what can be counted in its ``ready()``, in one statement::

    measures.register(
        Measure(
            slug="stories",
            name=_("Stories published"),
            unit=npgettext_lazy("unit", "story", "stories"),
            records=lambda query: Work.objects.filter(published_at__isnull=False),
            describe=story_record,
            day="published_at",
            day_is_moment=True,
            agency="publisher",
        )
    )

The value is the number of records, or the sum of ``amount``. Where there is no record the value
is ``None`` and is shown as “no data”, never as 0: the absence of a report says nothing.
"""

from nhipcau.programme.measures.registry import (
    Filter,
    Measure,
    Query,
    Record,
    all_measures,
    get,
    register,
)

__all__ = ["Filter", "Measure", "Query", "Record", "all_measures", "get", "register"]
