"""What a rendering reads: when the clock will change it, and what a batch reads only once.

Dated facts lie deep below the pages that print them: a name chosen for today changes at some
midnight, and whoever prints it would have to ask each fact when. So the facts say it themselves.

A batch of pages is rendered for one moment. What they share, such as the masthead, is read once
in it. A change committed while a batch is under way is looked up after it, so a page that was made
of what a batch had read before is rendered again. What was read serves the next batch too as long
as no change has been looked up since and the moment is the same.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from nhipcau.common.clock import CIVIL_ZONE, today


@dataclass
class Reading:
    """What was noted during one rendering.

    Attributes:
        ends: Moments (UTC) at which the clock alone changes something that was read.
    """

    ends: set[datetime] = field(default_factory=set)

    def first_end(self) -> datetime | None:
        """The first of the moments, or ``None``."""
        return min(self.ends, default=None)


_current: ContextVar[Reading | None] = ContextVar("nhipcau_reading", default=None)


@contextmanager
def noted() -> Iterator[Reading]:
    """Note what is read inside a ``with`` block; an outer block learns it too.

    Yields:
        What has been noted so far.
    """
    outer = _current.get()
    reading = Reading()
    token = _current.set(reading)
    try:
        yield reading
    finally:
        _current.reset(token)
        if outer is not None:
            outer.ends |= reading.ends


def note_end(moment: datetime) -> None:
    """Say that what has just been read changes at a moment by the clock alone.

    Args:
        moment: An aware datetime; outside a rendering nothing happens.
    """
    if (reading := _current.get()) is not None:
        reading.ends.add(moment)


def note_days(day: date, first: date | None, last: date | None) -> None:
    """Say when a fact with a first and a last day of validity begins or ceases to hold.

    Args:
        day: The civil date that was asked for; only a question about today depends on the clock.
        first: First day, or ``None`` for open.
        last: Last day, included, or ``None`` for open.
    """
    if _current.get() is None or day != today():
        return
    turns = [first, last + timedelta(days=1) if last and last < date.max else None]
    for turn in turns:
        if turn is not None and turn > day:
            note_end(datetime.combine(turn, time.min, CIVIL_ZONE))


P = ParamSpec("P")
R = TypeVar("R")
K = TypeVar("K", bound=Hashable)
#: What a batch has read; give it to the next batch under the conditions said above.
Memory = dict[Any, tuple[Any, frozenset[datetime]]]
_batch: ContextVar[Memory | None] = ContextVar("nhipcau_batch", default=None)


@contextmanager
def batch(memory: Memory | None = None) -> Iterator[None]:
    """Read what pages share once inside a ``with`` block; nothing may be written in it.

    Args:
        memory: What an earlier batch has read, which this one adds to.
    """
    token = _batch.set({} if memory is None else memory)
    try:
        yield
    finally:
        _batch.reset(token)


def shared(name: Hashable, make: Callable[[], R]) -> R:
    """What was made under a name earlier in the batch, else what is made now.

    Outside a batch it is made every time. The result is shared: callers must not change it.

    Args:
        name: Everything the result depends on besides the database and the clock.
        make: Makes it; what it notes of the clock holds for everybody who is given its result.
    """
    known = _batch.get()
    if known is None:
        return make()
    if name not in known:
        with noted() as reading:
            result = make()
        known[name] = (result, frozenset(reading.ends))
    result, ends = known[name]
    if ends and (reading_now := _current.get()) is not None:
        reading_now.ends |= ends
    return result


def once_a_batch(function: Callable[P, R]) -> Callable[P, R]:
    """Decorate a read whose result depends on its arguments, the database and the clock only.

    Outside a batch it is read every time. The result is shared: callers must not change it.

    Args:
        function: Takes hashable arguments.
    """

    @wraps(function)
    def read(*args: P.args, **kwargs: P.kwargs) -> R:
        name = (function, args, tuple(sorted(kwargs.items())))
        return shared(name, lambda: function(*args, **kwargs))

    return read


def read_ahead(fetch: Callable[[Iterable[K]], Mapping[K, R]], names: Iterable[K]) -> None:
    """Read what many pages of the batch will ask for in as many queries as one page takes.

    Args:
        fetch: Takes names and returns what exists under them; it must not depend on the clock.
        names: What will be looked up with :func:`look_up`; outside a batch nothing happens.
    """
    known = _batch.get()
    if known is None:
        return
    store = known.setdefault(fetch, ({}, frozenset()))[0]
    if wanted := [name for name in dict.fromkeys(names) if name not in store]:
        found = fetch(wanted)
        store.update({name: found.get(name) for name in wanted})


def look_up_all(fetch: Callable[[Iterable[K]], Mapping[K, R]], names: Iterable[K]) -> dict[K, R]:
    """What exists under many names; what the batch has not read yet is read at once.

    Args:
        fetch: As of :func:`read_ahead`.
        names: What is wanted.

    Returns:
        What exists, by its name. It is shared: callers must not change it.
    """
    wanted = list(names)
    known = _batch.get()
    if known is None:
        return dict(fetch(wanted))
    read_ahead(fetch, wanted)
    store = known[fetch][0]
    return {name: store[name] for name in wanted if store[name] is not None}


def look_up(fetch: Callable[[Iterable[K]], Mapping[K, R]], name: K) -> R | None:
    """What exists under a name, read by the batch already or now.

    Args:
        fetch: As of :func:`read_ahead`.
        name: What is wanted.

    Returns:
        ``None`` when nothing does. The result is shared: callers must not change it.
    """
    known = _batch.get()
    if known is not None and fetch in known and name in known[fetch][0]:
        found: R | None = known[fetch][0][name]
        return found
    return fetch([name]).get(name)
