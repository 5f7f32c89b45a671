"""What readers, browsers and search engines get from every page of a sample site."""

import html
import json
import re
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from PIL import Image as PictureFile

from nhipcau.common.surfaces import registry
from nhipcau.web.selectors import theme
from nhipcau.web.tests.conftest import NOW

# In one process: what was rendered once serves them all.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.xdist_group("sample site"),
    # The law renders every kind of page on PostgreSQL as well.
    pytest.mark.sqlite_only,
]
LINK = re.compile(r'(?:href|src|action|content)="((?:http://localhost:8000)?/[^"]*)"')
MODULE = re.compile(r'<script type="module" src="/[^"]+"></script>')
SOURCE_SET = re.compile(r'srcset="([^"]+)"')
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
ALTERNATE = re.compile(
    r'<link rel="alternate" hreflang="([^"]+)" href="http://localhost:8000([^"]+)">'
)


def test_every_page_holds(fresh_pages, client):
    every = fresh_pages
    assert {
        "/vi/",
        "/en/",
        "/fr/",
        "/vi/404.html",
        "/en/committee/",
        "/vi/danh-cho-bao-chi/",
    } <= set(every)
    known: dict[str, int] = {}
    for address, page in every.items():
        targets = set(LINK.findall(page))
        for source_set in SOURCE_SET.findall(page):
            targets |= {part.split()[0] for part in source_set.split(", ")}
        for target in targets:
            path = html.unescape(target).removeprefix("http://localhost:8000").split("#")[0]
            if path not in known:
                known[path] = _status(path, client)
            assert known[path] == 200, f"{address} leads to {path}"


def _status(path: str, client) -> int:
    if path.startswith("/static/"):
        return 200 if finders.find(path.removeprefix("/static/")) else 404
    if path.startswith("/media/"):
        # One copy of each picture stands for all sizes: making them is the library's work.
        return 200 if not path.endswith("-480.webp") else registry.render(path, NOW).status
    rendered = registry.render(path, NOW)
    return rendered.status if rendered.body else client.get(path).status_code


def test_nothing_needs_scripts_or_breaks_the_security_policy(every_page):
    script = theme.script_address()
    for address, page in every_page.items():
        assert f'<script type="module" src="{script}"></script>' in page, address
        assert "<script" not in MODULE.sub("", DATA.sub("", page)), address
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", DATA.sub("", page)), (
            address
        )


def test_language_versions_name_each_other(every_page):
    every = every_page
    named = {address: dict(ALTERNATE.findall(page)) for address, page in every.items()}
    for address, alternates in named.items():
        for target in alternates.values():
            assert address in named[target].values(), f"{target} does not name {address}"
            assert named[target] == alternates, f"{target} and {address} name different versions"


def test_readers_of_another_language_are_sent_to_english_or_to_the_original(every_page):
    named = {address: dict(ALTERNATE.findall(page)) for address, page in every_page.items()}
    listed = {address: alternates for address, alternates in named.items() if alternates}
    for address, alternates in listed.items():
        original = next(alternates[code] for code in ("en", "vi", "fr") if code in alternates)
        assert alternates["x-default"] == original, address
    assert listed["/fr/"]["x-default"] == "/en/"
    only_vietnamese = next(
        address for address in listed if "/tin-tuc/" in address and "yang-prong" in address
    )
    assert listed[only_vietnamese]["x-default"] == only_vietnamese


def test_stories_carry_structured_data(every_page):
    stories = [page for page in every_page.values() if '"NewsArticle"' in page]
    assert len(stories) == 6
    for page in stories:
        graph = json.loads(DATA.search(page)[1])["@graph"]
        article = next(thing for thing in graph if thing["@type"] == "NewsArticle")
        needed = {"headline", "datePublished", "dateModified", "publisher", "author", "image"}
        assert needed <= set(article)
        assert article["datePublished"].endswith("+07:00")
        assert {"name", "url", "logo", "correctionsPolicy"} <= set(article["publisher"])
        shared = re.search(r'property="og:image" content="([^"]+)"', page)[1]
        assert article["image"] == [shared]
        assert "/share/" not in shared, "a story with a photograph is shared with it"
        told = re.search(r'property="og:image:alt" content="([^"]+)"', page)[1]
        assert told not in {"", article["headline"]}
        trail = next(thing for thing in graph if thing["@type"] == "BreadcrumbList")
        steps = trail["itemListElement"]
        assert [step["position"] for step in steps] == [1, 2, 3]
        assert all(step["name"].strip() for step in steps)
        leads_to = [urlsplit(step["item"]).path for step in steps]
        assert leads_to[-1] == urlsplit(article["url"]).path
        assert set(leads_to) <= set(every_page), "each step is a page of the site"


