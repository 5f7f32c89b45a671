"""Readers report errors without an account, and are answered."""

import pytest
from django.core import mail
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.agencies.models import Agency, AgencyName, FocalPoint
from nhipcau.common.clock import now
from nhipcau.common.exceptions import NotPermitted
from nhipcau.web.enums import ReportState
from nhipcau.web.exceptions import NothingToAnswer
from nhipcau.web.forms import form_token
from nhipcau.web.models import ErrorReport
from nhipcau.web.services.reports import answer_report, pass_on_report

pytestmark = pytest.mark.django_db
ADDRESS = "/vi/bao-loi/"


@pytest.fixture(autouse=True)
def _empty_cache(db):
    from django.core.cache import cache

    cache.clear()


def send(client, forwarded="", **fields):
    data = {
        "message": "Sai ngày.",
        "page": "",
        "reply_to": "",
        "website": "",
        "token": form_token(),
    }
    place = {"X-Forwarded-For": forwarded} if forwarded else {}
    return client.post(ADDRESS, data | fields, headers=place)


def test_a_report_is_stored_without_a_cookie(site, client):
    response = send(client, page="http://localhost:8000/vi/tin-tuc/a-1/", reply_to="doc@example.vn")
    assert response.status_code == 303
    assert not response.cookies
    assert "unsafe" not in response["Content-Security-Policy"]
    report = ErrorReport.objects.get()
    assert (report.address, report.message, report.state) == (
        "/vi/tin-tuc/a-1/",
        "Sai ngày.",
        ReportState.RECEIVED,
    )
    assert "Chúng tôi đã nhận được" in client.get(response["Location"]).content.decode()


@pytest.mark.parametrize(
    "fields", [{"message": ""}, {"website": "spam"}, {"token": "forged"}, {"reply_to": "nowhere"}]
)
def test_what_cannot_be_accepted_is_explained_and_kept_in_the_form(site, client, fields):
    response = send(client, page="/vi/", **fields)
    assert response.status_code == 422
    assert "unsafe" not in response["Content-Security-Policy"]
    assert not ErrorReport.objects.exists()
    assert 'value="/vi/"' in response.content.decode()


def test_too_many_reports_from_one_place_are_put_off(site, client):
    statuses = [send(client).status_code for _ in range(7)]
    assert statuses == [303] * 6 + [429]


def test_too_many_reports_from_one_place_do_not_silence_others_behind_the_same_proxy(
    site, client, settings
):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    statuses = [
        send(client, forwarded=f"198.51.100.{number}, 192.0.2.7").status_code for number in range(7)
    ]
    assert statuses == [303] * 6 + [429], "what a reader claims does not count"
    assert send(client, forwarded="192.0.2.8").status_code == 303


def test_an_answer_reaches_the_reader(
    site, client, user_with_role, django_capture_on_commit_callbacks
):
    send(client, reply_to="doc@example.vn")
    report = ErrorReport.objects.get()
    editor = user_with_role(Role.EDITOR)
    with pytest.raises(NotPermitted):
        answer_report(report=report, actor=user_with_role(Role.TRANSLATOR), answer="x", now=now())
    with pytest.raises(NothingToAnswer):
        answer_report(report=report, actor=editor, answer="  ", now=now())
    with django_capture_on_commit_callbacks(execute=True):
        answer_report(report=report, actor=editor, answer="Đã sửa, xin cảm ơn.", now=now())
    assert mail.outbox[-1].to == ["doc@example.vn"]
    report.refresh_from_db()
    assert (report.state, report.handled_by) == (ReportState.ANSWERED, editor)


def test_who_answers_sees_on_the_home_page_who_waits(site, client, client_as):
    editor, reporter = client_as(Role.EDITOR), client_as(Role.REPORTER)
    home = reverse("wagtailadmin_home")
    heading = "Bạn đọc đang chờ trả lời"
    assert heading not in editor.get(home).content.decode()
    for number in range(6):
        send(client, message=f"Sai ngày ở bài {number}.")
    page = editor.get(home).content.decode()
    assert heading in page
    assert "Sai ngày ở bài 0." in page
    assert "Tổng cộng 6 phản ánh" in page
    assert heading not in reporter.get(home).content.decode()
    for report in ErrorReport.objects.all():
        answer_report(report=report, actor=editor.user, answer="Đã sửa.", now=now())
    assert heading not in editor.get(home).content.decode()


def test_a_report_is_passed_on_to_the_people_of_its_agency(
    site, client, client_as, user_with_role, django_capture_on_commit_callbacks
):
    agency = Agency.objects.create(code="so-van-hoa", kind="department")
    AgencyName.objects.create(agency=agency, language="vi", name="Sở Văn hóa")
    focal = user_with_role(Role.FOCAL_POINT)
    FocalPoint.objects.create(user=focal, agency=agency)
    send(client, reply_to="doc@example.vn")
    report = ErrorReport.objects.get()
    with pytest.raises(NotPermitted):
        pass_on_report(report=report, actor=focal, agency=agency, now=now())
    desk = client_as(Role.EDITOR)
    address = reverse(report.snippet_viewset.get_url_name("edit"), args=[report.pk])
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(address, {"state": "received", "passed_to": agency.pk, "answer": ""})
    report.refresh_from_db()
    assert (report.state, report.passed_to) == (ReportState.PASSED_ON, agency)
    assert mail.outbox[-1].to == [focal.email]
    assert "doc@example.vn" not in mail.outbox[-1].body


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("get", "/en/search/suggest?q=coffee", 200),
        ("get", "/en/no-such-page/", 404),
        ("get", "/en/search", 301),
        ("post", "/en/no-such-page/", 404),
        ("post", "/en/search/", 405),
        ("get", "/admin-like/", 404),
    ],
)
def test_whatever_answers_a_reader_keeps_the_public_policy(site, client, method, address, status):
    response = getattr(client, method)(address)
    assert response.status_code == status
    assert "unsafe" not in response["Content-Security-Policy"]


def test_the_pages_of_search_and_reports_keep_the_public_policy(site, client):
    for address in (ADDRESS, "/en/search/?q=abc&page=x&section=9999&since=nonsense"):
        response = client.get(address, headers={"accept-language": "fr"})
        assert response.status_code == 200
        assert "unsafe-inline" not in response["Content-Security-Policy"]
        # Its own language, whatever the reader's browser would like better.
        assert response["Content-Language"] == address.split("/")[1]
    assert client.get("/en/tim-kiem/").status_code == 404
    assert client.get("/en/search/suggest?q=ab").json() == ["ab", [], [], []]
