"""Days that people type mean what an office means by them."""

from datetime import date

import pytest
from django import forms
from django.utils import translation


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("typed", ["07/09/2015", "2015-09-07"])
def test_a_typed_day_is_read_day_first(language, typed):
    with translation.override(language):
        assert forms.DateField().clean(typed) == date(2015, 9, 7)


def test_english_takes_the_month_as_it_is_shown():
    with translation.override("en"):
        assert forms.DateField().clean("7 Sep 2015") == date(2015, 9, 7)
