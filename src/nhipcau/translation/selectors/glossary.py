"""The public glossary of official terms and names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from nhipcau.common.clock import civil
from nhipcau.common.text import fold, sort_key
from nhipcau.translation.enums import TermKind
from nhipcau.translation.models import SOURCE_LANGUAGE, Term
from nhipcau.translation.selectors.providers import provided_names
from nhipcau.translation.selectors.terms import preferred


@dataclass(frozen=True)
class GlossaryRow:
    """A term as readers see it.

    Attributes:
        vietnamese: The official Vietnamese wording.
        translation: Its official wording in the page's other language.
        accepted: Further wordings that are fine.
        avoid: Wordings not to use.
        kind: What it names, in the reader's language.
        source: Where it is laid down.
        valid_to: Last day in force, for names that are history.
    """

    vietnamese: str
    translation: str
    accepted: tuple[str, ...]
    avoid: tuple[str, ...]
    kind: str
    source: str
    valid_to: date | None


@dataclass(frozen=True)
class GlossaryLetter:
    """Terms under one initial letter."""

    letter: str
    rows: tuple[GlossaryRow, ...]


def public_glossary(language: str, now: datetime) -> list[GlossaryLetter]:
    """Approved public terms and registered names, in the alphabetical order of the language.

    Args:
        language: BCP 47 code of the page; on the Vietnamese page translations are English.
        now: The moment; terms of the future are left out, ended ones bear their last day.
    """
    target = "en" if language == SOURCE_LANGUAGE else language
    today = civil(now).date()
    rows = _merged([*_provided(target, today), *_managed(target, today)])

    def shown(row: GlossaryRow) -> str:
        return row.vietnamese if language == SOURCE_LANGUAGE else row.translation

    rows.sort(key=lambda row: sort_key(shown(row)))
    letters: list[GlossaryLetter] = []
    for row in rows:
        letter = _initial(shown(row), language)
        if letters and letters[-1].letter == letter:
            letters[-1] = GlossaryLetter(letter, (*letters[-1].rows, row))
        else:
            letters.append(GlossaryLetter(letter, (row,)))
    return letters


def _merged(rows: Iterable[GlossaryRow]) -> list[GlossaryRow]:
    """Each wording once: a name's register comes first, terms add what else is said of it."""
    found: dict[tuple[str, str], GlossaryRow] = {}
    for row in rows:
        key = (row.vietnamese, row.translation)
        known = found.get(key)
        found[key] = (
            replace(
                known,
                accepted=tuple(dict.fromkeys(known.accepted + row.accepted)),
                avoid=tuple(dict.fromkeys(known.avoid + row.avoid)),
                source=known.source or row.source,
            )
            if known
            else row
        )
    return list(found.values())


def _managed(target: str, today: date) -> Iterator[GlossaryRow]:
    """Approved public terms that have a wording in a language."""
    for term in Term.objects.approved().filter(is_public=True).prefetch_related("wordings"):
        if term.valid_from and term.valid_from > today:
            continue
        translation = preferred(term, target)
        if not translation:
            continue
        variants = [item for item in term.wordings.all() if item.language == target and item.kind]
        yield GlossaryRow(
            vietnamese=term.headword,
            translation=translation,
            accepted=tuple(item.text for item in variants if item.kind != "forbidden"),
            avoid=tuple(item.text for item in variants if item.kind == "forbidden"),
            kind=str(TermKind(term.kind).label),
            source=term.source,
            valid_to=_ended(term.valid_to, today),
        )


def _provided(target: str, today: date) -> Iterator[GlossaryRow]:
    """Names of agencies, offices and places from their registers, each wording once."""
    found: dict[tuple[str, str], GlossaryRow] = {}
    for _owner, name in provided_names():
        vietnamese, translation = name.names.get(SOURCE_LANGUAGE), name.names.get(target)
        if not vietnamese or not translation or (name.valid_from and name.valid_from > today):
            continue
        key = (vietnamese, translation)
        ended = _ended(name.valid_to, today)
        known = found.get(key)
        # A name that other languages' changes cut into periods is shown as of its last one.
        if known and (known.valid_to is None or (ended and ended < known.valid_to)):
            continue
        short = name.short_names.get(target)
        found[key] = GlossaryRow(
            vietnamese=vietnamese,
            translation=translation,
            accepted=(short,) if short and short != translation else (),
            avoid=(),
            kind=str(TermKind(name.kind).label),
            source=name.source,
            valid_to=ended,
        )
    yield from found.values()


def _ended(valid_to: date | None, today: date) -> date | None:
    """The last day of a name that is history, else ``None``."""
    return valid_to if valid_to and valid_to < today else None


def _initial(text: str, language: str) -> str:
    """The letter a term stands under; Vietnamese tones do not part Á from A."""
    first = text[:1].lower()
    if first.isdigit():
        return "0–9"
    if language != SOURCE_LANGUAGE:
        return fold(first).upper()
    bare = sort_key(first)[0]
    order = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
    position = ord(bare[0]) - 0x100 if bare else -1
    return order[position].upper() if 0 <= position < len(order) else "#"


def next_validity_change(now: datetime) -> date | None:
    """The next day on which a public term begins or has ended, when the page turns stale."""
    today = civil(now).date()
    terms = Term.objects.approved().filter(is_public=True)
    starts = terms.filter(valid_from__gt=today).order_by("valid_from")
    ends = terms.filter(valid_to__gte=today).order_by("valid_to")
    days: list[date | None] = [starts.values_list("valid_from", flat=True).first()]
    last = ends.values_list("valid_to", flat=True).first()
    for _owner, name in provided_names():
        days.append(name.valid_from if name.valid_from and name.valid_from > today else None)
        if name.valid_to and name.valid_to >= today:
            days.append(date.fromordinal(name.valid_to.toordinal() + 1))
    found = [day for day in days if day]
    if last:
        found.append(date.fromordinal(last.toordinal() + 1))
    return min(found, default=None)
