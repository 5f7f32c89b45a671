"""Bringing stories in: the service, the command, and an empty home."""

import json
import os
import subprocess
import sys
import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from PIL import Image as PillowImage

from nhipcau.common.clock import now
from nhipcau.library.models import Image
from nhipcau.newsroom.enums import ApprovalBasis, Origin, Republication
from nhipcau.newsroom.exceptions import NewsroomError
from nhipcau.newsroom.ingest.tests.texts import SEED, windows_1258
from nhipcau.newsroom.ingest.types import Block, Kind, ParsedStory, Run
from nhipcau.newsroom.models import Approval, StoryPage, Work
from nhipcau.newsroom.services.ingest import IngestChoices, Outcome, ingest_story

pytestmark = pytest.mark.django_db


def ingest(*paths, **options):
    """Run the command; returns its report, also when it ends with an error."""
    out = StringIO()
    with suppress(CommandError):
        call_command("ingest", *map(str, paths), as_json=True, stdout=out, **options)
    return json.loads(out.getvalue())


def photo(path, colour="red", size=(60, 40)):
    PillowImage.new("RGB", size, colour).save(path)
    return path


@pytest.fixture
def seed(tmp_path):
    path = tmp_path / "in" / "hoi-nghi.txt"
    path.parent.mkdir()
    path.write_text(SEED, encoding="utf-8")
    return path


def store(story, key="k", **choices):
    return ingest_story(
        story=story, key=key, actor=None, choices=IngestChoices(**choices), now=now()
    )


def sample(**fields):
    fields.setdefault("published_at", datetime(2020, 3, 4, 10, 14, tzinfo=UTC))
    fields.setdefault("blocks", (Block(Kind.PARAGRAPH, "Đoạn hai."),))
    fields.setdefault("headline", "Một đầu đề")
    return ParsedStory(lead="Đoạn một.", **fields)


def test_the_report_says_what_was_understood(site, seed):
    report = ingest(seed)
    assert (report["created"], report["updated"], report["unchanged"]) == (1, 0, 0)
    assert report["failed"] == []
    (story,) = report["stories"]
    assert story["published_at"] == "2020-03-04T17:14:00+07:00"
    assert story["byline"] == "Lan Anh"
    assert len(story["paragraphs"]) == 6
    assert len(story["captions"]) == 3


def test_a_story_becomes_a_draft_in_vietnamese(site, seed):
    ingest(seed)
    page = StoryPage.objects.get()
    assert not page.live
    assert page.language == "vi"
    assert (
        page.slug == f"tang-cuong-hop-tac-huu-nghi-voi-cac-dia-phuong-nuoc-ban-{page.work.short_id}"
    )
    assert [block.block_type for block in page.body].count("photo") == 3
    assert page.work.origin == Origin.INGESTED
    assert page.work.republication == Republication.UNCLEAR
    assert page.work.published_at == datetime(2020, 3, 4, 10, 14, tzinfo=UTC)


def test_the_same_file_twice_changes_nothing(site, seed):
    ingest(seed)
    revision = StoryPage.objects.get().latest_revision_id
    report = ingest(seed)
    assert (report["created"], report["unchanged"]) == (0, 1)
    assert len(report["stories"]) == 1
    assert StoryPage.objects.get().latest_revision_id == revision


def test_the_same_story_elsewhere_or_otherwise_encoded_is_the_same(site, seed, tmp_path):
    ingest(seed)
    other = tmp_path / "copy.txt"
    other.write_bytes(windows_1258(SEED))
    assert ingest(other)["unchanged"] == 1
    assert Work.objects.count() == 1


def test_a_changed_file_becomes_a_new_revision_of_the_draft(site, seed):
    ingest(seed)
    page = StoryPage.objects.get()
    kept = {block.id: str(block.value) for block in page.body}
    seed.write_text(SEED.replace("Nhiều sự kiện", "Rất nhiều sự kiện"), encoding="utf-8")
    assert ingest(seed)["updated"] == 1
    page = StoryPage.objects.get()
    assert "Rất nhiều sự kiện" in str(page.body)
    assert page.revisions.count() == 2
    unchanged = [block for block in page.body if kept.get(block.id) == str(block.value)]
    assert len(unchanged) == len(kept) - 1


def test_two_files_of_one_story_do_not_overwrite_one_another_again(site, seed):
    other = seed.with_name("hoi-nghi-2.txt")
    other.write_text(SEED.replace("Nhiều sự kiện", "Rất nhiều sự kiện"), encoding="utf-8")
    report = ingest(seed.parent)
    assert (report["created"], report["updated"]) == (1, 1)
    assert ingest(seed.parent)["unchanged"] == 2
    assert StoryPage.objects.get().revisions.count() == 2
    # One that changes later is still heard, even where it says what it said at first.
    for text in ("Vài sự kiện", "Nhiều sự kiện"):
        seed.write_text(SEED.replace("Nhiều sự kiện", text), encoding="utf-8")
        report = ingest(seed.parent)
        assert (report["updated"], report["unchanged"]) == (1, 1)
        assert f"{text} đối ngoại" in str(StoryPage.objects.get().body)


