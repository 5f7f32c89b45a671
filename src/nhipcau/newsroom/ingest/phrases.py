"""How Vietnamese papers mark what is not running text: bylines, credits, footers, buttons."""

import re

from nhipcau.common.text import fold

_SPACES = re.compile(r"[\s\u00a0\u200b\u200c\u2060]+")

# All of these run on folded text.
_FOOTER = re.compile(
    r"^(?:y kien(?: ban doc| doc gia)?|binh luan(?: \(\d+\))?|gui (?:y kien|"
    r"binh luan)(?: cua ban)?|"
    r"(?:cac )?(?:tin|bai)(?: bai)?(?: viet)? (?:lien quan|khac|cung chuyen muc|cung muc|"
    r"moi hon|cu hon|"
    r"moi nhat|doc nhieu|moi)|co the ban quan tam|xem nhieu|doc nhieu(?: nhat)?|doc them|"
    r"tin noi bat|"
    r"cung chuyen muc|related (?:articles|news|stories)|comments?(?: \(\d+\))?|chia se bai viet|"
    r"danh gia bai viet|ban thay bai viet nay the nao|luot xem)\s*[:.»>]*\s*(?:\(\d+\))?$"
)
_BUTTON = re.compile(
    r"^(?:in(?: trang| bai(?: viet)?)?|gui (?:mail|email|bai viet|cho ban be)|email|facebook|zalo|"
    r"twitter|google(?: news|\+)?|linkedin|pinterest|copy link|sao chep (?:link|lien ket)|"
    r"chia se|luu(?: bai)?|"
    r"thich|like|share|tweet|print|nghe(?: doc)? (?:bai|bai viet|tin)|doc bai viet|"
    r"a-?\s*a?\s*a\+|aa|"
    r"co chu|mac dinh|theo doi(?: tren google news)?|quay lai|ve dau trang|len dau trang|"
    r"trang chu|xem them|"
    r"tac gia(?: bai viet)?|nguoi viet|0 binh luan|phong to|thu nho|rss|bookmark|\d+ luot xem|"
    r"tang co chu|giam co chu|trang\s*:?(?:\s*\d+)+)\s*:?$"
)
_KEYWORDS = re.compile(r"^(?:tu khoa|tags?|the|keywords?)\s*:\s*")
_LABEL = re.compile(
    r"^(?:(?:tin|bai|text|story|words)?(?:\s*(?:,|va|&|-|–|/|and)\s*)?(?:anh|hinh anh|photos?)|"
    r"bai viet|bai|tin|tac gia(?: bai viet)?|nguoi viet|(?:duoc )?(?:viet|dang) boi|nguoi dang|"
    r"posted by|"
    r"phong vien|pv|nhom pv|thuc hien|by|author|"
    r"bien soan|bien tap|"
    r"nguoi dich|tong hop|written by|chum anh)\s*:\s*"
)
_ENGLISH_BY = re.compile(r"^by\s+(?=[A-Z])", re.IGNORECASE)
_SOURCE = re.compile(
    r"^\(?(?:(?:Theo|THEO|Nguồn|NGUỒN|Nguồn tin|Source)\s*:(?!\s*https?:)\s*|(?:Theo|"
    r"THEO)\s+(?=[A-ZĐ0-9]|\w+\.\w))"
)
_OUTLET = re.compile(r"^(?:TTXVN|Báo|Cổng TTĐT|Cổng thông tin|VietnamPlus|VOV|VTV|Đài|Tạp chí)\b")
_INITIALS = re.compile(r"^(?:[A-ZĐ]\.\s?){1,4}[A-ZĐ]?\.?$|^[A-ZĐ]{1,2}\.[A-ZĐ]\w*$")
_DESK = re.compile(
    r"^(?:p\.?v|bbt|ban bien tap|nhom p\.?v|phong vien|ctv|nhom phong vien|tong hop|ttxvn|vov|vtv|"
    r"bao dak lak(?: online)?)$"
)
_CONNECTIVES = frozenset({"và", "&", "-", "–", "—", "/", "and", "with", "cùng", "(", "|", "·", "•"})
_BETWEEN_NAMES = re.compile(r"\s*(?:,|-|–|—|/|&|\||·|•|\bvà\b|\band\b)\s*")
_BEFORE_OFFICE = re.compile(r"^([^–,(-]*?)(\s*[–,(-]\s*|$)(.*)$")
_VIEWS = re.compile(
    r"[\s|•·,–-]*(?:(?:số )?lượt (?:xem|đọc|truy cập)|views?|đã xem|xem)\s*:\s*[\d.,]+|"
    r"[\s|•·,–-]*\b[\d.,]+\s*(?:lượt (?:xem|đọc)|views?)\b",
    re.I,
)
_PART_LABEL = re.compile(
    r"^(?:tiêu đề|tít(?: bài)?|đầu đề|tựa đề|tên bài|headline|title|"
    r"sa-?\s?pô|sapo|sapô|chapeau|chapô|tóm tắt|lead|dẫn đề|mào đầu)\s*:\s*(?=\S)",
    re.I,
)
_PARENTHESIS = re.compile(r"\s*\((?:[^()]{1,60})\)\s*$")
_CREDIT = re.compile(
    r"(?:^|[\s.;,(\[–\-|])[(\[]?\s*(?P<label>(?:Ảnh|ẢNH|Hình ảnh|Hình|Nguồn ảnh|"
    r"Ảnh minh họa|Ảnh minh hoạ|Photo|"
    r"Photos|PHOTO|Photo by|Nguồn|Ảnh tư liệu|Đồ họa|Clip|Video))\s*[:–]\s*(?P<name>[^:|"
    r"]{2,60}?)\s*[)\]]?\s*\.?\s*$"
)
_ILLUSTRATION = re.compile(
    r"^\(?\s*(?:ảnh|hình)(?: ảnh)? (?:minh họa|minh hoạ|tư liệu)\s*\.?\)?$", re.I
)
_CAPTION_LABEL = re.compile(
    r"^(?:chú thích(?: ảnh)?|trong ảnh|caption|\[?\s*ảnh(?:\s*\d+)?)\s*[:\]]\s*(?P<text>.+?)\]?$",
    re.I,
)


