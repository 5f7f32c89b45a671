"""Numbers in words, in Vietnamese and English, and the words of scales."""
# ruff: noqa: E501 - a notation or a row of a table is easier to read on one line

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from nhipcau.common.text.loose_numbers import EN_LOOSE, VI_LOOSE
from nhipcau.common.text.parts import part_of

#: Scale words by language, lower case; the short ones stand right behind figures.
SCALES: dict[str, dict[str, int]] = {
    "vi": {
        "chục": 10,
        "trăm": 100,
        "nghìn": 1000,
        "ngàn": 1000,
        "vạn": 10_000,
        "triệu": 10**6,
        "tỷ": 10**9,
        "tỉ": 10**9,
    },
    "en": {
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
        "quadrillion": 10**15,
    },
}
SHORT_SCALES: dict[str, dict[str, int]] = {
    "vi": {"k": 1000, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 1000},
    "en": {
        "k": 1000,
        "m": 10**6,
        "mn": 10**6,
        "mln": 10**6,
        "bn": 10**9,
        "b": 10**9,
        "tn": 10**12,
        "trn": 10**12,
    },
}

_VI_UNITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_EN_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_EN_TENS = {
    word: value * 10
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_EN_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
# "năm" is five before a thing counted, and year elsewhere.
_COUNTED = frozenset(
    "người năm tháng ngày tuần giờ phút giây nước quốc tỉnh huyện xã thành triệu tỷ tỉ nghìn "
    "ngàn trăm mươi chiếc con cuộc lần vụ đội trận phần điểm nhóm nội mục công doanh dự đứa "
    "em bé ông bà anh chị cô chú học sinh nhà cơ tổ trường bệnh ca cây ki km mét tấn thế thập "
    "bài bức bộ đảng ứng quan sĩ cảnh binh phi du nhân loại hạng yếu vấn bước đoàn phiên tàu "
    "máy xe".split()
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class WordNumber:
    """A number written in words.

    Attributes:
        values: What it may mean.
        start: Offset of the first word.
        end: Offset after the last word.
        is_large: It has a multiplier and a scale of at least a thousand (seven million), so that
            the other language must have it too.
        is_loose: A word that may say a number and mostly says something else (a, only, đầu).
    """

    values: tuple[Fraction, ...]
    start: int
    end: int
    is_large: bool = False
    is_loose: bool = False


_RATIOS = frozenset("số lệ giá trọng suất phần".split())


def word_numbers(text: str, language: str) -> Iterator[WordNumber]:
    """Numbers written in words.

    Args:
        text: Lower-case text in NFC.
        language: BCP 47 code; Vietnamese and English are understood.

    Yields:
        Numbers in reading order.
    """
    words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    if language.startswith("vi"):
        yield from _vietnamese(words, text)
    else:
        yield from _english(words, text)


def _adjacent(words: list[tuple[str, int, int]], position: int, text: str) -> bool:
    """Whether a word follows the one before it with only space or a hyphen between."""
    return not text[words[position - 1][2] : words[position][1]].strip(" -")


def _vietnamese(words: list[tuple[str, int, int]], text: str) -> Iterator[WordNumber]:
    """Vietnamese numbers: hai mươi lăm, một trăm linh ba, bảy triệu rưỡi."""
    position = 0
    while position < len(words):
        word = words[position][0]
        starts = word in _VI_UNITS or word == "mười"
        if word == "năm":
            following = position + 1 < len(words) and _adjacent(words, position + 1, text)
            after = words[position + 1][0] if following else ""
            starts = after in _COUNTED and (position == 0 or words[position - 1][0] != "thứ")
        if not starts:
            if word in VI_LOOSE:
                behind = words[position + 1][0] if position + 1 < len(words) else ""
                part = _VI_HALVES.get(behind) if word == "nửa" else None
                yield WordNumber(
                    (part, Fraction(1, 2)) if part else VI_LOOSE[word],
                    words[position][1],
                    words[position][2],
                    is_loose=not part,
                )
            elif (
                word in SCALES["vi"]
                and not _figure_before(words[position][1], text)
                and not _is_ratio(words, position)
            ):
                value = Fraction(SCALES["vi"][word])
                yield WordNumber((value,), words[position][1], words[position][2])
            position += 1
            continue
        end, value, scale = _vietnamese_value(words, position, text)
        yield WordNumber(
            _vietnamese_counted(value, words, end),
            words[position][1],
            words[end - 1][2],
            is_large=scale >= 1000 and value > scale,
        )
        position = end


#: What a half is of a length of time in the next smaller unit.
_VI_HALVES = {
    "năm": Fraction(6),
    "giờ": Fraction(30),
    "tiếng": Fraction(30),
    "ngày": Fraction(12),
    "tháng": Fraction(15),
}


def _is_ratio(words: list[tuple[str, int, int]], position: int) -> bool:
    """Whether “tỷ” says ratio and not thousand million: tỷ số, tỷ lệ, tỷ giá."""
    following = words[position + 1][0] if position + 1 < len(words) else ""
    return words[position][0] in {"tỷ", "tỉ"} and following in _RATIOS


def _vietnamese_counted(
    value: Fraction, words: list[tuple[str, int, int]], end: int
) -> tuple[Fraction, ...]:
    """What a number may be with the thing counted: ba thập kỷ, một năm rưỡi."""
    following = [word for word, _start, _finish in words[end : end + 2]] + ["", ""]
    if following[0] == "thập" and following[1] in {"kỷ", "kỉ", "niên"}:
        return (value, value * 10)
    if following[0] == "thế" and following[1] in {"kỷ", "kỉ"}:
        return (value, value * 100)
    whole = {**_VI_UNITS, "mười": 10, "trăm": 100}.get(following[1], 0)
    if following[0] == "phần" and whole > value:
        # Một phần tư: a quarter, or 25 per cent.
        part = value / whole
        return (part, 100 * part, value)
    if following[1] == "rưỡi":
        exact = value + Fraction(1, 2)
        if following[0] in {"giờ", "tiếng"}:
            return (exact, 60 * exact, value)
        return (*_with_months((exact,), words, end), value)
    return (value,)


def _figure_before(start: int, text: str) -> bool:
    """Whether a figure stands right before a place in the text."""
    return text[:start].rstrip()[-1:].isdigit()


def _vietnamese_value(
    words: list[tuple[str, int, int]], position: int, text: str
) -> tuple[int, Fraction, int]:
    """Read one Vietnamese number; returns the next position, the value and the largest scale."""
    total, group, unit, largest = Fraction(0), Fraction(0), Fraction(0), 1
    has_unit = False
    start = position
    while position < len(words) and (position == start or _adjacent(words, position, text)):
        word = words[position][0]
        if word == "mười" and not has_unit:
            group, unit, has_unit = group + 10, Fraction(0), False
        elif word == "mươi" and has_unit:
            group, unit, has_unit = group + unit * 10, Fraction(0), False
        elif word in _VI_UNITS and not has_unit:
            if word == "năm" and position > start:
                # "hai mươi năm" is twenty years: five after tens is lăm.
                break
            unit, has_unit = Fraction(_VI_UNITS[word]), True
        elif word == "trăm" and has_unit:
            group, unit, has_unit = unit * 100, Fraction(0), False
        elif word in {"linh", "lẻ"} and group:
            pass
        elif word == "rưỡi" and largest > 1:
            total += Fraction(largest, 2)
        elif word in SCALES["vi"] and word not in {"trăm", "chục"} and (has_unit or group or total):
            scale = SCALES["vi"][word]
            amount = group + unit
            total = (total + amount) * scale if scale > largest > 1 else total + amount * scale
            group, unit, has_unit, largest = Fraction(0), Fraction(0), False, max(scale, largest)
        elif word == "chục" and has_unit:
            group, unit, has_unit = group + unit * 10, Fraction(0), False
        else:
            break
        position += 1
    return position, total + group + unit, largest


def _english(words: list[tuple[str, int, int]], text: str) -> Iterator[WordNumber]:
    """English numbers: twenty-five, one hundred and three, seven million, third, two-thirds."""
    position = 0
    while position < len(words):
        word, begin, finish = words[position]
        if word in _EN_UNITS or word in _EN_TENS:
            end, value, scale = _english_value(words, position, text)
            following = words[end][0] if end < len(words) else ""
            if following in {"thirds", "quarters", "fifths", "tenths"} and _adjacent(
                words, end, text
            ):
                part = value / {"thirds": 3, "quarters": 4, "fifths": 5, "tenths": 10}[following]
                yield WordNumber((part, 100 * part), begin, words[end][2])
                position = end + 1
                continue
            values: tuple[Fraction, ...] = (value,)
            half_end = _and_a_half(words, end, text)
            if half_end:
                # Three and a half million; three and a half years.
                scale_word = words[half_end][0] if half_end < len(words) else ""
                factor = SCALES["en"].get(scale_word, 1)
                more = (value + Fraction(1, 2)) * factor
                values = (more,)
                end = half_end + (factor > 1)
                yield WordNumber(
                    _with_months(values, words, end), begin, words[end - 1][2], factor >= 1000
                )
                position = end
                continue
            if following == "dozen" and _adjacent(words, end, text):
                values = (value * 12,)
                end += 1
            elif following in {"decades", "decade"}:
                values = (value, value * 10)
            elif following in {"centuries", "century"}:
                values = (value, value * 100)
            elif following in _EN_ORDINALS and value % 10 == 0 and _adjacent(words, end, text):
                values = (value + _EN_ORDINALS[following],)
                end += 1
            yield WordNumber(
                values, begin, words[end - 1][2], is_large=scale >= 1000 and value > scale
            )
            position = end
            continue
        if word in _EN_ORDINALS:
            value = Fraction(_EN_ORDINALS[word])
            is_loose = word == "first" and _counts_from_the_first(words, position, text)
            yield WordNumber((value, 1 / value), begin, finish, is_loose=is_loose)
        elif word in EN_LOOSE:
            # “No. 7” is the seventh, not none.
            if word != "no" or text[finish : finish + 1] != ".":
                yield from _english_loose(words, position)
        elif word in SCALES["en"] and not _figure_before(begin, text):
            # “Half a million” has said it already.
            before = {item[0] for item in words[max(0, position - 2) : position]}
            is_said = bool(before & {"half", "quarter"})
            yield WordNumber((Fraction(SCALES["en"][word]),), begin, finish, is_loose=is_said)
        position += 1


def _counts_from_the_first(words: list[tuple[str, int, int]], position: int, text: str) -> bool:
    """Whether “first” only says which: the first six months, the first 10 days, the first half."""
    finish = words[position][2]
    if text[finish:].lstrip()[:1].isdigit():
        return True
    following = words[position + 1][0] if position + 1 < len(words) else ""
    return following in _EN_UNITS or following in _EN_TENS or following in {"half", "few"}


def _and_a_half(words: list[tuple[str, int, int]], position: int, text: str) -> int:
    """The place behind “and a half”, 0 when something else follows."""
    end = position + 3
    follows = [word for word, _start, _finish in words[position:end]] == ["and", "a", "half"]
    return end if follows and _adjacent(words, position, text) else 0


def _with_months(
    values: tuple[Fraction, ...], words: list[tuple[str, int, int]], position: int
) -> tuple[Fraction, ...]:
    """Years also in months, as the other language may count them."""
    counted = words[position][0] if position < len(words) else ""
    return (*values, values[0] * 12) if counted in {"years", "year", "năm"} else values


def _english_loose(words: list[tuple[str, int, int]], position: int) -> Iterator[WordNumber]:
    """Loose number words; half and quarter also take a scale: half a million."""
    word, begin, finish = words[position]
    values = EN_LOOSE[word]
    before = [item[0] for item in words[max(0, position - 3) : position]]
    is_part = False
    if word in {"half", "quarter", "quarters"}:
        behind = [item[0] for item in words[position + 1 : position + 4]]
        part = part_of(word, before[-1:], behind, _EN_ORDINALS)
        values, is_part = part or values, bool(part)
        if word == "quarter" and not part and before[-1:] in (["one"], ["a"]):
            # One quarter of the delegates is no three months.
            values = values[:2]
    if word == "half" and before[1:] == ["and", "a"]:
        # A year and a half is 18 months, an hour and a half 90 minutes.
        units = {"year": 18, "hour": 90, "month": 45, "day": 36}
        if before[0] in units:
            values, is_part = (Fraction(3, 2), Fraction(units[before[0]])), True
    for ahead in words[position + 1 : position + 3]:
        if word in {"half", "quarter"} and ahead[0] in SCALES["en"]:
            values, is_part = (values[0] * SCALES["en"][ahead[0]],), True
            break
    yield WordNumber(values, begin, finish, is_loose=not is_part)


def _english_value(
    words: list[tuple[str, int, int]], position: int, text: str
) -> tuple[int, Fraction, int]:
    """Read one English number; returns the next position, the value and the largest scale."""
    total, group, largest = Fraction(0), Fraction(0), 1
    start = position
    can_take_unit, can_take_ten = True, True
    while position < len(words) and (position == start or _adjacent(words, position, text)):
        word = words[position][0]
        if word in _EN_TENS and can_take_ten:
            group += _EN_TENS[word]
            can_take_ten = False
        elif word in _EN_UNITS and can_take_unit and (can_take_ten or _EN_UNITS[word] < 10):
            group += _EN_UNITS[word]
            can_take_unit = can_take_ten = False
        elif word == "hundred" and group:
            group *= 100
            can_take_unit = can_take_ten = True
        elif word in SCALES["en"] and group:
            total += group * SCALES["en"][word]
            largest = max(largest, SCALES["en"][word])
            group = Fraction(0)
            can_take_unit = can_take_ten = True
        elif (
            word == "and"
            and position > start
            and words[position - 1][0] in SCALES["en"]
            and position + 1 < len(words)
            and (words[position + 1][0] in _EN_UNITS or words[position + 1][0] in _EN_TENS)
        ):
            pass
        else:
            break
        position += 1
    return position, total + group, largest