def test_a_published_text_is_never_changed_by_its_file(site, seed):
    report = ingest(seed, publish=True, publisher=site_publisher_code())
    assert report["stories"][0]["is_published"]
    assert Approval.objects.get().basis == ApprovalBasis.ARCHIVE
    seed.write_text(SEED.replace("Nhiều sự kiện", "Rất nhiều sự kiện"), encoding="utf-8")
    report = ingest(seed, publish=True, publisher=site_publisher_code())
    assert report["updated"] == 1
    page = StoryPage.objects.get()
    assert page.live
    assert page.has_unpublished_changes
    assert "Rất nhiều sự kiện" not in str(page.body)
    assert "Rất nhiều sự kiện" in str(page.get_latest_revision_as_object().body)


def site_publisher_code():
    from nhipcau.agencies.selectors import site_publisher

    return site_publisher().code


def test_publication_needs_a_settled_right(site, seed):
    with pytest.raises(CommandError):
        call_command("ingest", str(seed), publish=True, as_json=True, stdout=StringIO())
    assert not StoryPage.objects.get().live
    report = ingest(seed, publish=True, republication="permitted")
    assert report["unpublished"]
    Work.objects.update(republication=Republication.PERMITTED)
    assert not ingest(seed, publish=True)["unpublished"]
    page = StoryPage.objects.get()
    assert page.live
    assert page.work.published_at == datetime(2020, 3, 4, 10, 14, tzinfo=UTC)


def test_a_dry_run_stores_nothing(site, seed):
    report = ingest(seed, dry_run=True)
    assert report["created"] == 1
    assert not Work.objects.exists()


def test_one_broken_file_does_not_stop_a_folder(site, seed):
    folder = seed.parent
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 10)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "table.xlsx").write_bytes(b"PK")
    (folder / "huge.txt").write_bytes(b"a" * 6_000_000)
    (folder / ".hidden.txt").write_text("không đọc")
    (folder / "sub").mkdir()
    (folder / "sub" / "other.txt").write_text(SEED.replace("Tăng cường", "Mở rộng"), "utf-8")
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("ingest", str(folder), as_json=True, stdout=out)
    report = json.loads(out.getvalue())
    assert report["created"] == 2
    assert {failure["source"] for failure in report["failed"]} == {
        "binary.txt",
        "empty.txt",
        "table.xlsx",
        "huge.txt",
    }
    assert all(failure["reason"] for failure in report["failed"])


def test_what_can_be_saved_otherwise_says_how(site, tmp_path):
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    for name in ("cu.doc", "co-mat-khau.docx", "cu.rtf"):
        (tmp_path / name).write_bytes(old)
    (tmp_path / "tin.rar").write_bytes(b"Rar!")
    with zipfile.ZipFile(tmp_path / "nam.zip", "w") as archive:
        archive.writestr("thang/tin.zip", b"PK")
    with translation.override("en"):
        told = {one["source"]: one["reason"] for one in ingest(tmp_path)["failed"]}
    assert len(told) == 5
    for name in ("cu.doc", "co-mat-khau.docx", "cu.rtf"):
        assert "save it as .docx" in told[name]
    assert "Unpack" in told["tin.rar"]
    assert "Unpack" in told["nam.zip/thang/tin.zip"]


def test_a_path_that_does_not_exist_is_a_failure(site, tmp_path):
    report = ingest(tmp_path / "nowhere.txt")
    assert len(report["failed"]) == 1


def test_wrong_choices_are_refused_before_anything_is_read(site, seed):
    for options in ({"publisher": "no-such-agency"}, {"language": "tlh"}):
        with pytest.raises(CommandError):
            call_command("ingest", str(seed), stdout=StringIO(), **options)
    assert not Work.objects.exists()


def test_photos_beside_an_article_take_the_captions_in_order(site, seed):
    photo(seed.with_name("hoi-nghi-2.jpg"), "blue")
    photo(seed.with_name("hoi-nghi-1.jpg"), "red")
    photo(seed.with_name("khac.jpg"), "green")
    report = ingest(seed)
    assert report["stories"][0]["photos"] == ["hoi-nghi-1.jpg", "hoi-nghi-2.jpg"]
    photos = [block.value for block in StoryPage.objects.get().body if block.block_type == "photo"]
    assert [bool(value["image"]) for value in photos] == [True, True, False]
    assert photos[0]["image"].caption == "Các đại biểu dự hội nghị."


def test_photos_of_a_folder_with_one_article_belong_to_it(site, seed):
    for number in range(4):
        photo(seed.with_name(f"IMG_{number}.jpg"), (number * 40, 0, 0))
    report = ingest(seed.parent)
    assert len(report["stories"][0]["photos"]) == 4
    assert len(report["stories"][0]["not_understood"]) == 1


