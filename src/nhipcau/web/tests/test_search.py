"""Search finds exactly what readers look for, with and without marks."""

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import Locale

from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.models import NewsIndexPage, Section, StoryPage, Work
from nhipcau.newsroom.services.publication import publish_from_archive, set_embargo, withdraw_work
from nhipcau.newsroom.services.works import create_work
from nhipcau.newsroom.signals import work_changed
from nhipcau.web import receivers
from nhipcau.web.models import SearchEntry
from nhipcau.web.rules import search as rules
from nhipcau.web.selectors.searching import Filters, find, suggestions

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 6, 1, tzinfo=UTC)


def publish(headline, text="", *, language="vi", published_at=NOW):
    page = create_work(
        actor=None,
        headline=headline,
        lead=text,
        language=language,
        published_at=published_at,
    )
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    return page


def headlines(query, **filters):
    return [
        "".join(text for text, _hit in r.headline)
        for r in find(query, Filters(**filters), now=NOW).results
    ]


@pytest.fixture
def stories(site):
    publish("Đờn ca tài tử về buôn", "Một đêm nhạc Nam Bộ ở Buôn Ma Thuột.")
    publish("Tài sản công", "Đơn từ, ca trực và tài liệu lưu trữ.")
    publish("Lễ hội Cà phê", "Khách đến từ nhiều nước.")
    publish("Le hoi ca phe tren bao nuoc ngoai", "Bài gõ không dấu.")


@pytest.mark.parametrize(
    "query",
    [
        "đờn ca tài tử",
        "don ca tai tu",
        "DON CA TAI TU",
        '"đờn ca tài tử"',
        '"don ca tai tu"',
        unicodedata.normalize("NFD", "đờn ca tài tử"),
        "đờn ca tài t*",
    ],
)
def test_marks_may_be_left_out_and_nothing_else_is_found(stories, query):
    assert headlines(query) == ["Đờn ca tài tử về buôn"]


def test_words_that_stand_together_somewhere_are_not_mixed_with_words_apart(stories):
    together = find("don ca tai tu", Filters(language="vi"), now=NOW)
    assert (together.total, together.is_together, together.elsewhere) == (1, True, 1)
    apart = find("don ca tai tu", Filters(language="vi"), now=NOW, anywhere=True)
    assert (apart.total, apart.is_together) == (2, False)
    # The same words in another order are together nowhere: then they may be anywhere.
    scattered = find("tai tu don ca", Filters(language="vi"), now=NOW)
    assert (scattered.total, scattered.is_together) == (2, False)
    # Who puts a part between quotation marks has said what belongs together.
    quoted = find('"don ca" tai tu', Filters(language="vi"), now=NOW)
    assert (quoted.total, quoted.is_together) == (1, False)
    assert find("ca phe*", Filters(language="vi"), now=NOW).total == 2


def test_what_stands_together_is_what_is_marked(stories):
    publish("Đêm hội", "Đờn kìm, ca cổ, tài tình, tử tế. Sau đó là đờn ca tài tử.")
    result = find("don ca tai tu", Filters(language="vi"), now=NOW).results[-1]
    assert [text for text, is_hit in result.passage if is_hit] == ["đờn ca tài tử"]


def test_the_page_leads_from_words_together_to_words_apart_and_back(stories, client):
    page = client.get("/vi/tim-kiem/?q=don+ca+tai+tu").content.decode()
    assert "sản công" not in page
    assert 'href="?q=don+ca+tai+tu&amp;words=anywhere"' in page
    apart = client.get("/vi/tim-kiem/?q=don+ca+tai+tu&words=anywhere").content.decode()
    assert "<mark>Tài</mark> sản công" in apart
    assert 'href="?q=don+ca+tai+tu"' in apart
    alone = client.get("/vi/tim-kiem/?q=buon").content.decode()
    assert "words=anywhere" not in alone


def test_all_words_must_be_found(stories):
    assert headlines("đờn ca ngoại") == []


def test_exact_spelling_comes_before_spelling_without_marks(stories):
    assert headlines("lễ hội cà phê") == ["Lễ hội Cà phê", "Le hoi ca phe tren bao nuoc ngoai"]
    assert headlines("le hoi ca phe") == ["Le hoi ca phe tren bao nuoc ngoai", "Lễ hội Cà phê"]


def test_phrases_and_prefixes(stories):
    assert headlines('"ca đờn"') == []
    assert headlines("buôn ma thu*") == ["Đờn ca tài tử về buôn"]


