"""Every public page speaks its own language: nothing of another one is left unmarked on it.

What stands in another language on purpose, such as the Vietnamese original of a headline, says so
with ``lang``, which screen readers need as well.
"""

import re
from collections.abc import Iterator

import pytest

from nhipcau.common.clock import now
from nhipcau.common.surfaces import registry
from nhipcau.translation.services.exchange.terms import load_starter_terms
from nhipcau.web.rules.addresses import page_address
from nhipcau.web.sample.reading import read_works
from nhipcau.web.services.sample import load_sample
from tests.contracts.crawling import written_names
from tests.contracts.language import foreign_words, texts_of, without

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]
# In three, two and one language.
WORKS = ("gong-culture", "lak-lake", "yang-prong")
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_ENGLISH = re.compile(
    r"\b(?:the|and|of|with|from|this|that|these|are|was|were|by|to|for|more|all|news|story"
    r"|stories|search|read|open|day|days|month|year|your|our|not|no|found|any)\b",
    re.IGNORECASE,
)
# The same in every language of the site: what it is called, and the number of a document.
_NAMES = re.compile(r"Nhịp Cầu|Đắk Lắk|\d+/\d{4}/NĐ-CP")


@pytest.fixture
def pages(site, client) -> Iterator[tuple[str, str, bytes]]:
    """Language, address and page: all that are stored, and those that Django answers."""
    moment = now()
    load_sample(now=moment, texts=[work for work in read_works() if work.code in WORKS])
    load_starter_terms(now=moment)

    def each() -> Iterator[tuple[str, str, bytes]]:
        for address in registry.addresses(moment):
            language = address.split("/")[1]
            if language in {"vi", "en", "fr"} and address.endswith(("/", ".html")):
                rendered = registry.render(address, moment)
                if rendered.content_type.startswith("text/html") and rendered.status == 200:
                    yield language, address, rendered.body
        for language in ("vi", "en", "fr"):
            search = page_address("search", language)
            report = page_address("report", language)
            for question in ("?q=gong", "?q=khong thay", "?q=", "?q=gong&since=2026-02-30"):
                yield language, search + question, client.get(search + question).content
            for answer in (client.get(report), client.get(report, {"sent": "1"})):
                yield language, report, answer.content
            refused = client.post(report, {"message": "", "reply_to": "x", "page": "x"})
            yield language, f"POST {report}", refused.content

    return each()


def test_no_page_holds_a_word_of_another_language(pages):
    wrong, read = {}, 0
    names: list[str] = []
    for language, address, body in pages:
        names = names or written_names()
        read += 1
        for text in texts_of(body, language):
            left = _NAMES.sub(" ", text)
            if language == "vi":
                found = foreign_words(left) and foreign_words(without(text, names))
            elif _VIETNAMESE.search(left):
                found = set(_VIETNAMESE.findall(_NAMES.sub(" ", without(text, names))))
            else:
                found = set()
            if language == "fr" and _ENGLISH.search(left):
                found |= set(_ENGLISH.findall(without(text, names)))
            if found:
                wrong[f"{address}: {text[:120]}"] = found
    assert not wrong, "\n".join(f"{where} {sorted(words)}" for where, words in wrong.items())
    assert read > 60
