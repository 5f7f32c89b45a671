"""Items that say that they translate others."""

import json
from dataclasses import replace

import pytest

from nhipcau.newsroom.ingest.types import Block, Kind, ParsedStory
from nhipcau.newsroom.models import StoryPage, Work
from nhipcau.newsroom.services.ingest import Outcome
from nhipcau.newsroom.tests.test_ingest import ingest, sample, store

pytestmark = pytest.mark.django_db


def test_a_translated_item_becomes_a_version_of_the_same_work(site):
    original = store(sample(identifier="urn:x:1"), key="id:urn:x:1").page
    english = ParsedStory(
        headline="A headline", lead="First.", language="en", translation_of="urn:x:1",
        blocks=(Block(Kind.PARAGRAPH, "Second."),),
    )  # fmt: skip
    done = store(english, key="id:urn:x:2")
    assert done.outcome == Outcome.CREATED
    assert done.page.work == original.work
    assert done.page.translation_key == original.translation_key
    assert store(english, key="id:urn:x:2").outcome == Outcome.UNCHANGED
    changed = replace(english, lead="First, corrected.")
    assert store(changed, key="id:urn:x:2").outcome == Outcome.UPDATED
    assert store(sample(identifier="urn:x:1"), key="id:urn:x:1").outcome == Outcome.UNCHANGED
    assert Work.objects.count() == 1


def ninjs(folder, name, identifier, headline, language, **fields):
    """Write an item as news agencies hand it over."""
    item = {
        "uri": identifier,
        "language": language,
        "headline": headline,
        "body_text": f"Một, {headline}.\nHai.",
        "firstCreated": "2020-03-04T08:00:00+07:00",
        **fields,
    }
    (folder / name).write_text(json.dumps(item, ensure_ascii=False), encoding="utf-8")


def test_a_translation_read_before_its_original_is_a_version_of_the_same_work(site, tmp_path):
    ninjs(tmp_path, "bai-en.json", "urn:x:2", "A headline", "en", translation_of="urn:x:1")
    ninjs(tmp_path, "bai.json", "urn:x:1", "Một đầu đề", "vi")
    assert ingest(tmp_path)["created"] == 2
    work = Work.objects.get()
    english, original = work.versions.order_by("locale__language_code")
    assert (english.title, original.title) == ("A headline", "Một đầu đề")
    assert english.translation_key == original.translation_key
    assert work.headline == "Một đầu đề"
    assert ingest(tmp_path)["unchanged"] == 2
    assert ingest(tmp_path, dry_run=True)["unchanged"] == 2
    assert StoryPage.objects.count() == 2
    ninjs(tmp_path, "bai.json", "urn:x:1", "Một đầu đề khác", "vi")
    assert ingest(tmp_path)["updated"] == 1


def test_a_dry_run_says_what_becomes_of_a_translation(site, tmp_path):
    ninjs(tmp_path, "bai.json", "urn:x:1", "Một đầu đề", "vi")
    ingest(tmp_path)
    ninjs(tmp_path, "bai-en.json", "urn:x:2", "A headline", "en", translation_of="urn:x:1")
    report = ingest(tmp_path, dry_run=True)
    assert (report["created"], report["unchanged"]) == (1, 1)
    ingest(tmp_path)
    ninjs(tmp_path, "bai-en.json", "urn:x:2", "Another", "en", translation_of="urn:x:1")
    report = ingest(tmp_path, dry_run=True)
    assert (report["created"], report["updated"], report["unchanged"]) == (0, 1, 1)


def test_a_translation_that_became_a_work_of_its_own_stays_one(site):
    english = sample(headline="A headline", language="en", identifier="urn:x:2")
    own = store(english, key="id:urn:x:2").page
    store(sample(identifier="urn:x:1"), key="id:urn:x:1")
    again = store(replace(english, translation_of="urn:x:1"), key="id:urn:x:2")
    assert (again.outcome, again.page) == (Outcome.UNCHANGED, own)
    assert Work.objects.count() == StoryPage.objects.count() == 2
