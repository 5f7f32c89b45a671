"""The numbers of documents and dates stay on one line, and nothing else changes."""

import pytest

from nhipcau.web.rules.typography import with_unbroken_numbers


@pytest.mark.parametrize(
    "number",
    [
        "72/2015/NĐ-CP",
        "173/QĐ-TTg",
        "57-KL/TW",
        "53-KH/BCĐ",
        "1660/NQ-UBTVQH15",
        "13-3-2025",
    ],
)
def test_a_number_of_a_document_or_a_date_is_one_word(number):
    html = f"<p>Theo Nghị định số {number}, tỉnh.</p>"
    held = f'<span class="unbroken">{number}</span>'
    assert with_unbroken_numbers(html) == html.replace(number, held)


@pytest.mark.parametrize(
    "html",
    [
        "COVID-19 and/or",
        "04/03/2020, 12/2024",
        '<a href="/vi/12-A/72/2015/NĐ-CP">văn bản</a>',
        "<img alt='72/2015/NĐ-CP'>",
    ],
)
def test_words_and_attributes_stay_as_they_are(html):
    assert with_unbroken_numbers(html) == html


def test_the_dots_of_an_excerpt_do_not_stand_alone_on_a_line():
    assert with_unbroken_numbers("năm …") == "năm\u00a0…"
