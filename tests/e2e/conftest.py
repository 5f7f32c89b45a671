"""A real sample province, served by the real program, and a real browser."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROLES = (
    "administrator",
    "office",
    "leader",
    "editor",
    "reporter",
    "translator",
    "reviser",
    "focal_point",
)
STARTED_WITHIN_SECONDS = 1200
FOLLOWS_WITHIN_SECONDS = 300
BROWSER_PATIENCE_MS = 180_000
# Chromium's own calls home are refused on a closed network and only slow the tests down.
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="session")
def django_db_setup() -> None:
    """These tests use the database of the served site, not the test database."""


@dataclass
class DemoSite:
    """A served sample province.

    Attributes:
        address: Its root address, without a slash at the end.
        home: Its home folder.
    """

    address: str
    home: Path

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a ``nhipcau`` command on this site."""
        return subprocess.run(
            [sys.executable, "-m", "nhipcau", *arguments],
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )

    def environment(self) -> dict[str, str]:
        """The environment in which the site's commands run."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("NHIPCAU_", "DJANGO_"))}
        kept.pop("DATABASE_URL", None)
        return kept | {"NHIPCAU_HOME": str(self.home)}


def free_port() -> int:
    """A port on this machine that nothing uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoSite]:
    """The sample province, as ``make run`` makes it, for the whole session."""
    port = free_port()
    site = DemoSite(f"http://localhost:{port}", tmp_path_factory.mktemp("demo"))
    log = site.home.parent / "demo.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "nhipcau", "demo", "--port", str(port)],
            env=site.environment(),
            stdout=output,
            stderr=output,
        )
        try:
            _wait_until_ready(site, process, log)
            yield site
        finally:
            process.terminate()
            process.wait(timeout=120)


def _wait_until_ready(site: DemoSite, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait for the front page."""
    until = time.monotonic() + STARTED_WITHIN_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{site.address}/vi/", timeout=30) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.3)
    pytest.fail(f"The demo did not start:\n{log.read_text()[-4000:]}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium as installed on this machine.

    Closed after each file: while it is open, Django takes everything for asynchronous code and
    refuses the database to the tests that come after.
    """
    path = os.environ.get("NHIPCAU_TEST_BROWSER") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield chromium
        chromium.close()


@contextmanager
def arriving(page: Page) -> Iterator[None]:
    """What the block sets off leads to a page, which has come whole when the block ends."""
    with page.expect_navigation(wait_until="load"):
        yield


class Desk:
    """One colleague's browser.

    Attributes:
        page: The page on show.
        problems: What the browser complained about: errors of scripts and of policies, and
            answers with an error status.
    """

    def __init__(self, site: DemoSite, context: BrowserContext) -> None:
        self.site = site
        self.page: Page = context.new_page()
        self.problems: list[str] = []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on(
            "console",
            lambda message: self.problems.append(message.text) if message.type == "error" else None,
        )
        self.page.on(
            "response",
            lambda answer: (
                self.problems.append(f"{answer.status} {answer.url}")
                if answer.status >= 400
                else None
            ),
        )

    def open(self, address: str) -> Page:
        """Go to an address of the site."""
        self.page.goto(f"{self.site.address}{address}", wait_until="load")
        return self.page

    def open_when(self, address: str, text: str) -> Page:
        """Go to an address once it shows a text; lists follow a story after a moment."""
        return self._open_until(address, lambda page: text in page.locator("body").inner_text())

    def open_with(self, address: str, selector: str) -> Page:
        """Go to an address once it holds an element; language versions follow one another."""
        return self._open_until(address, lambda page: page.locator(selector).count() > 0)

    def _open_until(self, address: str, is_there: Callable[[Page], bool]) -> Page:
        until = time.monotonic() + FOLLOWS_WITHIN_SECONDS
        while time.monotonic() < until:
            page = self.open(address)
            if is_there(page):
                return page
            time.sleep(0.5)
        pytest.fail(f"{address} does not show what was waited for")

    def picture(self, name: str) -> None:
        """Keep a screenshot where ``NHIPCAU_TEST_PICTURES`` says, for people to look at."""
        if folder := os.environ.get("NHIPCAU_TEST_PICTURES"):
            self.page.screenshot(path=f"{folder}/{name}.png", full_page=True)


@pytest.fixture
def sign_in(demo_site: DemoSite, browser: Browser):
    """Sign in as a sample person: ``sign_in("editor")``, with a language and a width."""
    contexts = []

    def enter(role: str, language: str = "vi", width: int = 1280) -> Desk:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, locale=language, base_url=demo_site.address
        )
        context.set_default_timeout(BROWSER_PATIENCE_MS)
        contexts.append(context)
        desk = Desk(demo_site, context)
        desk.open("/admin/login/")
        with arriving(desk.page):
            desk.page.locator(".account-samples button").nth(ROLES.index(role)).click()
        return desk

    yield enter
    for context in contexts:
        context.close()


@pytest.fixture
def reader(demo_site: DemoSite, browser: Browser):
    """A reader's browser: ``reader("en", 360)``."""
    contexts = []

    def open_browser(language: str = "vi", width: int = 1280) -> Desk:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, locale=language, base_url=demo_site.address
        )
        context.set_default_timeout(BROWSER_PATIENCE_MS)
        contexts.append(context)
        return Desk(demo_site, context)

    yield open_browser
    for context in contexts:
        context.close()
