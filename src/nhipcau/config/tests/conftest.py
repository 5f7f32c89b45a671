"""One prepared home folder for all tests that start processes."""

import pytest

from nhipcau.config.tests.running import run

FILL = """
from nhipcau.web.services.structure import ensure_site
from tests.contracts.newspaper import Newspaper
ensure_site(languages=["vi", "en"], publisher_names={"vi": "Ban Chỉ đạo", "en": "Committee"})
paper = Newspaper()
for day in range(3):
    paper.write(days_ago=day, with_photo=day == 0)
paper.translate(paper.works()[0], "en")
"""


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """A small site with three stories and a photograph."""
    home = tmp_path_factory.mktemp("home")
    for words in (("snapshot", "rebuild"), ("shell", "-v0", "-c", FILL)):
        done = run(home, *words)
        assert done.returncode == 0, done.stderr
    return home
