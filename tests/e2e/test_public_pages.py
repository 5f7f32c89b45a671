"""Every kind of public page in a real browser: accessible, light, within the policy, pictured.

With ``CI=true`` pictures of each kind at three widths, in two languages, light and dark are left in
``artefacts/pages/`` for people to look at; they take as long as all the rest.
"""

import json
import os
import re
import time
import urllib.error
import urllib.request
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from tests.e2e.accessibility import assert_accessible
from tests.e2e.conftest import BROWSER_PATIENCE_MS, FOLLOWS_WITHIN_SECONDS, Desk, arriving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("demo"),
]
TAKES_PICTURES = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
ARTEFACTS = Path(__file__).resolve().parent.parent.parent / "artefacts" / "pages"
WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
# Both versions of a page are made by one template: each is judged where the other is not.
JUDGED = {("vi", 320, "light"), ("en", 1280, "dark")}
# Long lists say nothing new further down, and a picture of all of one takes many seconds.
TALLEST = 4_000
# A picture below the first screen waits until a reader comes near it, and another size of it is
# fetched when the window grows: the first frame asks for it, so the second knows what is missing.
SHOW_ALL_PICTURES = """
new Promise(resolve => {
  for (const image of document.images) image.loading = "eager";
  const look = () => [...document.images].every(image => image.complete)
    ? Promise.all([...document.images].map(i => i.decode().catch(() => null))).then(resolve)
    : setTimeout(look, 50);
  requestAnimationFrame(() => requestAnimationFrame(look));
})
"""
EMPTY_PICTURES = "[...document.images].filter(i => !i.naturalWidth).map(i => i.currentSrc)"
# Four hundred rows of the glossary are made like those of its first two letters.
LIKE_THE_FIRST = {"exclude": [["[data-letter] ~ [data-letter] ~ [data-letter]"]]}
LINK = re.compile(r'(?:href|src|action)="([^"#]+)')
# Kind of page, then its address in Vietnamese and in English.
KINDS = {
    "front": ("/vi/", "/en/"),
    "list": ("/vi/tin-tuc/", "/en/news/"),
    "month": ("/vi/tin-tuc/2025/03/", "/en/news/2025/03/"),
    "section": ("/vi/chuyen-muc/van-hoa/", "/en/sections/culture/"),
    "topic": ("/vi/chu-de/di-san-song/", "/en/topics/living-heritage/"),
    "place": ("/vi/dia-danh/ho-lak/", "/en/places/ho-lak/"),
    "story": ("/vi/tin-tuc/*tieng-chieng*", "/en/news/*the-gong*"),
    "gallery": ("/vi/thu-vien-anh/", "/en/gallery/"),
    "figures": ("/vi/so-lieu/", "/en/figures/"),
    "press": ("/vi/danh-cho-bao-chi/", "/en/press/"),
    "names": ("/vi/ten-goi-chinh-thuc/", "/en/official-names/"),
    "glossary": ("/vi/thuat-ngu/", "/en/glossary/"),
    "committee": ("/vi/ban-chi-dao/", "/en/committee/"),
    "search": ("/vi/tim-kiem/?q=ca+phe", "/en/search/?q=coffee"),
    "search-nothing": ("/vi/tim-kiem/?q=zzz", "/en/search/?q=zzz"),
    "report": ("/vi/bao-loi/", "/en/report-an-error/"),
    "report-sent": ("/vi/bao-loi/?sent=1", "/en/report-an-error/?sent=1"),
    "about": ("/vi/gioi-thieu/", "/en/about/"),
    "contact": ("/vi/lien-he/", "/en/contact/"),
    "corrections": ("/vi/dinh-chinh/", "/en/corrections/"),
    "policy": ("/vi/quy-tac-dinh-chinh/", "/en/corrections-policy/"),
    "accessibility": ("/vi/kha-nang-tiep-can/", "/en/accessibility/"),
    "offline": ("/vi/ngoai-tuyen/", "/en/offline/"),
    "not-found": ("/vi/khong-co-trang-nay/", "/en/no-such-page/"),
    "style": ("/style/", "/style/"),
}


