"""Numbers before headings and tasks (A, I, 1, 1.1, a, -) and the order of headings they make."""

import re
from dataclasses import dataclass, field

from nhipcau.common.text import fold

_LABEL = re.compile(
    r"^\s*(?:"
    r"(?P<marked>[IVX]{1,5}|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*|[a-zđ])\s*[.)\-/:]+(?=\s|[^\W\d_]|$)"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2})+)(?=\s)"
    r"|\((?P<bracketed>\d{1,2}|[a-zđ]|[ivx]{1,4})\)"
    r"|(?P<bullet>[-–—+*•▪●◦·](?=\s|\w))"
    r")\s*"
)
_CELL = re.compile(
    r"^\(?\s*(?P<number>[IVX]{1,6}|[A-ZĐ]|\d{1,4}(?:[.,]\d{1,3})*|[a-zđ]{1,2})\s*[.)/:\-]*$"
)
_ROMAN = re.compile(r"[IVX]+")
# Words of headings that name no group: they say only that tasks follow.
_GENERIC = re.compile(
    r"\b(?:noi dung|nhiem vu|giai phap|to chuc|thuc hien|phan cong|danh muc|phu luc|ke hoach|bang|"
    r"chi tiet|cu the|trong tam|chu yeu|va|cac|cong viec|hoat dong|kem theo|tien do|trien khai|"
    r"chung|cua|ve|cong tac|thong tin doi ngoai|ttdn|nam|tong hop|trach nhiem|lo trinh|phan|"
    r"nhung|mot so|tren dia ban|tinh|bieu|theo doi|dinh kem|voi|so|chuong trinh|duoi day)\b|"
    r"[\d\W_]+"
)

UNNUMBERED_RANK = 1.5
BULLET_RANK = 9.0


@dataclass(frozen=True)
class Label:
    """A number before a text.

    Attributes:
        number: Without marks; empty for a bullet.
        rank: Smaller stands higher: A 0, I 1, 1 is 2, 1.1 is 3, a 7, bullet 9.
    """

    number: str
    rank: float


def rank_of(number: str) -> float:
    """How high a number stands in an outline; see :class:`Label`."""
    if not number:
        return BULLET_RANK
    if _ROMAN.fullmatch(number):
        return 1.0
    if number.isalpha():
        return 0.0 if number.isupper() else 7.0
    return 2.0 + number.count(".")


def split_label(text: str) -> tuple[Label | None, str]:
    """Cut the number or bullet off the beginning of a text.

    Returns:
        The label, ``None`` when there is none, and the rest of the text.
    """
    match = _LABEL.match(text)
    if match is None:
        return None, text.strip()
    number = match["marked"] or match["dotted"] or match["bracketed"] or ""
    rest = text[match.end() :].strip()
    if match["marked"] and re.match(r"\d{1,3}[/-]\d", text.strip()):
        return None, text.strip()  # a date, not a number
    if match["bullet"] is None and not number:
        return None, text.strip()
    return Label(number, rank_of(number)), rest


def number_in_cell(text: str) -> str | None:
    """The number a cell of the column STT holds; empty for a bullet, ``None`` for other text."""
    bare = text.strip()
    if not bare or re.fullmatch(r"[-–—+*•▪●]+", bare):
        return ""
    match = _CELL.match(bare)
    return match["number"].replace(",", ".") if match else None


def is_generic(heading: str) -> bool:
    """Whether a heading names no group of tasks, such as ``Nội dung, nhiệm vụ``."""
    return not _GENERIC.sub(" ", fold(heading)).strip()


@dataclass
class Headings:
    """The headings that hold at one place of a document.

    Attributes:
        open: Rank, number and text of each, outermost first.
        in_table: Whether they are rows of a table. There even ``Nhiệm vụ chung`` is a group, while
            among the document's own headings, moved below zero, it only says that tasks follow.
    """

    open: list[tuple[float, str, str]] = field(default_factory=list)
    in_table: bool = False
    # Rank of the last task below the innermost heading, to tell a sibling from a first child.
    last_rank: float | None = None

    def enter(self, rank: float, number: str, text: str) -> None:
        """Open a heading, closing those of its own rank and below."""
        self.open = [item for item in self.open if item[0] < rank]
        self.open.append((rank, number, text.strip().rstrip(":;.").strip()))
        self.last_rank = None

    def place_task(self, label: str) -> None:
        """Close headings whose sibling a numbered task is.

        ``1 Heading, 1.1 task, 2 task``: the last one stands beside the heading. But in
        ``1 Heading, 1 task, 2 task`` the count starts anew below the heading.
        """
        rank = rank_of(label)
        while self.open and label:
            own_rank, number, _text = self.open[-1]
            deeper_before = self.last_rank is not None and self.last_rank > rank
            if own_rank == rank and number and deeper_before and _follows(number, label):
                self.open.pop()
                continue
            if rank < own_rank and own_rank != UNNUMBERED_RANK and number:
                self.open.pop()
                continue
            break
        self.last_rank = rank

    def names(self) -> tuple[str, ...]:
        """Texts of the open headings, without those that name no group."""
        return tuple(
            text
            for rank, _number, text in self.open
            if text and ((self.in_table and rank >= 0) or not is_generic(text))
        )


def _follows(number: str, label: str) -> bool:
    if number.isdigit() and label.isdigit():
        return int(label) == int(number) + 1
    return number != label
