"""The style sheet: plain files, joined so that a page asks for one."""

import hashlib
import re
from functools import cache
from pathlib import Path

from django.templatetags.static import static

_SOURCES = Path(__file__).resolve().parent.parent / "static" / "web" / "css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FONT = re.compile(r"url\(\"\.\./(fonts/[a-z0-9-]+\.woff2)\"\)")
# First seen on almost every page; the other subsets follow as they are needed.
_PRELOADED = ("source-serif-4-latin-wght-normal", "be-vietnam-pro-latin-400-normal")


@cache
def stylesheet() -> bytes:
    """The whole style sheet, without comments and with the fonts' final addresses."""
    joined = "\n".join(path.read_text() for path in sorted(_SOURCES.glob("*.css")))
    plain = re.sub(r"\s+", " ", _COMMENT.sub("", joined))
    return _FONT.sub(lambda match: f'url("{static("web/" + match[1])}")', plain).encode()


@cache
def stylesheet_address() -> str:
    """Its address, which changes with its content so that browsers may keep it for ever."""
    return f"/theme/{hashlib.sha256(stylesheet()).hexdigest()[:12]}.css"


@cache
def preloaded_fonts() -> tuple[str, ...]:
    """Addresses of the fonts that every page's first lines need."""
    return tuple(static(f"web/fonts/{name}.woff2") for name in _PRELOADED)
