"""From bytes to text: Unicode with and without marks, Windows-1258, and the legacy font codes.

Before Unicode, Vietnamese was written in fonts whose Latin-1 positions show other letters. The
two that offices still hold archives in are TCVN 5712:1993 VN3 ("TCVN3", fonts ``.Vn…``) and VNI
(fonts ``VNI-…``). A text is taken for one of them only when that reading gives clearly more
Vietnamese syllables than the others do.
"""

import codecs
import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass

from nhipcau.common.text import nfc
from nhipcau.newsroom.ingest.exceptions import BinarySource, EmptySource

# TCVN 5712:1993 VN3, lower half of the accented letters and the capitals without tone.
_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_TCVN3_TABLE = str.maketrans(_TCVN3)

_VNI_SINGLE = {"ñ": "đ", "Ñ": "Đ", "æ": "ỉ", "Æ": "Ỉ", "ò": "ị", "Ò": "Ị", "î": "ỵ", "Î": "Ỵ",
               "ó": "ĩ", "Ó": "Ĩ", "ô": "ơ", "Ô": "Ơ", "ö": "ư", "Ö": "Ư"}  # fmt: skip
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_MARKS: dict[str, str] = {
    **_TONES,
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_PAIR = re.compile(
    "([aAeEoOuUyYôÔöÖ])([" + "".join(_VNI_MARKS) + "".join(_VNI_MARKS).upper() + "])"
)

_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"(?:uyê|iêu|yêu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|uya|uyu|uêu|"
    r"ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uơ|uy|ưa|ưi|ươ|ưu|uô|yê|"
    r"ya|[aăâeêioôơuưy])"
    r"(?:ch|nh|ng|[cmnpt])?"
)
_TONE_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")
# Share of possible Vietnamese syllables from which a font code is believed.
LEGACY_SHARE = 0.85
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13, 0x1B}


@dataclass(frozen=True)
class Decoded:
    """A text and how it was read.

    Attributes:
        text: Unicode NFC with plain line ends.
        encoding: Name of the encoding.
        is_legacy_font: Whether it was converted from a font code, which loses the difference
            between capital and small accented letters; a person should look at it.
    """

    text: str
    encoding: str
    is_legacy_font: bool = False


def vietnamese_share(text: str) -> float:
    """How much of the accented words of a text could be Vietnamese.

    Args:
        text: Any text; only its first 20,000 characters count.

    Returns:
        Between 0 and 1: syllables that Vietnamese spelling allows over words with a letter
        outside ASCII; 0 when there is no such word.
    """
    good = bad = 0
    for word in _WORD.findall(nfc(text[:20_000])):
        if word.isascii():
            continue
        decomposed = unicodedata.normalize("NFD", word.lower())
        tones = sum(letter in _TONE_MARKS for letter in decomposed)
        toneless = nfc("".join(letter for letter in decomposed if letter not in _TONE_MARKS))
        inner_capital = not word.isupper() and any(letter.isupper() for letter in word[1:])
        if tones <= 1 and not inner_capital and _SYLLABLE.fullmatch(toneless):
            good += 1
        else:
            bad += 1
    return good / (good + bad) if good + bad else 0.0


def from_tcvn3(text: str) -> str:
    """Convert text whose Latin-1 letters mean TCVN3 ones."""
    return text.translate(_TCVN3_TABLE)


def from_vni(text: str) -> str:
    """Convert text whose Latin-1 letters mean VNI ones."""

    def compose(match: re.Match[str]) -> str:
        base = _VNI_SINGLE.get(match[1], match[1])
        return base + _VNI_MARKS[match[2].lower()]

    pieces, position = [], 0
    for match in _VNI_PAIR.finditer(text):
        pieces.append(_vni_singles(text[position : match.start()]))
        pieces.append(compose(match))
        position = match.end()
    pieces.append(_vni_singles(text[position:]))
    return nfc("".join(pieces))


def _vni_singles(text: str) -> str:
    """Convert the VNI letters that stand alone."""
    return "".join(_VNI_SINGLE.get(letter, letter) for letter in text)


