"""Reading terms: in a text, in a list, in the public glossary."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from threading import Lock

from nhipcau.common.clock import today
from nhipcau.common.text import tokens
from nhipcau.translation.enums import TermState, VariantKind
from nhipcau.translation.models import SOURCE_LANGUAGE, Term, TermStamp, TermWording
from nhipcau.translation.models.terms import order_key
from nhipcau.translation.rules.term_index import TermIndex
from nhipcau.translation.selectors.providers import provided_names
from nhipcau.translation.types import TermEntry, TermMatch

_lock = Lock()
_indexes: dict[tuple[str, str], tuple[int, TermIndex]] = {}


def terms_stamp() -> int:
    """The stamp of the last change of terms or provided names."""
    return TermStamp.objects.filter(pk=1).values_list("number", flat=True).first() or 0


def term_index(language: str, target: str) -> TermIndex:
    """The terms from one language into another, as of the last change.

    Args:
        language: BCP 47 code of the texts searched.
        target: BCP 47 code of the wordings wanted.
    """
    stamp = terms_stamp()
    known = _indexes.get((language, target))
    if known is not None and known[0] == stamp:
        return known[1]
    with _lock:
        index = TermIndex()
        for entry, wordings, forbidden in _entries(language, target):
            index.add(entry, wordings, forbidden)
        _indexes[(language, target)] = (stamp, index)
    return index


def terms_in(text: str, language: str, target: str, day: date | None = None) -> list[TermMatch]:
    """Approved terms and official names in a text.

    Args:
        text: Any text.
        language: BCP 47 code of the text.
        target: BCP 47 code of the translations wanted.
        day: Civil date the text speaks of; today when left out. A 2019 text gets 2019's names.

    Returns:
        Leftmost-longest matches with their entries; offsets count in the text's NFC form.
    """
    return term_index(language, target).find(text, day or today())


def _entries(language: str, target: str) -> Iterator[tuple[TermEntry, list[str], list[str]]]:
    """Entries with the wordings they are found by and those that are forbidden."""
    grouped: dict[int, dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    wordings = TermWording.objects.filter(
        term__state=TermState.APPROVED, language__in={language, target}
    )
    for term, code, kind, text in wordings.order_by("pk").values_list(
        "term_id", "language", "kind", "text"
    ):
        grouped[term][(code, kind)].append(text)
    rows = Term.objects.approved().values_list(
        "pk", "uuid", "kind", "headword", "note", "valid_from", "valid_to"
    )
    for pk, uuid, kind, headword, note, valid_from, valid_to in rows:
        own = grouped.get(pk, {})
        sources = [headword] if language == SOURCE_LANGUAGE else own.get((language, ""), [])
        targets = [headword] if target == SOURCE_LANGUAGE else own.get((target, ""), [])
        if not sources or not targets:
            continue
        fine = (VariantKind.ACCEPTED, VariantKind.INFLECTION, VariantKind.ABBREVIATION)
        entry = TermEntry(
            key=str(uuid),
            kind=kind,
            source=sources[0],
            target=targets[0],
            accepted=tuple(text for role in fine for text in own.get((target, role), [])),
            forbidden=tuple(own.get((target, VariantKind.FORBIDDEN), [])),
            note=note,
            valid_from=valid_from,
            valid_to=valid_to,
        )
        found_by = sources + [text for role in fine for text in own.get((language, role), [])]
        yield entry, found_by, list(own.get((language, VariantKind.FORBIDDEN), []))
    for owner, name in provided_names():
        if not name.names.get(language) or not name.names.get(target):
            continue
        short = name.short_names
        yield (
            TermEntry(
                key=f"{owner}:{name.key}",
                kind=name.kind,
                source=name.names[language],
                target=name.names[target],
                accepted=(short[target],) if short.get(target) else (),
                owner=owner,
                valid_from=name.valid_from,
                valid_to=name.valid_to,
            ),
            [text for text in (name.names[language], short.get(language)) if text],
            [],
        )


def conflicting_terms(term: Term) -> list[Term]:
    """Approved terms with the same Vietnamese wording and an overlapping validity.

    Args:
        term: A term, saved or not.
    """
    key = tokens(term.headword)
    candidates = (
        Term.objects.approved()
        .exclude(pk=term.pk)
        .filter(sort=order_key(term.headword), kind=term.kind)
    )
    return [
        other for other in candidates if tokens(other.headword) == key and _overlap(term, other)
    ]


def _overlap(first: Term, second: Term) -> bool:
    """Whether two validities share a day."""
    return (first.valid_from or date.min) <= (second.valid_to or date.max) and (
        second.valid_from or date.min
    ) <= (first.valid_to or date.max)


def preferred(term: Term, language: str) -> str:
    """The preferred wording of a term in a language, empty when it has none."""
    if language == SOURCE_LANGUAGE:
        return term.headword
    return next(
        (
            wording.text
            for wording in term.wordings.all()
            if wording.language == language and not wording.kind
        ),
        "",
    )