def test_a_photo_left_out_is_told_again_when_the_folder_is_brought_in_again(site, seed):
    seed.with_name("hoi-nghi-1.jpg").write_bytes(b"not a photograph")
    whole = photo(seed.with_name("hoi-nghi-2.jpg"), "blue", (600, 400)).read_bytes()
    seed.with_name("hoi-nghi-2.jpg").write_bytes(whole[: len(whole) // 2])
    photo(seed.with_name("hoi-nghi-3.jpg"), "green")
    first, again = (ingest(seed)["stories"][0] for _ in range(2))
    assert (first["outcome"], again["outcome"]) == ("created", "unchanged")
    assert [note.split(":")[0] for note in again["notes"]] == ["hoi-nghi-1.jpg", "hoi-nghi-2.jpg"]
    assert again["notes"] == first["notes"]
    assert Image.objects.count() == 1


def test_the_same_photo_is_kept_once_and_a_broken_one_is_noted(site, tmp_path):
    content = photo(tmp_path / "a.png").read_bytes()
    from nhipcau.newsroom.ingest.types import Photo

    blocks = tuple(
        Block(Kind.CAPTION, f"Chú thích {n}.", photo=Photo(f"{n}.png", data))
        for n, data in enumerate([content, content, b"not a photo"])
    )
    done = store(sample(blocks=blocks))
    assert Image.objects.count() == 1
    assert len(done.notes) == 1
    assert [bool(block.value["image"]) for block in done.page.body] == [True, True, False]


def test_markup_in_a_text_is_only_text(site):
    runs = (Run("<script>alert(1)</script>"), Run("đậm", bold=True), Run("x", link="javascript:1"))
    done = store(sample(blocks=(Block(Kind.PARAGRAPH, "…", runs),)))
    html = done.page.body[0].value.source
    assert "<script>" not in html
    assert "<b>đậm</b>" in html
    assert "javascript" not in html


def test_a_language_the_site_has_not_is_refused_whole(site):
    with pytest.raises(NewsroomError):
        store(sample(language="sv"))
    assert not Work.objects.exists()


def test_english_items_go_under_the_english_index(site):
    done = store(sample(language="en-GB"))
    assert done.outcome == Outcome.CREATED
    assert done.page.language == "en"
    assert done.page.address.startswith("/en/news/")


def test_what_carries_a_secrecy_mark_is_refused_and_leaves_no_copy(site, seed, settings, caplog):
    secret = "Một chuyện không được phép lộ"
    folder = seed.parent
    (folder / "mat.txt").write_text(f"{secret}\nTỐI MẬT\n{SEED}", encoding="utf-8")
    line = json.dumps({"headline": secret, "body": f"M Ậ T\n{secret} lần nữa."})
    (folder / "mat.jsonl").write_text(line, encoding="utf-8")
    (folder / "ong.txt").write_text(
        "MẬT ONG BUÔN MA THUỘT\n17:14, 04/03/2020\nBí mật của mật ong.\nĐoạn hai.\n", "utf-8"
    )
    report = ingest(folder)
    assert report["created"] == 2
    assert {failure["source"] for failure in report["failed"]} == {"mat.txt", "mat.jsonl#1"}
    assert all("MẬT" in failure["reason"] for failure in report["failed"])
    assert secret not in json.dumps(report, ensure_ascii=False)
    assert secret not in caplog.text
    assert not StoryPage.objects.filter(title__contains=secret).exists()
    assert not [p for p in settings.MEDIA_ROOT.rglob("*") if p.is_file()]


def test_a_line_put_before_others_overwrites_none_of_them(site, tmp_path):
    def line(headline, lead, **more):
        return json.dumps({"headline": headline, "body": f"{lead}\nĐoạn hai của bài."} | more)

    dated = {"versioncreated": "2020-03-04T10:14:00+07:00"}
    old = [line("Tin vắn", "Một."), line("Tin vắn", "Hai."), line("Hội nghị", "Ba.", **dated)]
    path = tmp_path / "tin.jsonl"
    path.write_text("\n".join(old), encoding="utf-8")
    assert ingest(path)["created"] == 3
    before = set(StoryPage.objects.values_list("pk", "title", "lead", "latest_revision_id"))
    changed = line("Hội nghị", "Ba, đã sửa.", **dated)
    path.write_text("\n".join([line("Bài mới", "Bốn."), *old[:2], changed]), encoding="utf-8")
    report = ingest(path)
    assert (report["created"], report["updated"], report["unchanged"]) == (1, 1, 2)
    after = set(StoryPage.objects.values_list("pk", "title", "lead", "latest_revision_id"))
    assert len(after) == 4
    assert len(before & after) == 2


@pytest.mark.slow
def test_an_empty_home_is_made_ready_by_the_first_call(tmp_path, seed):
    environment = os.environ | {
        "NHIPCAU_HOME": str(tmp_path / "home"),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "nhipcau.config.settings.base",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-m", "nhipcau", "ingest", str(seed), "--json"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["created"] == 1
