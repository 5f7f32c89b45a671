"""ninjs, JSON Lines and NewsML-G2."""

import json

import pytest

from nhipcau.common.clock import civil
from nhipcau.newsroom.ingest.exceptions import (
    DamagedSource,
    DangerousSource,
    NoStory,
    UnreadableSource,
)
from nhipcau.newsroom.ingest.readers import news_json, newsml
from nhipcau.newsroom.ingest.registry import read_source
from nhipcau.newsroom.ingest.sources import find_sources
from nhipcau.newsroom.ingest.tests import pages

RICH = (
    f"<p>{pages.LEAD}</p><p>{pages.FIRST}</p><figure><img src='a.jpg'/><figcaption>"
    f"{pages.CAPTIONS[0]}</figcaption></figure><p>{pages.SECOND}</p><p>{pages.THIRD}</p>"
)
NINJS = {
    "uri": "urn:newsml:example.org:2020:1",
    "type": "text",
    "language": "vi",
    "firstCreated": "2020-03-04T10:14:00Z",
    "versionCreated": "2020-03-05T01:00:00Z",
    "by": pages.AUTHOR,
    "headlines": [{"role": "short", "value": "Ngắn"}, {"role": "main", "value": pages.HEADLINE}],
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": "Chỉ là chữ."},
        {"role": "richtext", "contentType": "application/xhtml+xml", "value": RICH},
    ],
    "subjects": [{"name": "đối ngoại"}],
    "associations": [
        {
            "name": "photo-2",
            "type": "picture",
            "descriptions": [{"value": pages.CAPTIONS[1]}],
            "renditions": [{"name": "main", "href": "https://example.org/b.jpg"}],
        }
    ],
}


def newsml_item(body: str = RICH, extra: str = "", guid: str = "urn:x:1") -> bytes:
    return (
        f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="{newsml.NAMESPACE}" guid="{guid}" version="1" standard="NewsML-G2"
 standardversion="2.35" conformance="power" xml:lang="vi"><itemMeta>
<itemClass qcode="ninat:text"/><provider literal="Báo Mẫu"/>
<versionCreated>2020-03-05T08:00:00+07:00</versionCreated>
<firstCreated>2020-03-04T17:14:00+07:00</firstCreated>{extra}</itemMeta><contentMeta>
<by>{pages.AUTHOR}</by><headline>{pages.HEADLINE}</headline><language tag="vi"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{body}</body></html>
</inlineXML></contentSet></newsItem>"""
    ).encode()


def test_an_item_of_ninjs():
    story = news_json.read(json.dumps(NINJS).encode())[0]
    assert story.headline == pages.HEADLINE
    assert civil(story.published_at).isoformat() == pages.MOMENT
    assert story.byline == pages.AUTHOR
    assert story.paragraphs == pages.BODY
    assert story.captions == pages.CAPTIONS
    assert (story.identifier, story.language) == (NINJS["uri"], "vi")
    assert story.keywords == ("đối ngoại",)


def test_the_form_of_earlier_versions():
    item = {
        "uri": "urn:x:2",
        "headline": pages.HEADLINE,
        "body_xhtml": RICH,
        "byline": pages.AUTHOR,
        "versioncreated": "2020-03-04T10:14:00Z",
    }
    story = news_json.read(json.dumps([item]).encode())[0]
    assert story.paragraphs == pages.BODY


def test_an_item_of_newsml():
    story = newsml.read(newsml_item())[0]
    assert story.headline == pages.HEADLINE
    assert civil(story.published_at).isoformat() == pages.MOMENT
    assert (story.byline, story.source_name) == (pages.AUTHOR, "Báo Mẫu")
    assert story.paragraphs == pages.BODY
    assert story.captions == pages.CAPTIONS[:1]
    assert (story.identifier, story.language) == ("urn:x:1", "vi")


def test_translations_name_their_original():
    link = '<link rel="irel:translatedFrom" residref="urn:x:1"/>'
    assert newsml.read(newsml_item(extra=link, guid="urn:x:9"))[0].translation_of == "urn:x:1"
    item = NINJS | {"translationOf": "urn:x:1"}
    assert news_json.read(json.dumps(item).encode())[0].translation_of == "urn:x:1"


def test_embargo_is_understood():
    story = newsml.read(newsml_item(extra="<embargoed>2030-01-01T00:00:00+07:00</embargoed>"))[0]
    assert civil(story.embargo_until).year == 2030


@pytest.mark.parametrize(
    ("read", "data", "error"),
    [
        (news_json.read, b'{"uri": "x", "headli', DamagedSource),
        (news_json.read, b"[1, 2]", UnreadableSource),
        (news_json.read, b'{"headline": "A"}', NoStory),
        (news_json.read, json.dumps(NINJS | {"pubStatus": "canceled"}).encode(), UnreadableSource),
        (news_json.read, b"[" * 100_000, DamagedSource),
        (newsml.read, b"<a/>", NoStory),
        (newsml.read, newsml_item()[:700], DamagedSource),
        (newsml.read, b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>', DangerousSource),
        (
            newsml.read,
            b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://x/">\n<a/>',
            DangerousSource,
        ),
    ],
)
def test_broken_items_say_so(read, data, error):
    with pytest.raises(error):
        read(data)


def test_a_broken_line_stops_no_other(tmp_path):
    path = tmp_path / "archive.jsonl"
    plain = {
        "title": pages.HEADLINE,
        "date": "17:14, 04/03/2020",
        "author": pages.AUTHOR,
        "content": "\n".join(pages.BODY),
    }
    lines = [json.dumps(NINJS), "{broken", "", json.dumps(plain, ensure_ascii=False)]
    path.write_text("\n".join(lines), encoding="utf-8")
    items = list(read_source(next(find_sources([path]))))
    assert [item.source for item in items] == [f"archive.jsonl#{n}" for n in (1, 2, 4)]
    assert [item.error is None for item in items] == [True, False, True]
    assert items[0].key == f"id:{NINJS['uri']}"
    assert items[2].story.paragraphs == pages.BODY
    assert civil(items[2].story.published_at).isoformat() == pages.MOMENT