_GENRE = re.compile(
    r"^(?:tin(?: bai| van| anh| tuc)?|bai(?: viet| dang bao)?|ban tin|thong cao bao chi|phong su|"
    r"ghi nhan|thong tin bao chi|press release)\s*:?$"
)
_INVITATION = re.compile(
    r"^[*\s>»(]*(?:kinh )?moi (?:quy )?(?:ban doc|doc gia|cac ban|quy vi)\b.*"
    r"\b(?:xem|theo doi|don doc|truy cap|vao)\b"
)


def without_views(line: str) -> str:
    """A line without its counter of readers, such as ``Lượt xem: 325``."""
    return _VIEWS.sub("", line)


def without_label(text: str) -> str:
    """A headline or lead without the label that correspondents write before it."""
    return _PART_LABEL.sub("", text)


def is_genre(line: str) -> bool:
    """Whether a line only says what kind of text follows, such as ``TIN``."""
    return bool(_GENRE.match(fold(tidy(line))))


def is_invitation(line: str) -> bool:
    """Whether a line sends readers to other pages, such as ``Mời bạn đọc vào chuyên mục …``."""
    return len(line) < 250 and bool(_INVITATION.match(fold(tidy(line))))


def tidy(text: str) -> str:
    """Single spaces, no invisible ones, none at the ends."""
    return _SPACES.sub(" ", text).strip()


def is_footer(line: str) -> bool:
    """Whether everything from this line on belongs to the page, not to the story."""
    return len(line) < 60 and bool(_FOOTER.match(fold(tidy(line)).strip(" .:»>")))


def is_button(line: str) -> bool:
    """Whether the line is the label of a control of the page."""
    return len(line) < 40 and bool(_BUTTON.match(fold(tidy(line)).strip(" .|")))


def keywords(line: str) -> tuple[str, ...] | None:
    """The words of a line such as ``Từ khóa: cà phê, đối ngoại``; ``None`` for other lines."""
    match = _KEYWORDS.match(fold(line))
    if not match or len(line) > 400:
        return None
    # Folding keeps the number of letters of composed text, so the position fits both.
    words = re.split(r"[,;|#]", line[match.end() :])
    return tuple(word for word in map(tidy, words) if word)


