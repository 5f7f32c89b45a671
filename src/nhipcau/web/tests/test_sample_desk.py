"""Each sample person of the demo finds something to do."""

import pytest
from django.urls import reverse
from wagtail.models import Comment

from nhipcau.accounts.enums import Role
from nhipcau.common.surfaces import registry
from nhipcau.newsroom.models import StoryPage, Work
from nhipcau.translation.services.desk import waiting_versions
from nhipcau.web.models import ErrorReport
from nhipcau.web.sample.reading import read_works
from nhipcau.web.services.sample import load_sample
from nhipcau.web.services.sample_desk import load_work_in_progress
from nhipcau.web.tests.conftest import NOW

pytestmark = pytest.mark.django_db
ROLES = (Role.REPORTER, Role.EDITOR, Role.TRANSLATOR, Role.REVISER)


@pytest.fixture
def desks(site, settings, tmp_path, client_as):
    settings.MEDIA_ROOT = tmp_path / "media"
    by_code = {work.code: work for work in read_works()}
    load_sample(now=NOW, texts=[by_code[code] for code in ("mui-dien", "weaving", "lak-lake")])
    desks = {role: client_as(role) for role in ROLES}
    load_work_in_progress(people={role: desk.user for role, desk in desks.items()}, now=NOW)
    return desks


def home(client):
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_everybody_finds_something_to_do(desks):
    assert "Một buổi chiều ở hồ Ea Kao" in home(desks[Role.REPORTER])
    assert "Trước khi chụp ảnh người dệt, hãy hỏi một câu" in home(desks[Role.EDITOR])
    assert "Mũi Điện" in home(desks[Role.TRANSLATOR])
    assert "The loom beneath the house" in home(desks[Role.REVISER])
    assert Comment.objects.get().page.locale.language_code == "en"
    assert ErrorReport.objects.get().address.startswith("/en/news/")


def test_nothing_of_it_is_public_and_the_checks_find_no_error(desks):
    unfinished = StoryPage.objects.filter(live=False)
    assert unfinished.count() == 4
    public = set(registry.addresses(NOW))
    assert not public & {page.address for page in unfinished}
    (waiting,) = waiting_versions(desks[Role.REVISER].user)
    assert waiting.errors == 0


def test_a_second_time_changes_nothing(desks):
    before = [model.objects.count() for model in (Work, StoryPage, Comment, ErrorReport)]
    load_work_in_progress(people={role: desk.user for role, desk in desks.items()}, now=NOW)
    assert [m.objects.count() for m in (Work, StoryPage, Comment, ErrorReport)] == before
