"""Style sheet and scripts: plain files, of which a page asks for one each."""

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.templatetags.static import static

_STATIC = Path(__file__).resolve().parent.parent / "static" / "web"
_SOURCES = _STATIC / "css"
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


@cache
def script() -> bytes:
    """The one script of the public pages, which only adds comfort."""
    return (_STATIC / "js" / "site.js").read_bytes()


@cache
def script_address() -> str:
    """Its address, which changes with its content as the style sheet's does."""
    return f"/theme/{hashlib.sha256(script()).hexdigest()[:12]}.js"


def worker(offline: Mapping[str, str]) -> bytes:
    """The script that keeps read stories on the reader's own device.

    Args:
        offline: Address of the page without a connection, by language (BCP 47).

    Returns:
        JavaScript; it changes whenever a file changes that every page needs.
    """
    source = (_STATIC / "js" / "worker.js").read_text()
    shell = [stylesheet_address(), script_address(), *preloaded_fonts(), *offline.values()]
    version = hashlib.sha256(json.dumps([source, shell]).encode()).hexdigest()[:12]
    head = {"VERSION": f"shell-{version}", "SHELL": shell, "OFFLINE": dict(offline)}
    lines = [f"const {name} = {json.dumps(value)};" for name, value in head.items()]
    return "\n".join([*lines, source]).encode()
