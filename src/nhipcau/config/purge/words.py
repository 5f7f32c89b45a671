"""Finding words again without keeping them: digests of their tokens."""

import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from nhipcau.common.text import nfc, token_spans
from nhipcau.config.purge.exceptions import PurgeError

REPLACEMENT = "[…]"
SHORTEST_SINGLE = 6


@dataclass(frozen=True)
class Matcher:
    """Words as a keyed digest; the spelling of tones, case and punctuation between do not matter.

    Attributes:
        salt: Random key, hexadecimal.
        size: Number of tokens.
        digest: HMAC-SHA-256 of the tokens, hexadecimal.
    """

    salt: str
    size: int
    digest: str

    def as_json(self) -> dict[str, Any]:
        """As a tombstone keeps it."""
        return asdict(self)

    def _digest(self, words: list[str]) -> str:
        return hmac.new(bytes.fromhex(self.salt), " ".join(words).encode(), sha256).hexdigest()

    def scrub(self, text: str) -> str:
        """The text with the words replaced by ``[…]``.

        Args:
            text: Any text; markup inside the words hides them.
        """
        text = nfc(text)
        spans = list(token_spans(text))
        found: list[tuple[int, int]] = []
        for at in range(len(spans) - self.size + 1):
            part = spans[at : at + self.size]
            start, end = part[0][1], part[-1][2]
            if found and start < found[-1][1]:
                continue
            if self._digest([word for word, _start, _end in part]) == self.digest:
                found.append((start, end))
        for start, end in reversed(found):
            text = text[:start] + REPLACEMENT + text[end:]
        return text


def matcher_for(words: str) -> Matcher:
    """A matcher of words.

    Args:
        words: What must go, such as a name or a telephone number.

    Raises:
        PurgeError: if it is so short that it would hit much else.
    """
    tokens = [word for word, _start, _end in token_spans(nfc(words))]
    if not tokens or (len(tokens) == 1 and len(tokens[0]) < SHORTEST_SINGLE):
        raise PurgeError.too_short()
    empty = Matcher(secrets.token_hex(32), len(tokens), "")
    return Matcher(empty.salt, empty.size, empty._digest(tokens))


def scrub_json(value: Any, scrub: Callable[[str], str]) -> Any:
    """A JSON value with every text in it scrubbed, also in JSON inside texts."""
    if isinstance(value, str):
        if value[:1] in "[{" and len(value) > 1:
            try:
                inner = json.loads(value)
            except ValueError:
                return scrub(value)
            cleaned = scrub_json(inner, scrub)
            return json.dumps(cleaned, ensure_ascii=False) if cleaned != inner else value
        return scrub(value)
    if isinstance(value, list):
        return [scrub_json(item, scrub) for item in value]
    if isinstance(value, dict):
        return {key: scrub_json(item, scrub) for key, item in value.items()}
    return value
