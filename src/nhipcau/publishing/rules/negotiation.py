"""Choosing by what a reader's program accepts: content coding and language (RFC 9110 §12.5)."""

from collections.abc import Sequence
from functools import lru_cache

from nhipcau.common.languages import language_for_guests

CODINGS = ("br", "gzip")
#: What is longer comes from no reader's browser, and would fill the memory of answers given.
LONGEST_HEADER = 512


def _weights(header: str) -> list[tuple[str, float]]:
    """Items of an Accept header with their weights, in the order written."""
    weighted = []
    for part in header.lower().split(","):
        name, *parameters = part.split(";")
        weight = 1.0
        for parameter in parameters:
            label, _, value = parameter.partition("=")
            if label.strip() == "q":
                try:
                    weight = float(value)
                except ValueError:
                    weight = 0.0
        if name.strip():
            weighted.append((name.strip(), min(max(weight, 0.0), 1.0)))
    return weighted


def accepted_codings(header: str) -> tuple[str, ...]:
    """Content codings worth sending, the best first.

    Args:
        header: Value of ``Accept-Encoding``; empty when it was not sent.

    Returns:
        Of ``br`` and ``gzip`` those accepted and not liked less than no coding at all. Equal
        weights are decided by size: brotli first.
    """
    return _accepted_codings(header) if len(header) <= LONGEST_HEADER else ()


@lru_cache(maxsize=512)
def _accepted_codings(header: str) -> tuple[str, ...]:
    weights = dict(_weights(header))
    anything = weights.get("*", 0.0)
    chosen = [(weights.get(name, anything), name) for name in CODINGS]
    floor = weights.get("identity", 0.0)
    good = [(weight, name) for weight, name in chosen if weight > 0 and weight >= floor]
    return tuple(name for _, name in sorted(good, key=lambda item: -item[0]))


def preferred_language(header: str, languages: Sequence[str]) -> str:
    """The language to greet a reader in.

    Args:
        header: Value of ``Accept-Language``; empty when it was not sent.
        languages: BCP 47 codes the site has, its own language first; hashable.

    Returns:
        The best match by weight, where ``en-GB`` is content with ``en`` and ``zh`` with
        ``zh-hans`` (RFC 4647 §3.4); readers whose languages the site does not have get English
        if there is any, since they are guests from abroad; without a header, the first language.
    """
    return _preferred_language(header[:LONGEST_HEADER], languages)


@lru_cache(maxsize=512)
def _preferred_language(header: str, languages: Sequence[str]) -> str:
    wanted = sorted(_weights(header), key=lambda item: -item[1])
    for code, weight in wanted:
        if weight == 0:
            continue
        if code == "*":
            return languages[0]
        for language in languages:
            if code == language or code.startswith(f"{language}-"):
                return language
        for language in languages:
            if language.startswith(f"{code.partition('-')[0]}-"):
                return language
    return language_for_guests(languages) if wanted else languages[0]