def read(address: str) -> tuple[int, str, str]:
    """Status, media type and text of an address."""
    try:
        with urllib.request.urlopen(address, timeout=120) as answer:
            kind = answer.headers.get("Content-Type", "")
            text = answer.read().decode() if kind.startswith("text/html") else ""
            return answer.status, kind, text
    except urllib.error.HTTPError as error:
        return error.code, "", ""


def found(site, pattern: str) -> str:
    """The address that a pattern with stars means, looked up in the month archives' links."""
    if "*" not in pattern:
        return pattern
    language = pattern.split("/")[1]
    _status, _kind, text = read(f"{site.address}/{language}/")
    _status, _kind, more = read(f"{site.address}{pattern.split('*')[0]}")
    expression = re.compile('[^/"]*'.join(re.escape(part) for part in pattern.split("*")) + "/")
    return next(link for link in LINK.findall(text + more) if expression.fullmatch(link))


@pytest.fixture(scope="module")
def readers(demo_site, browser):
    """A reader in each language, whose browser keeps style sheet and fonts from page to page."""
    desks = {}
    for language in ("vi", "en"):
        context = browser.new_context(
            locale=language, reduced_motion="reduce", service_workers="block"
        )
        context.set_default_timeout(BROWSER_PATIENCE_MS)
        context.add_init_script(
            "document.addEventListener('securitypolicyviolation',"
            " event => console.error('policy', event.violatedDirective, event.blockedURI))"
        )
        desks[language] = Desk(demo_site, context)
    yield desks
    for desk in desks.values():
        desk.page.context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible_and_keeps_to_the_policy(demo_site, readers, kind):
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    for language, pattern in zip(("vi", "en"), KINDS[kind], strict=True):
        desk = readers[language]
        desk.problems.clear()
        page = desk.page
        page.goto(f"{demo_site.address}{found(demo_site, pattern)}", wait_until="load")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(SHOW_ALL_PICTURES)
            wide, tall = page.evaluate(
                "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
            )
            assert wide <= width, f"{kind} in {language} is {wide} px wide at {width}"
            assert page.evaluate(EMPTY_PICTURES) == [], f"{kind} in {language}"
            shown = {"x": 0, "y": 0, "width": width, "height": min(tall, TALLEST)}
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                if (language, width, scheme) in JUDGED:
                    where = f"{kind} in {language}, {scheme}, {width} px"
                    assert_accessible(page, where, LIKE_THE_FIRST)
                if TAKES_PICTURES:
                    page.screenshot(
                        path=ARTEFACTS / f"{kind}-{language}-{width}-{scheme}.jpg",
                        full_page=True,
                        clip=shown,
                        type="jpeg",
                        quality=70,
                    )
        expected = [p for p in desk.problems if "404" in p] if kind == "not-found" else []
        assert desk.problems == expected


def test_a_report_that_cannot_be_taken_says_why_and_keeps_what_was_written(demo_site, readers):
    desk = readers["en"]
    desk.problems.clear()
    page = desk.open("/en/report-an-error/?page=/en/")
    page.set_viewport_size({"width": 320, "height": 900})
    # Spaces pass the browser and not the program.
    page.locator("#id_message").fill("   ")
    page.locator("#id_reply_to").fill("reader@example.org")
    with arriving(page):
        page.locator("main form button[type=submit]").last.click()
    assert page.locator("#id_message[aria-invalid=true]").count() == 1
    assert page.locator("#id_reply_to").input_value() == "reader@example.org"
    assert page.locator("#id_page").input_value() == "/en/"
    assert_accessible(page, "a report refused")
    assert all("422" in problem for problem in desk.problems), desk.problems


