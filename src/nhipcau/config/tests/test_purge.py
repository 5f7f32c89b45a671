"""What two people removed is nowhere any more, and an old backup does not bring it back."""

import io
import json
from contextlib import suppress
from pathlib import PurePath

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.accounts.tests.factories import PASSWORD
from nhipcau.common.clock import now
from nhipcau.config.models import PurgeRequest, PurgeState, Tombstone
from nhipcau.config.purge import tombstones
from nhipcau.config.purge.exceptions import PurgeError
from nhipcau.config.purge.services import ask_for_purge, carry_out, decide
from nhipcau.config.purge.sweeping import models_with_texts, rows
from nhipcau.config.purge.words import Matcher, matcher_for
from nhipcau.library.models import Image
from nhipcau.library.rules.addresses import PUBLIC_COPIES
from nhipcau.library.services.copies import public_rendition
from nhipcau.library.services.photos import store_photo
from nhipcau.library.tests.photographs import encoded, picture
from nhipcau.newsroom.models import StoryPage, Work
from nhipcau.newsroom.services.works import create_work
from nhipcau.publishing.services import drain, renderer_lock

pytestmark = pytest.mark.django_db


class Interrupted(Exception):
    """A process ends in the middle of its work."""


SECRET = "Kế hoạch di dời kho vật tư số chín vào đêm mai"


