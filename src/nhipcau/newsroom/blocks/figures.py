"""Figures as a table, with a plot drawn from it."""

import re
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail_localize.segments import StringSegmentValue

from nhipcau.newsroom.blocks.comparing import TableComparison, YesNoComparison
from nhipcau.newsroom.blocks.text import NamedCharBlock, NamedDecimalBlock
from nhipcau.newsroom.rules.plot import Plot, bars

_PATH = re.compile(r"(?P<kind>caption|heading|cell)(?:-(?P<first>\d+))?(?:-(?P<second>\d+))?")


class FiguresTableBlock(TypedTableBlock):
    """A table of words and numbers; words are translated, numbers stay as they are."""

    text = NamedCharBlock(required=False, label=_("Text in a cell"))
    number = NamedDecimalBlock(required=False, label=_("Number"))

    def get_comparison_class(self) -> type[TableComparison]:
        """How two of its values are set side by side."""
        return TableComparison

    def get_translatable_segments(self, value: Any) -> list[StringSegmentValue]:
        """What a translator is given: caption, headings and words, each under a stable path."""
        if value is None:
            return []
        found = [("caption", value.caption)]
        found += [
            (f"heading-{number}", column["heading"]) for number, column in enumerate(value.columns)
        ]
        found += [
            (f"cell-{row_number}-{number}", cell)
            for row_number, row in enumerate(value.row_data)
            for number, cell in enumerate(row["values"])
            if isinstance(cell, str)
        ]
        return [StringSegmentValue(path, text) for path, text in found if text]

    def restore_translated_segments(self, value: Any, segments: list[Any]) -> Any:
        """Put translated words back into a copy of the table."""
        table = self.to_python(self.get_prep_value(value))
        for segment in segments:
            match = _PATH.fullmatch(segment.path)
            if match is None:
                continue
            text = segment.render_text()
            if match["kind"] == "caption":
                table.caption = text
            elif match["kind"] == "heading":
                table.columns[int(match["first"])]["heading"] = text
            else:
                table.row_data[int(match["first"])]["values"][int(match["second"])] = text
        return table


class YesNoBlock(blocks.BooleanBlock):
    """A tick whose change is told in words."""

    def get_comparison_class(self) -> type[YesNoComparison]:
        """How two of its values are set side by side."""
        return YesNoComparison


class FiguresBlock(blocks.StructBlock):
    """Figures with their unit and who reported them; drawn as bars if the editor wishes."""

    title = blocks.CharBlock(label=_("what the figures show"), max_length=200)
    unit = blocks.CharBlock(required=False, default="", max_length=60, label=_("unit"))
    table = FiguresTableBlock(
        label=_("figures"),
        help_text=_("The first column names the rows; columns of numbers are drawn."),
    )
    has_plot = YesNoBlock(required=False, default=True, label=_("draw the figures"))
    source = blocks.CharBlock(
        max_length=200,
        label=_("who reported the figures"),
        help_text=_("The agency and the document or date. Readers see it below the table."),
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """The table's rows and, if wished, the plot."""
        context = super().get_context(value, parent_context=parent_context)
        table = value.get("table")
        return context | {
            "columns": table.columns if table else [],
            "rows": [row["values"] for row in table.row_data] if table else [],
            "plot": plot_of(table) if value.get("has_plot") else None,
        }

    class Meta:
        icon = "table"
        label = _("Figures")
        template = "newsroom/blocks/figures.html"


def plot_of(table: Any) -> Plot | None:
    """The plot of a table, if it has rows with names and at least one column of numbers.

    Args:
        table: Value of a :class:`FiguresTableBlock`.
    """
    if table is None or not table.columns or not table.row_data:
        return None
    rows = [row["values"] for row in table.row_data]
    series = [
        (column["heading"], [_number(row[place]) for row in rows])
        for place, column in enumerate(table.columns)
        if place and column["block"].name == "number"
    ]
    return bars([str(row[0] or "") for row in rows], series)


def _number(value: Any) -> Decimal | None:
    """A number of a cell; empty cells are no figure, never nought."""
    return value if isinstance(value, Decimal) else None


#: In migrations it stays what it is to the database, whatever we call it.
DECONSTRUCT_ALIASES = {YesNoBlock: "wagtail.blocks.BooleanBlock"}
