"""One task and the views of many: what is refused stays, what others saved is shown."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nhipcau.programme.enums import Standing, WorkState
from nhipcau.programme.services.documents import save_document
from nhipcau.programme.services.tasks import comment_on_task
from nhipcau.programme.tests import factories as make
from nhipcau.programme.tests.test_glance import document


@pytest.fixture
def task_page(province):
    return reverse("programme_task", args=[province.task.pk])


def test_people_work_on_a_task_and_its_history_says_so(province, client_as, task_page, settings):
    focal = client_as(province.culture_focal)
    posts = [
        {"action": "comment", "text": "Đã chọn giảng viên"},
        {"action": "step", "text": "Mời giảng viên", "agency": province.foreign.pk},
        {"action": "attach", "file": SimpleUploadedFile("moi.pdf", b"%PDF-1.4"), "title": "Giấy"},
    ]
    for values in posts:
        assert focal.post(task_page, values).status_code == 302
    step = province.task.steps.get()
    assert focal.post(task_page, {"action": "step_done", "step": step.pk}).status_code == 302
    step.refresh_from_db()
    assert step.done_on is not None
    page = client_as(province.leader).get(task_page).content.decode()
    for text in ("Đã chọn giảng viên", "Mời giảng viên", "Giấy", "✓"):
        assert text in page
    history = page.split('id="history"')[1]
    assert history.count(province.culture_focal.full_name) == len(posts) + 1


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ({"action": "step", "text": "", "due": "2020-05-04"}, "2020-05-04"),
        ({"action": "step", "text": "Việc con", "due": "hôm nào đó"}, "Việc con"),
        ({"action": "attach", "title": "Bản thảo"}, "Bản thảo"),
        ({"action": "comment", "text": "d" * 4001}, "d" * 4001),
    ],
)
def test_what_a_small_form_refuses_stays_in_it(province, client_as, task_page, values, kept):
    answer = client_as(province.culture_focal).post(task_page, values)
    assert answer.status_code == 422
    assert kept in answer.content.decode()
    assert not province.task.steps.exists()


def test_refused_file_is_told(province, client_as, task_page):
    file = SimpleUploadedFile("chuong-trinh.exe", b"MZ")
    answer = client_as(province.culture_focal).post(task_page, {"action": "attach", "file": file})
    assert answer.status_code == 422
    assert "“exe”" in answer.content.decode()


def test_whole_history_is_one_step_away(province, client_as, task_page, monkeypatch):
    monkeypatch.setattr("nhipcau.programme.views.base.SHOWN_HISTORY", 2)
    for number in range(3):
        comment_on_task(
            actor=province.culture_focal, task=province.task, text=str(number), now=make.NOW
        )
    office = client_as(province.office)
    name = province.culture_focal.full_name
    short = office.get(task_page).content.decode().split('id="history"')[1]
    assert (short.count(name), "Toàn bộ lịch sử" in short) == (2, True)
    whole = office.get(f"{task_page}?history=all").content.decode().split('id="history"')[1]
    assert (whole.count(name), "Toàn bộ lịch sử" in whole) == (3, False)


def test_conflict_shows_the_indicators_that_the_other_person_saved(province, client_as):
    plan = make.make_plan(province.office, province.committee, 2021)
    rows = [{"name": "Học viên", "unit": "người", "target": Decimal(40)}]
    wording = make.make_task(province.office, plan, province.culture, indicators=rows)
    key = wording.indicators.get().indicator_key
    url = reverse("programme_wording_edit", args=[wording.pk])
    values = {
        "revision": 1,
        "text": wording.text,
        "budget_source": "none",
        "lead": province.culture.pk,
        "due": "2021-06-30",
        "indicators-TOTAL_FORMS": 1,
        "indicators-INITIAL_FORMS": 1,
        "indicators-0-key": key,
        "indicators-0-name": "Học viên",
        "indicators-0-unit": "người",
        "indicators-0-target": "40",
    }
    first, second = client_as(province.office), client_as(province.office)
    assert first.post(url, values | {"indicators-0-target": "55"}).status_code == 302
    answer = second.post(url, values | {"due": "2021-09-30"})
    assert answer.status_code == 409
    rows = {row["label"]: row for row in answer.context["differences"]}
    assert set(rows) == {"Thời hạn", "Chỉ tiêu"}
    page = answer.content.decode()
    assert "Học viên: 55/–" in page
    assert "30/09/2021" in page
    assert wording.indicators.get().target == 55


def test_conflict_over_a_draft_shows_its_legal_bases(province, client_as):
    basis = document(province, 7)
    save_document(actor=province.office, document=basis)
    plan = make.make_plan(province.office, province.committee, 2021)
    version = plan.versions.get()
    url = reverse("programme_version_edit", args=[version.pk])
    office = client_as(province.office)
    assert office.post(url, {"revision": 1, "legal_bases": [basis.pk]}).status_code == 302
    answer = office.post(url, {"revision": 1, "purposes": "Mục đích mới"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "7/2015/NĐ-CP" in page
    assert "Mục đích mới" in page
    assert [row.reference for row in version.legal_bases.all()] == ["7/2015/NĐ-CP"]


def test_board_sorts_tasks_by_state_and_marks_the_overdue(province, client_as):
    province.task.work_state = WorkState.DONE
    province.task.save()
    board = reverse("programme_board")
    columns = client_as(province.office).get(board).context["columns"]
    shown = {
        column["state"]: [(card["task"].pk, card["is_overdue"]) for card in column["cards"]]
        for column in columns
        if column["cards"]
    }
    assert shown == {
        WorkState.DONE: [(province.task.pk, False)],
        WorkState.NOT_STARTED: [(province.other_task.pk, True)],
    }
    narrowed = client_as(province.office).get(f"{board}?lead={province.foreign.pk}")
    assert [column["count"] for column in narrowed.context["columns"] if column["count"]] == [1]


def test_timeline_lays_tasks_over_the_year(province, client_as):
    timeline = reverse("programme_timeline")
    leader = client_as(province.leader)
    rows = {row["task"].pk: row for row in leader.get(f"{timeline}?year=2020").context["rows"]}
    whole, until_march = rows[province.task.pk], rows[province.other_task.pk]
    assert (whole["left"], whole["width"]) == (0, 100)
    assert until_march["left"] == 0
    assert until_march["width"] == pytest.approx(100 * 61 / 366, abs=0.1)
    assert leader.get(f"{timeline}?year=2019").context["rows"] == []
    province.other_task.standing = Standing.DROPPED
    province.other_task.save()
    rows = leader.get(f"{timeline}?year=2020").context["rows"]
    assert [row["task"].pk for row in rows] == [province.task.pk]
    assert date(2020, 3, 1) == until_march["task"].current.due
