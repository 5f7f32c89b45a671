"""The office uploads a plan, sees what was understood, decides and imports."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.programme.enums import VersionState
from nhipcau.programme.models import Plan, PlanVersion, TaskVersion
from nhipcau.programme.plan_import.tests.samples.documents import ANNEX
from nhipcau.programme.tests import factories as make

UPLOAD = "programme_plan_import"


@pytest.fixture
def issuer(db):
    return make.make_agency("ubnd-tinh", "Ủy ban nhân dân tỉnh Đắk Lắk", is_publisher=True)


def send(client, content: bytes, name: str = "ke-hoach.docx"):
    return client.post(reverse(UPLOAD), {"file": SimpleUploadedFile(name, content)})


def test_plan_goes_from_file_to_draft(client_as, issuer):
    client = client_as(Role.OFFICE)
    answer = send(client, ANNEX.build())
    assert answer.status_code == 302
    page = client.get(answer.url)
    form = page.context["form"]
    assert "88/KH-UBND" in page.content.decode()
    undecided = {
        "issuer": issuer.pk,
        "title": "Kế hoạch năm 2020",
        "row": [str(at) for at in range(6)],
        "target": "new",
    }
    refused = client.post(answer.url, undecided)
    assert refused.status_code == 422
    assert not TaskVersion.objects.exists()
    decided = undecided | {f"name_{at}": "create" for at, _match in enumerate(form.matches)}
    done = client.post(answer.url, decided | {"row": ["0", "2"]})
    assert done.status_code == 302
    assert [row.number for row in TaskVersion.objects.all()] == ["1", "1"]
    gone = client.get(answer.url)
    assert gone.url == reverse(UPLOAD)
    approval = client.get(done.url).context["approval_form"]
    assert approval["document_number"].value() == "88/KH-UBND"
    assert approval["approved_on"].value() == date(2020, 3, 13)


def test_bad_file_is_told_on_the_page(client_as, issuer):
    answer = send(client_as(Role.OFFICE), b"%PDF-1.4", "ke-hoach.pdf")
    assert answer.status_code == 422
    assert "PDF" in str(answer.context["form"].errors["file"])


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.LEADER, Role.EDITOR])
def test_others_may_not_import(role, client_as, issuer):
    client = client_as(role)
    assert client.get(reverse(UPLOAD)).status_code in (302, 403)
    assert send(client, ANNEX.build()).status_code in (302, 403)


def test_upload_of_another_person_is_not_shown(client_as, issuer):
    url = send(client_as(Role.OFFICE), ANNEX.build()).url
    other = client_as(Role.OFFICE)
    assert other.get(url).url == reverse(UPLOAD)


def test_all_open_names_are_decided_at_once(client_as, issuer):
    client = client_as(Role.OFFICE)
    url = send(client, ANNEX.build()).url
    rows = [str(at) for at in range(6)]
    data = {"issuer": issuer.pk, "title": "Kế hoạch", "row": rows, "target": "new"}
    data["decide_rest"] = "on"
    assert client.post(url, data).status_code == 302
    wording = TaskVersion.objects.get(text__startswith="Cập nhật Cổng")
    assert str(wording.lead) == "Văn phòng UBND tỉnh"
    assert not wording.coordinators.exists(), "general phrases are no agencies"
    assert "Các sở, ban, ngành" in wording.task.comments.get().text


def told(client, url: str) -> str:
    """What the review says about where the tasks will go."""
    text = client.get(url).content.decode()
    start = text.index('id="where-the-tasks-go"')
    return " ".join(text[start : text.index("</div>", start)].split())


def test_review_names_the_plan_that_the_tasks_will_be_merged_into(client_as, issuer):
    client = client_as(Role.OFFICE)
    url = send(client, ANNEX.build()).url
    assert "kế hoạch mới" in told(client, url)
    plan = Plan.objects.create(title="Kế hoạch cũ", first_year=2020, last_year=2020, issuer=issuer)
    draft = PlanVersion.objects.create(plan=plan)
    assert "Kế hoạch cũ" in told(client, url)
    assert "Dự thảo" in told(client, url)
    # Approved meanwhile under the number that the file bears: nothing can go into it.
    PlanVersion.objects.filter(pk=draft.pk).update(
        state=VersionState.APPROVED,
        document_number="88/KH-UBND",
        approved_on=date(2020, 3, 13),
    )
    assert "88/KH-UBND" in told(client, url)
    assert "sửa đổi" in told(client, url)


def test_another_issuer_is_shown_its_own_plan_before_anything_is_written(client_as, issuer):
    other = make.make_agency("tinh-uy", "Tỉnh ủy Đắk Lắk")
    plan = Plan.objects.create(
        title="Kế hoạch của Tỉnh ủy", first_year=2020, last_year=2020, issuer=other
    )
    draft = PlanVersion.objects.create(plan=plan)
    client = client_as(Role.OFFICE)
    url = send(client, ANNEX.build()).url
    data = {
        "issuer": other.pk,
        "title": "Kế hoạch",
        "row": ["0"],
        "decide_rest": "on",
        "target": "new",
    }
    page = client.post(url, data)
    assert page.status_code == 422
    assert "Kế hoạch của Tỉnh ủy" in page.content.decode()
    assert not TaskVersion.objects.exists()
    assert client.post(url, data | {"target": str(draft.pk)}).status_code == 302
    assert TaskVersion.objects.get().version == draft
