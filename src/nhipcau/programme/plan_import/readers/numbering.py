"""Automatic list labels of a Word document: the numbers that are shown but not typed."""

import re
from collections import defaultdict

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """A number in small Roman numerals."""
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text


def _letters(number: int) -> str:
    # Word counts a … z, aa, bb …
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _shown(number: int, form: str) -> str:
    match form:
        case "upperRoman":
            return roman(number).upper()
        case "lowerRoman":
            return roman(number)
        case "upperLetter":
            return _letters(number).upper()
        case "lowerLetter":
            return _letters(number)
        case "decimalZero":
            return f"{number:02d}"
        case _:
            return str(number)


class ListLabels:
    """Counts list items in reading order, as Word does when it shows the document.

    Args:
        document: The document.
    """

    def __init__(self, document: Document) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._counters: dict[str, dict[int, int]] = defaultdict(dict)
        self._styles: dict[str, tuple[str, int]] = {}
        try:
            numbering = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        for abstract in numbering.iterchildren(qn("w:abstractNum")):
            levels: dict[int, tuple[str, str, int]] = {}
            for level in abstract.iterchildren(qn("w:lvl")):
                levels[int(level.get(qn("w:ilvl"), "0"))] = (
                    child_value(level, "w:numFmt") or "decimal",
                    child_value(level, "w:lvlText") or "",
                    int(child_value(level, "w:start") or 1),
                )
            self._levels[abstract.get(qn("w:abstractNumId"), "")] = levels
        for item in numbering.iterchildren(qn("w:num")):
            starts = {}
            for override in item.iterchildren(qn("w:lvlOverride")):
                start = child_value(override, "w:startOverride")
                if start:
                    starts[int(override.get(qn("w:ilvl"), "0"))] = int(start)
            self._lists[item.get(qn("w:numId"), "")] = (
                child_value(item, "w:abstractNumId") or "",
                starts,
            )
        for style in document.styles.element.iterchildren(qn("w:style")):
            properties = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if properties is not None and child_value(properties, "w:numId"):
                self._styles[style.get(qn("w:styleId"), "")] = (
                    child_value(properties, "w:numId") or "",
                    int(child_value(properties, "w:ilvl") or 0),
                )

    def label(self, paragraph: _Element) -> str:
        """The label shown before a paragraph; ``-`` for a bullet, empty for none.

        Args:
            paragraph: Its ``w:p`` element; call once for each, in reading order.
        """
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return ""
        own = properties.find(qn("w:numPr"))
        style = child_value(properties, "w:pStyle") or ""
        list_id, level = self._styles.get(style, ("", 0))
        if own is not None:
            list_id = child_value(own, "w:numId") or list_id
            level = int(child_value(own, "w:ilvl") or level)
        if not list_id or list_id == "0" or list_id not in self._lists:
            return ""
        abstract, starts = self._lists[list_id]
        levels = self._levels.get(abstract, {})
        form, pattern, start = levels.get(level, ("decimal", f"%{level + 1}.", 1))
        # Lists that share their definition go on counting unless they restart by themselves.
        counters = self._counters[f"own {list_id}" if starts else abstract]
        counters[level] = counters.get(level, starts.get(level, start) - 1) + 1
        for deeper in [key for key in counters if key > level]:
            del counters[deeper]
        if form == "bullet":
            return "-"
        if form == "none":
            return ""

        def counted(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            shape, _pattern, first = levels.get(at, ("decimal", "", 1))
            return _shown(counters.get(at, first), shape)

        return re.sub(r"%(\d)", counted, pattern)


def child_value(parent: _Element, name: str) -> str | None:
    """The ``w:val`` of a child element, ``None`` when there is no such child."""
    child = parent.find(qn(name))
    return None if child is None else child.get(qn("w:val"))
