"""Figures as readers of a language write them."""

from decimal import Decimal
from typing import Any

from django import template
from django.utils.formats import number_format

register = template.Library()
# Bars of up to four columns stay apart also in black and white.
_OPACITIES = ("0.9", "0.55", "0.3", "0.7")


@register.filter
def figure(value: Any) -> Any:
    """A number with the marks of the page's language and no empty decimals; words as they are."""
    if not isinstance(value, Decimal):
        return value
    plain = value.normalize()
    places = max(0, -int(plain.as_tuple().exponent))
    return number_format(plain, decimal_pos=places, use_l10n=True, force_grouping=True)


@register.simple_tag
def cycle_opacity(series: int) -> str:
    """How dark the bars of a column are drawn.

    Args:
        series: Number of the column among the drawn ones, from 0.
    """
    return _OPACITIES[series % len(_OPACITIES)]
