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
# What is written alike in a Vietnamese text: formats, names of products, keys, units.
SHARED = frozenset(
    """
    wagtail excel word powerpoint microsoft google facebook youtube zalo libreoffice github
    csv xlsx docx json html http https url uuid slug email e-mail www pdf zip tmx tbx xliff po xml
    rss atom svg png jpeg jpg webp avif gif mp mb kb gb px utf gmt iptc exif ninjs newsml oidc totp
    ctrl alt shift enter esc tab id api css sql ok mime seo iso bcp vn gps qr fido webauthn
    english francais deutsch logo video audio radio marketing internet website web online blog
    javascript passkey cookie
    unesco asean apec vna vov vtv ubnd bcd xuml
    """.split()
)
# Attributes that people see or hear.
_SPOKEN = "//@aria-label|//@placeholder|//@title|//@alt|//@data-w-tooltip-content-value"


def is_syllable(word: str) -> bool:
    """Whether a word in plain letters may be a Vietnamese syllable without its marks."""
    return _SYLLABLE.fullmatch(word) is not None


def texts_of(document: bytes) -> list[str]:
    """What a person sees or a screen reader speaks, and the words handed to scripts."""
    tree = html.fromstring(document)
    texts: list[str] = []
    for script in tree.xpath("//script[@type='application/json']/text()"):
        texts += _strings(json.loads(script))
    unseen = (
        "//script|//style|//svg|//code|//pre|//kbd"
        "|//*[@hidden]|//*[@lang and not(starts-with(@lang,'vi')) and not(self::html)]"
    )
    for hidden in tree.xpath(unseen):
        hidden.drop_tree()
    texts += [*tree.itertext(), *tree.xpath(_SPOKEN)]
    texts += tree.xpath("//input[@type='submit' or @type='button']/@value")
    return [" ".join(text.split()) for text in texts if text.strip()]


def _strings(data: object) -> list[str]:
    """Sentences among the data for scripts: they hold a space, codes and addresses do not."""
    if isinstance(data, str):
        return [data] if " " in data.strip() and "<" not in data else []
    values: Iterable[object] = ()
    if isinstance(data, dict):
        values = data.values()
    elif isinstance(data, list):
        values = data
    return [text for value in values for text in _strings(value)]


def foreign_words(text: str, known: frozenset[str]) -> set[str]:
    """Words of a text that cannot be Vietnamese and are not known.

    Args:
        text: As seen.
        known: Words of names in lower case.
    """
    found = set()
    for token in _TOKEN.findall(_FIELD.sub(" ", text)):
        if not token.isascii() or re.search(r"\d|[@_=<>{}\\#%+*]|\.\w|^w-", token):
            continue
        for word in _WORD.findall(token):
            lower = word.lower()
            if len(word) < 3 or word.isupper() or lower in SHARED or lower in known:
                continue
            if not is_syllable(word):
                found.add(word)
    return found


def without(text: str, names: Iterable[str]) -> str:
    """A text without the names and texts that the sample wrote, the longest taken out first."""
    for name in names:
        if name in text:
            text = text.replace(name, " ")
    return text
