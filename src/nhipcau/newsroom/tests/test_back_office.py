"""The newsroom's pages in the back office, as each role meets them."""

import csv
from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook
from wagtail.users.models import UserProfile

from nhipcau.accounts.enums import Role
from nhipcau.agencies.models import Place, PlaceName
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.models import NewsIndexPage, StoryPage, Topic, TopicName
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import create_work
from nhipcau.translation.services import localize

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(site):
    page = create_work(
        actor=None,
        headline="Hội nghị tổng kết",
        lead="Đoạn mở đầu.",
        body=[("paragraph", "<p>Đoạn hai.</p>")],
    )
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    return StoryPage.objects.get(pk=page.pk)


def form_data(headline):
    return {
        "title": headline,
        "kicker": "",
        "lead": "Đoạn mở đầu.",
        "byline": "",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "paragraph",
        "body-0-id": "",
        "body-0-value": '{"entityMap": {}, "blocks": [{"key": "a", "text": "Đoạn hai.",'
        '"type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}]}',
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }


def test_a_reporter_writes_submits_and_an_editor_publishes(site, client_as):
    reporter, editor = client_as(Role.REPORTER), client_as(Role.EDITOR)
    index = NewsIndexPage.objects.get(locale__language_code="vi")
    add = reverse("wagtailadmin_pages:add", args=["newsroom", "storypage", index.pk])
    assert reporter.get(add).status_code == 200
    response = reporter.post(add, form_data("Tin mới") | {"action-submit": "1"})
    assert response.status_code == 302, response.content.decode()[:2000]
    page = StoryPage.objects.get()
    assert page.slug == f"tin-moi-{page.work.short_id}"
    assert page.work.created_by == reporter.user
    assert page.workflow_in_progress

    approval = reverse("newsroom_approval", args=[page.pk])
    html = editor.get(approval).content.decode()
    assert "Đoạn hai." in html
    answers = {
        "decision": "approve",
        "revision": page.latest_revision_id,
        "information_kind": "image",
        "form": "external_activity",
        "secrecy_checked": "on",
    }
    response = editor.post(approval, answers)
    page.refresh_from_db()
    assert page.live, response.content.decode()[-3000:]


def test_an_editor_cannot_decide_on_a_text_that_changed_meanwhile(site, client_as):
    reporter, editor = client_as(Role.REPORTER), client_as(Role.EDITOR)
    page = create_work(actor=reporter.user, headline="Tin mới", lead="Một.")
    page.get_workflow().start(page, reporter.user)
    shown = page.latest_revision_id
    page.lead = "Hai."
    page.save_revision(user=reporter.user)
    response = editor.post(
        reverse("newsroom_approval", args=[page.pk]),
        {"decision": "approve", "revision": shown, "secrecy_checked": "on"},
        follow=True,
    )
    page.refresh_from_db()
    assert not page.live
    assert "Hai." in response.content.decode()


def test_a_returned_text_tells_its_author_why(site, client_as):
    reporter, editor = client_as(Role.REPORTER), client_as(Role.EDITOR)
    page = create_work(actor=reporter.user, headline="Tin mới", lead="Một.")
    page.get_workflow().start(page, reporter.user)
    editor.post(
        reverse("newsroom_approval", args=[page.pk]),
        {"decision": "return", "comment": "Thiếu số liệu."},
    )
    state = StoryPage.objects.get(pk=page.pk).current_workflow_state
    assert state.current_task_state.comment == "Thiếu số liệu."


def test_a_translator_works_at_the_desk_only(story, client_as):
    translator = client_as(Role.TRANSLATOR)
    languages = reverse("newsroom_translations", args=[story.pk])
    assert "English" in translator.get(languages).content.decode()
    response = translator.post(languages, {"language": "en"}, follow=True)
    target = StoryPage.objects.get(locale__language_code="en")
    html = response.content.decode()
    assert "Đoạn mở đầu." in html
    edit = reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert translator.get(edit).url == reverse("translation_desk", args=[target.pk])

    desk = reverse("translation_desk", args=[target.pk])
    data = {}
    for segment in localize.segments(target):
        data[f"target-{segment.id}"] = f"English {segment.position}"
        data[f"version-{segment.id}"] = segment.version
    response = translator.post(desk, data | {"action": "submit"}, follow=True)
    target = StoryPage.objects.get(pk=target.pk)
    assert target.workflow_in_progress
    assert not target.live
    assert translator.get(reverse("newsroom_approval", args=[target.pk])).status_code in (302, 403)