def repair_legacy_font(text: str) -> tuple[str, str]:
    """Convert a text from a legacy font code, if it is in one.

    Args:
        text: Text that was already decoded, perhaps wrongly as Latin-1.

    Returns:
        The text and the name of the code, which is empty when the text was left alone.
    """
    if text.isascii():
        return text, ""
    plain = vietnamese_share(text)
    if plain > 0.85:
        return text, ""
    converted = {"TCVN3": from_tcvn3(text), "VNI": from_vni(text)}
    best = max(converted, key=lambda name: vietnamese_share(converted[name]))
    if vietnamese_share(converted[best]) >= max(LEGACY_SHARE, plain + 0.15):
        return converted[best], best
    return text, ""


def _windows_1258(data: bytes) -> str:
    """Windows-1258; the few unassigned positions become the replacement character."""
    return nfc(data.decode("cp1258", errors="replace"))


def _from_bytes(data: bytes, declared: str) -> Decoded:
    """Choose the encoding of bytes that are neither marked nor valid UTF-8."""
    latin = data.decode("cp1252", errors="replace")
    raw = data.decode("latin-1")
    candidates = [
        Decoded(_windows_1258(data), "windows-1258"),
        Decoded(nfc(from_tcvn3(raw)), "TCVN3", is_legacy_font=True),
        Decoded(from_vni(raw), "VNI", is_legacy_font=True),
        Decoded(latin, "windows-1252"),
    ]
    if declared:
        with suppress(LookupError, UnicodeDecodeError):
            candidates.insert(0, Decoded(nfc(data.decode(declared)), declared))
    best = max(candidates, key=lambda candidate: round(vietnamese_share(candidate.text), 2))
    # A Western European text reads as neither; a font code is a claim that needs good reasons.
    if best.is_legacy_font and vietnamese_share(best.text) < LEGACY_SHARE:
        return Decoded(latin, "windows-1252")
    return best


def decode(data: bytes, declared: str = "") -> Decoded:
    """Read bytes as text.

    Args:
        data: The file.
        declared: Encoding that the file itself names, as HTML may.

    Returns:
        The text, in Unicode NFC, with ``\\n`` as line end.

    Raises:
        EmptySource: if nothing but blanks is in it.
        BinarySource: if it is not text.
    """
    if not data.strip():
        raise EmptySource
    decoded = _decode(data, declared)
    text, encoding, is_legacy = decoded.text, decoded.encoding, decoded.is_legacy_font
    if encoding.startswith("utf"):
        # Before soft hyphens go: one of them is the letter ư in TCVN3.
        text, legacy = repair_legacy_font(text)
        encoding, is_legacy = legacy or encoding, bool(legacy)
    # A byte order mark in the middle comes from files that were joined.
    text = text.replace("\ufeff", "").replace("\u00ad", "")
    text = nfc(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise EmptySource
    return Decoded(text, encoding, is_legacy)


def _decode(data: bytes, declared: str) -> Decoded:
    """The steps of :func:`decode` before the text is tidied."""
    marks = (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    )
    for mark, encoding in marks:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise BinarySource from error
    sample = data[:8192]
    if b"\0" in sample:
        return _wide_without_mark(data, sample)
    if sum(byte in _CONTROL for byte in sample) > len(sample) * 0.02:
        raise BinarySource
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        # A text cut in the middle of its last letter is still UTF-8.
        if error.start >= len(data) - 3 and error.start > 64:
            return Decoded(data[: error.start].decode("utf-8"), "utf-8")
    decoded = _from_bytes(data, declared)
    if decoded.text.count("\ufffd") > max(2, len(decoded.text) * 0.01):
        raise BinarySource
    return decoded


def _wide_without_mark(data: bytes, sample: bytes) -> Decoded:
    """UTF-16 without a byte order mark, told by where its zero bytes stand."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) < len(sample) * 0.1 or min(even, odd) > max(even, odd) * 0.1:
        raise BinarySource
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BinarySource from error
    if sum(unicodedata.category(letter) == "Cc" for letter in text[:4000]) > 400:
        raise BinarySource
    return Decoded(text, encoding)
