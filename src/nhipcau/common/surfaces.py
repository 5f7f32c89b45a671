"""The surfaces registry: which public addresses exist and what each depends on.

An app that shows something to readers registers a :class:`Surface`. The publisher asks the
registry to render addresses and to list them all; it knows nothing else of the apps.

A *key* names a thing that pages depend on: ``work:12``, ``list:news:vi``, ``image:7``,
``chrome:vi``. Whoever changes that thing calls :func:`announce` with the keys the thing had
before and has now, and with the addresses that may have come into being or gone.

Three rules make the stored site equal to a full rebuild:

1. an answer names every key it read, also of things that it left out because of them (a list
   names ``list:news:vi`` even while it is empty);
2. a change announces the union of the keys before and after it;
3. an answer that the clock alone will change says when, in ``valid_until``, and that moment lies
   after the one it was rendered for.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import IntEnum
from itertools import chain
from operator import itemgetter
from typing import Protocol

from django.dispatch import Signal

from nhipcau.common import reading
from nhipcau.common.clock import fixed_time

HTML = "text/html; charset=utf-8"


class Priority(IntEnum):
    """Order in which stale addresses are rendered: a lower number comes first."""

    OWN_PAGE = 0
    FRONT = 10
    LIST = 20
    FEED = 30
    WIRE = 35
    ARCHIVE = 40
    SITEMAP = 50


@dataclass(frozen=True)
class Rendered:
    """What a reader gets at an address, and what it depends on.

    Attributes:
        body: The bytes of the answer, not compressed.
        status: 200; 301 with ``location``; 404 when nothing is there; 410 when withdrawn.
        content_type: Media type with its charset.
        headers: Further headers that are part of the page, such as ``Link``.
        keys: Surrogate keys; a change of any of them makes this answer stale.
        valid_until: Moment (UTC) from which the clock alone makes it stale; ``None`` for never.
        last_modified: Moment (UTC) the content last changed, from the content itself.
        location: Target of a redirect.
    """

    body: bytes = b""
    status: int = 200
    content_type: str = HTML
    headers: tuple[tuple[str, str], ...] = ()
    keys: frozenset[str] = frozenset()
    valid_until: datetime | None = None
    last_modified: datetime | None = None
    location: str = ""


class Surface(Protocol):
    """One kind of public address.

    Attributes:
        name: Unique, such as ``newsroom.story``.
        priority: When its stale addresses are rendered, in relation to other surfaces.
    """

    name: str
    priority: Priority

    def render(self, address: str, now: datetime) -> Rendered | None:
        """Render an address.

        Args:
            address: Absolute path, such as ``/vi/tin-tuc/``.
            now: The moment to render for; the answer depends on it and the database only.

        Returns:
            The answer, or ``None`` when the address is not of this kind.
        """

    def addresses(self, now: datetime) -> Iterable[str]:
        """Every address of this kind that may be rendered, each once, in a stable order.

        It includes those that become public later by the clock alone (embargoed works): their
        answer is a 404 with ``valid_until``.
        """


@dataclass
class SurfaceRegistry:
    """All surfaces of the site, in the order of registration."""

    _surfaces: dict[str, Surface] = field(default_factory=dict)
    _last: dict[str, Surface] = field(default_factory=dict)

    def register(self, surface: Surface, *, is_last: bool = False) -> None:
        """Add a surface; called once from an app's ``ready()``.

        Args:
            surface: The surface.
            is_last: Whether it is asked after all others, whenever those are registered.

        Raises:
            ValueError: if another surface has that name.
        """
        if surface.name in {**self._surfaces, **self._last}:
            raise ValueError(f"Two surfaces are called {surface.name}.")
        (self._last if is_last else self._surfaces)[surface.name] = surface

    def __iter__(self) -> Iterator[Surface]:
        """The surfaces, for the publisher."""
        yield from self._surfaces.values()
        yield from self._last.values()

    def render(self, address: str, now: datetime) -> Rendered:
        """Render an address with the surface that knows it.

        Returns:
            The answer; a bare 404 without keys when no surface knows the address.
        """
        return self.resolve(address, now)[0]

    def expected_priority(self, address: str) -> Priority:
        """How soon an address wants to be rendered that was never rendered before.

        Told by a surface's ``pattern`` of whole addresses, if it has one; else it is thought to be
        a page of its own, which is rendered first.
        """
        for surface in self:
            pattern = getattr(surface, "pattern", None)
            if pattern is not None and pattern.fullmatch(address):
                return surface.priority
        return Priority.OWN_PAGE

    def prepare(self, addresses: Iterable[str], now: datetime) -> None:
        """Let surfaces read ahead for a batch what they need to render these addresses.

        A surface that gains by it has a method ``prepare`` with the same arguments and uses
        ``common.reading.read_ahead``; what it renders is the same without.
        """
        wanted = list(addresses)
        for surface in self:
            if (prepare := getattr(surface, "prepare", None)) is not None:
                prepare(wanted, now)

    def resolve(self, address: str, now: datetime) -> tuple[Rendered, Priority]:
        """Render an address and say how soon its surface wants it rendered.

        A surface that answers 404 lets the next ones speak, unless the address awaits its time:
        so a former address leads on as soon as nothing lives there any more. The clock stands
        still meanwhile, and what dated facts say of it goes into ``valid_until``.

        Returns:
            The answer as of :meth:`render`, and the surface's priority.
        """
        found, priority = Rendered(status=404), None
        with fixed_time(now), reading.noted() as noted:
            for surface in self:
                rendered = surface.render(address, now)
                if rendered is None:
                    continue
                found = replace(rendered, keys=rendered.keys | found.keys)
                if rendered.status != 404 or rendered.valid_until is not None:
                    priority = surface.priority
                    break
                priority = surface.priority if priority is None else priority
            ends = [end for end in (found.valid_until, noted.first_end()) if end is not None]
        if priority is None:
            return found, Priority.OWN_PAGE
        return replace(found, valid_until=min(ends, default=None)), priority

    def addresses(self, now: datetime) -> Iterator[str]:
        """Every address of the site, each once."""
        seen: set[str] = set()
        for address in self.listed(now):
            if address not in seen:
                seen.add(address)
                yield address

    def listed(self, now: datetime) -> Iterator[str]:
        """The same in constant memory; an address that two surfaces know may come twice.

        Surfaces that show the same things have a method ``numbered_addresses`` besides, which
        gives each of their addresses with the thing's number, in the order of numbers. Addresses
        of one thing then come together, so that a batch reads it once for all of them.
        """
        numbered = []
        single = []
        for surface in self:
            if (method := getattr(surface, "numbered_addresses", None)) is not None:
                numbered.append(method(now))
            else:
                single.append(surface.addresses(now))
        together = (address for _, address in heapq.merge(*numbered, key=itemgetter(0)))
        return chain(*single, together)


registry = SurfaceRegistry()

#: Sent inside the transaction of a change. Arguments: ``keys`` (frozenset of str),
#: ``addresses`` (frozenset of str) that may have appeared or gone, ``reason`` (str).
changed = Signal()


def announce(*, keys: Iterable[str] = (), addresses: Iterable[str] = (), reason: str = "") -> None:
    """Tell the publisher that something readers see has changed.

    Call it inside the transaction that makes the change, so that both happen or neither.

    Args:
        keys: Surrogate keys that the thing had before the change and has after it.
        addresses: Addresses that may be new, moved or gone.
        reason: Short audit code shown on the page of stale addresses.
    """
    if announces_each():
        changed.send(
            sender=registry.__class__,
            keys=frozenset(keys),
            addresses=frozenset(addresses),
            reason=reason,
        )


#: Sent inside the transaction of a load that changes the whole site. Argument: ``reason`` (str).
everything_changed = Signal()
_announces_each: ContextVar[bool] = ContextVar("announces_each", default=True)


@contextmanager
def announced_at_once(reason: str) -> Iterator[None]:
    """Announce a load that fills the whole site as one change of everything.

    Use it inside the transaction of the load: single changes are then not announced, and finding
    out what each of them touches is most of the work of a load.

    Args:
        reason: Short audit code shown on the page of stale addresses.
    """
    token = _announces_each.set(False)
    try:
        yield
    finally:
        _announces_each.reset(token)
    everything_changed.send(sender=registry.__class__, reason=reason)


def announces_each() -> bool:
    """Whether single changes are announced: always, but within :func:`announced_at_once`."""
    return _announces_each.get()


#: Sent inside the transaction in which a thing's address changes; see :func:`announce_address`.
settled = Signal()


def announce_address(*, subject: str, address: str, former: str = "", reason: str = "") -> None:
    """Tell the publisher where a thing is found now, so that its former addresses lead there.

    Call it when a slug, a section or a language changes, and with an empty address when the thing
    is gone: its addresses then say so (410).

    Args:
        subject: Permanent name of the thing, such as ``section:12:vi``.
        address: Its address from now on; empty when it has none any more.
        former: Its address before, which the publisher may not know yet.
        reason: Short audit code shown on the page of stale addresses.
    """
    settled.send(
        sender=registry.__class__, subject=subject, address=address, former=former, reason=reason
    )


#: Makes addresses live; set by the publisher, see ``make_live``.
LiveMaker = Callable[[frozenset[str], float], bool]
_live_maker: list[LiveMaker] = []


def provide_live(maker: LiveMaker) -> None:
    """Register what renders addresses at once; called once by the publisher's app."""
    _live_maker[:] = [maker]