def test_one_segment_is_saved_as_it_is_left(story, client_as):
    translator = client_as(Role.TRANSLATOR)
    translator.post(reverse("newsroom_translations", args=[story.pk]), {"language": "en"})
    target = StoryPage.objects.get(locale__language_code="en")
    segment = localize.segments(target)[0]
    response = translator.post(
        reverse("translation_desk", args=[target.pk]),
        {
            "action": "segment",
            "segment": segment.id,
            f"target-{segment.id}": "Review conference",
            f"version-{segment.id}": segment.version,
        },
        headers={"HX-Request": "true"},
    )
    assert "Review conference" in response.content.decode()
    assert localize.segments(target)[0].target == "Review conference"


@pytest.mark.parametrize("role", [Role.REPORTER, Role.FOCAL_POINT, Role.LEADER])
def test_who_does_not_translate_sees_no_desk(story, client_as, role):
    response = client_as(role).get(reverse("newsroom_translations", args=[story.pk]))
    assert response.status_code in (302, 403)


@pytest.mark.parametrize(
    "path",
    ["localize/update/1/", "localize/translate/1/preview/", "localize/reports/translations/"],
)
def test_addresses_that_would_publish_past_approval_are_closed(story, client_as, path):
    assert client_as(Role.ADMINISTRATOR).get(f"/admin/{path}").status_code == 404


def test_the_list_of_topics_says_yes_and_no(site, client_as):
    topic = Topic.objects.create(code="di-san", is_featured=True)
    TopicName.objects.create(topic=topic, language="vi", name="Di sản", slug="di-san")
    page = client_as(Role.EDITOR).get(reverse("wagtailsnippets_newsroom_topic:list"))
    row = page.content.decode().split("Di sản", 1)[1].split("</tr>")[0]
    assert ">Có<" in row
    assert "True" not in row


def test_the_story_list_shows_and_finds(story, client_as):
    editor = client_as(Role.EDITOR)
    html = editor.get(reverse("wagtailsnippets_newsroom_work:list")).content.decode()
    assert "Hội nghị tổng kết" in html


def test_each_role_sees_what_waits_for_it(story, client_as, django_assert_max_num_queries):
    reporter, editor = client_as(Role.REPORTER), client_as(Role.EDITOR)
    draft = create_work(actor=reporter.user, headline="Bản nháp của tôi", lead="Một.")
    assert "Bản nháp của tôi" in reporter.get(reverse("wagtailadmin_home")).content.decode()
    draft.get_workflow().start(draft, reporter.user)
    html = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("newsroom_approval", args=[draft.pk]) in html
    translator = client_as(Role.TRANSLATOR)
    with django_assert_max_num_queries(60):
        html = translator.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("newsroom_translations", args=[story.pk]) in html


def test_what_a_work_is_shows_its_moments_in_civil_time(site, client_as):
    editor = client_as(Role.EDITOR)
    page = create_work(actor=None, headline="Hội nghị", lead="Một.")
    page.work.deadline = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)
    page.work.save()
    address = reverse("wagtailsnippets_newsroom_work:inspect", args=[page.work.pk])
    html = editor.get(address).content.decode()
    assert "06:30, ngày 5/3/2026" in html
    assert "23:30" not in html


def test_a_home_says_more_than_instead_of_counting_all(site, client_as, monkeypatch):
    from nhipcau.newsroom.selectors import desk

    monkeypatch.setattr(desk, "COUNTED", 12)
    reporter = client_as(Role.REPORTER)
    for number in range(13):
        create_work(actor=reporter.user, headline=f"Bài {number}", lead="Một.")
    html = reporter.get(reverse("wagtailadmin_home")).content.decode()
    assert "(hơn 12)" in html
    assert "và các tin, bài khác" in html
    StoryPage.objects.order_by("pk").last().delete()
    html = reporter.get(reverse("wagtailadmin_home")).content.decode()
    assert "(12)" in html
    assert "và 2" in html


def test_the_list_of_works_filters_searches_and_exports(story, client_as):
    editor = client_as(Role.EDITOR)
    create_work(actor=editor.user, headline="Đường cao tốc", lead="Một.")
    address = reverse("wagtailsnippets_newsroom_work:list")

    def headlines(**query):
        html = editor.get(address, query).content.decode()
        return {text for text in ("Hội nghị tổng kết", "Đường cao tốc") if text in html}

    assert headlines() == {"Hội nghị tổng kết", "Đường cao tốc"}
    assert headlines(q="duong cao toc") == {"Đường cao tốc"}
    assert headlines(q="hội nghị") == {"Hội nghị tổng kết"}
    assert headlines(state="published") == {"Hội nghị tổng kết"}
    assert headlines(state="draft") == {"Đường cao tốc"}
    assert headlines(missing="en") == {"Hội nghị tổng kết"}
    export = editor.get(address, {"export": "xlsx"})
    assert export.status_code == 200
    assert export["Content-Type"].startswith("application/vnd.openxmlformats")


