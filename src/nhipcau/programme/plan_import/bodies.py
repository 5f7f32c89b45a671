"""Names of agencies inside running text: where one ends and the next begins."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from nhipcau.common.text import fold, nfc

# Words that begin the name of a body. They count only when the writer capitalised them.
_HEADS = (
    r"Sở|Ban(?!(?i: hành))|Văn phòng|VP|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Công an|CA|Quân sự|"
    r"Biên phòng|Bộ(?!(?i: tài| ảnh| phim| sách| chỉ số| tiêu| nhận))|BCH|BĐBP|"
    r"Báo(?!(?i: cáo| chí))|Đài|LĐLĐ|LHHN|Trung tâm|TT|Tỉnh đoàn|"
    r"Hội(?!(?i: nghị| thảo| chợ| nhập| thi| diễn| đàm| họp))|Liên hiệp|Liên minh|Liên đoàn|"
    r"Đoàn(?!(?i: ra| vào| công tác| phóng| khách| ngoại))|Chi cục|Cục|Công ty|Tổng công ty|"
    r"Trường(?!(?i: hợp))|Viện(?!(?i: trợ))|Mặt trận|MTTQ|UBMTTQ|UBMT|"
    r"Phòng(?!(?i:,? chống| ngừa))|Thường trực|Tổ(?!(?i: chức))|Thông tấn xã|TTXVN|VTV|VOV|"
    r"Bảo tàng|Thư viện|Nhà(?!(?i: báo))|Hiệp hội|Ngân hàng|Kho bạc|Thanh tra|Tòa án|Toà án|"
    r"Viện kiểm sát|Đảng ủy|Đảng uỷ|Tỉnh ủy|Tỉnh uỷ|Huyện ủy|Huyện uỷ|Thành ủy|Thị ủy|BQL|"
    r"BTG|BTGTU|BCĐ|Tổng Lãnh sự quán|Đại sứ quán|Cổng|Hải quan|Bưu điện|Viễn thông|Cơ quan|"
    r"Đơn vị|Doanh nghiệp|Địa phương|Các|Lãnh đạo|Chủ tịch|Huyện|Thị xã|Thành phố|TP|TX|"
    r"Xã(?!(?i: hội))|Phường|Học viện|Đại học|Tạp chí|Nxb|NXB|Vườn|Cảng|Công đoàn|"
    r"Khối(?!(?i: lượng))|Tập đoàn|Quỹ|Câu lạc bộ|Sân bay|Hãng|Lữ đoàn|Binh đoàn|Quân khu|"
    r"Bệnh viện|Tòa soạn|Một số|Toàn thể|Tất cả"
)
_COMMON_HEADS = (
    "các|cơ quan|đơn vị|địa phương|doanh nghiệp|một số|những|toàn thể|tất cả|cùng các|báo, đài|"
    "lực lượng|chính quyền|tổ chức|cá nhân"
    r"|(?:sở|ban|báo|đài|hội)(?=\s+[A-ZĐ])|công an(?=\s+(?:tỉnh|huyện|thành))|ủy ban|văn phòng"
)
_HEAD = re.compile(
    rf"(?:(?:{_HEADS})(?![\w])|(?:{_COMMON_HEADS})(?![\w])|[A-ZĐ]{{2,}}(?:&[A-ZĐ]+)*\b)"
)
_PLURAL = re.compile(r"^(?:các|một số|những|toàn thể|tất cả|cùng các)\b", re.I)
_SEVERAL_BODIES = re.compile(
    r"^(?:các|một số|toàn thể|tất cả)\s+(?:các\s+)?(?:sở|ban|ngành|cơ quan|đơn vị|địa phương|huyện|"
    r"hội|báo|đài|đoàn thể|doanh nghiệp|trường|xã|tổ chức|thành viên)\b",
    re.I,
)
_SUBDIVISIONS = re.compile(r"\b(?:các)\s+(?:huyện|thị xã|TX|xã|phường|thành phố|TP)\b")
_SUBDIVISION = re.compile(r"^(?:huyện|thị xã|thành phố|TX|TP|xã|phường|thị trấn|đặc khu)\b", re.I)
# Fields of provincial departments, folded: they stand alone in “các sở: Ngoại vụ, Tài chính”.
_FIELDS = frozenset(
    {
        "ngoai vu", "tai chinh", "cong thuong", "thong tin va truyen thong", "tttt", "tt&tt",
        "noi vu", "tu phap", "xay dung", "y te", "giao thong van tai", "giao duc va dao tao",
        "khoa hoc va cong nghe", "tai nguyen va moi truong", "ke hoach va dau tu", "kh&dt",
        "nong nghiep va phat trien nong thon", "nong nghiep va moi truong", "du lich",
        "van hoa, the thao va du lich", "lao dong, thuong binh va xa hoi", "vhttdl", "vhtt&dl",
        "lao dong - thuong binh va xa hoi", "dan toc va ton giao", "van hoa va the thao", "gd&dt",
        "khcn", "kh&cn", "nn&ptnt", "ldtbxh", "ld-tbxh", "tn&mt", "gtvt", "khdt", "gddt",
    }
)  # fmt: skip
# Names with commas inside, folded, each as the part before and the part after the comma.
_INSIDE = re.compile(
    r"vh,\s*tt|van hoa,? the thao|van hoa, thong tin|the thao, du lich|the thao, gia dinh|"
    r"thuong mai, (?:dau tu|du lich)|dau tu, (?:thuong mai|du lich)|phat thanh,? truyen hinh|"
    r"lao dong, thuong binh|bao, dai|bao chi, (?:tuyen truyen|truyen thong|phat thanh|xuat ban)|"
    r"van hoc, nghe thuat|khoa hoc, ky thuat|hoa binh, doan ket|doan ket, huu nghi"
)
_BULLET = re.compile(r"^\s*(?:[-–—+•*·▪●◦]|\(?\d{1,2}[.)](?=\s)|[a-zđ][.)](?=\s))\s*")
_NONE = frozenset({"", "khong", "khong co", "x", "0", "/", "khong phoi hop"})
_TAIL = re.compile(r"[\s,;.:]+$")
_LABEL = re.compile(
    r"^(?:-\s*)?(?:cơ quan|đơn vị|các cơ quan|các đơn vị)?\s*(?:chủ trì|phối hợp|"
    r"chủ trì thực hiện)\s*:\s*",
    re.I,
)
_LEADS = re.compile(
    r"\s*(?:,\s*)?(?:là (?:cơ quan|đơn vị)\s*)?\b(?:chủ trì|làm đầu mối|đầu mối)\b", re.I
)
_JOINS = re.compile(
    r"\s*[,;.\n]?\s*(?:và\s+)?(?:(?:cơ quan|đơn vị|các cơ quan|"
    r"các đơn vị)\s+)?phối hợp\s*(?:với|cùng|:)?\s*(?:với)?\s*",
    re.I,
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
    return bool(_HEAD.match(text))


def looks_like_body(text: str) -> bool:
    """Whether a whole short text is the name of one body, as in a heading ``1. Sở Ngoại vụ:``."""
    name = _TAIL.sub("", text)
    if not name or len(name) > 120 or name.isupper():
        name = name.title() if name.isupper() else name
    if _PLURAL.match(name) and not _SEVERAL_BODIES.match(name):
        return False  # “Các hoạt động ngoài nước” heads work, not agencies
    return bool(name) and len(name) <= 120 and is_head(name) and not re.search(r"[.!?]\s", name)


def read_bodies(text: str) -> Bodies:
    """Split a list of agencies.

    Args:
        text: A cell or phrase; parts end at line breaks, bullets, ``;``, ``,`` or ``và``.

    Returns:
        The names as written. A comma inside a name (``Văn hóa, Thể thao và Du lịch``) and general
        phrases (``các sở, ban, ngành``) stay whole; what remains unsure is said in ``doubts``.
    """
    result = Bodies()
    if _reduced(text) in _NONE:
        return result
    for line in _lines(nfc(text)):
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
    lead = _LEADS.search(text)
    if lead and not text[: lead.start()].strip():
        lead = None
    joins = _JOINS.search(text, lead.end() if lead else 0)
    if lead and joins and joins.start() >= lead.end():
        return text[: lead.start()], text[joins.end() :]
    if lead and not joins:
        return text[: lead.start()], text[lead.end() :].strip(" ;,.:\n-")
    if joins and not lead and joins.start() > 0 and is_head(_clean(text)):
        return text[: joins.start()], text[joins.end() :]
    return None


def without_role(text: str) -> str:
    """Drop ``Chủ trì:`` before a name and ``chủ trì`` after it."""
    bare = _LABEL.sub("", text.strip())
    if "(" in bare:
        return bare  # “Đoàn kiểm tra (Ban Tuyên giáo chủ trì)” keeps its explanation
    return _LEADS.sub("", bare).strip() or text.strip()


def _reduced(text: str) -> str:
    return re.sub(r"[\s\-–—.…_]+", " ", fold(text)).strip()


def _clean(text: str) -> str:
    text = re.sub(r"\s+", " ", _BULLET.sub("", text))
    text = _LABEL.sub("", text)
    return _TAIL.sub("", text.strip())


def _lines(text: str) -> list[str]:
    """Lines, with those that only continue the one before joined to it."""
    joined: list[str] = []
    for line in text.split("\n"):
        bare = line.strip()
        if not bare:
            continue
        bulleted = bool(_BULLET.match(bare))
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
    if _reduced(text) in _NONE:
        return
    listed = re.match(
        r"(?i)^(?:và\s+)?(?:các|một số)\s+(sở|ban|báo|đài|trung tâm|hội|"
        r"huyện)\s*(?:,\s*ngành\s*)?:\s*(.+)$",
        text,
    )
    if listed:
        _listed(listed.group(1).capitalize(), listed.group(2), text, result)
        return
    head = ""
    for piece in _pieces(text):
        plain = fold(piece)
        head_match = re.match(r"(Sở)\s+(?!,)", piece)
        if plain in _FIELDS and head == "Sở" and not is_head(piece):
            result.names.append(f"Sở {piece}")
            result.doubts.append(
                _("“%(piece)s” was read as “%(name)s”.") % {"piece": piece, "name": f"Sở {piece}"}
            )
            continue
        head = "Sở" if head_match else ("" if is_head(piece) else head)
        result.names.append(piece)
        _doubt_piece(piece, result)


def _listed(head: str, rest: str, text: str, result: Bodies) -> None:
    """Read ``Các sở: Ngoại vụ, Tài chính``, where the common word is said once."""
    expanded = False
    for piece in _pieces(rest, fields=True):
        if is_head(piece) and fold(piece) not in _FIELDS:
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
    for match in re.finditer(r"[()]|,\s*(?:và\s+)?|\s*/\s*|\s+(?:và|cùng|cùng với)\s+", text):
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
    return any(fold(text).startswith(name) for name in _FIELDS)


def _divides(before: str, after: str, mark: str, *, fields: bool) -> bool:
    if not before.strip():
        return False
    comma = mark.startswith(",")
    following = re.split(r",|;|\s+và\s+", after, maxsplit=1)[0].strip()
    seam = f"{fold(before)[-24:]}, {fold(after)[:24]}"
    at = len(fold(before)[-24:])
    if comma and any(found.start() < at < found.end() for found in _INSIDE.finditer(seam)):
        return False
    if re.match(r"Sở [A-ZĐ&, ]{1,12}$", before) and re.match(r"[A-ZĐ]{2,5}(?:\s*&|\b)", after):
        # Abbreviated departments are written “Sở VH,TT&DL” and “Sở VH, TT và DL”.
        return not re.search(r"VH,?\s*TT$|VH$|KH$|NN$|GD$|TN$", before)
    if before.endswith("Khối các cơ quan"):
        return False
    if _SUBDIVISIONS.search(before) and _SUBDIVISION.match(after):
        return False
    plural = _PLURAL.match(before.strip())
    if plural and following and (following[0].islower() or _SUBDIVISION.match(following)):
        # “các sở, ban, ngành và địa phương” is one phrase; “các sở và UBND huyện” is two.
        return bool(re.match(r"(?:các|một số|những)\b", following)) and "liên quan" in before
    if is_head(after):
        return True
    if fields or re.match(r"Sở\s", before):
        return _first_field(after) and fold(before.strip().removeprefix("Sở ")) in _FIELDS
    return False


def _doubt_piece(piece: str, result: Bodies) -> None:
    outside = re.sub(r"\([^)]*\)", "", piece)
    if not is_head(piece):
        result.doubts.append(_("“%(name)s” does not look like an agency's name.") % {"name": piece})
    elif (
        "," in outside
        and not _INSIDE.search(fold(outside))
        and not (_PLURAL.match(outside) or _SUBDIVISIONS.search(outside))
    ):
        result.doubts.append(
            _("It is not clear whether “%(name)s” is one agency or several.") % {"name": piece}
        )
    if re.search(r"\([^()]*chủ trì[^()]*\)", piece, re.I):
        result.doubts.append(
            _("A bracket in “%(name)s” says who leads; check it.") % {"name": piece}
        )
    if piece.count("(") != piece.count(")"):
        result.doubts.append(_("A bracket is missing in “%(name)s”.") % {"name": piece})
