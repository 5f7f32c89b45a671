"""What leaves the library: clean copies and press kits; what the office sees of rights."""

import zipfile
from datetime import date, timedelta
from io import BytesIO

import pyexiv2
import pytest
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.common.clock import today
from nhipcau.library.enums import Consent, Rights
from nhipcau.library.models import Image
from nhipcau.library.services.metadata import read_metadata
from nhipcau.library.services.photos import store_photo
from nhipcau.library.services.press_kit import press_kit, publishable
from nhipcau.library.tests.photographs import encoded, picture, tagged
from nhipcau.library.types import KitPicture

pytestmark = pytest.mark.django_db


def store(shift: int = 0, **fields) -> Image:
    content = tagged(encoded(picture(400, 300, shift)), caption="Lễ hội", credit="Lan Anh")
    image = store_photo(content=content, name=f"a{shift}.jpg", actor=None)
    for name, value in fields.items():
        setattr(image, name, value)
    image.save()
    return image


def contents(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_press_kit__holds_clean_copies_with_captions_in_and_beside_them():
    pictures = [KitPicture(store(), "Opening of the festival", "Lan Anh", "/en/news/a/")]
    archive = press_kit(pictures, title="Photographs", note="With credit")
    files = contents(archive)
    assert set(files) == {"01-opening-of-the-festival.jpg", "captions.txt", "captions.csv"}
    copy = files["01-opening-of-the-festival.jpg"]
    assert read_metadata(copy).caption == "Opening of the festival"
    assert read_metadata(copy).credit == "Lan Anh"
    assert b"SERIAL-0001" not in copy
    with pyexiv2.ImageData(copy) as read:
        assert not [name for name in read.read_exif() if "GPS" in name]
    assert "Opening of the festival" in files["captions.txt"].decode("utf-8-sig")
    assert "/en/news/a/" in files["captions.csv"].decode("utf-8-sig")
    assert press_kit(pictures, title="Photographs", note="With credit") == archive


def test_publishable__leaves_out_what_may_not_be_handed_out():
    good = KitPicture(store(), "a", "b")
    expired = KitPicture(store(30, rights_expire_on=today() - timedelta(days=1)), "a", "b")
    child = KitPicture(store(60, consent=Consent.MISSING), "a", "b")
    assert publishable([good, expired, child], today=today()) == [good]


def test_bulk_action__packs_the_chosen_photographs(site, client_as):
    good, unclear = store(), store(40, rights=Rights.UNCLEAR)
    client = client_as(Role.EDITOR)
    address = reverse("wagtail_bulk_action", args=["library", "image", "press_kit"])
    query = f"{address}?id={good.pk}&id={unclear.pk}"
    assert client.get(query).status_code == 200
    answer = client.post(query)
    assert answer["Content-Type"] == "application/zip"
    names = contents(answer.content)
    assert len([name for name in names if name.endswith(".jpg")]) == 1
    refused = client.post(f"{address}?id={unclear.pk}")
    assert refused.status_code == 302


def test_clean_copy__is_the_whole_photograph_without_place_and_camera(site, client_as):
    image = store()
    client = client_as(Role.REPORTER)
    answer = client.get(reverse("library_clean_copy", args=[image.pk]))
    assert answer.status_code == 200
    assert b"SERIAL-0001" not in answer.content
    assert read_metadata(answer.content).credit == "Lan Anh"
    assert client_as(Role.FOCAL_POINT).get(
        reverse("library_clean_copy", args=[image.pk])
    ).status_code in {302, 403}


def test_edit_page__warns_of_look_alikes_and_of_what_is_in_the_way(site, client_as):
    image = store(rights=Rights.UNCLEAR)
    smaller = store_photo(
        content=encoded(picture(400, 300).resize((200, 150)), "PNG"), name="b.png", actor=None
    )
    page = client_as(Role.EDITOR).get(reverse("wagtailimages:edit", args=[image.pk]))
    text = page.content.decode()
    assert reverse("wagtailimages:edit", args=[smaller.pk]) in text
    assert "help-critical" in text
    assert reverse("library_clean_copy", args=[image.pk]) in text


def test_rights_report__filters_and_exports(site, client_as):
    store()
    expired = store(50, title="Hết hạn", rights_expire_on=today() - timedelta(days=1))
    store(90, title="Có chữ thay ảnh", description="Người dự hội")
    client = client_as(Role.EDITOR)
    address = reverse("library_rights")

    def listed(**query) -> list[str]:
        answer = client.get(address, query)
        assert answer.status_code == 200
        return [image.title for image in answer.context["object_list"]]

    assert len(listed()) == 3
    assert listed(state="no") == [expired.title]
    assert "Có chữ thay ảnh" not in listed(lacks="description")
    # A day to come is written as a day; Wagtail's own column calls it “just now”.
    store(70, title="Còn hạn", rights_expire_on=date(2126, 4, 3))
    assert "03/04/2126" in client.get(address).content.decode()
    for kind in ("xlsx", "csv"):
        assert client.get(address, {"export": kind}).status_code == 200


def test_rights_report__leads_only_those_to_an_image_who_may_edit_it(site, client_as):
    edit = reverse("wagtailimages:edit", args=[store().pk])
    met = set()
    for role in Role:
        client = client_as(role)
        report = client.get(reverse("library_rights"))
        if report.status_code == 200:
            is_open = client.get(edit).status_code == 200
            assert (f'"{edit}"' in report.content.decode()) == is_open, role
            met.add(is_open)
    assert met == {True, False}


def test_search__finds_captions_and_credits():
    store(caption="Cồng chiêng vang lên", credit="Hoài Nam")
    assert Image.objects.all().search("chiêng").count() == 1


def test_small_copies__are_seen_by_colleagues_only_and_originals_by_nobody(site, client_as, client):
    image = store()
    copy = image.get_rendition("max-165x165")
    colleague = client_as(Role.REPORTER)
    answer = colleague.get(copy.url)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/jpeg"
    assert client.get(copy.url).status_code == 302
    assert colleague.get(f"/admin/media/{image.file.name}").status_code == 404
    assert colleague.get("/admin/media/images/../secret-key").status_code == 404
