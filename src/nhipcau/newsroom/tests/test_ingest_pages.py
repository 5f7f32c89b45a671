"""Bringing in stories in the back office."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.library.tests.photographs import encoded, picture
from nhipcau.newsroom.ingest.batches import root
from nhipcau.newsroom.ingest.tests.texts import SEED
from nhipcau.newsroom.models import StoryPage, Work

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/newsroom/ingest/"


def send(client, *files, **data):
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    fields = {"files": uploads, "language": "vi", "publisher": "", "republication": "unclear"}
    return client.post(ADDRESS, fields | data)


def test_review_comes_before_anything_is_stored(site, client_as):
    client = client_as(Role.REPORTER)
    assert client.get(ADDRESS).status_code == 200
    answer = send(client, ("a.txt", SEED.encode()), ("b.txt", b"\0\1\2" * 99))
    page = client.get(answer.url).content.decode()
    assert "Tăng cường hợp tác hữu nghị" in page
    assert "b.txt" in page
    assert "17:14 04/03/2020" in page
    assert not Work.objects.exists()
    answer = client.post(answer.url)
    page = client.get(answer.url).content.decode()
    story = StoryPage.objects.get()
    assert reverse("wagtailadmin_pages:edit", args=[story.pk]) in page
    assert story.owner == client.user
    assert not story.live
    report = client.get(answer.url + "report.csv").content.decode()
    assert "Lan Anh" in report
    assert "b.txt" in report
    assert not list(root().rglob("files/*"))


def test_an_archive_with_photographs(site, client_as):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("bai/hoi-nghi.txt", SEED)
        archive.writestr("bai/1.jpg", encoded(picture()))
    client = client_as(Role.EDITOR)
    answer = send(client, ("bai.zip", out.getvalue()))
    client.post(answer.url)
    photos = [b.value for b in StoryPage.objects.get().body if b.block_type == "photo"]
    assert [bool(photo["image"]) for photo in photos] == [True, False, False]


def test_many_files_are_brought_in_a_piece_at_a_time(site, client_as):
    client = client_as(Role.EDITOR)
    files = [(f"{n}.txt", SEED.replace("Tăng cường", f"Lần {n}").encode()) for n in range(12)]
    address = send(client, *files).url
    client.post(address)
    assert Work.objects.count() == 10
    answer = client.post(address, headers={"HX-Request": "true"})
    assert b"hx-trigger" not in answer.content
    assert Work.objects.count() == 12


def test_what_is_not_ticked_stays_out(site, client_as):
    client = client_as(Role.EDITOR)
    files = [(f"{n}.txt", SEED.replace("Tăng cường", f"Lần {n}").encode()) for n in range(3)]
    address = send(client, *files).url
    assert client.get(address).content.decode().count('name="take"') == 3
    client.post(address, {"reviewed": "1", "take": ["0.txt", "2.txt"]})
    assert sorted(page.title[:5] for page in StoryPage.objects.all()) == ["Lần 0", "Lần 2"]
    report = client.get(address + "report.csv").content.decode()
    assert "Lần 1" in report


def test_a_secrecy_mark_leaves_no_copy(site, client_as, settings):
    client = client_as(Role.EDITOR)
    secret = "Một chuyện không được phép lộ"
    answer = send(client, ("a.txt", f"{secret}\nMẬT\n{SEED}".encode()))
    page = client.get(answer.url).content.decode()
    assert "MẬT" in page
    assert secret not in page
    kept = [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
    assert all(secret not in path.read_text("utf-8") for path in kept)


def test_discarding_removes_everything(site, client_as):
    client = client_as(Role.EDITOR)
    answer = send(client, ("a.txt", SEED.encode()))
    client.post(answer.url, {"discard": "1"})
    assert not [path for path in root().rglob("*") if path.is_file()]
    assert client.get(answer.url).status_code == 404


def test_an_upload_belongs_to_one_person(site, client_as):
    address = send(client_as(Role.EDITOR), ("a.txt", SEED.encode())).url
    assert client_as(Role.EDITOR).get(address).status_code == 404


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.REPORTER, 200),
        (Role.EDITOR, 200),
        (Role.OFFICE, 200),
        (Role.ADMINISTRATOR, 200),
        (Role.TRANSLATOR, 302),
        (Role.LEADER, 302),
        (Role.FOCAL_POINT, 302),
    ],
)
def test_who_may_bring_in_stories(site, client_as, role, status):
    assert client_as(role).get(ADDRESS).status_code == status


def test_names_never_lead_outside_the_folder(site, client_as):
    client = client_as(Role.EDITOR)
    send(client, ("../../evil.txt", SEED.encode()), ("..\\x.txt", SEED.encode()))
    assert not list(root().parent.parent.glob("evil.txt"))
    assert len(list(root().glob("*/files/*.txt"))) == 2


def test_what_is_empty_is_said_by_name_and_stops_nothing_else(site, client_as):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../outside.txt", SEED)
        archive.writestr("1.jpg", encoded(picture()))
    client = client_as(Role.EDITOR)
    answer = send(
        client, ("rong.txt", b""), ("ngoai.zip", out.getvalue()), ("bai.txt", SEED.encode())
    )
    assert answer.status_code == 302
    page = client.get(answer.url).content.decode()
    assert page.count('name="take"') == 1
    assert "rong.txt" in page
    assert "ngoai.zip" in page
