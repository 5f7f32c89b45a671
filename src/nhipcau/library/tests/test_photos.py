"""Photographs from upload to the copies that readers get."""

from datetime import timedelta

import pyexiv2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as PillowImage
from wagtail.models import Collection

from nhipcau.accounts.enums import Role
from nhipcau.common.clock import civil, today
from nhipcau.common.secrecy import ClassifiedMaterial
from nhipcau.library.enums import Consent, Rights
from nhipcau.library.exceptions import MediumNotPublishable, NotAPhoto, PhotoTooLarge
from nhipcau.library.models import Document, Image, Recording
from nhipcau.library.selectors import (
    expiring_images,
    look_alikes,
    refuse_unpublishable_images,
)
from nhipcau.library.services.metadata import public_copy, read_metadata
from nhipcau.library.services.photos import store_photo
from nhipcau.library.tests.photographs import encoded, picture, tagged

pytestmark = pytest.mark.django_db


def store(content: bytes, name: str = "a.jpg", **fields) -> Image:
    return store_photo(content=content, name=name, actor=None, **fields)


def test_what_a_photograph_says_of_itself_fills_the_fields():
    image = store(tagged(encoded(picture()), caption="Quang cảnh lễ hội", credit="Lan Anh"))
    assert (image.caption, image.credit) == ("Quang cảnh lễ hội", "Lan Anh")
    assert civil(image.taken_at).isoformat() == "2020-03-04T17:14:00+07:00"


def test_what_a_person_writes_counts_more():
    content = tagged(encoded(picture()), caption="Từ máy ảnh", credit="Máy")
    assert store(content, caption="Do người viết").caption == "Do người viết"


def test_a_public_copy_tells_neither_place_nor_camera_but_caption_and_credit():
    image = store(tagged(encoded(picture(400, 300)), caption="Lễ hội", credit="Lan Anh"))
    with image.get_rendition("width-100|format-jpeg").file.open() as file:
        rendition = file.read()
    copy = public_copy(rendition, image)
    with pyexiv2.ImageData(copy) as read:
        assert not [name for name in read.read_exif() if "GPS" in name or "Serial" in name]
        assert "Exif.Image.Model" not in read.read_exif()
        assert read.read_iptc()["Iptc.Application2.Byline"] == ["Lan Anh"]
    assert read_metadata(copy).caption == "Lễ hội"
    assert b"SERIAL-0001" not in copy


def test_webp_copies_are_clean_too():
    image = store(tagged(encoded(picture(400, 300)), caption="Lễ hội", credit="Lan Anh"))
    with image.get_rendition("width-100|format-webp").file.open() as file:
        copy = public_copy(file.read(), image)
    assert b"SERIAL-0001" not in copy
    with pyexiv2.ImageData(copy) as read:
        assert not [name for name in read.read_exif() if "GPS" in name]


def test_the_same_file_is_kept_once_and_look_alikes_are_found():
    first = store(encoded(picture(400, 300)))
    assert store(encoded(picture(400, 300)), "other.jpg") == first
    smaller = store(encoded(picture(400, 300).resize((200, 150)), "PNG"), "b.png")
    other = store(encoded(picture(400, 300, shift=130)), "c.jpg")
    assert look_alikes(first) == [smaller]
    assert look_alikes(other) == []


@pytest.mark.parametrize("content", [b"", b"no photo", encoded(picture())[:200], b"\x89PNG\r\n"])
def test_what_is_no_photograph_leaves_nothing(content, settings):
    with pytest.raises(NotAPhoto):
        store(content)
    assert not Image.objects.exists()
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_a_photograph_of_a_hundred_megapixels_is_taken_in_and_shown_reduced(settings):

    huge = encoded(PillowImage.new("RGB", (12_000, 8_400), "green"), quality=20)
    image = store(huge, "huge.jpg")
    assert (image.width, image.height) == (12_000, 8_400)
    rendition = image.get_rendition("width-480|format-jpeg")
    assert (rendition.width, rendition.height) == (480, 336)


