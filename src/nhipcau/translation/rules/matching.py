"""How alike two texts are, and what changes when only numbers differ."""

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from nhipcau.common.text import masked, token_spans

#: Nothing below this is worth a translator's glance.
MINIMUM_PERCENT = 60
EXACT_PERCENT = 100
CONTEXT_PERCENT = 101
NORMALISED_PERCENT = 99
FUZZY_LIMIT_PERCENT = 98


def similarity(first: list[str], second: list[str], cutoff: float = 0.0) -> float:
    """Likeness of two token lists.

    Args:
        first: Tokens of one text.
        second: Tokens of the other.
        cutoff: Below this the answer is 0, found sooner.

    Returns:
        1 minus the Levenshtein distance over the longer length, 0 to 1.
    """
    return Levenshtein.normalized_similarity(first, second, score_cutoff=cutoff)


def match_percent(
    *, text: str, words: list[str], candidate: str, candidate_words: list[str]
) -> int:
    """Score a remembered text against a new one.

    Args:
        text: The new text, NFC.
        words: Its tokens.
        candidate: The remembered text, NFC.
        candidate_words: Its tokens.

    Returns:
        100 for the same text, 99 when only case, punctuation or spelling habit differ, else at
        most 98; 0 below the minimum.
    """
    if text == candidate:
        return EXACT_PERCENT
    if words == candidate_words:
        return NORMALISED_PERCENT
    score = similarity(words, candidate_words, MINIMUM_PERCENT / 100 - 0.005)
    return min(FUZZY_LIMIT_PERCENT, round(score * 100))


@dataclass(frozen=True)
class Difference:
    """A stretch of the difference between a remembered text and the new one.

    Attributes:
        kind: ``same``, ``removed`` (only in the remembered text) or ``added`` (only in the new).
        text: The stretch as written.
    """

    kind: str
    text: str


def differences(remembered: str, new: str) -> list[Difference]:
    """What differs, token by token, as a translator sees it.

    Args:
        remembered: The remembered source text, NFC.
        new: The text to translate, NFC.

    Returns:
        Stretches in reading order; punctuation and space go with the token before them.
    """
    old_spans, new_spans = list(token_spans(remembered)), list(token_spans(new))
    old_words, new_words = [span[0] for span in old_spans], [span[0] for span in new_spans]

    def piece(text: str, spans: list[tuple[str, int, int]], start: int, end: int) -> str:
        begins = 0 if start == 0 else spans[start][1]
        ends = spans[end][1] if end < len(spans) else len(text)
        return text[begins:ends]

    found = []
    for step in Levenshtein.opcodes(old_words, new_words):
        if step.tag == "equal":
            found.append(Difference("same", piece(new, new_spans, step.dest_start, step.dest_end)))
            continue
        if step.src_end > step.src_start:
            text = piece(remembered, old_spans, step.src_start, step.src_end)
            found.append(Difference("removed", text))
        if step.dest_end > step.dest_start:
            found.append(Difference("added", piece(new, new_spans, step.dest_start, step.dest_end)))
    return found


def differ_in_numbers_only(first: list[str], second: list[str]) -> bool:
    """Whether two token lists are the same but for the values of their numbers."""
    return first != second and masked(first) == masked(second)
