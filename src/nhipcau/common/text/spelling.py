"""Where Vietnamese spelling has two habits: the place of the tone mark, and i or y."""

import re
import unicodedata

# The old habit marks the first vowel (hòa, khỏe, thủy), the new one the second (hoà, khoẻ, thuỷ).
# Both are read alike; we keep the old one, which the State's own texts mostly print.
_TONES = "\u0300\u0301\u0309\u0303\u0323"


def _tone_table() -> dict[str, str]:
    """Every open ending in the new habit with its form in the old one."""
    table = {}
    for first, second in (("o", "a"), ("o", "e"), ("u", "y")):
        for tone in _TONES:
            new = first + unicodedata.normalize("NFC", second + tone)
            table[new] = unicodedata.normalize("NFC", first + tone) + second
    return table


_OLD_HABIT = _tone_table()
_OLD_HABIT |= {new.upper(): old.upper() for new, old in _OLD_HABIT.items()} | {
    new.capitalize(): old.capitalize() for new, old in _OLD_HABIT.items()
}
# After q the u belongs to the consonant: quý, never qúy. Before a consonant the mark stands on
# the second vowel in both habits: hoàn, toán, khoẻn.
_NEW_ENDING = re.compile(
    rf"(?<![qQ])(?:{'|'.join(sorted(_OLD_HABIT))})(?![^\W\d_])",
)
_WRONG_QU = re.compile(r"(?<=[qQ])([úùủũụ])y(?![^\W\d_])")
_QU_TONES = {"ú": "uý", "ù": "uỳ", "ủ": "uỷ", "ũ": "uỹ", "ụ": "uỵ"}

_Y_TO_I = str.maketrans("ỳýỷỹỵ", "ìíỉĩị")
# kỹ/kĩ, lý/lí, mỹ/mĩ, sỹ/sĩ, tỷ/tỉ, hỷ/hỉ: the whole syllable is consonant and vowel.
_Y_SYLLABLE = re.compile(r"(?<![^\W\d_])(?:[hklmstHKLMST])[ỳýỷỹỵ](?![^\W\d_])")


def old_tone_placement(text: str) -> str:
    """Put tone marks of open syllables where the older, official habit puts them.

    Args:
        text: Text in Unicode NFC.

    Returns:
        The text with ``hoà`` as ``hòa``, ``thuỷ`` as ``thủy``, ``qúy`` as ``quý``; other
        syllables and other languages unchanged.
    """
    text = _NEW_ENDING.sub(lambda match: _OLD_HABIT[match[0]], text)
    return _WRONG_QU.sub(lambda match: _QU_TONES[match[1]], text)


def one_vowel_i(text: str) -> str:
    """Write the final vowel of kỹ, lý, mỹ, sỹ, tỷ, hỷ as i, so that both habits compare equal.

    Args:
        text: Lower-case text in Unicode NFC.
    """
    return _Y_SYLLABLE.sub(lambda match: match[0].translate(_Y_TO_I), text)
