"""Articles in the shapes that papers, portals and offices use are understood whole."""

import pytest

from bench.articles import Case, cases
from nhipcau.common.clock import civil
from nhipcau.newsroom.ingest.registry import reader_for

pytestmark = pytest.mark.sqlite_only


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases()])
def test_article__is_understood_whole(case: Case):
    story = reader_for(case.file).read(case.content, case.file)[0]
    assert story.headline == case.headline
    moment = civil(story.published_at).isoformat() if story.published_at else ""
    assert moment == case.time
    assert story.byline == case.byline
    assert story.captions == case.captions
    assert story.paragraphs == case.paragraphs
