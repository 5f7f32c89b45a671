"""Blocks of the body as readers and translators meet them."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import translation

from nhipcau.accounts.enums import Role
from nhipcau.common.surfaces import registry
from nhipcau.library.enums import RecordingKind, Rights
from nhipcau.library.exceptions import MediumNotPublishable
from nhipcau.library.models import Document, Recording
from nhipcau.newsroom.blocks import BodyBlock, VideoBlock
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.rules.plot import bars
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.translation import start_translation
from nhipcau.newsroom.services.works import create_work
from nhipcau.translation.services import localize

NOW = datetime(2100, 1, 1, tzinfo=UTC)
TABLE = {
    "columns": [{"type": "text", "heading": "Nước"}, {"type": "number", "heading": "Đoàn"}],
    "rows": [{"values": ["Lào", "12"]}, {"values": ["Campuchia", None]}],
    "caption": "",
}
FIGURES = {
    "title": "Đoàn ra",
    "unit": "đoàn",
    "table": TABLE,
    "has_plot": True,
    "source": "Sở Ngoại vụ, báo cáo 12/2024",
}


def body(*blocks):
    return BodyBlock().to_python(
        [
            {"type": kind, "value": value, "id": str(place)}
            for place, (kind, value) in enumerate(blocks)
        ]
    )


def test_figures_are_a_table_and_bars_and_name_who_reported_them():
    with translation.override("vi"):
        html = str(body(("figures", FIGURES)))
    assert '<figure class="story-figures">' in html, "not the grid of key figures, in two columns"
    assert "<svg" in html
    assert html.count("<rect") == 1, "an empty cell is no bar, never a bar of nought"
    assert html.count("không có số liệu") == 2
    assert '<th scope="row">Lào</th>' in html
    assert "Sở Ngoại vụ, báo cáo 12/2024" in html


def test_a_recording_is_no_photograph():
    with translation.override("vi"):
        labels = [
            str(BodyBlock().child_blocks[kind].child_blocks["credit"].label)
            for kind in ("photo", "video", "audio")
        ]
    assert labels == ["tác giả, nguồn ảnh", "tác giả, nguồn", "tác giả, nguồn"]


def test_fields_without_a_label_of_their_own_are_named():
    table = BodyBlock().child_blocks["figures"].child_blocks["table"].child_blocks
    blocks = (BodyBlock().child_blocks["heading"], table["text"], table["number"])
    with translation.override("vi"):
        fields = [block.field.widget.render("x", "") for block in blocks]
    names = ("Tít xen", "Chữ", "Số")
    for field, name in zip(fields, names, strict=True):
        assert f'aria-label="{name}"' in field


def test_bars_grow_with_their_figures_and_negative_ones_go_left():
    plot = bars(["a", "b"], [("x", [Decimal(10), Decimal(-5)])])
    first, second = plot.bars
    assert first.length == pytest.approx(2 * second.length, rel=0.01)
    assert second.x + second.length == pytest.approx(plot.axis_x, abs=0.2)
    assert bars(["a"], [("x", [None])]) is None


def test_a_quotation_names_who_said_it():
    html = str(body(("quotation", {"text": "Lời <b>nói</b>.", "speaker": "A", "office": "B"})))
    assert "Lời &lt;b&gt;nói&lt;/b&gt;." in html
    assert "<strong>A</strong>, B" in html


@pytest.fixture
def recording(db):
    made = Recording(kind=RecordingKind.VIDEO, title="Phim", transcript="Lời thoại.")
    made.file.save("phim.mp4", ContentFile(b"0123456789"))
    return made


@pytest.mark.django_db
def test_files_are_public_while_a_public_text_offers_them(site, recording):
    document = Document(title="Báo cáo")
    document.file.save("bao-cao.pdf", ContentFile(b"%PDF-1.7"))
    page = create_work(
        actor=None,
        headline="Bài",
        lead="x",
        body=[
            ("video", {"recording": recording, "caption": "Cảnh quay", "credit": ""}),
            ("file", {"document": document, "title": ""}),
        ],
    )
    address = f"/media/files/{recording.uuid.hex}.mp4"
    assert registry.render(address, NOW).status == 404
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page = StoryPage.objects.get(pk=page.pk)
    html = registry.render(page.address, NOW).body.decode()
    assert f'src="{address}"' in html
    assert "Lời thoại." in html
    assert f"/media/files/{document.uuid.hex}.pdf" in html
    rendered = registry.render(address, NOW)
    assert (rendered.body, rendered.content_type) == (b"0123456789", "video/mp4")
    assert address in set(registry.addresses(NOW))
    page.work.embargo_until = datetime(2100, 1, 2, tzinfo=UTC)
    page.work.save()
    hidden = registry.render(address, NOW)
    assert (hidden.status, hidden.valid_until) == (404, page.work.embargo_until)


@pytest.mark.django_db
def test_a_file_of_a_draft_is_sent_to_colleagues_as_what_it_is(site, recording, client_as, client):
    address = f"/admin/media/files/{recording.uuid.hex}"
    colleague = client_as(Role.EDITOR)
    response = colleague.get(f"{address}.mp4")
    assert (response.status_code, response["Content-Type"]) == (200, "video/mp4")
    assert b"".join(response.streaming_content) == b"0123456789"
    assert "private" in response["Cache-Control"]
    assert colleague.get(f"{address}.html").status_code == 404, "a film is never a page"
    assert colleague.get("/admin/media/files/nothing.mp4").status_code == 404
    assert client.get(f"{address}.mp4").status_code == 302, "strangers are asked to sign in"


@pytest.mark.django_db
def test_a_recording_without_a_right_stops_publication(site, recording):
    recording.rights = Rights.UNCLEAR
    recording.save()
    page = create_work(
        actor=None,
        headline="Bài",
        body=[("video", {"recording": recording, "caption": "", "credit": ""})],
    )
    with pytest.raises(MediumNotPublishable):
        publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)


@pytest.mark.django_db
def test_a_recording_of_the_other_kind_is_refused(recording):
    recording.kind = RecordingKind.AUDIO
    recording.save()
    block = VideoBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"recording": recording.pk}))


@pytest.mark.django_db
def test_words_of_figures_are_translated_and_numbers_stay(site, client_as):
    translator = client_as(Role.TRANSLATOR).user
    page = create_work(actor=None, headline="Bài", lead="x", body=[("figures", FIGURES)])
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    target = start_translation(
        source=StoryPage.objects.get(pk=page.pk), language="en", actor=translator
    )
    segments = localize.segments(target)
    assert {"Lào", "Nước", "Đoàn ra", "đoàn"} <= {segment.source for segment in segments}
    for segment in segments:
        localize.save_segment(
            target=target,
            segment_id=segment.id,
            text="Laos" if segment.source == "Lào" else f"en {segment.position}",
            actor_id=translator.pk,
            seen_version=segment.version,
        )
    revision = localize.assemble(
        target, translator, source_revision_id=page.latest_revision_id, is_machine_draft=False
    )
    table = revision.as_object().body[0].value["table"]
    assert table.row_data[0]["values"] == ["Laos", Decimal("12")]


@pytest.mark.parametrize(("language", "name"), [("vi", "Tít xen"), ("en", "Subheading")])
def test_the_field_of_a_subheading_has_a_name(language, name):
    widget = BodyBlock().child_blocks["heading"].field.widget
    with translation.override(language):
        assert f'aria-label="{name}"' in widget.render("body-0-value", "")
