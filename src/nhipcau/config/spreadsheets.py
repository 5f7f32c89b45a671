"""What exported lists say: the same words and the same hours as the screen."""

import datetime
from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.template.defaultfilters import yesno
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, override
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.coreutils import multigetattr

# Excel takes a CSV file without it for one in an old encoding of its own.
BYTE_ORDER_MARK = "\ufeff"


def _hour(value: datetime.datetime) -> datetime.datetime:
    """A moment as clocks here showed it; spreadsheets know no time zones."""
    return value if timezone.is_naive(value) else timezone.make_naive(value)


def _words(value: bool) -> str:
    """Yes or no in the language of the reader."""
    return str(capfirst(str(yesno(value))))


def _in_language(language: str | None, lines: Iterator[str]) -> Iterator[str]:
    """Lines as a person reads them who asked in a language, after the mark of their encoding."""
    yield BYTE_ORDER_MARK
    while True:
        with override(language):
            line = next(lines, None)
        if line is None:
            return
        yield line


def _is_field(model: Any, name: str) -> bool:
    """Whether a model has a field of that name."""
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


def read_like_the_screen() -> None:
    """Let every exported list name choices by their labels and moments by the hour here.

    Wagtail's own exports have moments in UTC, the database's handles of choices, and CSV that
    Excel opens with broken letters.
    """
    heading, stream = SpreadsheetExportMixin.get_heading, SpreadsheetExportMixin.stream_csv

    def to_row_dict(self: Any, item: Any) -> OrderedDict[str, Any]:
        """A row, choices by their labels."""
        row = OrderedDict()
        for field in self.list_export:
            shown = getattr(item, f"get_{field}_display", None)
            row[field] = shown() if callable(shown) else multigetattr(item, field)
        return row

    def get_heading(self: Any, queryset: Any, field: str) -> str:
        """The name of a column; of a choice that of its field, of a computed one the list's."""
        plain = field.removeprefix("get_").removesuffix("_display")
        if not hasattr(queryset, "model"):
            # The reports of workflows bring a list, sorted out from what their filters found.
            queryset = self.filterset_class._meta.model._default_manager.none()
        if field in self.export_headings:
            plain = field
        elif not _is_field(queryset.model, plain):
            for column in getattr(self, "columns", []):
                if column.name in (field, plain) and column.label:
                    return str(column.label)
        return str(heading(self, queryset, plain))

    def stream_csv(self: Any, queryset: Any) -> Iterator[str]:
        """The lines of the file, which are written when the page has long been left."""
        return _in_language(get_language(), stream(self, queryset))

    SpreadsheetExportMixin.to_row_dict = to_row_dict
    SpreadsheetExportMixin.get_heading = get_heading
    SpreadsheetExportMixin.stream_csv = stream_csv
    both = (SpreadsheetExportMixin.FORMAT_CSV, SpreadsheetExportMixin.FORMAT_XLSX)
    SpreadsheetExportMixin.custom_value_preprocess = {
        bool: dict.fromkeys(both, _words),
        **SpreadsheetExportMixin.custom_value_preprocess,
        datetime.datetime: {
            SpreadsheetExportMixin.FORMAT_CSV: lambda moment: f"{_hour(moment):%Y-%m-%d %H:%M}",
            SpreadsheetExportMixin.FORMAT_XLSX: _hour,
        },
    }
