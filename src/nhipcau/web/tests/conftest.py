"""A small sample site, rendered as readers get it."""

from datetime import UTC, datetime

import pytest

from nhipcau.common.surfaces import registry
from nhipcau.web.sample.reading import read_works
from nhipcau.web.services.sample import load_sample

NOW = datetime(2026, 6, 15, 3, tzinfo=UTC)


@pytest.fixture
def sample_site(site, settings, tmp_path):
    """The sample province with three works: in three, two and one language."""
    settings.MEDIA_ROOT = tmp_path / "media"
    by_code = {work.code: work for work in read_works()}
    load_sample(
        now=NOW, texts=[by_code[code] for code in ("gong-culture", "lak-lake", "yang-prong")]
    )
    return site


# Rendering a whole site takes seconds; what was rendered once serves every test that only reads.
_pages: dict[str, str] = {}


def render_pages() -> dict[str, str]:
    """Every HTML page of the site by address; each address must answer with 200."""
    pages = {}
    for address in registry.addresses(NOW):
        if address.startswith("/media/"):
            continue
        rendered = registry.render(address, NOW)
        assert rendered.status == 200, address
        if rendered.content_type.startswith("text/html"):
            pages[address] = rendered.body.decode()
    return pages


@pytest.fixture
def fresh_pages(sample_site) -> dict[str, str]:
    """The pages of the sample site that is in the database now."""
    _pages.clear()
    _pages.update(render_pages())
    return _pages


@pytest.fixture
def every_page(request) -> dict[str, str]:
    """The pages of a sample site that may be gone from the database by now."""
    if not _pages:
        request.getfixturevalue("fresh_pages")
    return _pages
