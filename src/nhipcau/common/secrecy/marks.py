"""Whether lines of text carry a secrecy mark, as a stamp or heading, and not merely the word."""

import re
import unicodedata
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from nhipcau.common.exceptions import DomainError

#: The three degrees (Law 29/2018/QH14 art. 8), by their folded letters without blanks.
MARKS = {"TUYỆTMẬT": "TUYỆT MẬT", "TỐIMẬT": "TỐI MẬT", "MẬT": "MẬT"}
# The same in the legacy font codes TCVN3 and VNI, as they look when read as Latin letters.
_LEGACY = {
    "MËT": "MẬT", "TÈIMËT": "TỐI MẬT", "TUYÖTMËT": "TUYỆT MẬT",
    "MAÄT": "MẬT", "TOÁIMAÄT": "TỐI MẬT", "TUYEÄTMAÄT": "TUYỆT MẬT",
}  # fmt: skip
# Letters of other scripts that look like the Latin ones of the marks.
_LOOKALIKES = str.maketrans("МАТЕОІУмаетоіуΜΑΤΕΟΙΥ", "MATEOIYmaetoiyMATEOIY")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_LONGEST_STAMP = 60
_CELLS = re.compile(r"\t|\s{3,}|\||\u2502")
_BRACKETED = re.compile(r"[(\[{<«‹“„\"]\s*([^()\[\]{}<>«»‹›“”\"]{3,24}?)\s*[)\]}>»›”\"]")
_FIELD = re.compile(
    r"^(?:mức\s+)?độ\s+(?:bảo\s+)?mật\s*[:\-–]\s*(.{2,20}?)[.;]?$|"
    r"^(?:classification|security classification)\s*[:\-–]\s*(.{2,20}?)[.;]?$",
    re.IGNORECASE,
)
_URGENCY = r"(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)(?:\s+HẸN GIỜ)?"
_WITH_URGENCY = re.compile(rf"\s*[-–—/,+&]\s*{_URGENCY}\s*|^{_URGENCY}\s*[-–—/,+&]\s*")
_DECORATION = re.compile(r"[^\w\s]|_")
# Words that begin the next line when MẬT at the end of a broken headline means honey. A kind of
# document (BÁO CÁO, NGHỊ QUYẾT) is none of them: it is what stands under a stamp.
_HONEY = re.compile(r"^\W*(?:ong|mía|ngọt|gấu|dừa)\b", re.I)
# What a stamp calls the thing that it is on, before the degree.
_STAMPED_THING = re.compile(
    r"^(?:(?:tài liệu|văn bản|hồ sơ|công văn|công điện|đề án|phụ lục|danh mục|bản thảo)"
    r"(?:\s+thuộc)?(?:\s+loại)?(?:\s+độ)?|(?:đóng\s+)?dấu|(?:thuộc\s+)?bí mật nhà nước\s*,?\s*độ|"
    r"(?:chỉ\s+)?(?:mức\s+)?độ(?:\s+(?:bảo\s+)?mật)?|số\s*:?\s*[\w./-]+-)\s*[:–-]?\s*",
    re.IGNORECASE,
)


class ClassifiedMaterial(DomainError):
    """A file or text carries a secrecy mark."""

    code = "common.classified"
    message = _("This carries a secrecy mark.")

    def __init__(self, mark: str) -> None:
        self.mark = mark
        super().__init__(
            _(
                "This carries the secrecy mark “%(mark)s”. Only unclassified matter may be kept "
                "here, so nothing of it was stored. Handle the document as the rules on State "
                "secrets say; if the mark is there by mistake, remove it and try again."
            )
            % {"mark": mark}
        )


def normalise(text: str) -> str:
    """Compose letters, undo full-width and look-alike ones, drop invisible ones."""
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).translate(_LOOKALIKES)
    return unicodedata.normalize("NFC", text)


def _bare(text: str) -> str:
    """A text without blanks, brackets, rules and ornaments, case kept."""
    return "".join(_DECORATION.sub("", text).split())


def _is_stamped(bare: str) -> str:
    """The mark that a bare text is, when it is set as stamps are."""
    mark = MARKS.get(bare) or _LEGACY.get(bare.upper() if not bare.isascii() else bare, "")
    if mark and (bare.isupper() or bare.upper() in _LEGACY):
        return mark
    # “Mật” alone may be honey; the two higher degrees mean nothing else.
    higher = MARKS.get(bare.upper(), "")
    return higher if higher != "MẬT" else ""


def _stamp(text: str) -> str:
    """The mark that a piece of text is, or an empty text."""
    text = _WITH_URGENCY.sub(" ", text).strip()
    if not text or len(text) > _LONGEST_STAMP:
        return ""
    field = _FIELD.match(text)
    if field:
        return MARKS.get(_bare(field[1] or field[2]).upper(), "")
    if mark := _is_stamped(_bare(text)):
        return mark
    # “VĂN BẢN MẬT” as a whole line; running text ends in a stop and sets the degree small.
    thing = _STAMPED_THING.match(text)
    rest = text[thing.end() :] if thing else ""
    return MARKS.get(_bare(rest), "") if rest.isupper() else ""


def _bracketed(line: str) -> str:
    """The mark in brackets at the start or end of a heading or document number."""
    if len(line) > 120:
        return ""
    is_heading = line.isupper() or bool(re.match(r"^(?:số|no)\b", line, re.I))
    for match in _BRACKETED.finditer(line):
        at_edge = match.start() == 0 or match.end() == len(line.rstrip(" .;:"))
        bare = _bare(match[1])
        if not at_edge:
            continue
        if mark := (MARKS.get(bare.upper(), "") if is_heading else ""):
            return mark
        if len(line) <= _LONGEST_STAMP and bare in MARKS and not re.search(r"[a-zà-ỹ]", line):
            return MARKS[bare]
    return ""


def find_mark(lines: Iterable[str]) -> str:
    """The secrecy mark that lines of text carry.

    A mark counts when it stands alone: as a line, a cell, a stamp in a text box, a field such as
    ``Độ mật: Tối mật``, or in brackets at the edge of a heading or document number. The word in
    running text (``bí mật``, ``mật ong``, ``bảo mật``) or in a headline (``MẬT ONG …``) does not.

    Args:
        lines: Lines, cells, property values; any Unicode form.

    Returns:
        ``MẬT``, ``TỐI MẬT`` or ``TUYỆT MẬT``; empty when there is none.
    """
    found = ""
    letters = ""
    for raw in lines:
        line = normalise(raw).strip()
        if not line:
            continue
        if found and not (found == "MẬT" and _HONEY.match(line)):
            return found
        found = ""
        # A stamp may be set one letter a line.
        letters = letters + line if len(line) == 1 else ""
        if mark := MARKS.get(letters):
            return mark
        cells = [cell for cell in _CELLS.split(line) if cell.strip()]
        found = next((mark for cell in (line, *cells) if (mark := _stamp(cell))), "")
        found = found or _bracketed(line)
    return found