def test_no_link_is_dead_and_nothing_fails_in_any_language(demo_site):
    queue = ["/vi/", "/en/", "/fr/", "/sitemap.xml", "/robots.txt"]
    queue += ["/vi/tim-kiem/?q=c%C3%A0+ph%C3%AA", "/en/search/?q=coffee&language=all"]
    seen, wrong = set(), []
    while queue:
        address = queue.pop()
        if address in seen:
            continue
        seen.add(address)
        status, _kind, text = read(demo_site.address + address)
        if status != 200:
            wrong.append((status, address))
        for link in LINK.findall(text):
            target = urlsplit(urljoin(demo_site.address + address, unescape(link)))
            inside = f"{target.scheme}://{target.netloc}" == demo_site.address
            # One copy of each picture stands for its sizes; the back office is another test's.
            if inside and not target.path.startswith("/admin"):
                queue.append(f"{target.path}?{target.query}" if target.query else target.path)
    assert wrong == []
    assert len(seen) > 150


def wait_until_stored(site, address: str) -> None:
    """Until the renderer comes to a page, the program answers it, without compression."""
    question = urllib.request.Request(site.address + address, headers={"Accept-Encoding": "br"})
    until = time.monotonic() + FOLLOWS_WITHIN_SECONDS
    while time.monotonic() < until:
        with urllib.request.urlopen(question, timeout=120) as answer:
            if answer.headers.get("Content-Encoding") == "br":
                return
        time.sleep(0.5)
    pytest.fail(f"{address} was not stored.")