def test_too_many_pixels_are_refused():

    with pytest.raises(PhotoTooLarge):
        store(encoded(PillowImage.new("1", (9_000, 6_000)), "PNG"), "huge.png")


def test_expired_rights_and_missing_consent_name_the_photograph():
    image = store(encoded(picture()), caption="Ảnh lễ hội")
    refuse_unpublishable_images([image.pk], today=today())
    image.rights_expire_on = today() - timedelta(days=1)
    image.save()
    with pytest.raises(MediumNotPublishable) as error:
        refuse_unpublishable_images([image.pk], today=today())
    assert "Ảnh lễ hội" in str(error.value.message)
    image.rights_expire_on, image.consent = None, Consent.MISSING
    image.save()
    with pytest.raises(MediumNotPublishable):
        refuse_unpublishable_images([image.pk], today=today())


def test_photographs_whose_right_ends_soon_are_listed():
    image = store(encoded(picture()))
    image.rights, image.rights_expire_on = Rights.LICENSED, today() + timedelta(days=10)
    image.save()
    assert expiring_images(today=today(), until=today() + timedelta(days=30)) == [image]
    assert expiring_images(today=today(), until=today() + timedelta(days=5)) == []


def upload(client, content: bytes, name: str, kind: str = "images"):
    namespace = {"images": "wagtailimages", "documents": "wagtaildocs"}[kind]
    return client.post(
        reverse(f"{namespace}:add_multiple"),
        {"title": name, "files[]": SimpleUploadedFile(name, content), "collection": 1},
        HTTP_X_REQUESTED_WITH="XMLHttpRequest",
    )


