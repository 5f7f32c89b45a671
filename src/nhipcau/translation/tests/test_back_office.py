"""Pages of memory, terms, alignment and checks as each role meets them."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.common.surfaces import registry
from nhipcau.translation.enums import OriginKind, TermKind, TermState
from nhipcau.translation.models import Alignment, MemoryUnit, Term
from nhipcau.translation.selectors.glossary import public_glossary
from nhipcau.translation.selectors.memory import suggestions
from nhipcau.translation.services.memory import memory_origin, remember
from nhipcau.translation.services.terms import Wording, approve_term, propose_term

NOW = datetime(2020, 3, 4, 10, 14, tzinfo=UTC)
FIXTURES = Path(__file__).parent / "fixtures"


def make_term(headword, english, **more):
    return propose_term(
        headword=headword, wordings=[Wording("en", english)], actor=None, now=NOW, **more
    )


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("wagtailsnippets_translation_term:list", {Role.TRANSLATOR, Role.REVISER, Role.EDITOR}),
        ("translation_term_import", {Role.TRANSLATOR, Role.REVISER, Role.EDITOR}),
        ("translation_memory", {Role.TRANSLATOR, Role.REVISER, Role.EDITOR}),
        ("translation_memory_upkeep", {Role.REVISER, Role.EDITOR}),
        ("translation_memory_import", {Role.REVISER, Role.EDITOR}),
        ("translation_alignments", {Role.TRANSLATOR, Role.REVISER, Role.EDITOR}),
    ],
)
def test_pages_open_for_their_roles_only(client_as, address, allowed):
    for role in (Role.TRANSLATOR, Role.REVISER, Role.EDITOR, Role.REPORTER):
        status = client_as(role).get(reverse(address)).status_code
        assert (status == 200) == (role in allowed), (role, status)


def test_the_term_list_finds_what_is_typed_without_marks(client_as):
    make_term("Ban Chỉ đạo", "Steering Committee")
    make_term("Lễ hội Cà phê", "Coffee Festival")
    client = client_as(Role.REVISER)
    page = client.get(reverse("wagtailsnippets_translation_term:list"), {"q": "le hoi ca phe"})
    assert "Coffee Festival" in page.content.decode()
    assert "Steering Committee" not in page.content.decode()


def test_the_term_list_asks_a_bounded_number_of_queries(client_as, django_assert_max_num_queries):
    for number in range(40):
        make_term(f"Thuật ngữ {number}", f"Term {number}")
    client = client_as(Role.REVISER)
    with django_assert_max_num_queries(40):
        client.get(reverse("wagtailsnippets_translation_term:list"))


def test_a_translator_proposes_and_a_reviser_approves(client_as):
    client = client_as(Role.TRANSLATOR)
    data = {
        "headword": "Thông tin đối ngoại",
        "kind": "concept",
        "domain": "",
        "wordings-TOTAL_FORMS": "1",
        "wordings-INITIAL_FORMS": "0",
        "wordings-MIN_NUM_FORMS": "1",
        "wordings-MAX_NUM_FORMS": "1000",
        "wordings-0-language": "en",
        "wordings-0-kind": "",
        "wordings-0-text": "External information",
        "wordings-0-DELETE": "",
        "valid_from": "",
        "valid_to": "",
        "note": "",
        "source": "",
        "is_public": "on",
    }
    answer = client.post(reverse("wagtailsnippets_translation_term:add"), data)
    assert answer.status_code == 302, answer.context["form"].errors
    term = Term.objects.get()
    assert term.state == TermState.PROPOSED
    assert term.proposed_by is not None
    address = (
        reverse("wagtail_bulk_action", args=["translation", "term", "approve"]) + f"?id={term.pk}"
    )
    client.post(address)
    term.refresh_from_db()
    assert term.state == TermState.PROPOSED
    reviser = client_as(Role.REVISER)
    assert term.headword in reviser.get(address).content.decode()
    reviser.post(address)
    term.refresh_from_db()
    assert term.state == TermState.APPROVED
    assert term.decided_by is not None


def test_terms_are_imported_after_a_look_at_what_would_happen(client_as):
    client = client_as(Role.REVISER)
    file = SimpleUploadedFile(
        "terms.csv", "vi,en,kind\nSở Ngoại vụ,Department of Foreign Affairs,body\n".encode()
    )
    page = client.post(reverse("translation_term_import"), {"file": file, "approve": "on"})
    assert page.context["report"].added == 1
    assert not Term.objects.exists()
    client.post(reverse("translation_term_import"), {"confirm": "1"})
    assert Term.objects.get().state == TermState.APPROVED


def test_a_broken_file_is_explained(client_as):
    client = client_as(Role.REVISER)
    file = SimpleUploadedFile("memory.tmx", b"<tmx><body><tu></body></tmx>")
    page = client.post(
        reverse("translation_memory_import"),
        {"file": file, "source_language": "vi", "target_language": "en"},
    )
    assert page.context["form"].errors["file"]
    assert not MemoryUnit.objects.exists()


def test_memory_is_searched_and_exported(client_as, user_with_role):
    reviser = user_with_role(Role.REVISER)
    origin = memory_origin(kind=OriginKind.DESK, name="Tin", now=NOW)
    remember(
        source="Lễ hội Cà phê khai mạc.",
        target="The Coffee Festival opened.",
        source_language="vi",
        target_language="en",
        approved_by=reviser,
        origin=origin,
        now=NOW,
    )
    client = client_as(reviser)
    found = client.get(reverse("translation_memory"), {"q": "Coffee Festival"})
    assert "khai mạc" in found.content.decode()
    tmx = client.get(reverse("translation_memory_export", args=["tmx"]))
    assert "Lễ hội Cà phê khai mạc." in b"".join(tmx.streaming_content).decode()


def test_upkeep_shows_conflicts_and_deletes_by_origin(client_as, user_with_role):
    reviser = user_with_role(Role.REVISER)
    origin = memory_origin(kind=OriginKind.DESK, name="Nguồn", now=NOW)
    for target in ("The meeting closed.", "The conference ended."):
        remember(
            source="Hội nghị bế mạc.",
            target=target,
            source_language="vi",
            target_language="en",
            approved_by=reviser,
            origin=origin,
            now=NOW,
        )
    client = client_as(reviser)
    page = client.get(reverse("translation_memory_upkeep"))
    assert len(page.context["conflicts"]) == 1
    client.post(reverse("translation_memory_upkeep"), {"origin": origin.pk})
    assert not MemoryUnit.objects.exists()


def test_documents_are_aligned_and_confirmed_into_the_memory(client_as):
    pairs = [
        line.split(" ||| ")
        for line in (FIXTURES / "pairs.txt").read_text().splitlines()
        if "|||" in line and not line.startswith("#")
    ][:9]
    client = client_as(Role.REVISER)
    answer = client.post(
        reverse("translation_alignments"),
        {
            "name": "Hội nghị",
            "source_language": "vi",
            "target_language": "en",
            "source_text": "\n".join(pair[0] for pair in pairs),
            "target_file": SimpleUploadedFile(
                "en.txt", "\n".join(pair[1] for pair in pairs).encode()
            ),
        },
    )
    alignment = Alignment.objects.get()
    address = reverse("translation_alignment", args=[alignment.pk])
    assert answer["Location"] == address
    page = client.get(address)
    assert page.status_code == 200
    first = alignment.pairs.first()
    client.post(
        address,
        {
            "pair": [first.pk],
            f"state-{first.pk}": "dropped",
            f"source-{first.pk}": first.source,
            f"target-{first.pk}": first.target,
            "action": "confirm",
        },
    )
    assert (
        suggestions(first.source, "vi", "en") == []
        or suggestions(first.source, "vi", "en")[0].percent < 99
    )
    (found,) = suggestions(pairs[3][0], "vi", "en", limit=1)
    assert (found.percent, found.target, found.origin) == (100, pairs[3][1], "Hội nghị")
    # A closed alignment takes nothing more.
    client.post(address, {"action": "confirm"})
    assert MemoryUnit.objects.count() == 8


@pytest.fixture
def publisher(db):
    """The public frame names the body that publishes."""
    agency = apps.get_model("agencies", "Agency").objects.create(
        code="ban-chi-dao", kind="committee", is_publisher=True
    )
    apps.get_model("agencies", "AgencyName").objects.create(
        agency=agency, language="vi", name="Ban Chỉ đạo công tác thông tin đối ngoại"
    )


def test_the_public_glossary_shows_approved_terms_only(publisher, user_with_role):
    reviser = user_with_role(Role.REVISER)
    shown = make_term("Ban Chỉ đạo", "Steering Committee", kind=TermKind.BODY)
    approve_term(term=shown, actor=reviser, now=NOW)
    make_term("Đề xuất", "Proposal")
    ended = make_term("Tỉnh cũ", "Old Province", valid_to=date(2019, 12, 31))
    approve_term(term=ended, actor=reviser, now=NOW)
    page = registry.render("/vi/thuat-ngu/", NOW)
    text = page.body.decode()
    assert page.status == 200
    assert "Steering Committee" in text
    assert "Proposal" not in text
    assert "Old Province" in text
    assert "list:terms" in page.keys


def test_a_name_that_is_also_a_term_stands_once_in_the_glossary(publisher):
    name = apps.get_model("agencies", "AgencyName").objects.get()
    name.pk, name.language, name.name = None, "en", "Steering Committee"
    name.save()
    headword = "Ban Chỉ đạo công tác thông tin đối ngoại"
    term = make_term(headword, "Steering Committee", kind=TermKind.BODY)
    approve_term(term=term, actor=None, now=NOW)
    rows = [row for letter in public_glossary("en", NOW) for row in letter.rows]
    assert [row.translation for row in rows if row.vietnamese == headword] == ["Steering Committee"]


def test_a_glossary_page_expires_when_a_term_begins_or_ends(publisher):
    term = make_term("Tên mới", "New Name", valid_to=date(2020, 6, 30))
    approve_term(term=term, actor=None, now=NOW)
    page = registry.render("/vi/thuat-ngu/", NOW)
    assert page.valid_until.date() == date(2020, 7, 1)


def test_exported_terms_can_be_imported_again(client_as):
    term = make_term("Ban Chỉ đạo", "Steering Committee")
    approve_term(term=term, actor=None, now=NOW)
    client = client_as(Role.REVISER)
    sent = client.get(reverse("translation_term_export", args=["tbx"]))
    content = BytesIO(b"".join(sent.streaming_content)).getvalue()
    page = client.post(
        reverse("translation_term_import"), {"file": SimpleUploadedFile("terms.tbx", content)}
    )
    assert (page.context["report"].added, page.context["report"].known) == (0, 1)
