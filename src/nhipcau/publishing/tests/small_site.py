"""A site of a few notes, enough to show every duty of a surface."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from nhipcau.common import surfaces
from nhipcau.common.surfaces import Priority, Rendered

START = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


@dataclass
class Note:
    """One text with an embargo; ``state`` is draft, live, withdrawn or moved."""

    number: int
    text: str
    state: str = "draft"
    embargo: datetime | None = None
    slug: str = ""
    old_slugs: list[str] = field(default_factory=list)


@dataclass
class SmallSite:
    """Notes with a list, an archive of redirects and withdrawn pages; held in memory."""

    notes: dict[int, Note] = field(default_factory=dict)
    title: str = "Trang"
    dropped_keys: frozenset[str] = frozenset()
    broken: set[str] = field(default_factory=set)
    renders: list[str] = field(default_factory=list)
    name: str = "tests.small"
    priority: Priority = Priority.OWN_PAGE

    def keys(self, *names: str) -> frozenset[str]:
        return frozenset(names) - self.dropped_keys

    def render(self, address: str, now: datetime) -> Rendered | None:
        self.renders.append(address)
        if address in self.broken:
            raise RuntimeError("broken on purpose")
        if address == "/vi/":
            return self._list(now)
        if not address.startswith("/vi/ghi-chu/"):
            return None
        return self._note(address.removeprefix("/vi/ghi-chu/").strip("/"), now)

    def _list(self, now: datetime) -> Rendered:
        live = [note for note in self.notes.values() if note.state == "live"]
        later = [note.embargo for note in live if note.embargo and note.embargo > now]
        shown = [note for note in live if not note.embargo or note.embargo <= now]
        body = json.dumps([self.title, [[n.slug, n.text] for n in shown]], ensure_ascii=False)
        return Rendered(
            body=(body + " " * 300).encode(),
            headers=(("X-Count", str(len(shown))),),
            keys=self.keys("list", "chrome", *(f"note:{note.number}" for note in shown)),
            valid_until=min(later, default=None),
            last_modified=START,
        )

    def _note(self, slug: str, now: datetime) -> Rendered | None:
        for note in self.notes.values():
            key = f"note:{note.number}"
            if slug in note.old_slugs:
                return Rendered(
                    status=301, location=f"/vi/ghi-chu/{note.slug}/", keys=self.keys(key)
                )
            if slug != note.slug or note.state == "draft":
                continue
            if note.state == "withdrawn":
                return Rendered(status=410, body=b"withdrawn", keys=self.keys(key, "chrome"))
            if note.embargo and note.embargo > now:
                return Rendered(status=404, keys=self.keys(key), valid_until=note.embargo)
            body = f"{self.title}: {note.text}" + " ." * 200
            return Rendered(body=body.encode(), keys=self.keys(key, "chrome"), last_modified=START)
        return Rendered(status=404)

    def addresses(self, now: datetime) -> Iterator[str]:
        yield "/vi/"
        for note in self.notes.values():
            if note.state == "draft":
                continue
            for slug in (note.slug, *note.old_slugs):
                yield f"/vi/ghi-chu/{slug}/"

    def announce(self, note: Note, *slugs: str) -> None:
        surfaces.announce(
            keys=["list", f"note:{note.number}"],
            addresses=[f"/vi/ghi-chu/{slug}/" for slug in (*slugs, note.slug)],
            reason="tests.note.changed",
        )

    def add(self, text: str, *, embargo: datetime | None = None, state: str = "live") -> Note:
        number = len(self.notes) + 1
        note = Note(number, text, state=state, embargo=embargo, slug=f"so-{number}")
        self.notes[number] = note
        if number == 1:
            surfaces.announce(addresses=["/vi/"], reason="tests.site.opened")
        self.announce(note)
        return note


@contextmanager
def only_surface(surface: surfaces.Surface) -> Iterator[None]:
    """Make one surface the whole site for a while."""
    before, last = dict(surfaces.registry._surfaces), dict(surfaces.registry._last)
    surfaces.registry._surfaces.clear()
    surfaces.registry._last.clear()
    surfaces.registry.register(surface)
    try:
        yield
    finally:
        surfaces.registry._surfaces.clear()
        surfaces.registry._surfaces.update(before)
        surfaces.registry._last.update(last)
