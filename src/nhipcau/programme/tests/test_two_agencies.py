"""A person who stands for two agencies sees, counts and speaks for both."""

from datetime import date

import pytest
from django.core import mail
from django.urls import reverse

from nhipcau.agencies.models import FocalPoint
from nhipcau.programme.enums import ReportState, VersionState
from nhipcau.programme.models import ProgressReport
from nhipcau.programme.services.plans import move_version
from nhipcau.programme.services.reminders import send_reminders
from nhipcau.programme.tests import factories as make

MEASURES = reverse("programme_measures")
YEAR = "?start=2020-01-01&end=2020-12-31"


@pytest.fixture
def both(province):
    """The culture department's focal point stands in for the foreign affairs department."""
    FocalPoint.objects.create(user=province.culture_focal, agency=province.foreign)
    return province


@pytest.fixture
def reports(both):
    """An accepted report of each department and of a third agency."""
    third = make.make_agency("sokhdt", "Sở Kế hoạch và Đầu tư")
    return [
        ProgressReport.objects.create(
            task=both.task,
            agency=agency,
            period=both.quarters[0],
            state=ReportState.ACCEPTED,
            submitted_at=make.NOW,
            confirmed_at=make.NOW,
        )
        for agency in (both.culture, both.foreign, third)
    ]


def test_measures_count_both_and_nobody_else(both, reports, client_as):
    client = client_as(both.culture_focal)
    page = reverse("programme_measure", args=["accepted-reports"]) + YEAR

    def shown(address):
        answer = client.get(address)
        return answer.context["figure"], {
            agency
            for agency in (both.culture.name(), both.foreign.name(), "Sở Kế hoạch và Đầu tư")
            if f">{agency}</td>" in answer.content.decode()
        }

    assert shown(page) == ("2 báo cáo", {both.culture.name(), both.foreign.name()})
    assert shown(f"{page}&agency={both.foreign.pk}") == ("1 báo cáo", {both.foreign.name()})
    refused = client.get(f"{page}&agency={reports[2].agency_id}")
    assert "figure" not in refused.context
    assert "Sở Kế hoạch" not in refused.content.decode()


def test_list_of_measures_counts_both(both, reports, client_as, monkeypatch):
    monkeypatch.setattr("nhipcau.programme.views.measures.today", lambda: date(2020, 4, 5))
    rows = client_as(both.culture_focal).get(MEASURES).context["rows"]
    assert [row["figure"] for row in rows if row["measure"].slug == "accepted-reports"] == [
        "2 báo cáo"
    ]


def test_home_page_says_whose_task_is_to_be_reported(both, client_as, monkeypatch):
    monkeypatch.setattr("nhipcau.programme.panels.today", lambda: date(2020, 4, 5))
    page = client_as(both.culture_focal).get(reverse("wagtailadmin_home")).content.decode()
    for wording in (both.task.current, both.other_task.current):
        assert f"{wording.lead.name()}: {wording}" in page


def test_comment_on_a_draft_says_for_which_agency(both, client_as):
    plan = make.make_plan(both.office, both.committee, 2021)
    make.make_task(both.office, plan, both.culture)
    version = plan.versions.get()
    move_version(actor=both.office, version=version, state=VersionState.COMMENTS)
    client = client_as(both.culture_focal)
    address = reverse("programme_version", args=[version.pk])
    words = {"action": "comment", "text": "Đề nghị bổ sung kinh phí"}
    assert client.post(address, words).status_code == 422
    assert not version.comments.exists()
    assert client.post(address, words | {"agency": both.committee.pk}).status_code == 422
    assert client.post(address, words | {"agency": both.foreign.pk}).status_code == 302
    assert version.comments.get().agency == both.foreign


def test_reminders_name_the_agency(both):
    both.foreign_focal.delete()
    assert send_reminders(day=date(2020, 4, 10)).sent == 2
    said = {letter.subject + letter.body for letter in mail.outbox}
    for agency in (both.culture, both.foreign):
        assert sum(agency.name() in text for text in said) == 1
