"""The numbers of documents and dates stay on one line, and nothing else changes."""

import pytest

from nhipcau.web.rules.typography import with_unbroken_numbers, with_whole_names


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


def test_a_name_of_two_syllables_is_not_torn_apart_at_the_end_of_a_line():
    assert with_whole_names("Thông tin đối ngoại Đắk Lắk") == (
        "Thông\u00a0tin đối\u00a0ngoại Đắk\u00a0Lắk"
    )
    assert with_whole_names("News of Viet Nam") == "News of Viet\u00a0Nam"
    # Only whole words: neither half of a longer one.
    assert with_whole_names("Viet Names, phản đối ngoạilệ") == "Viet Names, phản đối ngoạilệ"
