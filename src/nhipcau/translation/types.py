"""Values that cross the border of the app."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple, Protocol

from nhipcau.translation.enums import Severity
from nhipcau.translation.rules.matching import Difference


@dataclass(frozen=True)
class Context:
    """What stands around a text, for the context bonus.

    Attributes:
        before: The source text before it; empty at the start of a document.
        after: The source text after it.
        domain: Field of use; suggestions of the same field come first among equals.
    """

    before: str = ""
    after: str = ""
    domain: str = ""


@dataclass(frozen=True)
class Suggestion:
    """A remembered translation of the same or a similar text.

    Attributes:
        percent: 101 same text in the same context, 100 same text, 99 same but for case,
            punctuation or spelling habit, below that similar.
        source: The remembered text in the language asked from.
        target: Its translation; with ``is_substituted``, with the numbers of the new text.
        is_substituted: Only numbers differed and were put into the translation: look at them.
        target_as_stored: The translation before numbers were put in.
        differences: What differs between the remembered text and the new one.
        unit: Primary key of the memory unit.
        is_reversed: The pair was translated the other way round.
        origin: Name of where it came from.
        origin_kind: Value of :class:`nhipcau.translation.enums.OriginKind`.
        domain: Field of use.
        approved_by: Name of the person, empty for imported units.
        approved_at: When it was approved.
    """

    percent: int
    source: str
    target: str
    is_substituted: bool
    target_as_stored: str
    differences: tuple[Difference, ...]
    unit: int
    is_reversed: bool
    origin: str
    origin_kind: str
    domain: str
    approved_by: str
    approved_at: datetime


@dataclass(frozen=True)
class Pair:
    """Two texts that mean the same, on their way into the memory.

    Attributes:
        source: Text translated.
        target: Its translation.
        is_block: A whole paragraph rather than a sentence.
        before: Source text before it.
        after: Source text after it.
    """

    source: str
    target: str
    is_block: bool = False
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Remembered:
    """What came of pairs that were to be remembered.

    Attributes:
        units: Primary keys of the units, new or known, in the order of the pairs given.
        added: How many units are new.
        known: How many were in the memory already.
    """

    units: tuple[int, ...]
    added: int
    known: int


@dataclass(frozen=True)
class TermWording:
    """One wording of a term in one language.

    Attributes:
        text: As written.
        kind: ``preferred`` or a value of :class:`nhipcau.translation.enums.VariantKind`.
    """

    text: str
    kind: str


@dataclass(frozen=True)
class TermEntry:
    """A term in force, ready for matching.

    Attributes:
        key: Stable identifier: UUID of a managed term, or the provider's own key.
        kind: Value of :class:`nhipcau.translation.enums.TermKind`.
        source: Preferred wording in the language searched.
        target: Preferred wording in the language wanted; empty when there is none.
        accepted: Further wordings in the target language that are fine, inflections included.
        forbidden: Wordings in the target language that must not be used.
        note: For the translator.
        owner: ``terms`` for managed terms, else the name of the register it is kept in.
        valid_from: First day in force.
        valid_to: Last day in force.
    """

    key: str
    kind: str
    source: str
    target: str
    accepted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    note: str = ""
    owner: str = "terms"
    valid_from: date | None = None
    valid_to: date | None = None


class TermMatch(NamedTuple):
    """A term found in a text.

    Attributes:
        start: Offset of its first character in the text (Unicode NFC).
        end: Offset after its last character.
        text: As it stands in the text.
        is_forbidden: The wording found is one the term forbids in its own language.
        entries: Terms of that wording that are in force, usually one.
    """

    start: int
    end: int
    text: str
    is_forbidden: bool
    entries: tuple[TermEntry, ...]


@dataclass(frozen=True)
class Finding:
    """What a check says about a pair.

    Attributes:
        code: Stable name of the check, such as ``numbers``.
        severity: How much it matters.
        message: A sentence for the translator, in the reader's language.
        source_span: Start and end in the source text; ``None`` when it concerns the whole.
        target_span: Start and end in the target text.
        fix: The whole target text mended, where mending is safe; else ``None``.
    """

    code: str
    severity: Severity
    message: str
    source_span: tuple[int, int] | None = None
    target_span: tuple[int, int] | None = None
    fix: str | None = None


@dataclass(frozen=True)
class ImportReport:
    """What an import did or, in a dry run, would do.

    Attributes:
        format: Name of the format read.
        read: Entries found in the file.
        added: New entries.
        known: Entries that were there already, unchanged.
        updated: Entries that gained wordings or notes.
        conflicts: Entries that say otherwise than approved ones; never written.
        refused: Entries that are unusable, each with its reason.
        is_dry_run: Nothing was written.
    """

    format: str
    read: int = 0
    added: int = 0
    known: int = 0
    updated: int = 0
    conflicts: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    is_dry_run: bool = False
    details: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class ProvidedName:
    """A name kept in another register, with its validity.

    Attributes:
        key: Stable identifier within the provider, such as ``agency:daklak-ubnd``.
        kind: Value of :class:`nhipcau.translation.enums.TermKind`.
        names: Preferred name by language; a name without Vietnamese is of no use here.
        short_names: Short names and abbreviations by language, accepted in translations.
        valid_from: First day in force.
        valid_to: Last day in force.
        source: Where the name is laid down.
    """

    key: str
    kind: str
    names: dict[str, str]
    short_names: dict[str, str] = field(default_factory=dict)
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""


class NameProvider(Protocol):
    """A register of names that the terms read and never write.

    An app above this one registers a provider from its ``ready()`` with
    :func:`nhipcau.translation.selectors.providers.register_provider`, and calls
    :func:`nhipcau.translation.services.terms.announce_change` whenever a name changes.
    """

    #: Name of the register, such as ``agencies``.
    owner: str

    def names(self) -> Iterable[ProvidedName]:
        """Every name with its validity, each period once."""
