"""The back office is Vietnamese for every role, on every page, in every dialogue and error."""

import pytest
from django.test import Client
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.common.clock import now
from nhipcau.programme.services.sample import load_sample as load_programme
from nhipcau.translation.services.exchange.terms import load_starter_terms
from nhipcau.web.sample.reading import read_works
from nhipcau.web.services.sample import load_sample
from tests.contracts.crawling import Crawl, written_names
from tests.contracts.language import foreign_words, texts_of, without

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]
WORKS = ("gong-culture", "lak-lake", "yang-prong")
PERSON = "Người mẫu"


@pytest.fixture
def colleagues(site, client_as) -> dict[Role, Client]:
    """A colleague of each role, and a sample province with three works, plans and terms."""
    load_sample(now=now(), texts=[work for work in read_works() if work.code in WORKS])
    load_starter_terms(now=now())
    clients = {role: client_as(role, full_name=PERSON) for role in Role}
    load_programme(now=now(), focal_point=clients[Role.FOCAL_POINT].user)
    return clients


def test_the_back_office_has_no_foreign_word_for_any_role(colleagues):
    crawl, wrong, failed = Crawl(), {}, []
    names = written_names()
    judged: dict[str, set[str]] = {}
    for role, client in colleagues.items():
        for answer in crawl.read(client, "/admin/", reverse("wagtailadmin_account")):
            if answer.status >= 500:
                failed.append((role, answer.address, answer.status))
            for text in texts_of(answer.body) if answer.body else []:
                if text not in judged:
                    judged[text] = foreign_words(text) and foreign_words(without(text, names))
                    if judged[text]:
                        wrong[f"{role}: {answer.address}: {text[:120]}"] = judged[text]
    assert not wrong, "\n".join(f"{where} {sorted(words)}" for where, words in wrong.items())
    assert failed == []
    assert len(crawl.roles_of) > 60


@pytest.mark.parametrize("name", ["account_login", "account_reset_password", "account_inactive"])
def test_sign_in_has_no_foreign_word(client, name, site):
    address = reverse(name)
    for answer in (client.get(address), client.post(address, {})):
        for text in texts_of(answer.content) if answer.status_code == 200 else []:
            assert not foreign_words(text), text
