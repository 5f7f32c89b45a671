"""What files hold, whatever their format."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class TextPair:
    """A text and its translation from a file.

    Attributes:
        source: Text in the source language.
        target: Its translation.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
    """

    source: str
    target: str
    source_language: str
    target_language: str


@dataclass(frozen=True)
class TermRecord:
    """A term from a file.

    Attributes:
        headword: The Vietnamese wording.
        wordings: Language, text and role (empty for preferred) of every other wording.
        kind: Value of TermKind, or empty when the file does not say.
        note: For translators.
        source: Where it is laid down.
        domain: Field of use.
        valid_from: First day in force.
        valid_to: Last day in force.
        place: Where in the file, for messages: ``line 12`` or an identifier.
    """

    headword: str
    wordings: tuple[tuple[str, str, str], ...]
    kind: str = ""
    note: str = ""
    source: str = ""
    domain: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    place: str = ""


@dataclass
class Reading:
    """What could not be used while a file was read.

    Attributes:
        read: Entries seen.
        refused: A sentence each for unusable entries, at most a hundred.
    """

    read: int = 0
    refused: list[str] = field(default_factory=list)

    def refuse(self, reason: str) -> None:
        """Note an unusable entry."""
        if len(self.refused) < 100:
            self.refused.append(reason)


def language_code(code: str) -> str:
    """A file's language as we write it: ``en-US`` and ``EN_us`` are English, ``zh-Hans`` stays."""
    parts = code.strip().replace("_", "-").lower().split("-")
    if parts[0] == "zh" and len(parts) > 1:
        script = {"hans": "hans", "hant": "hant", "cn": "hans", "tw": "hant", "hk": "hant"}
        return f"zh-{script.get(parts[1], 'hans')}"
    return parts[0]