def test_bulk_upload_takes_good_photographs_and_explains_bad_ones(site, client_as, settings):
    client = client_as(Role.EDITOR)
    assert upload(client, encoded(picture()), "good.jpg").json()["success"]
    image = Image.objects.get()
    assert (image.rights, image.consent) == (Rights.OWN, Consent.NOT_NEEDED)
    assert image.look
    noise = encoded(PillowImage.effect_noise((900, 600), 60).convert("RGB"))
    for content in (b"broken", encoded(picture())[:300], noise[: len(noise) // 3]):
        answer = upload(client, content, "bad.jpg").json()
        assert not answer["success"]
        assert answer["error_message"]
    assert Image.objects.count() == 1


@pytest.mark.parametrize("name", ["trang.html", "hinh.svg", "lenh.js", "trang.xhtml"])
def test_files_that_a_browser_would_run_are_refused(site, client_as, name):
    client = client_as(Role.EDITOR)
    answer = upload(client, b"<script>alert(1)</script>", name, "documents").json()
    assert not answer["success"]
    assert name.rpartition(".")[2] in answer["error_message"]
    assert not Document.objects.exists()
    assert upload(client, b"%PDF-1.7", "bao-cao.pdf", "documents").json()["success"]


def test_what_a_photograph_says_of_itself_is_kept_at_every_upload(site, client_as):
    client = client_as(Role.EDITOR)
    said = tagged(encoded(picture()), caption="Quang cảnh lễ hội", credit="Lan Anh")
    answer = upload(client, said, "many.jpg").json()
    image = Image.objects.get()
    assert (image.caption, image.credit) == ("Quang cảnh lễ hội", "Lan Anh")
    assert "Quang cảnh lễ hội" in answer["form"]
    image.delete()
    one = {"title": "Ảnh", "collection": 1, "rights": "own", "consent": "not_needed", "tags": ""}
    empty = {"caption": "", "credit": "", "rights_holder": "", "taken_at": ""}
    for written in (empty, empty | {"caption": "Do người viết"}):
        file = SimpleUploadedFile("one.jpg", said)
        answer = client.post(reverse("wagtailimages:add"), one | written | {"file": file})
        assert answer.status_code == 302
        image = Image.objects.get()
        assert image.caption == (written["caption"] or "Quang cảnh lễ hội")
        assert image.credit == "Lan Anh"
        assert civil(image.taken_at).isoformat() == "2020-03-04T17:14:00+07:00"
        image.delete()


@pytest.mark.parametrize("namespace", ["wagtailimages", "wagtaildocs"])
def test_the_field_for_many_files_has_a_name(site, client_as, namespace):
    html = client_as(Role.EDITOR).get(reverse(f"{namespace}:add_multiple")).content.decode()
    assert 'id="fileupload" aria-label="Các tệp cần tải lên"' in html


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_a_secrecy_mark_is_refused_at_every_upload(site, client_as, settings, kind):
    client = client_as(Role.EDITOR)
    if kind == "images":
        name, content = "a.jpg", tagged(encoded(picture()), caption="TỐI MẬT", credit="x")
    else:
        name, content = "a.txt", "Báo cáo\nMẬT\nNội dung".encode()
    answer = upload(client, content, name, kind).json()
    assert not answer["success"]
    assert "MẬT" in answer["error_message"]
    assert not Image.objects.exists()
    assert not Document.objects.exists()
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
    with pytest.raises(ClassifiedMaterial):
        store_photo(
            content=tagged(encoded(picture()), caption="MẬT", credit="x"), name="b.jpg", actor=None
        )


def test_recorded_consent_names_where_it_is_kept(site, client_as):
    client = client_as(Role.EDITOR)
    image = store(encoded(picture()))
    data = {"title": "Ảnh", "collection": 1, "rights": "own", "consent": "recorded", "tags": ""}
    answer = client.post(reverse("wagtailimages:edit", args=[image.pk]), data)
    assert answer.status_code == 200
    answer = client.post(
        reverse("wagtailimages:edit", args=[image.pk]), data | {"consent_note": "Hồ sơ 12"}
    )
    assert answer.status_code == 302
    image.refresh_from_db()
    assert image.consent == Consent.RECORDED


def test_recordings_are_kept_with_their_rights(site, client_as):
    client = client_as(Role.EDITOR)
    address = reverse("wagtailsnippets_library_recording:add")
    assert client.get(address).status_code == 200
    data = {
        "kind": "audio",
        "title": "Phát thanh tiếng Anh",
        "file": SimpleUploadedFile("a.mp3", b"ID3 sound"),
        "rights": "own",
        "consent": "not_needed",
        "collection": 1,
    }
    assert client.post(address, data).status_code == 302
    data |= {"file": SimpleUploadedFile("a.exe", b"MZ"), "title": "Khác"}
    assert client.post(address, data).status_code == 200
    listed = client.get(reverse("wagtailsnippets_library_recording:list")).content.decode()
    assert "Phát thanh tiếng Anh" in listed
    assert "Khác" not in listed


def test_a_photograph_that_is_there_already_leads_on_to_the_other(site, client_as):
    client = client_as(Role.EDITOR)
    content = encoded(picture())

    def add() -> str:
        file = SimpleUploadedFile("a.jpg", content, "image/jpeg")
        answer = client.post("/admin/images/add/", {"title": "Chiêng", "file": file})
        assert answer.status_code == 302
        return answer["Location"]

    assert add() == reverse("wagtailimages:index")
    assert add() == reverse("wagtailimages:edit", args=[Image.objects.latest("pk").pk])


def test_a_file_with_a_secrecy_mark_is_refused_for_that_reason_alone(site, client_as):
    client = client_as(Role.EDITOR)
    answer = upload(client, "CƠ QUAN MẪU\nMẬT\nBáo cáo".encode(), "bao-cao.txt", "documents")
    assert answer.json()["error_message"].count("\n") == 0
    assert "docx" not in answer.json()["error_message"]
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("name", "kind", "is_taken"),
    [("chieng.wav", "video", False), ("chieng.wav", "audio", True), ("le.webm", "audio", True)],
)
def test_what_is_only_heard_is_not_called_a_video(site, client_as, name, kind, is_taken):
    client_as(Role.EDITOR).post(
        reverse("wagtailsnippets_library_recording:add"),
        {
            "title": "Chiêng",
            "kind": kind,
            "file": SimpleUploadedFile(name, b"RIFF"),
            "collection": Collection.get_first_root_node().pk,
        },
    )
    assert Recording.objects.exists() is is_taken
