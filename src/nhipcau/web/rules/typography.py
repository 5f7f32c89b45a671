"""Where a line may not break.

The number of a document, such as ``72/2015/NĐ-CP``, and a date, such as ``13-3-2025``, are one
word to whoever reads them; browsers break them after a hyphen or before a letter. Vietnamese parts
the syllables of a word by a space, where browsers break it too.
"""

import re

# Number, then year, kind and issuer in any order that state and Party documents use.
# Source: Decree 30/2020/NĐ-CP (state), Guide 36-HD/VPTW (Party).
_NUMBER = re.compile(r"(?<![\w/-])\d+(?:[/-][0-9A-ZĐ][0-9A-Za-zĐđ]*)+(?![\w/-])")
# What every such number has somewhere: most texts have none, and this is found out fast.
_HINT = re.compile(r"\d[/-][0-9A-ZĐ]")
# Words of two syllables that stand in the names of sites and publishers.
_NAMES = re.compile(
    r"(?<!\w)(Việt Nam|Viet Nam|Đắk Lắk|Dak Lak|[Đđ]ối ngoại|[Tt]hông tin|[Qq]uốc tế"
    r"|[Bb]ạn bè|[Cc]hỉ đạo|[Cc]ông tác|[Tt]rong nước)(?!\w)"
)
_TAG = re.compile(r"(<[^>]*>)")


def with_unbroken_numbers(html: str) -> str:
    """Wrap the numbers of documents and dates in HTML so that they stay on one line.

    Args:
        html: Escaped text or a piece of HTML.

    Returns:
        The same with ``<span class="unbroken">`` around each of them; the dots at the end of an
        excerpt stay with its last word.
    """
    html = html.replace(" …", "\u00a0…")
    if _HINT.search(html) is None:
        return html
    pieces = _TAG.split(html)
    # Text stands at even places, tags between.
    pieces[::2] = [_NUMBER.sub(_wrapped, piece) for piece in pieces[::2]]
    return "".join(pieces)


def with_whole_names(text: str) -> str:
    """Hold the syllables of common words together, for short lines in large letters.

    Args:
        text: Plain text, NFC.

    Returns:
        The same with no-break spaces inside those words.
    """
    return _NAMES.sub(lambda match: match[0].replace(" ", "\u00a0"), text)


def _wrapped(match: re.Match[str]) -> str:
    # No browser breaks figures at a stroke, such as those of 04/03/2020.
    may_break = "-" in match[0] or any(letter.isalpha() for letter in match[0])
    return f'<span class="unbroken">{match[0]}</span>' if may_break else match[0]
