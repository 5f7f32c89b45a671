"""Pictures on public pages are cropped around what matters in them."""

import json
import re
from io import BytesIO

import PIL.Image
import pytest
from django.core.management import call_command
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.common.clock import now
from nhipcau.common.surfaces import registry
from nhipcau.library.rules import public_addresses
from nhipcau.library.services.photos import store_photo
from nhipcau.library.tests.photographs import encoded, picture
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import create_work
from nhipcau.publishing.models import StoredAnswer
from nhipcau.publishing.services import drain

pytestmark = pytest.mark.django_db

CHOSEN = {
    "focal_point_x": 1150,
    "focal_point_y": 200,
    "focal_point_width": 100,
    "focal_point_height": 100,
}


@pytest.fixture
def story(site):
    image = store_photo(content=encoded(picture(1200, 400)), name="a.jpg", actor=None)
    page = create_work(
        actor=None,
        headline="Bài có ảnh",
        lead="Mở đầu.",
        body=[("photo", {"image": image, "caption": "Ảnh"})],
    )
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page.refresh_from_db()
    return page, image


def digests(image) -> dict[str, str]:
    rows = StoredAnswer.objects.filter(address__in=public_addresses(image.uuid), status=200)
    return dict(rows.values_list("address", "digest"))


def test_every_list_shows_the_crop_and_the_story_the_whole(story):
    page, image = story
    for address in ("/vi/", "/vi/tin-tuc/", "/vi/thu-vien-anh/"):
        html = registry.render(address, now()).body.decode()
        shown = re.findall(rf"/media/{image.uuid.hex}-([a-z0-9-]+)\.(?:avif|webp|jpeg)", html)
        assert shown, address
        assert all(name.startswith("card-") for name in shown), address
    html = registry.render(page.address, now()).body.decode()
    for kind in ("avif", "webp"):
        address = f"/media/{image.uuid.hex}-1600.{kind}"
        assert address in html
        assert registry.render(address, now()).content_type == f"image/{kind}"
    assert "is-tall" not in html
    (shared,) = re.findall(r'property="og:image" content="http://localhost:8000([^"]+)"', html)
    answer = registry.render(shared, now())
    assert answer.content_type == "image/jpeg"
    width, height = PIL.Image.open(BytesIO(answer.body)).size
    assert width / height == pytest.approx(1200 / 630, rel=0.01)


def test_another_focal_point_gives_new_crops_and_leaves_the_rest(story, client_as, capsys):
    _page, image = story
    call_command("snapshot", "rebuild", "--processes", "1")
    capsys.readouterr()
    before = digests(image)
    assert before.keys() == set(public_addresses(image.uuid))
    data = {"title": "Ảnh", "collection": 1, "rights": "own", "consent": "not_needed", "tags": ""}
    answer = client_as(Role.EDITOR).post(
        reverse("wagtailimages:edit", args=[image.pk]), data | CHOSEN
    )
    assert answer.status_code == 302
    drain()
    after = digests(image)
    changed = {address for address in before if before[address] != after.get(address)}
    assert changed == {address for address in before if "-card-" in address or "-share" in address}
    call_command("snapshot", "verify", "--json")
    assert json.loads(capsys.readouterr().out)["ok"]


def test_what_is_high_opens_its_story_uncut(site):
    image = store_photo(content=encoded(picture(400, 800)), name="a.jpg", actor=None)
    page = create_work(actor=None, headline="Bài", body=[("photo", {"image": image})])
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page.refresh_from_db()
    assert '<figure class="hero is-tall">' in registry.render(page.address, now()).body.decode()
