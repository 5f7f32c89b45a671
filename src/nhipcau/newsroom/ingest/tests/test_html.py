"""Pages of newspapers."""

import pytest

from nhipcau.common.clock import civil
from nhipcau.newsroom.ingest.exceptions import (
    DangerousSource,
    EmptySource,
    NoStory,
    SourceTooLarge,
    UnreadableSource,
)
from nhipcau.newsroom.ingest.readers import html
from nhipcau.newsroom.ingest.tests import pages
from nhipcau.newsroom.ingest.types import Kind, ParsedStory


def read(text: str) -> ParsedStory:
    return html.read(text.encode())[0]


@pytest.mark.parametrize("name", pages.PAGES)
def test_the_article_comes_out_whole_and_alone(name):
    story = read(pages.PAGES[name])
    assert story.headline == pages.HEADLINE
    assert story.published_at is not None
    assert civil(story.published_at).isoformat() == pages.MOMENT
    assert story.byline == pages.AUTHOR
    assert story.paragraphs == pages.BODY
    assert story.captions == pages.CAPTIONS
    assert story.language == "vi"
    photos = [b.photo_name for b in story.blocks if b.kind == Kind.CAPTION]
    assert [name.rsplit("/", 1)[-1] for name in photos] == ["a.jpg", "b.jpg"]
    assert story.kicker == ("Thông tin đối ngoại" if name == "kicker and update" else "")


def test_address_paper_and_emphasis_are_kept():
    story = read(
        pages.PAGES["metadata only"].replace(
            "Trong năm 2019", '<b>Trong năm</b> <a href="https://x.example/">2019</a>'
        )
    )
    assert story.source_name == "Báo Mẫu"
    assert story.identifier == "https://baomau.example/chinh-tri/mo-rong-hop-tac-1234.html"
    runs = story.blocks[0].runs
    assert (runs[0].text, runs[0].bold) == ("Trong năm", True)
    assert [run.link for run in runs if run.link] == ["https://x.example/"]


def test_declared_encodings_are_read():
    text = pages.PAGES["no names"].replace('charset="utf-8"', 'charset="utf-16"')
    assert html.read(text.encode("utf-16"))[0].headline == pages.HEADLINE


def test_headings_quotations_lists_and_tables_are_told_apart():
    story = read(
        pages.page(
            f"""<h1>{pages.HEADLINE}</h1><div class="entry-content"><p>{pages.LEAD}</p>
            <h2>Những kết quả chính</h2><p>{pages.FIRST}</p><p><strong>Nhiệm vụ tới</strong></p>
            <p>{pages.SECOND}</p><blockquote><p>Một lời phát biểu được dẫn lại.</p></blockquote>
            <ul><li>Việc thứ nhất cần làm ngay trong quý này.</li><li>Việc thứ hai.</li></ul>
            <table><tr><th>Chỉ tiêu</th><th>2019</th></tr><tr><td>Khách</td><td>1.000</td></tr>
            </table></div>"""
        )
    )
    kinds = [block.kind.value for block in story.blocks]
    assert kinds == [
        "heading", "paragraph", "heading", "paragraph", "quote", "paragraph", "paragraph", "table",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptySource),
        (b"<p>" + b"x" * 20_000_000, SourceTooLarge),
        (b"<html><body></body></html>", UnreadableSource),
        (b"<html><title>A</title><body><h1>A</h1></body></html>", NoStory),
        (b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>', DangerousSource),
    ],
)
def test_pages_without_a_story_say_so(data, error):
    with pytest.raises(error):
        html.read(data)


def test_deep_nesting_does_no_harm():
    nested = "<div>" * 3000 + pages.LEAD + "</div>" * 3000
    with pytest.raises(UnreadableSource):
        read(f"<html><body>{nested}</body></html>")


def test_a_page_that_word_has_written_is_headed_by_its_largest_line():
    def line(text, size=14, tag="span"):
        return (
            f"<p class=MsoNormal><{tag} style='font-size:{size}.0pt'>{text}<o:p></o:p></{tag}></p>"
        )

    story = read(
        f"""<html><head><meta charset=utf-8><meta name=Generator content="Microsoft Word 11">
        <title>TIN</title></head><body lang=VI><div class=Section1>{line(pages.HEADLINE, 16, "b")}
        {line("17:14, 04/03/2020")}{"".join(line(text) for text in pages.BODY)}
        <p class=MsoNormal align=right><b>{pages.AUTHOR}</b></p></div></body></html>"""
    )
    assert story.headline == pages.HEADLINE
    assert story.paragraphs == pages.BODY
    assert story.byline == pages.AUTHOR
