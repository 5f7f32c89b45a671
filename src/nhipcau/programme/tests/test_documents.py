"""The register of guiding documents: numbers, relations, search, and who cites what."""

import re
from datetime import date

import pytest
from django.urls import reverse

from nhipcau.agencies.enums import DocumentSystem
from nhipcau.programme.enums import DocumentRelationKind, DocumentStatus
from nhipcau.programme.exceptions import BadReference
from nhipcau.programme.models import GuidingDocument, TaskVersion
from nhipcau.programme.services.documents import (
    relate_documents,
    save_document,
    save_with_relations,
)
from nhipcau.programme.tests import factories as make
from nhipcau.programme.views import documents

STATE, PARTY = DocumentSystem.STATE, DocumentSystem.PARTY


def entered(province, reference="72/2015/NĐ-CP", **values) -> GuidingDocument:
    fields = {"system": STATE, "title": "Quản lý hoạt động thông tin đối ngoại"}
    fields |= {"issuer_name": "Chính phủ", "issued_on": date(2015, 9, 7)}
    document = GuidingDocument(reference=reference, **fields | values)
    return save_document(actor=province.office, document=document)


@pytest.mark.parametrize(
    ("system", "typed", "kept"),
    [
        (STATE, "72/2015/NĐ-CP", "72/2015/NĐ-CP"),
        (STATE, " 88 /KH–UBND ", "88/KH-UBND"),
        (PARTY, "57-KL/TW", "57-KL/TW"),
        (PARTY, "53-KH/BCĐ", "53-KH/BCĐ"),
    ],
)
def test_number_in_the_pattern_of_its_system_is_kept(province, system, typed, kept):
    assert entered(province, typed, system=system).reference == kept


@pytest.mark.parametrize(
    ("system", "typed"),
    [(STATE, "57-KL/TW"), (PARTY, "72/2015/NĐ-CP"), (STATE, "KH-UBND"), (PARTY, "57")],
)
def test_number_of_the_other_system_is_refused(province, system, typed):
    with pytest.raises(BadReference):
        entered(province, typed, system=system)


def test_status_follows_relations_and_never_goes_back_to_amended(province):
    old, new, newest = (entered(province, f"{at}/2015/NĐ-CP") for at in (1, 2, 3))

    def status_after(kind, origin):
        relate_documents(actor=province.office, origin=origin, kind=kind, target=old)
        old.refresh_from_db()
        return old.status

    kinds = DocumentRelationKind
    assert status_after(kinds.AMENDS, new) == DocumentStatus.AMENDED
    assert status_after(kinds.REPLACES, newest) == DocumentStatus.REPLACED
    assert status_after(kinds.AMENDS, newest) == DocumentStatus.REPLACED


def test_a_relation_that_is_taken_back_gives_the_other_document_its_status_again(province):
    old, new, newest = (entered(province, f"{at}/2015/NĐ-CP") for at in (1, 2, 3))
    amends, replaces = DocumentRelationKind.AMENDS, DocumentRelationKind.REPLACES

    def status_after(document, *kinds):
        relations = [(kind, old, "") for kind in kinds]
        save_with_relations(actor=province.office, document=document, relations=relations)
        old.refresh_from_db()
        return old.status

    assert status_after(new, amends) == DocumentStatus.AMENDED
    assert status_after(newest, replaces) == DocumentStatus.REPLACED
    assert status_after(newest) == DocumentStatus.AMENDED, "the first one still amends it"
    assert status_after(new) == DocumentStatus.IN_FORCE
    assert status_after(new, replaces) == DocumentStatus.REPLACED
    save_document(actor=province.office, document=changed(old, status=DocumentStatus.REPEALED))
    assert status_after(new) == DocumentStatus.REPEALED, "somebody has said so since"


def changed(document, **values):
    for name, value in values.items():
        setattr(document, name, value)
    return document


def test_register_is_searched_without_tone_marks_and_filtered(province, client_as):
    entered(province)
    entered(
        province, "57-KL/TW", system=PARTY, title="Nâng cao chất lượng", status="replaced",
        issuer_name="Ban Bí thư",
    )  # fmt: skip
    editor = client_as(province.editor)

    def found(query: str) -> set[str]:
        page = editor.get(f"{reverse('programme_documents')}?{query}").content.decode()
        return {number for number in ("72/2015/NĐ-CP", "57-KL/TW") if number in page}

    assert found("q=quan+ly+hoat+dong") == {"72/2015/NĐ-CP"}
    assert found("q=ban+bi+thu") == {"57-KL/TW"}
    assert found("system=party") == found("status=replaced") == {"57-KL/TW"}
    assert found("") == {"72/2015/NĐ-CP", "57-KL/TW"}


def test_document_shows_every_plan_and_task_that_cites_it(province, client_as, monkeypatch):
    monkeypatch.setattr(documents, "TASKS_ON_A_PAGE", 1)
    document = entered(province)
    draft = make.make_plan(province.office, province.committee, 2021)
    draft.versions.get().legal_bases.add(document)
    for wording in (province.wording, province.other_task.current):
        TaskVersion.documents.through.objects.create(
            taskversion_id=wording.pk, guidingdocument_id=document.pk
        )
    address = reverse("programme_document", args=[document.pk])

    def cited(user, page=1) -> tuple[str, bool, bool, bool]:
        text = client_as(user).get(f"{address}?p={page}").content.decode()
        count = re.search(r"<h2>Nhiệm vụ thực hiện văn bản này \((\d+)\)</h2>", text).group(1)
        return (count, "Kế hoạch 2021" in text, "lớp tập huấn" in text, "Mời phóng viên" in text)

    assert cited(province.office) == ("2", True, True, False)
    assert cited(province.office, page=2) == ("2", True, False, True)
    assert cited(province.culture_focal) == ("1", False, True, False), (
        "no draft, and no task of another agency"
    )


def test_two_people_at_one_entry_see_each_others_words_and_lose_none(province, client_as):
    document = entered(province)
    url = reverse("programme_document_edit", args=[document.pk])
    first, second = client_as(province.office), client_as(province.office)
    shown = first.get(url).context["form"]
    values = {name: shown[name].value() or "" for name in shown.fields if name != "file"}
    values |= {"relations-TOTAL_FORMS": 0, "relations-INITIAL_FORMS": 0}
    del values["is_confirmed"]
    assert first.post(url, values | {"summary": "Của người thứ nhất"}).status_code == 302
    mine = values | {"source": "Công báo", "status": "replaced"}
    answer = second.post(url, mine)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Của người thứ nhất" in page
    labels = {str(row["label"]) for row in answer.context["differences"]}
    assert labels == {"Hiệu lực", "Nguồn", "Nội dung yêu cầu"}
    document.refresh_from_db()
    assert (document.summary, document.source) == ("Của người thứ nhất", "")
    revision = re.search(r'name="revision" value="(\d+)"', page).group(1)
    assert second.post(url, mine | {"revision": revision}).status_code == 302
    document.refresh_from_db()
    assert (document.source, document.status) == ("Công báo", DocumentStatus.REPLACED)