def _is_name(text: str) -> bool:
    """Whether a text reads as the name of one or several people, or of a desk."""
    text = _PARENTHESIS.sub("", text).strip()
    if not text or len(text) > 80 or (text[-1] in ".!?:;…" and not _INITIALS.match(text)):
        return False
    if _INITIALS.match(text) or _DESK.match(fold(text)):
        return True
    words = re.split(r"[\s,]+", text)
    words = [word for word in words if word]
    if not 1 <= len(words) <= 14:
        return False
    capital = 0
    for word in words:
        if word.lower() in _CONNECTIVES:
            continue
        plain = word.strip("()[].-–’'\"")
        if not plain or not plain[0].isupper() or any(letter.isdigit() for letter in plain):
            return False
        capital += 1
    parts = [part for part in _BETWEEN_NAMES.split(text) if part]
    # Whole lines in capitals are headings; a single word in capitals may be a pen name.
    if capital > 1 and text.isupper():
        return capital <= 4 or (len(parts) > 2 and all(2 <= len(p.split()) <= 4 for p in parts))
    return capital >= 1 and all(1 <= len(part.split()) <= 5 for part in parts)


def is_person(text: str) -> bool:
    """Whether a text is the name of one person, two to five words, and nothing else."""
    words = text.split()
    return 2 <= len(words) <= 5 and not _BETWEEN_NAMES.search(text) and _is_name(text)


def _is_name_with_office(text: str) -> bool:
    """Whether a text is a person's name and the office they write for."""
    name, mark, office = _BEFORE_OFFICE.match(text).groups()  # type: ignore[union-attr]
    return bool(mark) and is_person(name) and len(office) < 90 and not is_sentence(office)


def byline(line: str) -> str | None:
    """The author that a line names, without its label, if it names nothing but an author.

    Args:
        line: One line, such as ``Đăng Triều``, ``Bài, ảnh: Hoàng Gia`` or ``Theo TTXVN``.
    """
    text = tidy(line).strip("|*_ ")
    if not text or len(text) > 120:
        return None
    label = _LABEL.match(fold(text))
    if label:
        name = text[label.end() :].strip()
        return name if _is_name(name) or _is_name_with_office(name) else None
    if match := _ENGLISH_BY.match(text):
        name = text[match.end() :]
        return name if _is_name(name) else None
    if _SOURCE.match(text) and len(text.split()) <= 10:
        return text.strip("()") if text[-1] not in ",:;" else None
    if _OUTLET.match(text) and len(text) < 45 and not is_sentence(text):
        return text
    if text.startswith("(") and text.endswith(")"):
        return byline(text[1:-1])
    return text if _is_name(text) else None


def labelled_byline(line: str) -> str | None:
    """The author that a line names after a label such as ``Tác giả:``; ``None`` without one."""
    text = tidy(line)
    label = _LABEL.match(fold(text))
    return byline(text) if label and len(text) > label.end() else None


def source_name(line: str) -> str:
    """The newspaper that a line such as ``Theo TTXVN`` or ``Nguồn: Báo Đắk Lắk`` names."""
    text = tidy(line).strip("()")
    match = _SOURCE.match(text)
    return text[match.end() :].strip(" .") if match and len(text) < 90 else ""


def split_credit(text: str) -> tuple[str, str]:
    """A caption without its credit, and the credit.

    Args:
        text: As printed, such as ``Các đại biểu dự hội nghị. Ảnh: Đăng Triều``.
    """
    match = _CREDIT.search(text)
    if not match:
        return text, ""
    caption = text[: match.start()].rstrip(" (-–[|,;") + (
        "." if text[match.start() : match.start() + 1] == "." else ""
    )
    return caption.strip(), match["name"].strip(" .)")


def has_credit(text: str) -> bool:
    """Whether a text ends in the credit of a photograph."""
    return bool(_CREDIT.search(text)) or bool(_ILLUSTRATION.match(text))


def labelled_caption(line: str) -> str:
    """The caption in a line such as ``Chú thích ảnh: …``; empty for other lines."""
    match = _CAPTION_LABEL.match(line)
    return match["text"].strip() if match else ""


def is_sentence(text: str) -> bool:
    """Whether a line ends as running text does."""
    return text.rstrip(" \"'”’»)*")[-1:] in set(".!?…:;")


def looks_like_heading(text: str) -> bool:
    """Whether a line between paragraphs could be a subheading."""
    return 3 <= len(text) <= 110 and not is_sentence(text) and len(text.split()) <= 20


def same_text(one: str, other: str) -> bool:
    """Whether two texts are the same but for case, marks and punctuation."""
    strip = re.compile(r"[^a-z0-9]+")
    return strip.sub("", fold(one)) == strip.sub("", fold(other))
