"""A small site in a folder of its own."""

import pytest

from nhipcau.publishing.tests.small_site import SmallSite, only_surface


@pytest.fixture
def small(db):
    notes = SmallSite()
    with only_surface(notes):
        yield notes
