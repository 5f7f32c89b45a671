"""After a number stands the right form of the word on an English screen."""

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from nhipcau.programme.enums import Standing, WorkState


@pytest.fixture
def english(province, client_as):
    """The office's client with the screen in English."""
    profile = UserProfile.get_for_user(province.office)
    profile.preferred_language = "en"
    profile.save()
    return client_as(province.office)


@pytest.mark.parametrize(("count", "tile", "line"), [(1, "task", "task"), (2, "tasks", "tasks")])
def test_tasks_of_the_year(province, english, count, tile, line):
    province.task.work_state = WorkState.DONE
    province.task.save()
    if count == 1:
        province.other_task.standing = Standing.DROPPED
        province.other_task.save()
    page = english.get(reverse("programme_dashboard")).content.decode()
    assert f"<strong>{count}</strong> {tile}</a>" in page
    home = english.get(reverse("wagtailadmin_home")).content.decode()
    assert f"1 of {count} {line} done" in home
