"""Tables whose columns are agencies: a mark in the cell says who leads and who takes part."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from nhipcau.common.text import fold
from nhipcau.programme.plan_import.bodies import looks_like_body
from nhipcau.programme.plan_import.types import Cell, GridRow, Paragraph, PlanSource, Table

_LEAD, _JOINS, _TICK = "lead", "joins", "tick"
# Marks that say their role by themselves, folded.
_PLAIN = {
    "c": _LEAD, "ct": _LEAD, "chu tri": _LEAD, "dau moi": _LEAD,
    "p": _JOINS, "ph": _JOINS, "phoi hop": _JOINS, "tham gia": _JOINS,
}  # fmt: skip
_TICKS = frozenset("x✓✔√v●•*+■")
# “Ghi chú: C: cơ quan chủ trì; (P) - phối hợp; ● là đơn vị chủ trì”.
_LEGEND = re.compile(
    r"(?:^|[\s;,.:(“\"'/])[(“\"'\[]?"
    r"(?:(?P<mark>[a-z]{1,3})[)”\"'\]]?\s*(?:[:=-]|la\b)|"
    r"(?P<sign>[^\w\s;,.:()“”\"'/\[\]=-])[)”\"'\]]?\s*(?:[:=-]|la\b)?)"
    r"\s*(?:cac\s+)?(?:(?:co quan|don vi)\s*)?"
    r"(?P<role>chu tri|dau moi|phoi hop|tham gia)"
)
_SHORTEST_MATRIX = 2


@dataclass(frozen=True)
class BodyColumn:
    """A column headed by an agency.

    Attributes:
        index: Its place.
        name: The agency as written.
        role: ``lead`` or ``joins`` when a heading above says it for the column, else empty.
    """

    index: int
    name: str
    role: str = ""


@dataclass
class Marks:
    """What the marks of one row say.

    Attributes:
        leads: Agencies marked as lead.
        joins: Agencies marked as coordinating.
        doubts: What a person should check.
    """

    leads: list[str] = field(default_factory=list)
    joins: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def read_legend(source: PlanSource) -> dict[str, str]:
    """The meaning of marks as a note of the document explains them.

    Args:
        source: The document; the note may stand above, below or in the last row of a table.

    Returns:
        ``lead`` or ``joins`` by folded mark; empty when no mark is explained.
    """
    meanings: dict[str, str] = {}
    for block in source.blocks:
        texts = (
            [block.text]
            if isinstance(block, Paragraph)
            else [cell.text for row in block.rows for cell in dict.fromkeys(row.cells)]
        )
        for text in texts:
            if len(text) < 400:
                meanings.update(legend_of(text))
    return meanings


def legend_of(text: str) -> dict[str, str]:
    """The marks one line explains; see :func:`read_legend`."""
    found: dict[str, str] = {}
    for match in _LEGEND.finditer(fold(text)):
        leads = match["role"] in ("chu tri", "dau moi")
        found[match["mark"] or match["sign"]] = _LEAD if leads else _JOINS
    # A lone letter before a role can be chance, as in “mục a: chủ trì”; a legend explains both.
    return found if set(found.values()) == {_LEAD, _JOINS} else {}


def body_columns(
    table: Table, body: int, headings: dict[int, list[str]], legend: dict[str, str]
) -> list[BodyColumn]:
    """Find the columns that are headed by agencies and hold marks only.

    Args:
        table: The table.
        body: Index of its first row below the heading.
        headings: Heading texts, top down, of the columns whose lowest heading means nothing else.
        legend: What marks mean in this document.

    Returns:
        The columns, or none when there are fewer than two or a cell holds more than a mark.
    """
    found = []
    for index, texts in headings.items():
        name = re.sub(r"\s+", " ", texts[-1]).strip(" .:*") if texts else ""
        if not name or not looks_like_body(name):
            continue
        above = fold(" ".join(texts[:-1]))
        leads, joins = "chu tri" in above, "phoi hop" in above
        role = "" if leads == joins else (_LEAD if leads else _JOINS)
        found.append(BodyColumn(index, name, role))
    cells = [row.cells[column.index] for row in table.rows[body:] for column in found]
    own = [cell for cell in cells if cell.columns == 1 and cell.text.strip()]
    marks = [cell for cell in own if _meaning(cell, legend)]
    known = len(found) >= _SHORTEST_MATRIX and marks and len(marks) * 2 > len(own)
    return found if known else []


def read_marks(row: GridRow, columns: list[BodyColumn], legend: dict[str, str]) -> Marks:
    """Say who leads and who takes part in the task of a row.

    Args:
        row: The row.
        columns: The columns that are agencies.
        legend: What marks mean in this document.

    Returns:
        The agencies in the order of the columns. A tick that nothing explains makes its agency a
        coordinating one, or the lead when it is the only one, with a doubt.
    """
    marks = Marks()
    ticked = []
    for column in columns:
        cell = row.cells[column.index]
        text = cell.text.strip()
        if not text or not text.strip("-–—0 "):
            continue
        meaning = _meaning(cell, legend)
        if meaning == _TICK and column.role:
            meaning = column.role
        if meaning == _LEAD:
            marks.leads.append(column.name)
        elif meaning == _JOINS:
            marks.joins.append(column.name)
        elif meaning == _TICK:
            ticked.append(column.name)
        else:
            marks.doubts.append(
                _("The mark “%(mark)s” under “%(name)s” was not understood.")
                % {"mark": text[:60], "name": column.name}
            )
    if len(ticked) == 1 and not marks.leads:
        marks.leads = ticked
        marks.doubts.append(_("The only agency that is ticked was taken as lead."))
    elif ticked:
        marks.joins.extend(ticked)
        marks.doubts.append(_("Nothing says what a tick below an agency means; check who leads."))
    return marks


def _meaning(cell: Cell, legend: dict[str, str]) -> str:
    text = re.sub(r"\s+", " ", fold(cell.text)).strip(" .()")
    if text in legend:
        return legend[text]
    if text in _PLAIN:
        return _PLAIN[text]
    return _TICK if text in _TICKS else ""