@pytest.mark.parametrize(("width", "height"), [(599, 400), (600, 314), (600, 315)])
def test_a_photograph_too_small_to_be_shared_gives_way_to_a_drawn_card(sample_site, width, height):
    from nhipcau.library.models import Image
    from nhipcau.newsroom.models import StoryPage

    gong = StoryPage.objects.get(locale__language_code="en", title__startswith="The gong")
    photograph = gong.body[0].value["image"]
    Image.objects.filter(pk=photograph.pk).update(width=width, height=height)
    page = registry.render(gong.address, NOW).body.decode()
    shared = re.search(r'property="og:image" content="http://localhost:8000([^"]+)"', page)[1]
    assert f'"image":["http://localhost:8000{shared}"]' in page
    if (width, height) == (600, 315):
        assert photograph.uuid.hex in shared
        return
    card = registry.render(shared, NOW)
    assert (card.status, card.content_type) == (200, "image/png")
    assert PictureFile.open(BytesIO(card.body)).size == (1200, 630)
    assert 'property="og:image:alt" content="Culture"' in page


def test_a_story_shows_where_it_comes_from(every_page):
    page = next(page for address, page in every_page.items() if "/en/news/the-gong" in address)
    for text in (
        "Publisher",
        "Translated from",
        "Current: reflects the original",
        "First published",
    ):
        assert text in page
    assert "Not available in French" not in page


def test_a_missing_language_is_said_so(every_page):
    page = next(page for address, page in every_page.items() if "/vi/tin-tuc/yang-prong" in address)
    assert "Chưa có bản tiếng Anh" in page
    assert 'class="is-missing" href="/en/"' in page


def test_a_story_page_is_light(every_page):
    every = every_page
    story = next(page for address, page in every.items() if "/vi/tin-tuc/yang-prong" in address)
    assert f'href="{theme.stylesheet_address()}"' in story
    size_bytes = len(story.encode()) + len(theme.stylesheet())
    assert size_bytes <= 100_000
    assert story.count('rel="stylesheet"') == 1


def test_loading_the_sample_again_changes_nothing(sample_site):
    from nhipcau.newsroom.models import Work
    from nhipcau.web.models import InformationPage
    from nhipcau.web.services.sample import load_sample

    before = (Work.objects.count(), InformationPage.objects.count())
    assert load_sample(now=NOW, texts=[]) == 0
    assert (Work.objects.count(), InformationPage.objects.count()) == before


def test_the_log_lists_corrections_and_withdrawals_the_latest_first(sample_site, user_with_role):
    from datetime import timedelta

    from nhipcau.accounts.enums import Role
    from nhipcau.newsroom.models import Approval, Correction, StoryPage
    from nhipcau.newsroom.services.publication import withdraw_work

    gong = StoryPage.objects.get(locale__language_code="en", title__startswith="The gong")
    Correction.objects.create(
        page=gong,
        text="The year is 2005.\nWe wrote 2006.",
        approval=Approval.objects.filter(page=gong).latest("pk"),
        published_at=NOW - timedelta(days=2),
    )
    tower = StoryPage.objects.get(locale__language_code="vi", title__startswith="Yang Prong")
    withdraw_work(work=tower.work, actor=user_with_role(Role.EDITOR), reason="Sai nguồn.", now=NOW)
    english = registry.render("/en/corrections/", NOW).body.decode()
    assert "The year is 2005.<br>We wrote 2006." in english
    assert f"{gong.address}#correction-" in english
    assert "corrections:en" in registry.render("/en/corrections/", NOW).keys
    vietnamese = registry.render("/vi/dinh-chinh/", NOW).body.decode()
    assert "Sai nguồn." in vietnamese
    assert "Đã rút" in vietnamese


def test_our_own_failure_is_told_in_the_readers_language(site, client, monkeypatch):
    from nhipcau.web.selectors import searching

    def fail(*_arguments, **_named):
        raise RuntimeError

    monkeypatch.setattr(searching, "find", fail)
    client.raise_request_exception = False
    answer = client.get("/fr/recherche/?q=x")
    assert answer.status_code == 500
    assert '<html lang="fr">' in answer.content.decode()
    assert "Đã xảy ra lỗi" in answer.content.decode()


def test_the_top_of_the_page_tree_bears_no_english_name(site, client_as):
    from nhipcau.accounts.enums import Role

    page = client_as(Role.ADMINISTRATOR).get("/admin/pages/").content.decode()
    assert "Nhịp Cầu" in re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1]
