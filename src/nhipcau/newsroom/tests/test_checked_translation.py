"""A translation between the desk and its readers: helped, checked, refused, remembered."""

import pytest
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.accounts.tests.factories import make_user
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.translation import start_translation, submit_translation
from nhipcau.newsroom.services.works import create_work
from nhipcau.translation.exceptions import OpenErrors
from nhipcau.translation.models import CheckOverride, MemoryOrigin
from nhipcau.translation.selectors.memory import suggestions
from nhipcau.translation.services import localize
from nhipcau.translation.services.desk import desk_rows

pytestmark = pytest.mark.django_db

LEAD = "Tỉnh đón 950.000 lượt khách. Doanh thu đạt 1.000 tỷ đồng."
TRUE = "The province received 950,000 visitors. Revenue reached VND1 trillion."
WRONG = "The province received 940,000 visitors. Revenue reached VND1 trillion."


def work(headline):
    page = create_work(
        actor=None,
        headline=headline,
        lead=LEAD,
        body=[("paragraph", "<p>Lễ hội <b>thành công</b>.</p>")],
    )
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    return StoryPage.objects.get(pk=page.pk)


@pytest.fixture
def translator(db):
    return make_user(Role.TRANSLATOR)


@pytest.fixture
def reviser(db):
    return make_user(Role.REVISER)


def write(target, translator, lead):
    texts = {"title": "Tourism grows", "lead": lead}
    for segment in localize.segments(target):
        localize.save_segment(
            target=target,
            segment_id=segment.id,
            text=texts.get(segment.path, "The festival was a <b>success</b>."),
            actor_id=translator.pk,
            seen_version=segment.version,
        )


def submitted(translator, lead, headline="Du lịch tăng trưởng"):
    target = start_translation(source=work(headline), language="en", actor=translator)
    write(target, translator, lead)
    submit_translation(target=target, actor=translator)
    return StoryPage.objects.get(pk=target.pk)


def approve(page, approver):
    state = page.current_workflow_task_state
    change = "small_fix" if page.first_published_at else ""
    state.task.specific.on_action(state, approver, "approve", secrecy_checked=True, change=change)
    return StoryPage.objects.get(pk=page.pk)


def test_who_decides_on_a_translation_sees_it_as_readers_will(site, translator, reviser, client_as):
    page = submitted(translator, TRUE)
    browser = client_as(reviser)
    preview = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    assert preview in browser.get(reverse("newsroom_approval", args=[page.pk])).content.decode()
    shown = browser.get(preview).content.decode()
    assert '<html lang="en"' in shown
    assert "Tourism grows" in shown
    assert client_as(Role.REPORTER).get(preview).status_code == 302


def test_a_wrong_digit_stops_publication(site, translator, reviser):
    page = submitted(translator, WRONG)
    with pytest.raises(OpenErrors):
        approve(page, reviser)
    page = StoryPage.objects.get(pk=page.pk)
    assert not page.live
    assert page.workflow_in_progress, "the decision is undone whole"
    assert not MemoryOrigin.objects.exists()


def test_an_editor_overrides_with_a_reason_that_holds_for_these_errors_only(
    site, translator, reviser, client_as
):
    page = submitted(translator, WRONG)
    address = reverse("newsroom_approval", args=[page.pk])
    shown = client_as(reviser).get(address).content.decode()
    assert "940,000" in shown
    assert 'name="reason"' not in shown, "revisers cannot override"
    client_as(reviser).post(address, {"decision": "override", "reason": "The source is wrong."})
    assert not CheckOverride.objects.exists()
    administrator = client_as(Role.ADMINISTRATOR)
    administrator.post(address, {"decision": "override", "reason": "short"})
    assert not CheckOverride.objects.exists()
    administrator.post(
        address, {"decision": "override", "reason": "The source misprints 950,000 for 940,000."}
    )
    assert CheckOverride.objects.get().reason.startswith("The source misprints")
    assert approve(page, reviser).live

    other = start_translation(
        source=StoryPage.objects.exclude(pk=page.pk).get(work=page.work),
        language="en",
        actor=translator,
    )
    write(other, translator, WRONG.replace("940,000", "840,000"))
    submit_translation(target=other, actor=translator)
    with pytest.raises(OpenErrors):
        approve(StoryPage.objects.get(pk=other.pk), reviser)


def test_what_is_published_is_remembered_with_its_approver(site, translator, reviser):
    page = approve(submitted(translator, TRUE), reviser)
    best = suggestions("Tỉnh đón 950.000 lượt khách.", "vi", "en")[0]
    assert (best.percent, best.target) == (100, "The province received 950,000 visitors.")
    assert (best.origin, best.approved_by) == (page.title, reviser.full_name)
    new = suggestions("Tỉnh đón 123.456 lượt khách.", "vi", "en")[0]
    assert new.is_substituted
    assert new.target == "The province received 123,456 visitors."