# What an audit of a page's speed and manners looks at, as the browser itself knows it.
WATCH = """
window.moved = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
AUDIT = """
({
  moved: window.moved,
  painted: performance.getEntriesByName("first-contentful-paint").length,
  blocking: performance.getEntriesByType("resource")
    .filter(entry => entry.renderBlockingStatus === "blocking").map(entry => entry.name),
  unsized: [...document.images].filter(i => !i.getAttribute("width") || !i.getAttribute("height"))
    .map(image => image.currentSrc),
  unnamed: [...document.images].filter(i => i.getAttribute("alt") === null).map(i => i.currentSrc),
  described: document.querySelector("meta[name=description]").content.length > 20,
  viewport: document.querySelector("meta[name=viewport]").content,
})
"""


@pytest.mark.parametrize("width", [390, 1280])
def test_a_story_is_light_on_a_slow_line(demo_site, browser, width):
    context = browser.new_context(
        base_url=demo_site.address, viewport={"width": width, "height": 844}
    )
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    slow = {"offline": False, "latency": 400, "downloadThroughput": 50_000}
    line.send("Network.emulateNetworkConditions", slow | {"uploadThroughput": 20_000})
    sizes, answers = {}, {}
    line.on("Network.responseReceived", lambda e: answers.update({e["requestId"]: e["response"]}))
    line.on(
        "Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]})
    )
    page.add_init_script(WATCH)
    story = found(demo_site, KINDS["story"][0])
    wait_until_stored(demo_site, story)
    page.goto(story, wait_until="networkidle")
    kinds = {key: answer["mimeType"] for key, answer in answers.items()}
    fonts = {key for key, kind in kinds.items() if "font" in kind or "woff" in kind}
    pictures = {key for key, kind in kinds.items() if kind.startswith("image/")}
    first = set(kinds) - fonts - pictures
    assert len(first) <= 3, [answers[key]["url"] for key in first]
    assert sum(sizes.get(key, 0) for key in first) <= 100_000
    for key in first:
        headers = {name.lower(): value for name, value in answers[key]["headers"].items()}
        assert headers["content-encoding"] in {"br", "gzip"}, answers[key]["url"]
        assert headers["x-content-type-options"] == "nosniff"
    for key in fonts | {key for key in first if "/theme/" in answers[key]["url"]}:
        headers = {name.lower(): value for name, value in answers[key]["headers"].items()}
        assert "immutable" in headers["cache-control"], answers[key]["url"]
    audit = page.evaluate(AUDIT)
    assert audit["moved"] < 0.1, "what is being read may not jump when its letters arrive"
    assert audit["painted"] == 1
    assert [urlsplit(name).path[:7] for name in audit["blocking"]] == ["/theme/"]
    assert (audit["unsized"], audit["unnamed"], audit["described"]) == ([], [], True)
    assert audit["viewport"] == "width=device-width, initial-scale=1"
    context.close()


def test_the_site_can_be_used_with_the_keyboard_alone(demo_site, reader):
    desk = reader("vi")
    page = desk.open("/vi/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url("**/vi/tin-tuc/**")
    page.wait_for_load_state("networkidle")

    # From the story to its English version by the language switch, seen where the focus is.
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.hreflang") == "en":
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/news/**")
    page.wait_for_load_state("networkidle")

    # Search: typing offers stories, arrows choose one, Enter opens it; no marks are needed.
    desk.open("/vi/")
    page.locator("#search-words").focus()
    page.keyboard.type("nha dai")
    page.locator(".suggestions [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    chosen = page.evaluate("document.activeElement.getAttribute('aria-activedescendant')")
    headline = page.locator(f"#{chosen}").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/vi/tin-tuc/**")
    assert page.locator("h1").inner_text() == headline


def test_what_was_read_stays_readable_without_a_connection(demo_site, browser):
    context = browser.new_context(base_url=demo_site.address)
    page = context.new_page()
    story, other = (found(demo_site, f"/en/news/*{name}*") for name in ("the-gong", "da-dia"))
    page.goto("/en/", wait_until="networkidle")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.goto(story, wait_until="networkidle")
    headline = page.locator("h1").inner_text()
    page.wait_for_function(
        "async () => (await (await caches.open('pages')).keys()).some(r => r.url === location.href)"
    )
    context.set_offline(True)
    page.goto(story)
    assert page.locator("h1").inner_text() == headline
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Be Vietnam')
    page.goto(other)
    assert "no connection" in page.locator("h1").inner_text()
    assert page.locator("[data-kept-stories] a").inner_text() == headline
    context.close()


# Pages that a reader meets when something is amiss, as the program makes them; what is changed for
# them is taken back at once.
IN_TROUBLE = """
import json
from django.db import transaction
from django.test import RequestFactory
from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import User
from nhipcau.common.clock import now
from nhipcau.common.surfaces import registry
from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.services.publication import withdraw_work
from nhipcau.publishing.models import KnownAddress
from nhipcau.web.views import server_error
pages = {"failure": server_error(RequestFactory().get("/en/")).content.decode()}
with transaction.atomic():
    story = StoryPage.objects.filter(locale__language_code="en", live=True).first()
    editor = User.objects.filter(groups__name=Role.EDITOR).first()
    withdraw_work(work=story.work, actor=editor, reason="The source was wrong.", now=now())
    pages["withdrawn"] = registry.render(story.address, now()).body.decode()
    KnownAddress.objects.create(address="/en/former/", is_current=False, since=now())
    pages["gone"] = registry.render("/en/former/", now()).body.decode()
    transaction.set_rollback(True)
print(json.dumps(pages))
"""


def serving(body: str):
    """What answers a browser's question with a page."""

    def serve(route):
        route.fulfill(body=body, content_type="text/html")

    return serve


def test_pages_for_readers_in_trouble_are_accessible_too(demo_site, readers):
    told = demo_site.command("shell", "-c", IN_TROUBLE)
    assert told.returncode == 0, told.stderr
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    page = readers["en"].page
    for kind, body in json.loads(told.stdout.splitlines()[-1]).items():
        address = f"{demo_site.address}/en/{kind}/"
        page.route(address, serving(body))
        page.goto(address, wait_until="load")
        for width, scheme in ((320, "light"), (1280, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            assert_accessible(page, f"{kind}, {scheme}, {width} px")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            if TAKES_PICTURES:
                path = ARTEFACTS / f"{kind}-en-{width}-{scheme}.jpg"
                page.screenshot(path=path, full_page=True, type="jpeg", quality=70)
