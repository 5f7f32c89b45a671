"""Pure decisions of the library."""

from datetime import date
from io import BytesIO

import pytest
from django.utils import translation
from PIL import Image as PillowImage

from nhipcau.library.enums import Consent, Rights
from nhipcau.library.rules.pixels import differing_bits, look_of, reduced_copy
from nhipcau.library.rules.publication import obstacles
from nhipcau.library.tests.photographs import encoded, picture

TODAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("rights", "until", "consent", "count"),
    [
        (Rights.OWN, None, Consent.NOT_NEEDED, 0),
        (Rights.LICENSED, TODAY, Consent.RECORDED, 0),
        (Rights.LICENSED, date(2026, 3, 3), Consent.NOT_NEEDED, 1),
        (Rights.UNCLEAR, None, Consent.NOT_NEEDED, 1),
        (Rights.OWN, None, Consent.MISSING, 1),
        (Rights.UNCLEAR, date(2020, 1, 1), Consent.MISSING, 3),
    ],
)
def test_what_stands_in_the_way(rights, until, consent, count):
    found = obstacles(rights=rights, rights_expire_on=until, consent=consent, today=TODAY)
    assert len(found) == count


def test_the_same_picture_looks_the_same_in_another_size_and_format():
    look = look_of(BytesIO(encoded(picture(640, 480))))
    again = look_of(BytesIO(encoded(picture(640, 480).resize((320, 240)), "WEBP", quality=60)))
    other = look_of(BytesIO(encoded(picture(640, 480, shift=200))))
    assert differing_bits(look, again) <= 4
    assert differing_bits(look, other) > 4


def test_a_large_photograph_is_reduced():
    copy = reduced_copy(BytesIO(encoded(PillowImage.new("RGB", (9000, 6000), "red"), quality=30)))
    with PillowImage.open(copy) as image:
        assert max(image.size) == 3000
        assert image.size[0] / image.size[1] == pytest.approx(1.5, abs=0.01)


@pytest.mark.parametrize(("language", "day"), [("vi", "03/04/2020"), ("en", "3 Apr 2020")])
def test_the_end_of_a_right_is_written_as_the_language_writes_days(language, day):
    with translation.override(language):
        found = obstacles(
            rights=Rights.OWN,
            rights_expire_on=date(2020, 4, 3),
            consent=Consent.NOT_NEEDED,
            today=TODAY,
        )
        assert day in str(found[0])
