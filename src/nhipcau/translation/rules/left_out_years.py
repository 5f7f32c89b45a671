"""Years that good news translations say in other words or leave out."""

import re
from collections.abc import Collection, Sequence

from nhipcau.common.text.quantities import Quantity

#: A year of the news, past or planned; anything else in its place is a slip of the pen.
_YEAR = re.compile(r"19[5-9]\d|20[0-4]\d")
#: Words that mean a year without its number, by language and by how far it is from the year of the
#: text; English for all but Vietnamese.
_RELATIVE = {
    "en": (
        (0, r"\b(?:(?:this|that|the same) (?:year|season)"
            r"|(?:during|over|of|in|for|throughout) the year)\b"),
        (1, r"\b(?:next|the coming|the following) (?:year|season)\b"),
        (-1, r"\b(?:last|the previous|the past) (?:year|season)\b"),
    ),
    "vi": (
        (0, r"\b(?:năm nay|cùng năm|trong năm)\b"),
        (1, r"\bnăm (?:sau|tới)\b"),
        (-1, r"\bnăm (?:ngoái|trước|qua)\b"),
    ),
}  # fmt: skip
_RANGE = re.compile(r"(?P<first>\d{4})\s?[-–]\s?(?P<last>\d{4})")
#: What says the end of a span of years alone: through 2030, đến hết năm 2030.
_UP_TO = {
    "en": r"\b(?:through|until|till|up to|to|by)(?: the end of)? {year}\b",
    "vi": r"\b(?:đến|tới)(?: hết| cuối)?(?: năm)? {year}\b",
}


def without_years_said_otherwise(
    missing: Sequence[Quantity], text: str, other_text: str, other_language: str
) -> list[Quantity]:
    """What is still missing when years are left out that the other side need not write.

    “Năm 2025” may be “this year”, one year for each such word; “next year” beside a written 2025 is
    2026 and no other. Of “2025 - 2030” the other side may say “through 2030”.

    Args:
        missing: Quantities of one side without counterpart on the other.
        text: The text they stand in.
        other_text: The other side.
        other_language: Its BCP 47 code.
    """
    language = "vi" if other_language.startswith("vi") else "en"
    written = {int(year) for year in _YEAR.findall(other_text)}
    said = [
        distance
        for distance, words in _RELATIVE[language]
        for _word in re.finditer(words, other_text, re.IGNORECASE)
    ]
    kept = []
    for item in missing:
        figures = text[item.start : item.end]
        if _YEAR.fullmatch(figures):
            if _is_open_range(item, text, other_text, language):
                continue
            meant = [word for word in said if _can_mean(word, int(figures), written)]
            if meant:
                said.remove(meant[0])
                continue
        kept.append(item)
    return kept


def _can_mean(distance: int, year: int, written: Collection[int]) -> bool:
    """Whether “this”, “next” or “last year” may be a year, beside the years written out."""
    return not distance or not written or any(year == other + distance for other in written)


def _is_open_range(item: Quantity, text: str, other_text: str, language: str) -> bool:
    """Whether a year begins a span of which the other side says the end alone."""
    span = _RANGE.match(text, item.start)
    if span is None or span["first"] > span["last"]:
        return False
    return bool(re.search(_UP_TO[language].format(year=span["last"]), other_text, re.IGNORECASE))