def test_a_corrected_translation_takes_the_place_of_the_old_one(site, translator, reviser):
    page = approve(submitted(translator, TRUE), reviser)
    source = StoryPage.objects.exclude(pk=page.pk).get(work=page.work)
    target = start_translation(source=source, language="en", actor=translator)
    write(target, translator, TRUE.replace("received", "welcomed"))
    submit_translation(target=target, actor=translator)
    approve(StoryPage.objects.get(pk=target.pk), reviser)
    found = suggestions("Tỉnh đón 950.000 lượt khách.", "vi", "en")
    assert [match.target for match in found] == ["The province welcomed 950,000 visitors."]


def test_the_desk_offers_memory_and_marks_and_fills_what_is_known(
    site, translator, reviser, client_as
):
    approve(submitted(translator, TRUE), reviser)
    target = start_translation(source=work("Tin thứ hai"), language="en", actor=translator)
    segments = {segment.path.split(".")[0]: segment for segment in localize.segments(target)}
    client = client_as(translator)
    shown = client.get(
        reverse("translation_desk_help", args=[target.pk, segments["lead"].id])
    ).content.decode()
    assert TRUE in shown
    shown = client.get(
        reverse("translation_desk_help", args=[target.pk, segments["body"].id])
    ).content.decode()
    assert "&lt;b&gt;" in shown, "the marks of the source can be put in"
    client.post(reverse("translation_desk", args=[target.pk]), {"action": "fill"})
    filled = {segment.path: segment.target for segment in localize.segments(target)}
    assert filled["lead"] == TRUE
    assert filled["title"] == "", "only the very same text is filled in"


def test_the_desk_shows_findings_and_filters_by_them(site, translator, client_as):
    target = start_translation(source=work("Du lịch"), language="en", actor=translator)
    client = client_as(translator)
    lead = next(segment for segment in localize.segments(target) if segment.path == "lead")
    answer = client.post(
        reverse("translation_desk", args=[target.pk]),
        {"action": "segment", "segment": lead.id, f"target-{lead.id}": WRONG},
    ).content.decode()
    assert "940,000" in answer.split("nc-findings")[1]
    page = client.get(reverse("translation_desk", args=[target.pk]), {"show": "found"})
    assert [row["segment"].id for row in page.context["rows"]] == [lead.id]
    page = client.get(reverse("translation_desk", args=[target.pk]), {"show": "open"})
    assert lead.id not in [row["segment"].id for row in page.context["rows"]]


def test_the_desk_holds_sums_to_the_rate_of_the_article_as_publication_does(site, translator):
    sums = [("14,3", "546"), ("5,12", "195"), ("12,08", "461"), ("11,486", "458")]
    page = create_work(
        actor=None,
        headline="Vốn",
        body=[("paragraph", f"<p>Vốn {dong} nghìn tỷ đồng.</p>") for dong, _dollars in sums],
    )
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    target = start_translation(
        source=StoryPage.objects.get(pk=page.pk), language="en", actor=translator
    )
    dollars = dict(sums)
    for segment in localize.segments(target):
        dong = next((dong for dong in dollars if dong in segment.source), "")
        english = dong.replace(",", ".")
        text = (
            f"Capital: VND{english} trillion (US${dollars[dong]} million)." if dong else "Capital"
        )
        localize.save_segment(
            target=target,
            segment_id=segment.id,
            text=text,
            actor_id=translator.pk,
            seen_version=segment.version,
        )
    wrong = [row.segment.source for row in desk_rows(target) if row.errors]
    assert wrong == ["Vốn 11,486 nghìn tỷ đồng."], "at the others' rate they are 438 million"


def test_nobody_else_asks_the_memory_through_the_desk(site, translator, client_as):
    target = start_translation(source=work("Du lịch"), language="en", actor=translator)
    segment = localize.segments(target)[0]
    address = reverse("translation_desk_help", args=[target.pk, segment.id])
    assert client_as(Role.REPORTER).get(address).status_code in {302, 403}
    assert (
        client_as(translator)
        .get(reverse("translation_desk_help", args=[target.pk, 999999]))
        .status_code
        == 404
    )


@pytest.mark.parametrize(
    ("role", "works", "decides"),
    [
        (Role.TRANSLATOR, True, False),
        (Role.REVISER, True, True),
        (Role.EDITOR, False, True),
        (Role.OFFICE, False, False),
    ],
)
def test_the_list_of_what_waits_leads_nobody_to_a_closed_door(
    site, translator, client_as, role, works, decides
):
    page = submitted(translator, WRONG)
    browser = client_as(role)
    desk = reverse("translation_desk", args=[page.pk])
    decision = reverse("newsroom_approval", args=[page.pk])
    shown = browser.get(reverse("translation_checks")).content.decode()
    assert "Tourism grows" in shown
    for address, is_open in ((desk, works), (decision, decides)):
        assert (f'"{address}"' in shown) == is_open
        assert (browser.get(address).status_code == 200) == is_open
    if decides:
        assert (f'"{desk}"' in browser.get(decision).content.decode()) == works
