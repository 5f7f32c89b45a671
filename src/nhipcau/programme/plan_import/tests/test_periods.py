"""Times as plans write them."""

from datetime import date

import pytest

from nhipcau.programme.plan_import.periods import read_timing


def day(text: str | None) -> date | None:
    return date.fromisoformat(f"2020-{text}") if text else None


CLEAR = [
    ("Quý II", "04-01", "06-30", False),
    ("Quý III-IV/2020", "07-01", "12-31", False),
    ("Quí III", "07-01", "09-30", False),
    ("quý 3,4", "07-01", "12-31", False),
    ("Quý II và III", "04-01", "09-30", False),
    ("Q2/2020", "04-01", "06-30", False),
    ("Từ quý II đến hết năm", "04-01", "12-31", False),
    ("6 tháng đầu năm", "01-01", "06-30", False),
    ("6 tháng cuối năm 2020", "07-01", "12-31", False),
    ("Sáu tháng đầu năm", "01-01", "06-30", False),
    ("9 tháng đầu năm", "01-01", "09-30", False),
    ("Thường xuyên", "01-01", "12-31", True),
    ("Hằng năm", "01-01", "12-31", True),
    ("Hàng quý", "01-01", "12-31", True),
    ("1 lần/quý", "01-01", "12-31", True),
    ("Quý IV hằng năm", "10-01", "12-31", True),
    ("Tháng 3", "03-01", "03-31", False),
    ("tháng 2 năm 2020", "02-01", "02-29", False),
    ("T3-T5/2020", "03-01", "05-31", False),
    ("Tháng 11-12", "11-01", "12-31", False),
    ("Từ tháng 3 đến tháng 5", "03-01", "05-31", False),
    ("Tháng 3/2020 - 12/2020", "03-01", "12-31", False),
    ("3/2020", "03-01", "03-31", False),
    ("Trong quý I", "01-01", "03-31", False),
    ("cả năm", "01-01", "12-31", False),
    ("Năm 2020", "01-01", "12-31", False),
    ("08-13/3/2020", "03-08", "03-13", False),
    ("Từ ngày 08 đến ngày 13/3/2020", "03-08", "03-13", False),
    ("25/3 – 05/4/2020", "03-25", "04-05", False),
    ("25/3-05/4/2020", "03-25", "04-05", False),
    ("Ngày 08, 09/3/2020", "03-08", "03-09", False),
    ("1/2020-6/2020", "01-01", "06-30", False),
    ("Từ nay đến 31/12/2020", None, "12-31", False),
    ("Ngày 20/11", "11-20", "11-20", False),
    ("Ngày 20 tháng 11 năm 2020", "11-20", "11-20", False),
    ("Trước ngày 15/6", None, "06-15", False),
    ("Chậm nhất ngày 20/12/2020", None, "12-20", False),
    ("Hoàn thành trước 30/11", None, "11-30", False),
    ("Đến hết quý III", None, "09-30", False),
    ("Trước 15/12 hằng năm", None, "12-15", True),
]

DOUBTFUL = [
    ("", None, None),
    ("Theo kế hoạch của Trung ương", None, None),
    ("Khi có yêu cầu", None, None),
    ("31/6", None, None),
    ("Từ tháng 3", "03-01", None),
    ("Tháng 4 và tháng 10", "04-01", "10-31"),
    ("Quý I, III", "01-01", "09-30"),
    ("Cuối tháng 6", "06-21", "06-30"),
    ("Đầu quý III", "07-01", "09-30"),
    ("Tuần 1 tháng 3", "03-01", "03-31"),
    ("Trước tháng 6", None, "06-30"),
    ("Tháng 3 (dịp Lễ hội Cà phê)", "03-01", "03-31"),
    ("Thường xuyên, tập trung quý II", "01-01", "12-31"),
    ("3-5", "05-03", "05-03"),
    ("3-5/2020", "03-01", "05-31"),
    ("Ngày 15 hàng tháng", "01-01", "12-31"),
    ("Trước 15h00 ngày 20/3", "03-20", "03-20"),
]


@pytest.mark.parametrize(("text", "start", "due", "recurring"), CLEAR)
def test_clear_time(text, start, due, recurring):
    timing = read_timing(text, year=2020)
    assert (timing.start, timing.due, timing.recurring) == (day(start), day(due), recurring)
    assert timing.doubts == []


@pytest.mark.parametrize(("text", "start", "due"), DOUBTFUL)
def test_doubtful_time(text, start, due):
    timing = read_timing(text, year=2020)
    assert (timing.start, timing.due) == (day(start), day(due))
    assert timing.doubts


def test_decomposed_letters_mean_the_same():
    assert read_timing("Quy\u0301 II", year=2020).due == date(2020, 6, 30)


def test_day_outside_the_plan_is_doubted():
    assert read_timing("Quý I/2021", year=2020).doubts


def test_without_a_year_nothing_is_invented():
    timing = read_timing("Quý II", year=None)
    assert (timing.start, timing.due) == (None, None)
    assert timing.doubts


def test_deadline_column_turns_a_day_into_a_deadline():
    timing = read_timing("30/6/2020", year=2020, deadline=True)
    assert (timing.start, timing.due) == (None, date(2020, 6, 30))
