"""Names, quotations, negation, links, untranslated text, length and terms."""
# ruff: noqa: E501 - a notation or a row of a table is easier to read on one line

import re
from collections.abc import Iterable

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from nhipcau.common.text import fold, tokens
from nhipcau.translation.enums import Severity
from nhipcau.translation.rules.checks.base import Check, CheckedPair
from nhipcau.translation.types import Finding

_CAPITALS = "".join(sign for sign in map(chr, range(0x41, 0x1EFA)) if sign.isupper())
_CAPITAL = rf"[{_CAPITALS}][^\W\d_]*(?:['’-][^\W\d_]+)*"
_NAME = re.compile(rf"{_CAPITAL}(?:\s+{_CAPITAL})+")
# The commonest Vietnamese family names; together borne by more than nine in ten people.
_FAMILY_NAMES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương "
    "trịnh trương đinh lâm phùng mai tô hà tạ chu châu thái cao lương lưu quách tăng kiều "
    "triệu h'".split()
)
# Capital words that open names of bodies or places, which terms look after.
_NOT_PEOPLE = frozenset("minh nội nam bắc tĩnh giang tây đông long tông lan mạc".split())
# Names of countries and waters that open like a person's, and names that English spells otherwise.
_NO_PERSON = re.compile(r"(?:Thái Bình|Đại Tây|Ấn Độ) Dương|Triều Tiên|Thái Lan")
_EXONYMS = {
    "campuchia": ("cambodia", "khmer"), "matxcova": ("moscow",), "moskva": ("moscow",),
    "myanma": ("myanmar", "burm"), "italia": ("italy", "italian"), "hungary": ("hungar",),
    "rumani": ("romania",), "rumania": ("romania",), "australia": ("aussie",),
    "brazil": ("brasil",), "vatican": ("holy",), "ukraina": ("ukrain",), "serbia": ("serb",),
    "philippin": ("filipin", "manila"), "philippines": ("filipin",), "palestin": ("palestin",),
}  # fmt: skip
# The city bears a person's name, and English shortens it.
_CITY = ("hochiminh", {"hcm", "hcmc", "saigon"})
_VIETNAMESE_SYLLABLE = re.compile(
    r"(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)


class Names(Check):
    """People and foreign names of the source stand in the translation."""

    code = "names"
    name = pgettext_lazy("translation", "Names")
    explanation = _(
        "Looks for people's names and foreign names of the source in the translation, with or "
        "without diacritics. Correct the spelling, or leave it when the sentence says who is meant "
        "in another way."
    )
    severity = Severity.WARNING
    false_alarm_percent = 0.3

    def look(self, pair: CheckedPair) -> Iterable[Finding]:
        """Names of the source that the target lacks."""
        target = set(re.findall(r"[a-z0-9]+", fold(pair.target)))
        covered = [(match.start, match.end) for match in pair.terms]
        for match in _NAME.finditer(pair.source):
            if any(start < match.end() and match.start() < end for start, end in covered):
                continue
            person = self._person(_NO_PERSON.sub(" ", match[0]).split())
            if person and fold("".join(person)) == _CITY[0] and target & _CITY[1]:
                continue
            if person and not any(fold(word) in target for word in person[-2:]):
                yield self._absent(" ".join(person), match)
        if pair.source_language.startswith("vi"):
            yield from self._foreign(pair, target)

    def _person(self, words: list[str]) -> list[str]:
        """The Vietnamese person's name in a row of capital words, empty when there is none."""
        for position, word in enumerate(words):
            rest = words[position:]
            if word.lower() in _FAMILY_NAMES and 3 <= len(rest) <= 4:
                return [] if rest[1].lower() in _NOT_PEOPLE and len(rest) == 2 else rest
        return []

    def _foreign(self, pair: CheckedPair, target: set[str]) -> Iterable[Finding]:
        """Words that are no Vietnamese syllables keep their spelling in other Latin languages."""
        joined = "".join(sorted(target))
        for match in re.finditer(r"(?<!\w)[A-Z][a-z]{3,}(?!\w)", pair.source):
            word = match[0].lower()
            if _VIETNAMESE_SYLLABLE.fullmatch(word) or word in target:
                continue
            # Moscow/Moskva, Paris/Parisian: the same beginning is enough.
            beginnings = (word[:4], *_EXONYMS.get(word, ()))
            if any(other.startswith(beginnings) for other in target) or word in joined:
                continue
            yield self._absent(match[0], match)

    def _absent(self, name: str, match: re.Match[str]) -> Finding:
        return self.finding(
            gettext("The name “%(name)s” is not in the translation.") % {"name": name},
            source_span=match.span(),
        )


_VI_STRONG = re.compile(
    r"(?<!hàng )(?<!trên )\b(?:không(?! (?:thể thiếu|thể không|gian|quân|khí|chỉ|những|phận|kích|lực|vận|tặc|ít|ngừng|lưu))"
    r"|chưa|chẳng|đừng)\b",
    re.IGNORECASE,
)
_VI_ANY = re.compile(
    r"\b(?:không|chưa|chẳng|chả|đừng|khỏi|vô|thiếu|từ chối|phủ nhận|bác bỏ|bác|cấm|tránh|ngừng|ngưng|"
    r"dừng|thất bại|hết|mất|ngoài|chỉ|phi|bất|trừ|ít|khó|hiếm|miễn|chống|thay vì|ngăn|tuyệt đối|sai|"
    r"phản đối|hủy|huỷ|loại|mà|kém|trái|lại|nhưng|âm|thua|hoãn|rời|bỏ|không)\b",
    re.IGNORECASE,
)
_EN_STRONG = re.compile(
    r"\b(?:not(?! only| until)|never|cannot)\b|n['’]t\b|\bno\b(?! doubt|\.? ?\d|\. )", re.IGNORECASE
)
_EN_ANY = re.compile(
    r"\b(?:no|not|never|none|nor|neither|nothing|nobody|nowhere|without|cannot|unable|fail\w*|"
    r"lack\w*|refus\w*|spar(?:e|es|ed|ing)|deni\w*|deny\w*|reject\w*|absen\w*|hardly|barely|rarely|seldom|only|little|"
    r"few|fewer|less|stop\w*|avoid\w*|prevent\w*|ban|bans|banned|missing|instead|rather|yet|"
    r"declin\w*|illegal\w*|unless|until|zero|against|impossible|otherwise|free|but|despite|"
    r"un\w{4,}|non\w*|dis\w{4,}|in(?:ability|accur\w*|adequa\w*|complete|correct|suffic\w*|valid\w*|"
    r"visib\w*|effect\w*|capab\w*|depend\w*|activ\w*|stab\w*|secur\w*)|im(?:mun\w*|mob\w*|proper\w*)|"
    r"ir\w{5,}|too|hard|difficult|end\w*|lost|lose\w*|loss|miss\w*|wrong|rule[ds]? out|out of|bar\w*|"
    r"oppos\w*|exclud\w*|ignor\w*|remain\w*|still|mis\w{4,}|away|far from|short|forbid\w*|prohibit\w*)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)


class Negation(Check):
    """A negative sentence stays negative."""

    code = "negation"
    name = _("Negation")
    explanation = _(
        "One side says “not” and nothing on the other side denies anything. Check that the "
        "meaning was not turned around."
    )
    severity = Severity.WARNING
    false_alarm_percent = 0.0

    def look(self, pair: CheckedPair) -> Iterable[Finding]:
        """A denial on one side only."""
        sides = [
            (pair.source, pair.source_language.startswith("vi")),
            (pair.target, pair.target_language.startswith("vi")),
        ]
        for (text, is_vi), (other, other_vi), is_source in (
            (sides[0], sides[1], True),
            (sides[1], sides[0], False),
        ):
            strong = (_VI_STRONG if is_vi else _EN_STRONG).search(text)
            if strong and not (_VI_ANY if other_vi else _EN_ANY).search(other):
                message = (
                    gettext("The source denies (“%(word)s”), the translation does not.")
                    if is_source
                    else gettext("The translation denies (“%(word)s”), the source does not.")
                )
                span = strong.span()
                yield self.finding(
                    message % {"word": strong[0]},
                    source_span=span if is_source else None,
                    target_span=None if is_source else span,
                )


_LINK = re.compile(r"https?://[^\s<>\"”)]+|www\.[^\s<>\"”)]+|[\w.+-]+@[\w-]+\.[\w.-]+\w")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


class LinksAndTags(Check):
    """Links, marks of rich text and placeholders are the same on both sides."""

    code = "links"
    name = _("Links and tags")
    explanation = _(
        "Every link, e-mail address and mark of bold, italic or link text must be kept. Put back "
        "what is missing; insert marks from the source with one key at the desk."
    )
    severity = Severity.ERROR
    false_alarm_percent = 0.0

    def look(self, pair: CheckedPair) -> Iterable[Finding]:
        """What one side lacks."""
        for pattern in (_LINK, _TAG, _PLACEHOLDER):
            source = [found.rstrip(".,;") for found in pattern.findall(pair.source)]
            target = [found.rstrip(".,;") for found in pattern.findall(pair.target)]
            for item in dict.fromkeys(source):
                if source.count(item) > target.count(item):
                    yield self.finding(
                        gettext("“%(item)s” is missing from the translation.") % {"item": item}
                    )
            for item in dict.fromkeys(target):
                if target.count(item) > source.count(item):
                    yield self.finding(gettext("“%(item)s” is not in the source.") % {"item": item})


_VI_LOWER_RUN = re.compile(r"(?:(?<!\w)[^\W\d_A-ZĐ]+\s+){3,}[^\W\d_]+")
_VI_ONLY = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")


class Untranslated(Check):
    """Nothing is empty or still in the source language."""

    code = "untranslated"
    name = _("Untranslated text")
    explanation = _(
        "The translation is empty, repeats the source, or holds a row of words in the source "
        "language. Translate it; names may stay."
    )
    severity = Severity.ERROR
    false_alarm_percent = 0.0

    def look(self, pair: CheckedPair) -> Iterable[Finding]:
        """Text that was not translated."""
        if not pair.target.strip():
            if pair.source.strip():
                yield self.finding(gettext("There is no translation yet."))
            return
        words = tokens(pair.source)
        # One or two words, and names, may well be the same in both languages.
        letters = [word for word in words if not word[0].isdigit() and word != "%"]
        lower = sum(piece[:1].islower() for piece in pair.source.split())
        if len(letters) >= 3 and lower >= 2 and tokens(pair.target) == words:
            yield self.finding(gettext("The translation is the same as the source."))
            return
        if pair.source_language.startswith("vi") and not pair.target_language.startswith("vi"):
            for match in _VI_LOWER_RUN.finditer(pair.target):
                if sum(bool(_VI_ONLY.search(word)) for word in match[0].split()) >= 3:
                    yield self.finding(
                        gettext("“%(text)s” is still in Vietnamese.") % {"text": match[0][:60]},
                        target_span=match.span(),
                    )


class Length(Check):
    """A translation is neither much shorter nor much longer than its source."""

    code = "length"
    name = _("Length")
    explanation = _(
        "The translation is far shorter or longer than usual for this pair of languages. See "
        "whether a part was left out, or text of another paragraph came in."
    )
    severity = Severity.WARNING
    false_alarm_percent = 0.0
    #: Characters from which the ratio means something, and its usual bounds.
    minimum_characters = 40
    lowest, highest = 0.45, 2.2

    def look(self, pair: CheckedPair) -> Iterable[Finding]:
        """An unusual ratio."""
        source, target = len(pair.source.strip()), len(pair.target.strip())
        if min(source, target) == 0 or max(source, target) < self.minimum_characters:
            return
        ratio = target / source
        if ratio < self.lowest:
            yield self.finding(gettext("The translation is much shorter than the source."))
        elif ratio > self.highest:
            yield self.finding(gettext("The translation is much longer than the source."))


def _contains(words: list[str], wanted: list[str]) -> bool:
    """Whether folded words hold a wording; English endings of number and genitive are allowed."""
    if not wanted:
        return False
    size = len(wanted)
    for start in range(len(words) - size + 1):
        part = words[start : start + size]
        if all(
            have == want
            or have in {f"{want}s", f"{want}es", f"{want}'s", f"{want}s'"}
            or (want.endswith("y") and have == f"{want[:-1]}ies")
            for have, want in zip(part, wanted, strict=True)
        ):
            return True
    return False


# "7th" and "seventh" are one wording; the tokens part figures from letters.
_JOINED_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_ORDINALS = {
    word: str(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
}


def folded_words(text: str) -> list[str]:
    """Tokens without marks, ordinals as figures, for comparing names in either style."""
    return [
        _ORDINALS.get(word, word) for word in map(fold, tokens(_JOINED_ORDINAL.sub(r"\1", text)))
    ]


class Terms(Check):
    """Official terms are rendered by their official wordings."""

    code = "terms"
    name = pgettext_lazy("translation", "Terms")
    explanation = _(
        "Every approved term and official name of the source must appear in the translation in "
        "its approved wording; forbidden wordings must not. Insert the approved wording."
    )
    severity = Severity.WARNING
    false_alarm_percent = 2.8

    def look(self, pair: CheckedPair) -> Iterable[Finding]:
        """Terms that are missing, and wordings that are forbidden."""
        words = folded_words(pair.target)
        reported: set[str] = set()
        for match in pair.terms:
            entries = match.entries
            if not entries or entries[0].key in reported:
                continue
            reported.add(entries[0].key)
            fine = [text for entry in entries for text in (entry.target, *entry.accepted)]
            is_fine = any(_contains(words, folded_words(text)) for text in fine)
            for entry in entries:
                yield from self._forbidden(pair, entry.forbidden, entry.target, words, fine)
            # A single syllable (số, tỉnh, phòng) is mostly an everyday word, unless a capital
            # inside the sentence says that it begins a name.
            is_small = len(tokens(match.text)) < 2
            if is_fine or (is_small and (match.start == 0 or match.text.islower())):
                continue
            yield self.finding(
                gettext("“%(term)s” should be “%(wording)s”.")
                % {"term": match.text, "wording": entries[0].target},
                source_span=(match.start, match.end),
                severity=Severity.NOTE if is_small else None,
            )

    def _forbidden(
        self,
        pair: CheckedPair,
        forbidden: tuple[str, ...],
        preferred: str,
        words: list[str],
        fine: list[str],
    ) -> Iterable[Finding]:
        """Forbidden wordings in the target, with the approved one in their place as a fix."""
        for text in forbidden:
            wanted = folded_words(text)
            # A forbidden wording that is part of an approved one is not meant there.
            if not _contains(words, wanted) or any(
                _contains(folded_words(good), wanted) and _contains(words, folded_words(good))
                for good in fine
            ):
                continue
            pattern = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.IGNORECASE)
            match = pattern.search(pair.target)
            fix = pattern.sub(lambda _found: preferred, pair.target) if match else None
            yield self.finding(
                gettext("“%(bad)s” must not be used; write “%(good)s”.")
                % {"bad": text, "good": preferred},
                target_span=match.span() if match else None,
                fix=fix,
                severity=Severity.ERROR,
            )
