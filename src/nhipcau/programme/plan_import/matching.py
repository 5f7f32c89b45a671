"""Which agency a written name means: exactly one by its dated names, or a question."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from nhipcau.agencies.models import Agency
from nhipcau.common.text import fold

_SUGGESTIONS = 3
_LEAST_LIKENESS = 60
# Abbreviations of offices, folded; longer ones first where one holds the other.
_ABBREVIATIONS = (
    (r"vh,?\s*tt\s*(?:&|va)?\s*dl|vhttdl", "van hoa the thao va du lich"),
    (r"tt\s*(?:&|va)\s*tt|tttt", "thong tin va truyen thong"),
    (r"nn\s*(?:&|va)\s*ptnt|nnptnt", "nong nghiep va phat trien nong thon"),
    (r"nn\s*(?:&|va)\s*mt|nnmt", "nong nghiep va moi truong"),
    (r"ld\s*-?\s*tb\s*(?:&|va|-)?\s*xh|ldtbxh", "lao dong thuong binh va xa hoi"),
    (r"kh\s*(?:&|va)\s*dt|khdt", "ke hoach va dau tu"),
    (r"kh\s*(?:&|va)\s*cn|khcn", "khoa hoc va cong nghe"),
    (r"gd\s*(?:&|va)\s*dt|gddt", "giao duc va dao tao"),
    (r"tn\s*(?:&|va)\s*mt|tnmt", "tai nguyen va moi truong"),
    (r"gtvt", "giao thong van tai"),
    (r"ngv|sngv", "ngoai vu"),
    (r"ptth|pt-th|pt\s*(?:&|va)\s*th", "phat thanh va truyen hinh"),
    (r"bdbp", "bo doi bien phong"),
    (r"bch|bo chi huy", "bo chi huy"),
    (r"(?:ub)?mttq(?:\s*viet nam|\s*vn)?", "uy ban mat tran to quoc viet nam"),
    (r"ubnd", "uy ban nhan dan"),
    (r"hdnd", "hoi dong nhan dan"),
    (r"btg(?:tu)?", "ban tuyen giao tinh uy"),
    (r"vp", "van phong"),
    (r"bcd", "ban chi dao"),
    (r"ttdn", "thong tin doi ngoai"),
    (r"vhnt", "van hoc nghe thuat"),
    (r"lhpn", "lien hiep phu nu"),
    (r"ttxvn", "thong tan xa viet nam"),
    (r"tp", "thanh pho"),
    (r"tx", "thi xa"),
)  # fmt: skip
_ABBREVIATION_PATTERNS = tuple(
    (re.compile(rf"(?<![a-z0-9]){pattern}(?![a-z0-9])"), full) for pattern, full in _ABBREVIATIONS
)
_PROVINCE = re.compile(r"\s+tinh(?:\s+(?!uy\b).*)?$")


def match_key(name: str) -> str:
    """A name reduced to what is compared: folded, abbreviations written out, no province.

    Only abbreviations that mean one thing in every province are written out.
    """
    plain = re.sub(r"\([^)]*\)", " ", fold(name))
    for pattern, full in _ABBREVIATION_PATTERNS:
        plain = pattern.sub(full, plain)
    plain = plain.replace("&", " va ")
    plain = re.sub(r"[^\w\s]", " ", plain)
    plain = re.sub(r"\bphat thanh\s+truyen hinh\b", "phat thanh va truyen hinh", plain)
    plain = re.sub(r"\s+", " ", plain).strip()
    shorter = _PROVINCE.sub("", plain)
    return shorter if len(shorter.split()) > 1 else plain


@dataclass(frozen=True)
class NameMatch:
    """What is known of one written name.

    Attributes:
        name: As written.
        agency_id: The one agency it means, or ``None``.
        suggestions: Keys of agencies it may mean, likeliest first; a person decides.
    """

    name: str
    agency_id: int | None
    suggestions: tuple[int, ...] = ()


class AgencyNames:
    """Names of all agencies, those of one day apart from those of other times.

    Args:
        agencies: With ``names`` prefetched.
        day: Day whose names count; a name of another time is only a suggestion.
    """

    def __init__(self, agencies: Iterable[Agency], *, day: date) -> None:
        self._current: dict[str, set[int]] = defaultdict(set)
        self._other: dict[str, set[int]] = defaultdict(set)
        for agency in agencies:
            exists = agency.is_valid_on(day)
            for row in agency.names.all():
                shelf = self._current if exists and row.is_valid_on(day) else self._other
                for written in (row.name, row.short_name):
                    if written:
                        shelf[match_key(written)].add(agency.pk)
            # The code is an abbreviation without diacritics, such as so-ngoai-vu.
            shelf = self._current if exists else self._other
            shelf[match_key(agency.code.replace("-", " "))].add(agency.pk)

    def match(self, name: str) -> NameMatch:
        """Find the agency a name means.

        Args:
            name: As written in a plan.

        Returns:
            An agency only if exactly one bears the name that day; likeness alone never decides.
        """
        key = match_key(name)
        exact = self._current.get(key, set())
        if len(exact) == 1:
            return NameMatch(name, next(iter(exact)))
        suggested = [*sorted(exact), *sorted(self._other.get(key, set()) - exact)]
        known = {**self._other, **self._current}
        near = process.extract(
            key, list(known), scorer=fuzz.token_sort_ratio, limit=_SUGGESTIONS,
            score_cutoff=_LEAST_LIKENESS,
        )  # fmt: skip
        for found, _score, _index in near:
            suggested += sorted(known[found])
        return NameMatch(name, None, tuple(dict.fromkeys(suggested))[:_SUGGESTIONS])
