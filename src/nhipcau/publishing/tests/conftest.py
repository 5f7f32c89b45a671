"""A small site in a folder of its own."""

import pytest

from nhipcau.publishing.tests.small_site import SmallSite, only_surface


@pytest.fixture
def small(db, settings, tmp_path):
    settings.PUBLIC_ROOT = tmp_path / "public"
    settings.RUN_ROOT = tmp_path / "run"
    notes = SmallSite()
    with only_surface(notes):
        yield notes
