"""A month's archive stays light however much was published in it."""

from collections import defaultdict
from datetime import UTC, date, datetime

import pytest
from django.template.loader import render_to_string


def page_of(stories):
    card = {
        "address": "/vi/tin-tuc/tin-abc/",
        "headline": "Nghị định 72/2015/NĐ-CP",
        "lead": "Đoạn mở đầu.",
        "published_at": datetime(2026, 3, 4, tzinfo=UTC),
    }
    context = {
        "cards": [card] * stories,
        "month": date(2026, 3, 1),
        "language": "vi",
        "chrome": defaultdict(str, reply_working_days=5),
    }
    return render_to_string("newsroom/month.html", context)


@pytest.mark.parametrize(("stories", "is_told"), [(100, True), (101, False)])
def test_a_full_month_shows_headlines_alone(stories, is_told):
    page = page_of(stories)
    assert page.count("<article") == stories
    assert ("Đoạn mở đầu." in page) is is_told


def test_ten_stories_a_day_are_less_than_a_slow_line_can_bear():
    assert len(page_of(310).encode()) <= 100_000
