"""Everything speaks the language it should: the back office of every role, every public page."""

import re
from collections import Counter, deque
from functools import cache
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.db import models
from lxml import html

from nhipcau.accounts.enums import Role
from nhipcau.common.clock import now
from nhipcau.common.surfaces import registry
from nhipcau.programme.services.sample import load_sample as load_programme
from nhipcau.translation.services.exchange.terms import load_starter_terms
from nhipcau.web.sample.reading import read_works
from nhipcau.web.services.sample import load_sample
from tests.contracts.language import foreign_words, texts_of, without

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]

ADDRESS = re.compile(r"""["'](/admin/[^"'#?\s<>\\]*)""")
# Leave the session, answer with files or with parts of pages, or change something at once.
NOT_PAGES = re.compile(
    r"logout|export|/bulk/|/preview|/choose|jsi18n|sprite|/download|\.csv|/autosave|reorder|/serve/"
)
#: Pages of one kind that are read for each role; the next of the kind says nothing new.
OF_A_KIND = 2
PUBLIC_WORKS = ("gong-culture", "lak-lake", "yang-prong")


def kind_of(address: str) -> str:
    """An address without the numbers of the things it shows."""
    return re.sub(r"\d+", "0", re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27,}", "0", address))


def written_names() -> list[str]:
    """Every short text in the database: names and headlines, which may be in any language."""
    found = set()
    for model in apps.get_models():
        for field in model._meta.fields:
            if isinstance(field, models.CharField | models.TextField) and not field.choices:
                values = model._base_manager.values_list(field.name, flat=True).distinct()
                found |= {
                    " ".join(value.split())
                    for value in values
                    if isinstance(value, str) and 3 < len(value) < 500
                }
    return sorted(found, key=len, reverse=True)


@pytest.fixture
def province(site):
    """The sample province with three works, its programme and the starting terms."""
    works = [work for work in read_works() if work.code in PUBLIC_WORKS]
    load_sample(now=now(), texts=works)
    load_starter_terms(now=now())


def test_the_back_office_has_no_foreign_word_for_any_role(province, client_as):
    read: Counter[str] = Counter()
    wrong: dict[str, set[str]] = {}
    failed = []
    names: list[str] = []
    for role in Role:
        client = client_as(role)
        load_programme(now=now(), focal_point=client.user)
        names = names or written_names()
        # Kinds that an earlier role has read are read once more at most, menus always.
        queue, seen = deque(["/admin/", "/admin/account/"]), set()
        of_role: Counter[str] = Counter()
        while queue:
            address = queue.popleft()
            if address in seen:
                continue
            seen.add(address)
            answer = client.get(address)
            if answer.status_code in {301, 302}:
                queue.extend(ADDRESS.findall(f'"{answer["Location"]}"'))
            elif answer.status_code >= 500:
                failed.append((role, address, answer.status_code))
            if answer.status_code != 200 or "text/html" not in answer.get("Content-Type", ""):
                continue
            body = answer.getvalue() if answer.streaming else answer.content
            if not body.strip():
                continue
            for text in texts_of(body):
                if found := foreign_words(without(text, [role.value, *names]), frozenset()):
                    wrong.setdefault(f"{address}: {text[:120]}", set()).update(found)
            for link in ADDRESS.findall(body.decode()):
                kind = kind_of(link)
                if NOT_PAGES.search(link) or of_role[kind] >= OF_A_KIND or read[kind] > OF_A_KIND:
                    continue
                of_role[kind] += 1
                queue.append(link)
        read.update(of_role.keys())
    assert failed == []
    assert wrong == {}
    assert len(read) > 60


@cache
def catalogue(language: str) -> dict[str, str]:
    """English strings of the public pages' apps with their translation, where it differs."""
    found = {}
    for app in ("web", "newsroom", "translation", "library"):
        path = ROOT / "src/nhipcau" / app / "locale" / language / "LC_MESSAGES/django.po"
        for entry in polib.pofile(str(path)) if path.exists() else []:
            if len(entry.msgid) > 5 and "%(" not in entry.msgid and entry.msgstr != entry.msgid:
                found[entry.msgid] = entry.msgstr
    return found


def pages_of(language: str) -> dict[str, bytes]:
    """Every page of a language by address."""
    moment, pages = now(), {}
    for address in registry.addresses(moment):
        if address.startswith(f"/{language}/"):
            rendered = registry.render(address, moment)
            assert rendered is not None, address
            if rendered.content_type.startswith("text/html"):
                pages[address] = rendered.body
    return pages


def own_texts(body: bytes, language: str) -> set[str]:
    """Texts of a page that are in the page's own language."""
    tree = html.fromstring(body)
    other = f"//script|//style|//*[@lang and @lang!='{language}' and not(self::html)]"
    for part in tree.xpath(other):
        part.drop_tree()
    spoken = tree.xpath("//@aria-label|//@placeholder|//@title|//@alt")
    return {" ".join(text.split()) for text in [*tree.itertext(), *spoken] if text.strip()}


def test_public_pages_speak_their_own_language(province):
    vietnamese = catalogue("vi")
    english = set(vietnamese)
    names = written_names()
    for address, body in pages_of("vi").items():
        texts = own_texts(body, "vi")
        assert not texts & english, address
        for text in texts:
            assert not foreign_words(without(text, names), frozenset()), f"{address}: {text}"
    for address, body in pages_of("fr").items():
        same = {text for text in english if catalogue("fr").get(text) is None} - {"Publication"}
        left = own_texts(body, "fr") & (same | set(catalogue("fr")))
        assert not left, f"{address}: {left}"
    translated = set(vietnamese.values())
    for address, body in pages_of("en").items():
        assert not own_texts(body, "en") & translated, address
