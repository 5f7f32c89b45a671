"""Reminders: on which days, to whom, and nobody twice."""

from datetime import date

import pytest
from django.core import mail

from nhipcau.programme.services.reminders import is_reminder_day, send_reminders


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 4, 3), True),
        (date(2020, 4, 4), False),
        (date(2020, 4, 10), True),
        (date(2020, 4, 11), False),
        (date(2020, 4, 13), True),
        (date(2020, 6, 30), False),
    ],
)
def test_days(day, expected):
    assert is_reminder_day(day=day, due_on=date(2020, 4, 10)) is expected


def test_each_focal_point_once_a_day(province):
    day = date(2020, 4, 10)
    assert send_reminders(day=day).sent == 2
    assert send_reminders(day=day).sent == 0
    assert {letter.to[0] for letter in mail.outbox} == {
        province.culture_focal.email,
        province.foreign_focal.email,
    }


def test_agency_without_focal_point_is_named(province):
    province.culture.focal_points.all().delete()
    done = send_reminders(day=date(2020, 4, 10))
    assert done.without_address == ("Sở Văn hóa, Thể thao và Du lịch",)
