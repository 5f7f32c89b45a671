"""What the memory finds, how it ranks it and how text gets in and out."""

from datetime import UTC, datetime
from itertools import islice

import pytest

from nhipcau.accounts.enums import Role
from nhipcau.common.exceptions import NotPermitted
from nhipcau.translation.enums import OriginKind
from nhipcau.translation.exceptions import EmptySegment, SameLanguage
from nhipcau.translation.models import MemoryGram, MemoryOrigin, MemorySegment, MemoryUnit
from nhipcau.translation.rules.postings import (
    ENTRIES_PER_ROW,
    ENTRY_BYTES,
    bucket_of,
    numbers_of,
)
from nhipcau.translation.selectors.memory import suggestions
from nhipcau.translation.services.memory import (
    forget_origin,
    memory_origin,
    remember,
    remember_many,
)
from nhipcau.translation.services.memory_index import add_to_index, rebuild_index
from nhipcau.translation.types import Context, Pair

NOW = datetime(2020, 3, 4, 10, 14, tzinfo=UTC)
FESTIVAL = "Lễ hội Cà phê Buôn Ma Thuột lần thứ 7 thu hút hơn 250.000 lượt khách."
FESTIVAL_EN = "The 7th Buon Ma Thuot Coffee Festival drew more than 250,000 visitors."


@pytest.fixture
def reviser(user_with_role):
    return user_with_role(Role.REVISER, full_name="Người hiệu đính")


@pytest.fixture
def origin(db):
    return memory_origin(kind=OriginKind.DESK, name="Tin lễ hội", domain="culture", now=NOW)


@pytest.fixture
def keep(reviser, origin):
    def keep(source, target, **more):
        return remember(
            **{
                "source": source,
                "target": target,
                "source_language": "vi",
                "target_language": "en",
                "approved_by": reviser,
                "origin": origin,
                "now": NOW,
            }
            | more
        )

    return keep


def test_the_same_text_is_found_with_its_provenance(keep):
    keep(FESTIVAL, FESTIVAL_EN)
    (found,) = suggestions(FESTIVAL, "vi", "en")
    assert (found.percent, found.target, found.is_reversed) == (100, FESTIVAL_EN, False)
    assert (found.origin, found.domain, found.approved_by) == (
        "Tin lễ hội",
        "culture",
        "Người hiệu đính",
    )
    assert found.approved_at == NOW


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("Hội nghị hoà bình kết thúc.", "Hội nghị hòa bình kết thúc."),
        ("Đoàn kỹ sư đến Đắk Lắk.", "đoàn kĩ sư đến ĐẮK LẮK"),
        ("Người M’nông ở Buôn Đôn.", "Người M'nông ở Buôn Đôn"),
    ],
)
def test_spelling_habits_case_and_punctuation_do_not_hide_a_text(keep, stored, asked):
    keep(stored, "Some translation.")
    assert suggestions(asked, "vi", "en")[0].percent == 99


def test_decomposed_text_is_the_same_text(keep):
    import unicodedata

    keep(FESTIVAL, FESTIVAL_EN)
    assert suggestions(unicodedata.normalize("NFD", FESTIVAL), "vi", "en")[0].percent == 100


def test_a_similar_text_is_found_with_its_difference(keep):
    keep("Đoàn đại biểu tỉnh Champasak thăm và làm việc tại Đắk Lắk.", "Champasak visited.")
    (found,) = suggestions(
        "Đoàn đại biểu tỉnh Mondulkiri thăm và làm việc tại Đắk Lắk.", "vi", "en"
    )
    assert 85 <= found.percent <= 98
    changed = [(part.kind, part.text.strip()) for part in found.differences if part.kind != "same"]
    assert changed == [("removed", "Champasak"), ("added", "Mondulkiri")]


def test_an_unlike_text_is_not_offered(keep):
    keep(FESTIVAL, FESTIVAL_EN)
    assert suggestions("Thời tiết ngày mai có mưa rào.", "vi", "en") == []


def test_pairs_serve_in_the_other_direction_and_say_so(keep):
    keep(FESTIVAL, FESTIVAL_EN)
    (found,) = suggestions(FESTIVAL_EN, "en", "vi")
    assert (found.target, found.is_reversed, found.percent) == (FESTIVAL, True, 100)


def test_only_the_language_wanted_is_offered(keep):
    keep(FESTIVAL, FESTIVAL_EN)
    assert suggestions(FESTIVAL, "vi", "ko") == []


def test_the_same_surroundings_lift_an_exact_match(keep):
    keep("Hội nghị bế mạc.", "The meeting closed.", before="Buổi chiều.")
    keep("Hội nghị bế mạc.", "The conference concluded.", before="Lễ hội kết thúc.")
    best = suggestions("Hội nghị bế mạc.", "vi", "en", context=Context(before="Lễ hội kết thúc."))
    assert [(found.percent, found.target) for found in best] == [
        (101, "The conference concluded."),
        (100, "The meeting closed."),
    ]


