"""Dates and times as Vietnamese papers print them."""

import pytest

from nhipcau.common.clock import civil
from nhipcau.newsroom.ingest.moments import find_moment, read_moment

SAME_MINUTE = [
    "17:14, 04/03/2020",
    "Thứ tư, 04/03/2020 17:14",
    "Thứ Tư, ngày 04/03/2020 - 17:14",
    "04-03-2020 | 17:14",
    "17:14 | 04/03/2020",
    "Cập nhật lúc 17:14, 04/03/2020",
    "Cập nhật lúc: 17h14 ngày 4/3/2020 (GMT+7)",
    "Thứ Tư, ngày 4 tháng 3 năm 2020, 17 giờ 14 phút",
    "4 Tháng Ba, 2020 17:14",
    "04 Th3 2020 - 17:14",
    "04/03/2020 05:14 CH",
    "04/03/2020 05:14 PM",
    "Wednesday, March 4, 2020 5:14 PM",
    "04.03.2020 - 17:14 GMT+7",
    "17:14' 04/03/2020",
    "T4, 04/03/2020, 17:14:33",
    "Đăng ngày 04/03/2020 17:14",
    "2020-03-04T17:14:00+07:00",
    "2020-03-04T10:14:00Z",
    "2020-03-04 17:14",
    "17:14 04/03/2020 GMT+07:00",
    "Cập nhật: 09:00 05/03/2020 | Xuất bản: 17:14 04/03/2020",
    "Xuất bản: 17:14 04/03/2020 - Cập nhật 09:00 05/03/2020",
]


@pytest.mark.parametrize("line", SAME_MINUTE)
def test_every_spelling_means_the_same_minute(line):
    moment = read_moment(line)
    assert moment is not None
    assert moment.has_time
    assert civil(moment.at).isoformat() == "2020-03-04T17:14:00+07:00"


@pytest.mark.parametrize("line", ["4-3-2020", "Thứ năm, 5/3/2020", "4 Tháng Ba, 2020"])
def test_a_date_alone_says_so(line):
    moment = read_moment(line)
    assert moment is not None
    assert not moment.has_time
    assert civil(moment.at).hour == 0


@pytest.mark.parametrize(
    "line",
    [
        "Ngày 4-3, Ban Chỉ đạo đã tổ chức hội nghị.",
        "Trong năm 2020, tỉnh đón 4/3 số khách dự kiến",
        "31/02/2020",
        "Năm 2020",
        "17:14",
        "",
        "Ngày 4-3-2020, hội nghị khai mạc lúc 17:14 tại Buôn Ma Thuột",
    ],
)
def test_prose_and_impossible_days_are_no_time_line(line):
    assert read_moment(line) is None


def test_another_zone_is_respected():
    moment = find_moment("2020-03-04T17:14:00+09:00")
    assert moment is not None
    assert civil(moment.at).isoformat() == "2020-03-04T15:14:00+07:00"
