"""Fields for figures and amounts, as people write them."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import get_format, number_format

_BLANKS = re.compile(r"[\s\u00a0\u202f]+")


def ungrouped(text: str) -> str:
    """A typed number without the marks between its thousands.

    In the language of the screen: ``1.234,5`` is Vietnamese, ``1,234.5`` English. A mark counts
    as one only where it sets off groups of three; anything else stays for the field to judge.

    Args:
        text: As typed.
    """
    bare = _BLANKS.sub("", text)
    mark, point = re.escape(get_format("THOUSAND_SEPARATOR")), get_format("DECIMAL_SEPARATOR")
    if re.fullmatch(rf"[+-]?\d{{1,3}}(?:{mark}\d{{3}})+(?:{re.escape(point)}\d*)?", bare):
        return re.sub(mark, "", bare)
    return bare


class FigureField(forms.DecimalField):
    """A figure: 1.200 is one thousand two hundred on a Vietnamese screen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"localize": True, **kwargs})

    def to_python(self, value: Any) -> Any:
        """The number."""
        return super().to_python(ungrouped(value) if isinstance(value, str) else value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """A phone's keyboard for numbers, and no guesses by the browser."""
        return super().widget_attrs(widget) | {"inputmode": "decimal", "autocomplete": "off"}


class AmountField(forms.IntegerField):
    """Whole đồng. Django's own field would read 500.000 as five hundred."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"localize": True, **kwargs})

    def to_python(self, value: Any) -> Any:
        """The amount.

        Raises:
            ValidationError: if it is no whole number.
        """
        if isinstance(value, str):
            value = ungrouped(value)
            if value and not re.fullmatch(r"[+-]?\d+", value):
                raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """The amount with marks between its thousands: zeros are hard to count."""
        if isinstance(value, int):
            return number_format(value, use_l10n=True, force_grouping=True)
        return value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """A phone's keyboard for numbers, and no guesses by the browser."""
        return super().widget_attrs(widget) | {"inputmode": "numeric", "autocomplete": "off"}