def test_a_list_of_many_works_asks_a_bounded_number_of_queries(site, client_as):
    editor = client_as(Role.EDITOR)
    address = reverse("wagtailsnippets_newsroom_work:list")

    def queries(count):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        for number in range(count):
            create_work(actor=editor.user, headline=f"Bài {number}", lead="Một.")
        with CaptureQueriesContext(
            connection,
        ) as captured:
            editor.get(address)
        return len(captured)

    few = queries(3)
    assert queries(20) <= few + 2


def test_an_editor_withdraws_with_a_reason_readers_see(story, client_as):
    editor = client_as(Role.EDITOR)
    address = reverse("newsroom_withdrawal", args=[story.pk])
    # A warning that looks like one.
    assert "help-critical" in editor.get(address).content.decode()
    assert editor.post(address, {"reason": ""}).status_code == 200
    editor.post(address, {"reason": "Sai số liệu."})
    from nhipcau.common.clock import now
    from nhipcau.common.surfaces import registry

    rendered = registry.render(story.address, now())
    assert rendered.status == 410
    assert "Sai số liệu." in rendered.body.decode()
    assert client_as(Role.REPORTER).get(address).status_code in (302, 403)


def test_the_editor_may_show_a_preview_beside_the_text(story, client_as):
    desk = client_as(Role.EDITOR)
    answer = desk.get(reverse("wagtailadmin_pages:view_draft", args=[story.pk]))
    assert answer.status_code == 200
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]


def test_places_and_topics_are_named_in_the_language_of_the_interface(site, client_as):
    place = Place.objects.create(code="lao")
    for language, name in (("vi", "Lào"), ("en", "Laos")):
        PlaceName.objects.create(place=place, language=language, name=name)
    index = NewsIndexPage.objects.get(locale__language_code="vi")
    add = reverse("wagtailadmin_pages:add", args=["newsroom", "storypage", index.pk])
    client = client_as(Role.REPORTER)
    html = client.get(add).content.decode()
    assert "Lào" in html
    assert "Laos" not in html
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert "Laos" in client.get(add).content.decode()


@pytest.mark.parametrize(("language", "home"), [("vi", "Trang chủ"), ("en", "Home")])
def test_the_way_to_a_list_is_in_the_language_of_the_interface(site, client_as, language, home):
    client = client_as(Role.EDITOR)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    for kind in ("newsroom_work", "agencies_agency", "translation_term"):
        crumbs = client.get(reverse(f"wagtailsnippets_{kind}:list")).context["breadcrumbs_items"]
        assert str(crumbs[0]["label"]) == home, kind


def test_exports_read_like_the_list_and_open_in_a_spreadsheet(story, client_as):
    story.work.published_at = datetime(2025, 8, 4, 20, 30, tzinfo=UTC)
    story.work.save()
    editor = client_as(Role.EDITOR)
    answer = editor.get(reverse("wagtailsnippets_newsroom_work:list"), {"export": "csv"})
    content = b"".join(answer.streaming_content)
    assert content.startswith(b"\xef\xbb\xbf")
    (line,) = csv.DictReader(content.decode("utf-8-sig").splitlines())
    assert line["Xuất bản lần đầu lúc"] == "2025-08-05 03:30"
    assert line["Tình trạng"] == "Đã xuất bản"
    assert line["Ngôn ngữ"] == "vi"
    assert line["Quyền đăng lại"] == story.work.get_republication_display()
    answer = editor.get(reverse("wagtailsnippets_newsroom_work:list"), {"export": "xlsx"})
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    heading, row = book.active.iter_rows(values_only=True)
    assert "Tình trạng" in heading
    assert datetime(2025, 8, 5, 3, 30) in row  # noqa: DTZ001 - a spreadsheet knows no zones


def test_an_exported_list_is_in_the_language_of_whoever_asked(site, client_as):
    editor = client_as(Role.EDITOR)
    create_work(actor=None, headline="Bài", lead="x")
    UserProfile.objects.update_or_create(user=editor.user, defaults={"preferred_language": "en"})
    answer = editor.get(reverse("wagtailsnippets_newsroom_work:list"), {"export": "csv"})
    # The lines are written when the page, and with it its language, has been left.
    with translation.override("vi"):
        content = b"".join(answer.streaming_content).decode("utf-8-sig")
    (line,) = csv.DictReader(content.splitlines())
    assert line["State"] == "Draft"


def test_languages_are_named_in_the_language_of_the_interface(site, client_as):
    page = create_work(actor=None, headline="Bài", lead="x")
    address = reverse("newsroom_translations", args=[page.pk])
    html = client_as(Role.TRANSLATOR).get(address).content.decode()
    assert "Tiếng Pháp" in html
    assert "français" not in html
