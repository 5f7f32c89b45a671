"""The law's lists are there from the first migration on."""

import pytest

from nhipcau.programme.enums import Scheme
from nhipcau.programme.models import Classification

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("scheme", "count"),
    [(Scheme.INFORMATION_KIND, 4), (Scheme.FORM, 10), (Scheme.CHANNEL, 11)],
)
def test_list_is_complete_with_source_and_both_languages(scheme, count):
    rows = Classification.objects.filter(scheme=scheme)
    assert rows.count() == count
    assert all(row.name_vi and row.name_en and row.legal_source for row in rows)
