"""Cells of the back office's lists that are written without a template for each.

A list has hundreds of cells: a template for every one takes longer than the database.
"""

from collections.abc import Callable
from typing import Any

from django.template.defaultfilters import yesno
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column


class TextColumn(Column):
    """Shows plain text."""

    def text(self, instance: Any, parent_context: Any) -> Any:
        """What to show of a row."""
        return self.get_value(instance)

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        """The cell."""
        text = self.text(instance, parent_context)
        classes = self.classname or ""
        return format_html('<td class="{}">{}</td>', classes, "" if text is None else text)


class DayColumn(TextColumn):
    """Shows a civil day; Wagtail's own says how long ago it was, and that of days to come too."""

    def text(self, instance: Any, parent_context: Any) -> str:
        """The day, or nothing."""
        day = self.get_value(instance)
        return str(date_format(day, "SHORT_DATE_FORMAT")) if day else ""


class YesNoColumn(TextColumn):
    """Says yes or no in words; the picture of Wagtail's own column is called “True” everywhere.

    The cell also holds the heading of its column: a list on a phone has no columns.
    """

    def text(self, instance: Any, parent_context: Any) -> str:
        """The word."""
        return str(capfirst(str(yesno(self.get_value(instance)))))

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        """The cell."""
        text = self.text(instance, parent_context)
        return format_html(
            '<td class="{}" data-label="{}">{}</td>', self.classname or "", self.label, text
        )


class LinkColumn(TextColumn):
    """Shows the title of a row as the way to its page.

    Args:
        get_url: Gives a row's address.
        obj_type: Kind of object, as the boxes of :class:`SelectionColumn` name it: screen readers
            then read the title with the box.
    """

    def __init__(
        self, name: str, *, get_url: Callable[[Any], str], obj_type: str = "row", **kwargs: Any
    ) -> None:
        super().__init__(name, **kwargs)
        self.get_url = get_url
        self.obj_type = obj_type

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        """The cell, in the shape of Wagtail's own title cell."""
        return format_html(
            '<td class="title"><div class="title-wrapper"><a href="{}">'
            '<span id="{}_{}_title">{}</span></a></div></td>',
            self.get_url(instance),
            self.obj_type,
            instance.pk,
            self.text(instance, parent_context) or _("(blank)"),
        )


class SelectionColumn(BulkActionsCheckboxColumn):
    """Wagtail's box for actions on many rows."""

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        """The cell, with the attributes that Wagtail's script looks for."""
        return format_html(
            '<td class="bulk-action-checkbox-cell"><input type="checkbox" data-object-id="{}" '
            'data-bulk-action-checkbox class="bulk-action-checkbox" aria-label="{}" '
            'aria-describedby="{}"></td>',
            instance.pk,
            _("Select"),
            self.get_aria_describedby(instance),
        )