@pytest.fixture(autouse=True)
def _own_home(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def people(site, user_with_role):
    return user_with_role(Role.EDITOR), user_with_role(Role.LEADER)


def everything() -> str:
    """All texts of the database, JSON inside JSON unescaped."""
    texts = []
    for model in models_with_texts():
        for _key, values in rows(model):
            for value in values:
                texts.append(value)
                if value[:1] in "[{":
                    texts.append(value.encode().decode("unicode_escape", errors="ignore"))
    return "\n".join(texts)


def write(editor, title=SECRET, **fields) -> StoryPage:
    page = create_work(
        actor=editor, headline=title, lead=f"Dẫn: {title}.", body=[("paragraph", title)], **fields
    )
    page.title = f"{title} (sửa)"
    page.save_revision(user=editor, log_action=True)
    return page


def purge(people, kind: str, named: str) -> PurgeRequest:
    first, second = people
    request = ask_for_purge(kind=kind, named=named, reason="Sự cố", actor=first, now=now())
    return carry_out(
        request=decide(request=request, actor=second, agrees=True, now=now()), now=now()
    )


def test_work__is_gone_with_history_log_and_traces(people):
    page = write(people[0])
    other = write(people[0], "Bài khác không liên quan")
    assert SECRET in everything()
    request = purge(people, "work", page.work.short_id)
    assert request.state == PurgeState.DONE
    assert not Work.objects.filter(pk=page.work_id).exists()
    assert SECRET not in everything()
    assert request.report["left"] == {}
    assert request.title == ""
    assert StoryPage.objects.filter(pk=other.pk).exists()


def test_work__quoted_elsewhere_is_reported(people):
    page = write(people[0])
    write(people[0], f"Trích: {SECRET}")
    request = purge(people, "work", page.work.short_id)
    assert request.report["left"]


def test_work__published_page_answers_nothing_any_more(people, settings):
    from nhipcau.common.surfaces import registry
    from tests.contracts.newspaper import Newspaper

    paper = Newspaper()
    paper.write(days_ago=0)
    page = StoryPage.objects.get(live=True)
    with renderer_lock():
        drain()
    path = page.address
    assert registry.render(path, now()).status == 200
    assert [one for one in settings.PUBLIC_ROOT.rglob("*") if page.work.short_id in str(one)]
    purge(people, "work", path)
    with renderer_lock():
        drain()
    assert registry.render(path, now()).status == 404
    assert not [one for one in settings.PUBLIC_ROOT.rglob("*") if page.work.short_id in str(one)]


def test_photo__is_gone_with_its_files(people, settings, django_capture_on_commit_callbacks):
    image = store_photo(
        content=encoded(picture(400, 300)), name="bi-mat.jpg", actor=None, caption=SECRET
    )
    image.get_rendition("width-100|format-jpeg")
    assert [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
    with django_capture_on_commit_callbacks(execute=True):
        purge(people, "photo", reverse("wagtailimages:edit", args=[image.pk]))
    assert not Image.objects.exists()
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_photo__is_gone_though_a_killed_import_had_written_its_file_before(people, settings):
    def keep(shift):
        content = encoded(picture(400, 300, shift))
        return store_photo(content=content, name="bi-mat.jpg", actor=None)

    # What is left when a process dies after it has written the file and before it commits.
    with suppress(Interrupted), transaction.atomic():
        keep(0)
        raise Interrupted
    image, other = keep(0), keep(7)
    originals = settings.MEDIA_ROOT / "original_images"
    assert len(list(originals.iterdir())) == 3
    purge(people, "photo", reverse("wagtailimages:edit", args=[image.pk]))
    assert [path.name for path in originals.iterdir()] == [PurePath(other.file.name).name]


def test_words__go_from_every_text_and_the_rest_stays(people):
    page = write(people[0], "Gặp Nguyễn Văn Mẫu ở số 0901 234 567 hôm qua")
    request = purge(people, "words", "0901 234 567")
    assert request.report["removed"]
    assert "0901 234 567" not in everything()
    page.refresh_from_db()
    assert page.title == "Gặp Nguyễn Văn Mẫu ở số […] hôm qua"
    latest = page.get_latest_revision_as_object()
    assert latest.title == "Gặp Nguyễn Văn Mẫu ở số […] hôm qua (sửa)"
    assert "[…]" in str(latest.body[0].value)
    assert "0901" not in json.dumps(Tombstone.objects.get().matcher)


def test_words__of_a_caption_are_in_no_copy_of_the_photograph(
    people, settings, django_capture_on_commit_callbacks
):
    image = store_photo(
        content=encoded(picture(40, 30)), name="a.jpg", actor=None, caption="Gọi 0901 234 567"
    )
    for copy in PUBLIC_COPIES:
        public_rendition(image, copy)

    def holders() -> list:
        files = [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
        return [path for path in files if b"0901 234 567" in path.read_bytes()]

    assert holders(), "AVIF has its caption in the file"
    with django_capture_on_commit_callbacks(execute=True):
        purge(people, "words", "0901 234 567")
    assert holders() == []


def test_words__case_and_tone_placement_do_not_matter():
    matcher = matcher_for("Trần Thị Hòa")
    assert matcher.scrub("Bà TRẦN THỊ HOÀ nói.") == "Bà […] nói."
    assert matcher.scrub("Bà Trần Thị Hoa nói.") == "Bà Trần Thị Hoa nói."
    assert Matcher(**matcher.as_json()) == matcher


@pytest.mark.parametrize("words", ["", "anh", "12345", "!!!"])
def test_words__too_short_are_refused(people, words):
    with pytest.raises(PurgeError):
        ask_for_purge(kind="words", named=words, reason="x", actor=people[0], now=now())


def test_one_person_alone_removes_nothing(people, user_with_role):
    leader = people[1]
    page = write(people[0])
    request = ask_for_purge(
        kind="work", named=page.work.short_id, reason="Sự cố", actor=leader, now=now()
    )
    with pytest.raises(PurgeError):
        decide(request=request, actor=leader, agrees=True, now=now())
    with pytest.raises(PurgeError):
        carry_out(request=request, now=now())
    assert Work.objects.filter(pk=page.work_id).exists()
    decide(request=request, actor=user_with_role(Role.LEADER), agrees=False, now=now())
    with pytest.raises(PurgeError):
        carry_out(request=request, now=now())


def test_tombstones__are_replayed_over_an_old_state(people):
    page = write(people[0])
    work = page.work
    purge(people, "work", work.short_id)
    # As an old backup has it: the work is there again, the database knows no tombstone.
    again = write(people[0])
    Work.objects.filter(pk=again.work_id).update(uuid=work.uuid)
    Tombstone.objects.all().delete()
    stones = [*tombstones.read_file(tombstones.file_path())]
    assert SECRET not in tombstones.file_path().read_text()
    tombstones.replay(stones)
    assert not Work.objects.filter(uuid=work.uuid).exists()
    assert Tombstone.objects.count() == 1
    assert tombstones.replay(stones) == {}


def test_pages__two_people_click_it_through(people, client_as):
    page = write(people[0])
    first, second = client_as(people[0]), client_as(people[1])
    address = reverse("config_purges")
    answer = first.post(
        address, {"kind": "work", "named": page.work.short_id, "reason": "Sự cố"}, follow=True
    )
    request = PurgeRequest.objects.get()
    assert SECRET in answer.content.decode()
    detail = reverse("config_purge", args=[request.pk])
    first.post(detail, {"agree": "1"})
    assert PurgeRequest.objects.get().state == PurgeState.WAITING
    second.post(detail, {"agree": "1"})
    assert PurgeRequest.objects.get().state == PurgeState.DONE
    assert SECRET not in second.get(detail).content.decode()
    assert SECRET not in first.get(address).content.decode()


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.EDITOR, 200),
        (Role.OFFICE, 200),
        (Role.LEADER, 200),
        (Role.ADMINISTRATOR, 200),
        (Role.REPORTER, 302),
        (Role.TRANSLATOR, 302),
        (Role.FOCAL_POINT, 302),
    ],
)
def test_pages__are_for_those_who_answer_for_it(site, client_as, role, status):
    # Wagtail leads those who may not to the home page, with a message.
    assert client_as(role).get(reverse("config_purges")).status_code == status


def test_command__wants_the_passwords_of_two_people(people, monkeypatch):
    first, second = people
    page = write(first)

    def run(*words, password=PASSWORD) -> dict:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
        out = io.StringIO()
        call_command("purge", *words, "--json", stdout=out)
        return json.loads(out.getvalue())

    ask = ("ask", "work", page.work.short_id, "--reason", "Sự cố", "--by", first.email)
    with pytest.raises(CommandError):
        run(*ask, password="wrong")
    asked = run(*ask)
    with pytest.raises(CommandError):
        run("agree", asked["request"], "--by", first.email)
    done = run("agree", asked["request"], "--by", second.email)
    assert done["state"] == PurgeState.DONE
    assert not Work.objects.filter(pk=page.work_id).exists()
    assert run("replay") == {"tombstones": 1, "removed": {}}


def test_unknown_things_are_told(people):
    with pytest.raises(PurgeError):
        ask_for_purge(kind="work", named="zzzzzzzz", reason="x", actor=people[0], now=now())
