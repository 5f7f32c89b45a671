"""Dates as readers of each language write them, and numbers that stay on one line."""

from datetime import date, datetime
from typing import Any

from django import template
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.template.context import Context
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from nhipcau.common.clock import civil
from nhipcau.common.languages import language_for_guests
from nhipcau.common.reading import shared
from nhipcau.web.rules import dates
from nhipcau.web.rules.typography import with_unbroken_numbers, with_whole_names

register = template.Library()


@register.filter
def reader_moment(value: datetime | None) -> str:
    """A moment with its time in Viet Nam, in the page's language."""
    return dates.moment(civil(value), get_language() or "vi") if value else ""


@register.filter
def reader_date(value: datetime | date | None) -> str:
    """A civil date in the page's language."""
    if value is None:
        return ""
    day = civil(value).date() if isinstance(value, datetime) else value
    return dates.day(day, get_language() or "vi")


@register.filter
def reader_month(value: date) -> str:
    """A civil month in the page's language."""
    return dates.month(value, get_language() or "vi")


@register.filter
def unbroken(value: Any) -> SafeString:
    """Text or HTML in which the numbers of documents do not break."""
    # Safe: the value is escaped, and what is added is a fixed tag around its digits and letters.
    return mark_safe(with_unbroken_numbers(conditional_escape(value)))  # noqa: S308


@register.filter
def whole_names(value: str) -> str:
    """Text in which the syllables of common words stay on one line."""
    return with_whole_names(value)


@register.filter
def for_guests(alternates: list[dict[str, Any]]) -> str:
    """Address of the version for readers whose language there is not.

    Args:
        alternates: Language versions as the base template knows them.

    Returns:
        An empty text when there is none, as on pages that are not on the list of addresses.
    """
    found = {row["language"]: row["address"] for row in alternates if not row["is_missing"]}
    return str(found[language_for_guests(list(found))]) if found else ""


@register.filter
def iso_moment(value: datetime | None) -> str:
    """A moment as ISO 8601 with the offset of Viet Nam, for machines."""
    return civil(value).isoformat(timespec="seconds") if value else ""


class SharedNode(Node):
    """A part of a page that others of the batch have as well; see :func:`shared_part`."""

    def __init__(self, nodes: NodeList, varies_by: list[FilterExpression]) -> None:
        self.nodelist = nodes
        self.varies_by = varies_by

    def render(self, context: Context) -> str:
        """The part, rendered once a batch for each combination of what it varies by."""
        values = tuple(expression.resolve(context) for expression in self.varies_by)
        return shared((self, get_language(), values), lambda: self.nodelist.render(context))


@register.tag
def shared_part(parser: Parser, token: Token) -> SharedNode:
    """Render a part of a page once for all pages of a batch.

    ``{% shared_part chrome.current %} … {% endshared_part %}``: inside, besides the arguments and
    the language of the page only that may be used of the context which is the same for all pages,
    as ``chrome`` is. Outside a batch it is rendered like any other part.
    """
    varies_by = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    nodes = parser.parse(("endshared_part",))
    parser.delete_first_token()
    return SharedNode(nodes, varies_by)
