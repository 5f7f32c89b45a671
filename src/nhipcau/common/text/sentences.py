"""Sentences of Vietnamese and English news, with their places in the text."""

import re
from dataclasses import dataclass

# Titles, ranks, units and Latin abbreviations that end with a stop inside a sentence. Lower case.
_BEFORE_NAME = frozenset(
    "tp tx tt p q h x ts ths pgs gs bs ths.bs bs.cki bs.ckii cki ckii ks kts cn cnkt nsnd nsưt "
    "nsưu ds ls lm mt hh "
    "đ/c tr tel fax st str mr mrs ms dr prof rev hon gov sen rep gen col capt lt maj sgt adm "
    "cmdr insp supt messrs mme mlle sra nxb bt pbt ct pct gđ pgđ ubnd hđnd no nos vol vs fig "
    "art sec para ch pp ed eds approx ext gs.ts pgs.ts ts.bs th.s dept univ assn bros mt ft".split()
)
# These stand before a lower-case word or a figure in a sentence, yet may also end one.
_MAY_END = frozenset(
    "v.v vv u.s u.k u.n e.u a.m p.m i.e e.g etc b.c a.d ph.d jan feb mar apr jun jul aug sep "
    "sept oct nov dec co corp inc ltd jr sr".split()
)
# Abbreviations that are also words keep their end of sentence when a word precedes in the usual
# way ("no." as in "the answer is no."): they bind only before a figure.
_ONLY_BEFORE_FIGURE = frozenset(
    "no nos vol fig art sec para ch pp p q h x ct tr mar sec ext pop est".split()
)

# "The U.S. Senate" goes on, "in the U.S. The …" does not: these words open sentences.
_OPENERS = frozenset(
    "the a an he she it they we i you this that these those there in on at by for from to "
    "with but and so yet however after before when while as if since his her its their our my "
    "many some most all both more several one what who why how".split()
)

# "At 9 a.m. Monday": the day belongs to the hour.
_AFTER_HOUR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december gmt utc est edt ict hanoi".split()
)
# "Nguyễn Văn A." is a whole name, "Nguyễn V. A. Tuấn" is not.
_MIDDLE_NAMES = frozenset("văn thị van thi".split())

_END = re.compile(r"([.!?…]+)([\"”’»'\)\]]*)(?=\s|$)")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘«]+$")
_OPENING = re.compile(r"\s*(?:[-–—•*]\s*)?[\"“‘«'(\[]*\s*")
_LINE = re.compile(r"[^\r\n]+")
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[a-zđ]|[ivxlc]{1,5})", re.IGNORECASE)
_ARTICLE = re.compile(r"^\s*(?:Điều|Chương|Mục|Article|Chapter|Section)\s+\d+$")
_LETTERED_ITEM = re.compile(r"[a-zđ]\)\s")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


@dataclass(frozen=True)
class Sentence:
    """A sentence and where it stands.

    Attributes:
        text: The sentence without space around it.
        start: Offset of its first character.
        end: Offset after its last character.
    """

    text: str
    start: int
    end: int


def _binds(
    before: str, stop: str, following: str, begins: int, word_start: int, context: str
) -> bool:
    """Whether a full stop belongs to the word before it, so that the sentence goes on."""
    if stop != ".":
        return False
    word = before.lower()
    if before.isdigit() and _ARTICLE.search(context):
        return True  # "Điều 5. Kênh thông tin" is a heading of a legal text.
    figure_follows = following[:1].isdigit()
    if word in _ONLY_BEFORE_FIGURE:
        # "TP. HCM" style titles of one letter (P. 5, Q. 1) also stand before capitals.
        return figure_follows or (len(word) == 1 and before.isupper())
    if word in _BEFORE_NAME:
        return True
    opener = re.match(r"[^\W\d_]+", following)
    next_word = opener[0].lower() if opener else ""
    if word in _MAY_END:
        if word in {"a.m", "p.m"} and next_word in _AFTER_HOUR:
            return True
        if word in {"a.m", "p.m", "vv", "v.v", "etc", "co", "corp", "inc", "ltd", "jr", "sr"}:
            return False
        return figure_follows or next_word not in _OPENERS
    if word_start == begins and _LIST_NUMBER.fullmatch(before):
        return True  # "1. Mục đích", "a. Yêu cầu" open an item; they do not end a sentence.
    # Initials of people: J. K. Rowling, Nguyễn V. A. Tuấn.
    if not _INITIAL.fullmatch(before) or not before[-1:].isupper():
        return False
    middle = context[: -len(before)].split()[-1:]
    is_whole_name = bool(middle) and middle[0].lower() in _MIDDLE_NAMES
    return not is_whole_name and not (len(next_word) > 1 and next_word in _OPENERS)


def _ends_sentence(line: str, match: re.Match[str], start: int) -> bool:
    """Whether the punctuation found ends a sentence that began at ``start``."""
    rest = line[match.end() :]
    opened = _OPENING.match(rest)
    following = rest[opened.end() :] if opened else rest
    if not following:
        return True
    first = following[0]
    if not line[start : match.start()].strip():
        return False  # "... Và rồi": the dots open the sentence.
    if first.islower() and not _LETTERED_ITEM.match(following):
        # A dash may open speech in lower case never; brackets and quotes neither.
        return False
    word = _LAST_WORD.search(line, start, match.start())
    before = word[0] if word else ""
    word_start = word.start() if word else match.start()
    begins = start + len(line[start:]) - len(line[start:].lstrip())
    context = line[start : match.start()]
    if _binds(before, match[1], following, begins, word_start, context):
        return False
    if match[1] in {"...", "…", "…."} and first.isdigit():
        return False
    # Speech and what follows the speaker: "Có chứ!" - ông nói. The dash joins, a capital may not.
    gap = rest[: opened.end()] if opened else ""
    return not (match[2] and gap.strip() in {"-", "–", "—"} and not first.isupper())


def sentence_spans(text: str) -> list[Sentence]:
    """Split a text into sentences.

    A line break always ends a sentence, since headlines, captions and list items carry no stop.
    Abbreviations (TP. HCM, ThS., U.S.), numbers (1.234,5) and initials do not.

    Args:
        text: Plain text in Vietnamese or English.

    Returns:
        Sentences in order, none empty.
    """
    sentences = []
    for line in _LINE.finditer(text):
        start = 0
        content = line[0]
        for match in _END.finditer(content):
            if match.start() < start or not _ends_sentence(content, match, start):
                continue
            sentences.append((line.start() + start, line.start() + match.end()))
            start = match.end()
        sentences.append((line.start() + start, line.end()))
    found = []
    for start, end in sentences:
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            begins = start + len(piece) - len(piece.lstrip())
            found.append(Sentence(bare, begins, begins + len(bare)))
    return found


def sentences(text: str) -> list[str]:
    """The sentences of a text as strings; see :func:`sentence_spans`."""
    return [sentence.text for sentence in sentence_spans(text)]
