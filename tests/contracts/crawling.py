"""Reads the back office as a colleague would: every page that a page of theirs leads to."""

import json
import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.test import Client
from lxml import html

_ADDRESS = re.compile(r"""["'](/admin/[^"'#?\s<>\\]*)""")
# Leave the session, change something at once, answer with files, or show the site to readers.
_NOT_PAGES = re.compile(
    r"logout|export|/preview|view_draft|jsi18n|sprite|/download|\.csv|/autosave|/editing-sessions|/serve/"
    r"|reorder|/media/|/static/|\.(?:jpg|png|docx|xlsx)/?$|/admin/language/"
)
_FORMS = re.compile(r"/(?:add|create|invite|import|new|ingest)[a-z_-]*/")
# Pages of one kind that are read for each role; the next of the kind says nothing new.
OF_A_KIND = 1
# Roles for which one kind of page is read; what differs between roles shows by then.
ROLES_OF_A_KIND = 2


@dataclass(frozen=True)
class Answer:
    """What a person got.

    Attributes:
        address: Asked for, with the method when a form was sent.
        status: Of HTTP.
        body: A page or a part of one; empty if it was neither.
    """

    address: str
    status: int
    body: bytes


def kind_of(address: str) -> str:
    """An address without the numbers of the things it shows."""
    return re.sub(r"\d+", "0", re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27,}", "0", address))


class Crawl:
    """One crawl for several roles, each of which begins at the home page.

    Attributes:
        roles_of: For how many roles each kind of address was read.
    """

    def __init__(self) -> None:
        self.roles_of: Counter[str] = Counter()

    def read(self, client: Client, *starts: str) -> Iterator[Answer]:
        """Every page that is reached; forms for something new are sent empty as well."""
        client.raise_request_exception = False
        queue, seen = deque(starts), set(starts)
        of_this_role: Counter[str] = Counter()
        while queue:
            address = queue.popleft()
            response = client.get(address)
            answer = _answer(address, response)
            yield answer
            found = _ADDRESS.findall(answer.body.decode())
            if response.status_code in {301, 302}:
                found = _ADDRESS.findall(f'"{response["Location"]}"')
            elif _FORMS.search(address) and b"<form" in answer.body:
                data = _untouched(answer.body, address)
                yield _answer(f"POST {address}", client.post(address, data))
            for link in found:
                kind = kind_of(link)
                if link in seen or _NOT_PAGES.search(link):
                    continue
                if of_this_role[kind] >= OF_A_KIND or self.roles_of[kind] >= ROLES_OF_A_KIND:
                    continue
                seen.add(link)
                of_this_role[kind] += 1
                queue.append(link)
        self.roles_of.update(of_this_role.keys())


def _answer(address: str, response) -> Answer:
    """The HTML of an answer; dialogues come wrapped in JSON."""
    body = response.getvalue() if response.streaming else response.content
    kind = response.get("Content-Type", "")
    if kind.startswith("application/json"):
        data = json.loads(body or b"null")
        body = str(data.get("html") or "").encode() if isinstance(data, dict) else b""
    elif not kind.startswith("text/html"):
        body = b""
    # Bare words answer a request that no page makes.
    return Answer(address, response.status_code, body if b"<" in body else b"")


def _untouched(page: bytes, address: str) -> dict[str, str]:
    """What a browser sends of a form in which nothing was filled in: its hidden fields."""
    data: dict[str, str] = {}
    for form in html.fromstring(page.decode()).xpath("//form[@method='post' or @method='POST']"):
        if form.get("action", "").split("?")[0] in {"", address}:
            for field in form.xpath(".//input[@type='hidden'][@name]"):
                data[field.get("name")] = field.get("value", "")
            # A script writes how many blocks a text has.
            for body in form.xpath(".//*[@data-controller='w-block'][@id]"):
                data[f"{body.get('id')}-count"] = "0"
    return data


def written_names() -> list[str]:
    """Every short text in the database, the longest first: names may be in any language."""
    found = set()
    for model in apps.get_models():
        for field in model._meta.fields:
            if isinstance(field, models.CharField | models.TextField) and not field.choices:
                values = model._base_manager.values_list(field.name, flat=True).distinct()
                found |= {
                    " ".join(value.split())
                    for value in values
                    if isinstance(value, str) and 2 < len(value) < 500
                }
    return sorted(found, key=len, reverse=True)