@pytest.mark.parametrize(
    "query",
    ["", "   ", '"', '"" OR *', "AND", "a' OR 1=1 --", "NEAR(", "x" * 5000, ":*", "***"],
    ids=lambda query: repr(query[:20]),
)
def test_no_query_breaks_it(stories, query):
    find(query, Filters(language="vi"), now=NOW)
    suggestions(query, "vi", now=NOW)


def test_filters(stories):
    publish(
        "Coffee Festival",
        "Guests of the festival.",
        language="en",
        published_at=NOW - timedelta(days=400),
    )
    assert headlines("festival", language="en") == ["Coffee Festival"]
    assert headlines("festival", language="vi") == []
    assert headlines("festival", since=NOW.date()) == []
    assert headlines("festival", until=NOW.date() - timedelta(days=1)) == ["Coffee Festival"]


def test_a_section_narrows_a_search_and_follows_its_stories(stories):
    section = Section.objects.create(code="am-nhac")
    page = publish("Đờn ca ở quê")
    page.work.section = section
    page.work.save()
    work_changed.send(sender=Work, work=page.work)
    assert headlines("don ca", section_id=section.pk) == ["Đờn ca ở quê"]
    assert headlines("don ca") == ["Đờn ca ở quê", "Đờn ca tài tử về buôn"]
    assert headlines("don ca", section_id=section.pk + 1) == []


def test_a_version_filed_under_the_wrong_language_is_found_in_its_own(stories):
    page = publish("Coffee Festival", "Guests of the festival.", language="vi")
    page = StoryPage.objects.get(pk=page.pk)
    page.move(NewsIndexPage.objects.get(locale__language_code="en"), pos="last-child")
    page = StoryPage.objects.get(pk=page.pk)
    page.locale = Locale.objects.get(language_code="en")
    page.save()
    assert headlines("festival", language="en") == ["Coffee Festival"]
    assert headlines("festival", language="vi") == []


def test_results_are_counted_and_turned_page_by_page(site):
    for day in range(23):
        publish(
            f"Tin {day}",
            "Cà phê." if day < 21 else "Ca phe.",
            published_at=NOW.replace(day=1 + day),
        )
    first, second = (find("cà phê", Filters(language="vi"), now=NOW, page=n) for n in (1, 2))
    assert (first.total, second.total) == (23, 23)
    shown = ["".join(text for text, _hit in r.headline) for r in first.results + second.results]
    assert shown == [f"Tin {day}" for day in (*range(20, -1, -1), 22, 21)]


def test_embargo_and_withdrawal_bind(site, user_with_role):
    from nhipcau.accounts.enums import Role

    editor = user_with_role(Role.EDITOR)
    page = publish("Hội nghị xúc tiến")
    set_embargo(work=page.work, actor=editor, until=NOW + timedelta(hours=1))
    assert headlines("xúc tiến") == []
    set_embargo(work=page.work, actor=editor, until=None)
    assert headlines("xúc tiến") == ["Hội nghị xúc tiến"]
    withdraw_work(work=page.work, actor=editor, reason="Sai.", now=NOW)
    assert headlines("xúc tiến") == []


def test_hits_are_marked_also_without_marks():
    apart = rules.Marker(rules.parse("don tai")).mark("Đêm đờn ca tài tử ở buôn")
    assert [text for text, is_hit in apart if is_hit] == ["đờn", "tài"]
    pieces = rules.Marker(rules.parse("don ca")).mark("Đêm đờn ca tài tử ở buôn")
    assert [text for text, is_hit in pieces if is_hit] == ["đờn ca"]
    assert "".join(text for text, _hit in pieces) == "Đêm đờn ca tài tử ở buôn"


def test_suggestions_complete_the_last_word(stories):
    found = suggestions("le h", "vi", now=NOW)
    assert [headline for headline, _address in found] == [
        "Le hoi ca phe tren bao nuoc ngoai",
        "Lễ hội Cà phê",
    ]
    assert all(address.startswith("/vi/tin-tuc/le-hoi-ca-phe") for _headline, address in found)


def test_an_index_that_an_upgrade_has_made_anew_gets_its_words(stories, monkeypatch, capsys):
    SearchEntry.objects.first().page.__class__.objects.update(kicker="Âm nhạc")
    before = headlines("don ca tai tu")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM web_searchindex")
    assert headlines("don ca tai tu") == []
    monkeypatch.setattr(receivers, "STORIES_TOLD", 4)
    call_command("migrate", verbosity=0)
    assert headlines("don ca tai tu") == before
    assert len(headlines("âm nhạc")) == 4
    assert "Search index: 4 of 4 stories" in capsys.readouterr().err
    call_command("migrate", verbosity=0)
    assert len(headlines("âm nhạc")) == 4