def test_the_same_field_comes_first_among_equals(keep, reviser):
    law = memory_origin(kind=OriginKind.DESK, name="Luật", domain="law", now=NOW)
    keep("Ban Chỉ đạo họp.", "The committee met.")
    keep("Ban Chỉ đạo họp.", "The Steering Committee convened.", origin=law)
    best = suggestions("Ban Chỉ đạo họp.", "vi", "en", context=Context(domain="law"))
    assert best[0].target == "The Steering Committee convened."


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (
            "Lễ hội Cà phê Buôn Ma Thuột lần thứ 8 thu hút hơn 300.500 lượt khách.",
            "The 8th Buon Ma Thuot Coffee Festival drew more than 300,500 visitors.",
        ),
        (
            "Lễ hội Cà phê Buôn Ma Thuột lần thứ 7 thu hút hơn 9.000 lượt khách.",
            "The 7th Buon Ma Thuot Coffee Festival drew more than 9,000 visitors.",
        ),
    ],
)
def test_new_numbers_are_put_in_and_marked(keep, new, expected):
    keep(FESTIVAL, FESTIVAL_EN)
    (found,) = suggestions(new, "vi", "en")
    assert (found.target, found.is_substituted, found.percent) == (expected, True, 98)
    assert found.target_as_stored == FESTIVAL_EN


def test_new_dates_are_put_in(keep):
    keep(
        "Hội nghị diễn ra ngày 4/3/2020 tại thành phố.",
        "The conference took place on 4 March 2020 in the city.",
    )
    (found,) = suggestions("Hội nghị diễn ra ngày 15/11/2021 tại thành phố.", "vi", "en")
    assert found.target == "The conference took place on 15 November 2021 in the city."


def test_a_number_that_cannot_be_placed_is_left_alone(keep):
    keep("Có 5 đoàn và 5 đội dự.", "Five delegations and teams attended.")
    (found,) = suggestions("Có 6 đoàn và 7 đội dự.", "vi", "en")
    assert not found.is_substituted
    assert found.target == "Five delegations and teams attended."


def test_remembering_twice_keeps_one_unit(keep):
    assert keep(FESTIVAL, FESTIVAL_EN) == keep(FESTIVAL, FESTIVAL_EN)
    assert MemoryUnit.objects.count() == 1
    assert MemorySegment.objects.count() == 2


def test_empty_sides_and_equal_languages_are_refused(keep):
    with pytest.raises(EmptySegment):
        keep(FESTIVAL, " … ")
    with pytest.raises(SameLanguage):
        keep(FESTIVAL, FESTIVAL_EN, target_language="vi")
    assert not MemoryUnit.objects.exists()


def test_a_bad_pair_keeps_the_whole_batch_out(reviser, origin):
    with pytest.raises(EmptySegment):
        remember_many(
            pairs=[Pair(FESTIVAL, FESTIVAL_EN), Pair("Câu hai.", "")],
            source_language="vi",
            target_language="en",
            approved_by=reviser,
            origin=origin,
            now=NOW,
        )
    assert not MemorySegment.objects.exists()


def test_only_people_of_the_desk_put_text_in(keep, user_with_role):
    with pytest.raises(NotPermitted):
        keep(FESTIVAL, FESTIVAL_EN, approved_by=user_with_role(Role.REPORTER))
    with pytest.raises(NotPermitted):
        keep(FESTIVAL, FESTIVAL_EN, approved_by=None)


def test_forgetting_an_origin_takes_its_text_away_and_leaves_shared_text(keep, origin, reviser):
    other = memory_origin(kind=OriginKind.DESK, name="Khác", now=NOW)
    keep("Câu chung.", "A shared sentence.")
    keep("Câu chung.", "The shared sentence.", origin=other)
    keep("Câu riêng.", "A sentence of its own.")
    assert forget_origin(origin=origin, actor=reviser) == 2
    assert not MemoryOrigin.objects.filter(pk=origin.pk).exists()
    assert suggestions("Câu riêng.", "vi", "en") == []
    assert [found.target for found in suggestions("Câu chung.", "vi", "en")] == [
        "The shared sentence."
    ]


def test_a_rebuilt_index_finds_the_same(keep):
    for number in range(30):
        keep(
            f"Đoàn công tác số {number} thăm buôn làng và trường học.",
            f"Delegation {number} visited.",
        )
    text = "Đoàn công tác số 17 đến thăm buôn làng và trường học."
    before = suggestions(text, "vi", "en")
    MemorySegment.objects.update(digest=0)
    assert rebuild_index(now=NOW) == 60
    assert suggestions(text, "vi", "en") == before


@pytest.mark.parametrize("portions", [[1, 127, 1, 128], [129, 300], [257], [1] * 130])
def test_an_index_row_that_fills_up_goes_on_in_the_next(db, portions):
    gram, expected = 77, list(range(1, sum(portions) + 1))
    numbers = iter(expected)
    for portion in portions:
        add_to_index([(number, [gram]) for number in islice(numbers, portion)])
    rows = MemoryGram.objects.filter(bucket=bucket_of(gram)).order_by("chunk")
    kept = [bytes(postings) for postings in rows.values_list("postings", flat=True)]
    assert numbers_of(gram, kept) == expected
    assert [len(row) for row in kept[:-1]] == [ENTRIES_PER_ROW * ENTRY_BYTES] * (len(kept) - 1)