def make_live(addresses: Iterable[str], timeout_seconds: float = 2.0) -> bool:
    """Wait until addresses show readers what has been committed.

    Call it after the transaction, so that an editor who has published a story can open it.
    Lists, feeds and sitemaps follow by themselves.

    Args:
        addresses: Absolute paths, as a rule the story's own page only.
        timeout_seconds: How long to wait at most; the work goes on after that.

    Returns:
        Whether all of them are live.
    """
    return _live_maker[0](frozenset(addresses), timeout_seconds) if _live_maker else False


#: Builds the parts that every public page shares; set by the web app, see ``chrome``.
ChromeBuilder = Callable[[str, str, datetime], dict[str, object]]
_chrome: list[ChromeBuilder] = []


def provide_chrome(builder: ChromeBuilder) -> None:
    """Register the builder of header, navigation and footer; called once by the theme's app."""
    _chrome[:] = [builder]


def chrome(language: str, address: str, now: datetime) -> dict[str, object]:
    """Template context shared by every public page: navigation, publisher, languages.

    Args:
        language: BCP 47 code of the page.
        address: The page's own absolute path.
        now: Moment rendered for.

    Returns:
        Names for the base template; pages that use it depend on key ``chrome:<language>``.
    """
    return _chrome[0](language, address, now) if _chrome else {}
