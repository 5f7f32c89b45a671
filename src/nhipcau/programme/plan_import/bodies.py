"""Names of agencies inside running text: where one ends and the next begins."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from nhipcau.common.text import fold, nfc
from nhipcau.programme.plan_import.body_words import (
    BULLET,
    ELECTED,
    ET_CETERA,
    FIELD_WORDS,
    FIELDS,
    HEAD,
    INSIDE,
    JOINED_LETTERS,
    JOINS,
    LABEL,
    LATTER_HALF,
    LEADS,
    NONE,
    OWN_NAMES,
    PLURAL,
    SEVERAL_BODIES,
    SHARED_OFFICE,
    SHORT_FIELD,
    SUBDIVISION,
    SUBDIVISIONS,
    TAIL,
)


@dataclass
class Bodies:
    """Agencies named in one cell or phrase.

    Attributes:
        names: As written, in order.
        doubts: What a person should check.
    """

    names: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def is_head(text: str) -> bool:
    """Whether a text begins like the name of a body."""
    return bool(HEAD.match(text))


def looks_like_body(text: str) -> bool:
    """Whether a whole short text is the name of one body, as in a heading ``1. Sở Ngoại vụ:``."""
    name = TAIL.sub("", text)
    if not name or len(name) > 120 or name.isupper():
        name = name.title() if name.isupper() else name
    if PLURAL.match(name) and not SEVERAL_BODIES.match(name):
        return False  # “Các hoạt động ngoài nước” heads work, not agencies
    return bool(name) and len(name) <= 120 and is_head(name) and not re.search(r"[.!?]\s", name)


def is_general(name: str) -> bool:
    """Whether a name means no single body: ``các sở, ngành liên quan``, ``UBND các huyện``."""
    bare = re.sub(r"\([^)]*\)", "", nfc(name)).strip()
    return bool(
        PLURAL.match(bare)
        or re.search(
            r"\bcác\s+(?:huyện|thị xã|thành phố|xã|phường|quận|sở|ngành|đơn vị)\b", bare, re.I
        )
        or re.search(r"\b(?:cấp huyện|cấp xã|liên quan)\b", bare, re.I)
    )


def read_bodies(text: str) -> Bodies:
    """Split a list of agencies.

    Args:
        text: A cell or phrase; parts end at line breaks, bullets, ``;``, ``,`` or ``và``.

    Returns:
        The names as written. A comma inside a name (``Văn hóa, Thể thao và Du lịch``) and general
        phrases (``các sở, ban, ngành``) stay whole; what remains unsure is said in ``doubts``.
    """
    result = Bodies()
    if _reduced(text) in NONE:
        return result
    text = nfc(text)
    if ET_CETERA.search(text) and _reduced(text) not in NONE:
        text = ET_CETERA.sub("", text)
        result.doubts.append(_("The list of agencies ends in “and so on”."))
    for line in _lines(text):
        for part in _outside_brackets(line, ";"):
            _split_commas(part, result)
    names: list[str] = []
    for name in result.names:
        if name not in names:
            names.append(name)
    result.names = names
    return result


def split_roles(text: str) -> tuple[str, str] | None:
    """Split ``Sở A chủ trì, phối hợp với Sở B`` into what leads and what coordinates.

    Args:
        text: One cell that names both roles.

    Returns:
        Two texts for :func:`read_bodies`, or ``None`` when the cell does not name both roles.
    """
    text = re.sub(r"\(\s*(chủ trì|phối hợp)\s*\)", r" \1", nfc(text), flags=re.I)
    text = re.sub(r"\(\s*(phối hợp[^()]*)\)", r"; \1", text, flags=re.I).strip()
    if re.search(r"\([^()]*chủ trì[^()]*\)", text, re.I):
        return None  # the bracket explains a name; it stays whole
    labelled = re.match(
        r"(?is)^[-+\s]*(?:(?:cơ quan|đơn vị)\s*)?chủ trì\s*:\s*(?P<lead>.+?)[\s;,.]*[-+\s]*"
        r"(?:(?:các\s+)?(?:cơ quan|đơn vị)\s*)?phối hợp\s*:\s*(?P<rest>.*)$",
        text,
    )
    if labelled:
        return labelled["lead"], labelled["rest"]
    lead = LEADS.search(text)
    if lead and not text[: lead.start()].strip():
        lead = None
    joins = JOINS.search(text, lead.end() if lead else 0)
    if joins and not text[joins.end() :].strip(" ;,.:\n-") and joins.start() > 0:
        # “Sở A chủ trì, Sở B phối hợp”: the word follows its agencies.
        if lead:
            return text[: lead.start()], text[lead.end() : joins.start()].strip(" ;,.:\n-")
        lines = text[: joins.start()].strip().split("\n")
        return (lines[0], "\n".join(lines[1:])) if len(lines) > 1 else None
    if lead and joins and joins.start() >= lead.end():
        between = text[lead.end() : joins.start()].strip(" ;,.:\n-")
        return text[: lead.start()], f"{between}; {text[joins.end() :]}".strip(" ;")
    if lead and not joins:
        return text[: lead.start()], text[lead.end() :].strip(" ;,.:\n-")
    if joins and not lead and joins.start() > 0 and is_head(_clean(text)):
        return text[: joins.start()], text[joins.end() :]
    return None


def without_role(text: str) -> str:
    """Drop ``Chủ trì:`` before a name and ``chủ trì`` after it."""
    bare = LABEL.sub("", text.strip())
    if "(" in bare:
        return bare  # “Đoàn kiểm tra (Ban Tuyên giáo chủ trì)” keeps its explanation
    return LEADS.sub("", bare).strip() or text.strip()


def _reduced(text: str) -> str:
    return re.sub(r"[\s\-–—.…_]+", " ", fold(text)).strip()


def _clean(text: str) -> str:
    text = re.sub(r"\s+", " ", BULLET.sub("", text))
    text = LABEL.sub("", text)
    return TAIL.sub("", text.strip())


def _lines(text: str) -> list[str]:
    """Lines, with those that only continue the one before joined to it."""
    joined: list[str] = []
    for line in text.split("\n"):
        bare = line.strip()
        if not bare:
            continue
        bulleted = bool(BULLET.match(bare))
        continues = (
            joined
            and not bulleted
            and (
                joined[-1].rstrip().endswith((",", " và", "&", "-", "với"))
                or bare[0].islower()
                or bare.startswith(("và ", ",", "("))
                or not is_head(bare)
            )
        )
        if continues:
            joined[-1] = f"{joined[-1].rstrip()} {bare}"
        else:
            joined.append(bare)
    return joined


def _outside_brackets(text: str, mark: str) -> list[str]:
    parts, depth, begin = [], 0, 0
    for place, letter in enumerate(text):
        if letter in "([":
            depth += 1
        elif letter in ")]":
            depth = max(0, depth - 1)
        elif letter == mark and depth == 0:
            parts.append(text[begin:place])
            begin = place + 1
    parts.append(text[begin:])
    return parts


def _split_commas(text: str, result: Bodies) -> None:
    text = _clean(text)
    if _reduced(text) in NONE:
        return
    listed = re.match(
        r"(?i)^(?:và\s+)?(?:(?:các|một số)\s+(?P<several>sở|ban|báo|đài|trung tâm|hội|"
        r"huyện)\s*(?:,\s*(?:ban,\s*)?ngành\s*)?|(?P<one>văn phòng|sở|công an|UBND|hội))\s*:"
        r"\s*(?P<rest>.+)$",
        text,
    )
    if listed is None:
        # “Các Sở Ngoại vụ, Tài chính”: the same without the colon.
        listed = re.match(
            rf"(?i)^(?:và\s+)?các\s+(?P<several>sở)\s+(?P<rest>(?:{FIELD_WORDS})\b.+)$", text
        )
    if listed:
        words = listed.groupdict()
        head = words["several"] or words.get("one") or ""
        head = head if head.isupper() else head.capitalize()
        _listed(head, listed["rest"], text, result, always=bool(words.get("one")))
        return
    head = ""
    for piece in _pieces(text):
        plain = fold(piece)
        head_match = re.match(r"(Sở)\s+(?!,)", piece)
        short = SHORT_FIELD.fullmatch(piece) and piece not in OWN_NAMES
        if head == "Sở" and ((plain in FIELDS and not is_head(piece)) or short):
            result.names.append(f"Sở {piece}")
            result.doubts.append(
                _("“%(piece)s” was read as “%(name)s”.") % {"piece": piece, "name": f"Sở {piece}"}
            )
            continue
        head = "Sở" if head_match else ("" if is_head(piece) and not short else head)
        result.names.append(piece)
        _doubt_piece(piece, result)


def _listed(head: str, rest: str, text: str, result: Bodies, *, always: bool = False) -> None:
    """Read ``Các sở: Ngoại vụ, Tài chính``, where the common word is said once.

    ``always`` puts it before every name: ``Văn phòng: Tỉnh ủy, UBND tỉnh``.
    """
    expanded = False
    for piece in _pieces(rest, fields=True):
        short = head == "Sở" and SHORT_FIELD.fullmatch(piece) and piece not in OWN_NAMES
        bare = fold(piece) in FIELDS or short or always
        if is_head(piece) and not bare:
            result.names.append(piece)
        else:
            result.names.append(f"{head} {piece}")
            expanded = True
    if expanded:
        result.doubts.append(_("“%(text)s” was read as a list; check each name.") % {"text": text})


def _pieces(text: str, *, fields: bool = False) -> list[str]:
    """Cut at commas and “và” where a new body begins."""
    pieces: list[str] = []
    begin = 0
    depth = 0
    for match in re.finditer(
        r"[()]|,\s*(?:và\s+)?|\s*/\s*|\s\+\s|\s+(?:và|cùng|cùng với)\s+", text
    ):
        mark = match.group()
        if mark in "()":
            depth = depth + 1 if mark == "(" else max(0, depth - 1)
            continue
        if depth:
            continue
        before, after = text[begin : match.start()], text[match.end() :]
        if _divides(before, after, mark, fields=fields):
            pieces.append(before)
            begin = match.end()
            # “Sở A, B, C”: once the common word is left out, it stays left out until a new one.
            fields = not is_head(after) or _first_field(after)
    pieces.append(text[begin:])
    return [clean for piece in pieces if (clean := _clean(piece))]


def _first_field(text: str) -> bool:
    """Whether a text begins with the bare field of a department."""
    return any(fold(text).startswith(name) for name in FIELDS)


def _divides(before: str, after: str, mark: str, *, fields: bool) -> bool:
    if not before.strip():
        return False
    comma = mark.startswith(",")
    following = re.split(r",|;|\s+và\s+", after, maxsplit=1)[0].strip()
    seam = f"{fold(before)[-24:]}, {fold(after)[:24]}"
    at = len(fold(before)[-24:])
    if comma and any(found.start() < at < found.end() for found in INSIDE.finditer(seam)):
        return False
    if mark.strip() == "và" and JOINED_LETTERS.search(f"{before} và {after}"[: len(before) + 8]):
        return False  # “Sở TT và TT”, “Đài PT và TH tỉnh”
    if re.match(r"Sở [A-ZĐ&, ]{1,12}$", before) and re.match(r"[A-ZĐ]{2,5}(?:\s*&|\b)", after):
        # Abbreviated departments are written “Sở VH,TT&DL” and “Sở VH, TT và DL”.
        return not re.search(r"VH,?\s*TT$|VH$|KH$|NN$|GD$|TN$", before)
    if mark.strip() == "và" and LATTER_HALF.match(after) and before.startswith("Sở "):
        return False  # “Sở Nông nghiệp và PTNT”
    if before.endswith("Khối các cơ quan"):
        return False
    if SHARED_OFFICE.search(before) and ELECTED.match(after):
        return False  # “Văn phòng HĐND và UBND xã” is one office
    if SUBDIVISIONS.search(before) and SUBDIVISION.match(after):
        return False
    plural = PLURAL.match(before.strip())
    if plural and following and (following[0].islower() or SUBDIVISION.match(following)):
        # “các sở, ban, ngành và địa phương” is one phrase; “các sở và UBND huyện” is two.
        return bool(re.match(r"(?:các|một số|những)\b", following)) and "liên quan" in before
    if is_head(after):
        return True
    if fields or re.match(r"Sở\s", before):
        known = before.strip().removeprefix("Sở ")
        follows = _first_field(after) or bool(SHORT_FIELD.fullmatch(following))
        return follows and (fold(known) in FIELDS or bool(SHORT_FIELD.fullmatch(known)))
    return False


def _doubt_piece(piece: str, result: Bodies) -> None:
    outside = re.sub(r"\([^)]*\)", "", piece)
    if not is_head(piece):
        result.doubts.append(_("“%(name)s” does not look like an agency's name.") % {"name": piece})
    elif (
        "," in outside
        and not INSIDE.search(fold(outside))
        and not (PLURAL.match(outside) or SUBDIVISIONS.search(outside))
    ) or re.search(r"[:+=]|\s[-–]\s*(?:Sở|Đài|UBND|Hội|Công an|Ban|Báo)\b", outside):
        result.doubts.append(
            _("It is not clear whether “%(name)s” is one agency or several.") % {"name": piece}
        )
    elif re.search(r"chủ trì|phối hợp|đầu mối", outside, re.I):
        result.doubts.append(
            _("“%(name)s” holds words about roles; check who leads.") % {"name": piece}
        )
    if re.search(r"\([^()]*chủ trì[^()]*\)", piece, re.I):
        result.doubts.append(
            _("A bracket in “%(name)s” says who leads; check it.") % {"name": piece}
        )
    if piece.count("(") != piece.count(")"):
        result.doubts.append(_("A bracket is missing in “%(name)s”.") % {"name": piece})
