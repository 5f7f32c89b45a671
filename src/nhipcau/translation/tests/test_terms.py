"""Matching, validity, approval and providers of terms."""

import random
from datetime import date

import pytest
from django.apps import apps

from nhipcau.accounts.enums import Role
from nhipcau.common.exceptions import NotPermitted
from nhipcau.common.text import token_spans, tokens
from nhipcau.translation.enums import TermState
from nhipcau.translation.exceptions import TermConflict
from nhipcau.translation.models import Term
from nhipcau.translation.rules.term_index import TermIndex
from nhipcau.translation.selectors.terms import terms_in
from nhipcau.translation.services.exchange.terms import load_starter_terms
from nhipcau.translation.services.terms import Wording, approve_term, propose_term, reject_term
from nhipcau.translation.tests.test_memory import NOW
from nhipcau.translation.types import TermEntry


def official(headword, english, *more, **fields):
    term = propose_term(
        headword=headword, wordings=[Wording("en", english), *more], actor=None, now=NOW, **fields
    )
    return approve_term(term=term, actor=None, now=NOW)


def found(text, language="vi", target="en", day=date(2020, 3, 4)):
    return [
        (match.text, match.entries[0].target) for match in terms_in(text, language, target, day)
    ]


def test_the_longest_term_wins(db):
    official("Ban Chỉ đạo", "Steering Committee")
    official("Trưởng Ban Chỉ đạo", "Head of the Steering Committee")
    official(
        "Ban Chỉ đạo công tác thông tin đối ngoại",
        "Steering Committee for External Information Work",
    )
    assert found("Trưởng Ban Chỉ đạo và Ban chỉ đạo công tác thông tin đối ngoại họp.") == [
        ("Trưởng Ban Chỉ đạo", "Head of the Steering Committee"),
        (
            "Ban chỉ đạo công tác thông tin đối ngoại",
            "Steering Committee for External Information Work",
        ),
    ]


def test_a_term_matches_whole_syllables_only(db):
    official("Tỉnh ủy", "Provincial Party Committee")
    assert found("Tỉnh uỷ họp; tỉnh ủyy không phải.") == [("Tỉnh uỷ", "Provincial Party Committee")]


def test_terms_hold_in_their_time_only(db):
    official(
        "Bộ Thông tin và Truyền thông",
        "Ministry of Information and Communications",
        valid_to=date(2025, 2, 28),
    )
    text = "Bộ Thông tin và Truyền thông ban hành."
    assert found(text, day=date(2025, 2, 28))
    assert not found(text, day=date(2025, 3, 1))


def test_terms_work_in_the_other_direction(db):
    official("Tỉnh ủy", "Provincial Party Committee", Wording("en", "PPC", "abbreviation"))
    assert found("The PPC met.", "en", "vi") == [("PPC", "Tỉnh ủy")]


def test_a_proposal_is_not_in_force_and_a_rejected_term_no_longer(db, user_with_role):
    reviser = user_with_role(Role.REVISER)
    term = propose_term(
        headword="Sở Ngoại vụ",
        wordings=[Wording("en", "Department of Foreign Affairs")],
        actor=reviser,
        now=NOW,
    )
    assert found("Sở Ngoại vụ") == []
    approve_term(term=term, actor=reviser, now=NOW)
    assert found("Sở Ngoại vụ")
    reject_term(term=term, actor=reviser, now=NOW, reason="Đổi tên")
    assert found("Sở Ngoại vụ") == []


def test_only_revisers_and_editors_approve(db, user_with_role):
    translator = user_with_role(Role.TRANSLATOR)
    term = propose_term(
        headword="Sở", wordings=[Wording("en", "Department")], actor=translator, now=NOW
    )
    with pytest.raises(NotPermitted):
        approve_term(term=term, actor=translator, now=NOW)
    with pytest.raises(NotPermitted):
        propose_term(headword="X", wordings=[], actor=user_with_role(Role.REPORTER), now=NOW)


def test_two_approved_terms_never_say_otherwise_at_the_same_time(db):
    official("Sở Ngoại vụ", "Department of Foreign Affairs", valid_to=date(2025, 6, 30))
    rival = propose_term(
        headword="Sở ngoại vụ",
        wordings=[Wording("en", "Foreign Affairs Office")],
        actor=None,
        now=NOW,
    )
    with pytest.raises(TermConflict):
        approve_term(term=rival, actor=None, now=NOW)
    rival.valid_from = date(2025, 7, 1)
    rival.save()
    approve_term(term=rival, actor=None, now=NOW)
    assert found("Sở Ngoại vụ", day=date(2025, 7, 1)) == [("Sở Ngoại vụ", "Foreign Affairs Office")]


def test_names_of_agencies_are_read_with_their_dates(db):
    agency = apps.get_model("agencies", "Agency").objects.create(code="so-tttt", kind="department")
    name = apps.get_model("agencies", "AgencyName")
    name.objects.create(
        agency=agency,
        language="vi",
        name="Sở Thông tin và Truyền thông",
        valid_to=date(2025, 2, 28),
    )
    name.objects.create(
        agency=agency, language="en", name="Department of Information", valid_to=date(2019, 12, 31)
    )
    name.objects.create(
        agency=agency,
        language="en",
        name="Department of Information and Communications",
        valid_from=date(2020, 1, 1),
    )
    text = "Sở Thông tin và Truyền thông báo cáo."
    assert found(text, day=date(2019, 6, 1)) == [
        ("Sở Thông tin và Truyền thông", "Department of Information")
    ]
    (match,) = terms_in(text, "vi", "en", date(2020, 3, 4))
    assert match.entries[0].owner == "agencies"
    assert match.entries[0].target == "Department of Information and Communications"
    assert not found(text, day=date(2025, 3, 1))
    agency.names.all().delete()
    assert not found(text)


def test_matches_equal_an_exhaustive_search():
    chance = random.Random(4)
    syllables = "ban chỉ đạo thông tin đối ngoại tỉnh ủy sở văn hóa hoà bình kỹ kĩ".split()
    terms = {
        tuple(tokens(" ".join(chance.choices(syllables, k=chance.randint(1, 4)))))
        for _ in range(400)
    }
    index = TermIndex()
    for words in terms:
        text = " ".join(words)
        index.add(TermEntry(key=text, kind="concept", source=text, target=text), [text])
    for _ in range(300):
        text = " ".join(chance.choices(syllables, k=25))
        spans = list(token_spans(text))
        words = [span[0] for span in spans]
        expected, position = [], 0
        while position < len(words):
            sizes = [
                len(term) for term in terms if tuple(words[position : position + len(term)]) == term
            ]
            if sizes:
                expected.append((spans[position][1], spans[position + max(sizes) - 1][2]))
            position += max(sizes, default=1)
        assert [
            (match.start, match.end) for match in index.find(text, date(2020, 1, 1))
        ] == expected


def test_the_starter_list_loads_once_and_unsure_rows_are_proposals(db):
    report = load_starter_terms(now=NOW)
    assert report.added > 440
    assert report.conflicts == ()
    assert Term.objects.get(headword="Bộ Chính trị").state == TermState.APPROVED
    assert Term.objects.get(headword="Ủy ban Kiểm tra Trung ương").state == TermState.PROPOSED
    again = load_starter_terms(now=NOW)
    assert (again.added, again.conflicts) == (0, ())
    text = "Thông tấn xã Việt Nam đưa tin."
    (match,) = terms_in(text, "vi", "en")
    assert match.entries[0].target == "Viet Nam News Agency"
    assert "VNA" in match.entries[0].accepted
