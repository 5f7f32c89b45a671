"""Normal form, tone placement, tokens and alphabetical order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.common.text import masked, nfc, old_tone_placement, sort_key, token_spans, tokens


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hoà bình", "hòa bình"),
        ("khoẻ mạnh", "khỏe mạnh"),
        ("thuỷ điện", "thủy điện"),
        ("qúy", "quý"),
        ("HOÀ", "HÒA"),
        ("quý", "quý"),
        ("hoàn toàn", "hoàn toàn"),
        ("ngoại", "ngoại"),
        ("Huỳnh", "Huỳnh"),
    ],
)
def test_tone_marks_stand_in_the_old_place(new, old):
    assert old_tone_placement(new) == old


def test_one_text_in_any_spelling_has_the_same_tokens():
    one = tokens("Kỹ sư thuỷ lợi M’nông, Đắk Lắk")
    assert one == tokens(unicodedata.normalize("NFD", "kĩ sư THỦY LỢI M'nông – Đắk Lắk!"))
    assert one == ["kĩ", "sư", "thủy", "lợi", "m'nông", "đắk", "lắk"]


def test_numbers_keep_their_separators_and_are_masked_whole():
    assert tokens("1.234,5 tỷ; 17:14; 5%") == ["1.234,5", "tỉ", "17:14", "5", "%"]
    assert masked(tokens("năm 2020, 3 tỉnh")) == ["năm", "#", "#", "tỉnh"]


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệ '.,-0123456789", max_size=80))
def test_spans_point_at_tokens(text):
    text = nfc(text)
    assert [word for word, _start, _end in token_spans(text)] == tokens(text)
    assert all(tokens(text[start:end]) == [word] for word, start, end in token_spans(text))


def test_names_sort_as_in_a_vietnamese_dictionary():
    names = ["Đắk Lắk", "Ân", "Dak", "An", "Ăn", "Á", "A", "Ê Đê", "Eo"]
    assert sorted(names, key=sort_key) == [
        "A",
        "Á",
        "An",
        "Ăn",
        "Ân",
        "Dak",
        "Đắk Lắk",
        "Eo",
        "Ê Đê",
    ]
