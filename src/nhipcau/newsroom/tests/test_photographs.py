"""Photographs in stories."""

from datetime import timedelta

import pytest

from nhipcau.common.clock import civil, now
from nhipcau.library.exceptions import MediumNotPublishable
from nhipcau.library.services.photos import store_photo
from nhipcau.library.tests.photographs import encoded, picture
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import create_work

pytestmark = pytest.mark.django_db


def test_a_story_that_shows_an_expired_photograph_is_not_published(site):
    image = store_photo(content=encoded(picture()), name="a.jpg", actor=None)
    page = create_work(
        actor=None, headline="Bài có ảnh", body=[("photo", {"image": image, "caption": "Ảnh"})]
    )
    image.rights_expire_on = civil(now()).date() - timedelta(days=1)
    image.save()
    with pytest.raises(MediumNotPublishable):
        publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page.refresh_from_db()
    assert not page.live
