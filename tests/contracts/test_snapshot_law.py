"""The law: after any edits and any passing of time the stored site equals a full rebuild.

``NHIPCAU_LAW=long`` tries many more and longer histories.
"""

import os
import tempfile
from pathlib import Path
from wsgiref.util import setup_testing_defaults

import pytest
from django.conf import settings as site_settings
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from nhipcau.common.surfaces import Rendered, registry
from nhipcau.publishing.services import drain, files_first, rebuild, verify
from tests.contracts.newspaper import Newspaper

IS_LONG = os.environ.get("NHIPCAU_LAW") == "long"
PROFILE = settings(
    max_examples=200 if IS_LONG else 4,
    stateful_step_count=40 if IS_LONG else 6,
    deadline=None,
    phases=list(Phase) if IS_LONG else [Phase.explicit, Phase.generate],
    derandomize=not IS_LONG,
    suppress_health_check=list(HealthCheck),
)


def settle(paper: Newspaper) -> None:
    with paper.at_present():
        drain()


def differences(paper: Newspaper) -> list[tuple[str, str]]:
    with paper.at_present():
        return verify(now=paper.moment).differences


def answer(application, address: str) -> tuple[int, dict[str, str], bytes]:
    environ = {"PATH_INFO": address, "REQUEST_METHOD": "GET", "QUERY_STRING": ""}
    setup_testing_defaults(environ)
    seen = []
    body = b"".join(application(environ, lambda status, headers: seen.append((status, headers))))
    status, headers = seen[0]
    return int(status[:3]), dict(headers), body


def not_django(environ, start_response):
    start_response("404 Not Found", [])
    return [b""]


def check_what_readers_get(paper: Newspaper) -> None:
    """Every address, asked for over WSGI, is what a fresh rendering says."""
    application = files_first(not_django)
    for address in registry.addresses(paper.moment):
        with paper.at_present():
            wanted: Rendered = registry.render(address, paper.moment)
        status, headers, body = answer(application, address)
        assert status == wanted.status, address
        if status in {200, 410}:
            assert body == wanted.body, address
            assert headers["Content-Type"] == wanted.content_type
            assert set(wanted.headers) <= set(headers.items())
        if status == 301:
            assert headers["Location"] == wanted.location


class Law(RuleBasedStateMachine):
    """Histories of a newspaper; each in a transaction and a folder of its own."""

    works = st.integers(0, 5)

    def __init__(self) -> None:
        super().__init__()
        self.paper = Newspaper()
        self.folder = tempfile.TemporaryDirectory()
        self.public_root = site_settings.PUBLIC_ROOT
        site_settings.PUBLIC_ROOT = Path(self.folder.name)
        self.transaction = transaction.atomic()
        self.transaction.__enter__()

    def teardown(self) -> None:
        check_what_readers_get(self.paper)
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)
        site_settings.PUBLIC_ROOT = self.public_root
        self.folder.cleanup()

    def has_works(self) -> bool:
        return bool(self.paper.works())

    def act(self, name: str, *arguments: object, **options: object) -> None:
        with self.paper.at_present():
            getattr(self.paper, name)(*arguments, **options)

    def work(self, number: int):
        works = self.paper.works()
        return works[number % len(works)]

    def page(self, number: int):
        pages = self.paper.pages()
        return pages[number % len(pages)]

    @initialize()
    def open(self) -> None:
        with self.paper.at_present():
            rebuild(now=lambda: self.paper.moment)
        self.act("write")

    @rule(
        days_ago=st.integers(0, 40),
        with_photo=st.booleans(),
        embargo_hours=st.sampled_from([0, 0, 1, 30]),
    )
    def write(self, **options: object) -> None:
        self.act("write", **options)

    @precondition(has_works)
    @rule(
        verb=st.sampled_from(["edit", "edit", "unpublish", "publish_again", "correct"]),
        number=works,
    )
    def change_version(self, verb: str, number: int) -> None:
        self.act(verb, self.page(number))

    @precondition(has_works)
    @rule(number=works, language=st.sampled_from(["en", "fr"]))
    def translate(self, number: int, language: str) -> None:
        self.act("translate", self.work(number), language)

    @precondition(has_works)
    @rule(number=works, hours=st.sampled_from([0, 1, 30]))
    def embargo(self, number: int, hours: int) -> None:
        self.act("embargo", self.work(number), hours)

    @precondition(has_works)
    @rule(verb=st.sampled_from(["withdraw", "file_under", "follow", "relate"]), number=works)
    def change_work(self, verb: str, number: int) -> None:
        self.act(verb, self.work(number))

    @rule(verb=st.sampled_from(["rename_section", "rename_topic", "rename_publisher", "recaption"]))
    def change_shared_thing(self, verb: str) -> None:
        self.act(verb)

    @rule(minutes=st.sampled_from([1, 59, 60, 61, 60 * 26]))
    def wait(self, minutes: int) -> None:
        self.paper.wait(minutes)

    @invariant()
    def stored_site_is_a_full_rebuild(self) -> None:
        settle(self.paper)
        assert differences(self.paper) == []


@pytest.mark.timeout(7200 if IS_LONG else 1800)
def test_law__holds_after_any_history(site, settings, tmp_path):
    settings.RUN_ROOT = tmp_path / "run"
    run_state_machine_as_test(Law, settings=PROFILE)


#: Keys that pages forget to name, and an act that only these keys announce to some page.
MUTATIONS = {
    "list": (("list:news:vi",), "write"),
    "names": (("chrome:", "agency:"), "rename_publisher"),
    "section": (("chrome:", "section:"), "rename_section"),
    "topic": (("topic:",), "rename_topic"),
    "photograph": (("image:",), "recaption"),
}


@pytest.mark.parametrize(("prefixes", "act"), MUTATIONS.values(), ids=MUTATIONS)
def test_law__notices_a_key_that_a_page_forgets_to_name(
    site, settings, tmp_path, monkeypatch, prefixes, act
):
    settings.RUN_ROOT = tmp_path / "run"
    paper = Newspaper()
    original = registry.resolve

    def forgetful(address, now):
        rendered, priority = original(address, now)
        keys = frozenset(name for name in rendered.keys if not name.startswith(prefixes))
        return Rendered(**(vars(rendered) | {"keys": keys})), priority

    monkeypatch.setattr(registry, "resolve", forgetful)
    with paper.at_present():
        paper.write(with_photo=True)
        paper.file_under(paper.works()[0])
        paper.follow(paper.works()[0])
        rebuild(now=lambda: paper.moment)
        getattr(paper, act)()
    settle(paper)
    assert [pair for pair in differences(paper) if not pair[1].startswith("index: keys")]
