"""The numbers of documents stay on one line, and nothing else changes."""

import pytest

from nhipcau.web.rules.typography import with_unbroken_numbers


@pytest.mark.parametrize(
    "number",
    ["72/2015/NĐ-CP", "173/QĐ-TTg", "57-KL/TW", "53-KH/BCĐ", "1660/NQ-UBTVQH15", "88/KH-UBND"],
)
def test_the_number_of_a_document_is_one_word(number):
    html = f"<p>Theo Nghị định số {number}, tỉnh …</p>"
    held = f'<span class="unbroken">{number}</span>'
    assert with_unbroken_numbers(html) == html.replace(number, held)


@pytest.mark.parametrize(
    "html",
    [
        "04/03/2020, 2026-2030, 24/7",
        "COVID-19 and/or",
        '<a href="/vi/12-A/72/2015/NĐ-CP">văn bản</a>',
        "<img alt='72/2015/NĐ-CP'>",
    ],
)
def test_dates_ranges_and_attributes_stay_as_they_are(html):
    assert with_unbroken_numbers(html) == html
