"""Tells English words from Vietnamese ones on a page that ought to be Vietnamese.

A word in plain letters that cannot be a Vietnamese syllable is foreign, wherever it comes from: a
catalogue, a template without gettext, a label written in Python, a string for scripts. Names and
texts of the sample are known and taken out first, so what is left has to be either in the short
list of words that both languages share, or a mistake.
"""

import json
import re
from collections.abc import Iterable

from lxml import html

_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?"
    r"(?:uye|uyu|oai|oay|oeo|uay|uoi|uou|ieu|yeu|uya|ai|ao|au|ay|eo|eu|ia|ie|iu|iu|oa|oe|oi|oo"
    r"|ua|ue|ui|uo|uu|uy|ye|a|e|i|o|u|y)(?:ng|nh|ch|[cmnpt])?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z’']*[A-Za-z]|[A-Za-z]+")
_TOKEN = re.compile(r"[^\s,;:()“”\"…/–—|]+")
# A place in a message that a script fills in.
_FIELD = re.compile(r"%\(\w+\)[sd]")
_CODE = re.compile(r"\d|[@_=<>{}\\#%+*]|\.\w|^w-")
# What is written alike in a Vietnamese text: formats, names of products, keys, units.
SHARED = frozenset(
    """
    wagtail excel word powerpoint microsoft google facebook youtube zalo libreoffice github
    csv xlsx docx json html http https url uuid slug email e-mail www pdf zip tmx tbx xliff po xml
    rss atom svg png jpeg jpg webp avif gif mp mb kb gb px utf gmt iptc exif ninjs newsml oidc totp
    ctrl alt shift enter esc tab id api css sql ok mime seo iso bcp vn gps qr fido webauthn
    english francais deutsch logo video audio radio marketing internet website web online blog
    javascript passkey cookie byte
    unesco asean apec vna vov vtv ubnd bcd xuml
    """.split()
)
# Attributes that people see or hear.
_SPOKEN = (
    "//@aria-label|//@aria-description|//@aria-roledescription|//@placeholder|//@title|//@alt"
    "|//optgroup/@label|//@data-w-tooltip-content-value"
)
# Attributes whose sentences a script shows.
_FOR_SCRIPTS = "//@*[starts-with(name(), 'data-')]"
_LABELS = frozenset("label helpText help_text strings title placeholder message".split())
_SENTENCE = re.compile(r"[A-ZĐ][^\s{}=<>/]*(?: [^\s{}=<>]+)+")


def is_syllable(word: str) -> bool:
    """Whether a word in plain letters may be a Vietnamese syllable without its marks."""
    return _SYLLABLE.fullmatch(word) is not None


def texts_of(document: bytes, language: str = "vi") -> list[str]:
    """What a person sees or a screen reader speaks, and the words handed to scripts.

    Args:
        document: A page or a part of one.
        language: Of the page; what is marked as another one is left out.
    """
    tree = html.fromstring(document.decode())
    texts: list[str] = []
    for script in tree.xpath("//script[@type='application/json']/text()"):
        texts += _strings(json.loads(script))
    # Wagtail's header keeps one word past gettext: the fallback of a search that needs no button.
    # The counter of a panel is hidden until a script has counted.
    unseen = (
        "//*[@data-side-panel-toggle-counter]|//div[contains(@class, 'submit w-sr-only')]|"
        "//script|//style|//svg|//code|//pre|//kbd|//textarea"
        f"|//*[@lang and not(starts-with(@lang, '{language}')) and not(self::html)]"
    )
    for hidden in tree.xpath(unseen):
        hidden.drop_tree()
    texts += [*tree.itertext(), *tree.xpath(_SPOKEN)]
    texts += tree.xpath("//input[@type='submit' or @type='button']/@value")
    for value in tree.xpath(_FOR_SCRIPTS):
        texts += _for_scripts(value)
    return [" ".join(text.split()) for text in texts if text.strip()]


def _for_scripts(value: str) -> list[str]:
    """Sentences in an attribute for scripts, whether bare or in JSON."""
    if value[:1] in "[{":
        try:
            return _strings(json.loads(value))
        except ValueError:
            return []
    return [value] if _SENTENCE.fullmatch(" ".join(value.split())) else []


def _strings(data: object, *, is_label: bool = False) -> list[str]:
    """Labels and sentences among the data for scripts.

    A sentence holds a space, codes and addresses do not; single words count where the key says
    that they are shown.
    """
    if isinstance(data, str):
        is_shown = is_label or " " in data.strip()
        return [data] if is_shown and "<" not in data and not data.startswith("{") else []
    if isinstance(data, dict):
        return [
            text
            for key, value in data.items()
            for text in _strings(value, is_label=is_label or key in _LABELS)
        ]
    return [t for value in data for t in _strings(value)] if isinstance(data, list) else []


def foreign_words(text: str, known: frozenset[str] = frozenset()) -> set[str]:
    """Words of a text that cannot be Vietnamese and are not known.

    Args:
        text: As seen.
        known: Words of names in lower case.
    """
    found = set()
    for token in _TOKEN.findall(_FIELD.sub(" ", text)):
        if not token.isascii() or _CODE.search(token):
            continue
        for word in _WORD.findall(token):
            lower = word.lower()
            if len(word) < 3 or word.isupper() or lower in SHARED or lower in known:
                continue
            if not is_syllable(word):
                found.add(word)
    return found


# Foreign words that a Vietnamese text is about, and a river whose name no table holds.
_SPOKEN_OF = (
    "“verify”",
    "1.2 billion",
    "March 4, 2020",
    "dong, USD và dollars",
    "JSON Lines",
    "H'leo",
)


def without(text: str, names: Iterable[str]) -> str:
    """A text without the names and texts that the sample wrote, the longest taken out first."""
    for name in [*_SPOKEN_OF, *names]:
        if name in text:
            text = text.replace(name, " ")
    return text
