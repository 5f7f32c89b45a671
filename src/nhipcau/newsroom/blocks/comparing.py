"""Two texts of a story side by side, for readers who have never heard of blocks.

Wagtail sets words side by side well, but names no block, shows neither a move nor a new link, takes
every table for changed and a tick for "True".
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.admin.compare import (
    BlockComparison,
    StreamBlockComparison,
    StreamFieldComparison,
    TextDiff,
    diff_text,
)
from wagtail.utils.text import text_from_html

_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
_LINK = re.compile(r"<a\b[^>]*?\bhref=\"(?P<address>[^\"]*)\"[^>]*>(?P<words>.*?)</a>", re.S)


class YesNoComparison(BlockComparison):
    """A tick."""

    def htmlvalue(self, val: Any) -> str:
        """Whether it is set, in words."""
        return _("Yes") if val else _("No")

    def htmldiff(self) -> str:
        """Both, if they differ."""
        if bool(self.val_a) == bool(self.val_b):
            return self.htmlvalue(self.val_b)
        return _replaced(self.htmlvalue(self.val_a), self.htmlvalue(self.val_b))


class ParagraphComparison(BlockComparison):
    """Words with bold, italics and links."""

    def has_changed(self) -> bool:
        """Whether anything in them differs."""
        return _differ(self.block, self.val_a, self.val_b)

    def htmlvalue(self, val: Any) -> SafeString:
        """The words, each paragraph in its own line."""
        return format_html('<div class="nc-words">{}</div>', self._words(val))

    def htmldiff(self) -> SafeString:
        """The words, then what is not seen in them: links, or bold and the like."""
        words = self._words(self.val_a), self._words(self.val_b)
        links = self._links(self.val_a), self._links(self.val_b)
        shown = format_html('<div class="nc-words">{}</div>', diff_text(*words).to_html())
        if links[0] != links[1]:
            gone = [("deletion", link) for link in links[0] if link not in links[1]]
            new = [("addition", link) for link in links[1] if link not in links[0]]
            diff = TextDiff([*gone, *new], separator=" ").to_html()
            return format_html("{}<p>{} {}</p>", shown, _("Links:"), diff)
        if words[0] == words[1] and self.has_changed():
            return format_html(
                "{}<p>{}</p>", shown, _("Only bold, italics or the like has changed.")
            )
        return shown

    def _html(self, val: Any) -> str:
        return str(self.block.render_basic(val))

    def _words(self, val: Any) -> str:
        return str(text_from_html(self._html(val).replace("</p>", "</p>\n"))).strip()

    def _links(self, val: Any) -> list[str]:
        found = _LINK.finditer(self._html(val))
        return [f"{text_from_html(match['words'])} → {match['address']}" for match in found]


class TableComparison(BlockComparison):
    """A table of figures, cell by cell as long as it has the same columns."""

    def has_changed(self) -> bool:
        """Whether anything in it differs; two tables are never the same object."""
        return bool(self.block.get_prep_value(self.val_a) != self.block.get_prep_value(self.val_b))

    def htmlvalue(self, val: Any) -> SafeString:
        """The table."""
        caption, rows = _table(val)
        return _rendered(caption, [("", [(cell, cell) for cell in row]) for row in rows])

    def htmldiff(self) -> SafeString:
        """The table with what has changed in it, or both if their columns differ."""
        (caption_a, rows_a), (caption_b, rows_b) = _table(self.val_a), _table(self.val_b)
        caption = diff_text(caption_a, caption_b).to_html()
        if len(rows_a[0]) != len(rows_b[0]):
            return _rendered(caption, [*_whole("deletion", rows_a), *_whole("addition", rows_b)])
        return _rendered(caption, list(_rows(rows_a, rows_b)))


class BodyComparison(StreamFieldComparison):
    """The body of a story."""

    def has_changed(self) -> bool:
        """Whether anything in it differs."""
        return _differ(self.field.stream_block, self.val_a, self.val_b)

    def htmldiff(self) -> Any:
        """Block by block, unless one of the texts is so old that its blocks have no names."""
        if not (self.has_block_ids(self.val_a) and self.has_block_ids(self.val_b)):
            return super().htmldiff()
        block = self.field.stream_block
        return _BlocksComparison(block, True, True, self.val_a, self.val_b).htmldiff()


class _BlocksComparison(StreamBlockComparison):
    """Blocks, each with its kind and what has become of it."""

    def htmldiff(self) -> SafeString:
        """All blocks in their new order, and those that are gone where they were."""
        moved = _moved([child.id for child in self.val_a], [child.id for child in self.val_b])
        ids = iter([child.id for child in self.val_b])
        shown = []
        for comparison in self.get_block_comparisons():
            if comparison.is_deleted():
                state, fate = "deletion", pgettext("comparison", "Removed")
                content = comparison.htmlvalue(comparison.val_a)
            else:
                is_moved = next(ids) in moved
                state, fate, content = _kept(comparison, is_moved)
            shown.append((state, capfirst(comparison.block.label), fate, content))
        return format_html_join(
            "\n",
            '<div class="comparison__child-object {}"><p class="nc-kind">{} <strong>{}</strong></p>'
            "{}</div>",
            shown,
        )


def _differ(block: Any, old: Any, new: Any) -> bool:
    """Whether two values of a block differ for readers."""
    return bool(_unkeyed(block.get_prep_value(old)) != _unkeyed(block.get_prep_value(new)))


def _unkeyed(value: Any) -> Any:
    """A stored value without the keys that the editor gives to paragraphs, anew each time."""
    if isinstance(value, str):
        return _BLOCK_KEY.sub("", value)
    if isinstance(value, dict):
        return {name: _unkeyed(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_unkeyed(part) for part in value]
    return value


def _kept(comparison: BlockComparison, is_moved: bool) -> tuple[str, str, Any]:
    """Class, fate and content of a block that the newer text has."""
    if comparison.is_new():
        return "addition", pgettext("comparison", "Added"), comparison.htmlvalue(comparison.val_b)
    has_changed = _differ(comparison.block, comparison.val_a, comparison.val_b)
    fates = [pgettext("comparison", "Moved")] if is_moved else []
    if has_changed:
        fates.append(pgettext("comparison", "Changed"))
    content = comparison.htmldiff() if has_changed else comparison.htmlvalue(comparison.val_b)
    return ("" if fates else "nc-same"), ", ".join(fates), content


def _moved(old: list[str], new: list[str]) -> set[str]:
    """The blocks that stand elsewhere among those that both texts have."""
    old, new = [name for name in old if name in new], [name for name in new if name in old]
    matches = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    stayed = {name for start, _there, size in matches for name in old[start : start + size]}
    return set(new) - stayed


def _replaced(old: str, new: str) -> str:
    return str(TextDiff([("deletion", old), ("addition", new)], separator=" ").to_html())


def _table(value: Any) -> tuple[str, list[list[str]]]:
    """Caption and rows of a table as words, its headings first."""
    if value is None:
        return "", [[]]
    headings = [column["heading"] for column in value.columns]
    rows = [["" if cell is None else str(cell) for cell in row["values"]] for row in value.row_data]
    return value.caption or "", [headings, *rows]


def _whole(state: str, rows: list[list[str]]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Rows that are new or gone as a whole."""
    return [(state, [(cell, cell) for cell in row]) for row in rows]


def _rows(
    old: list[list[str]], new: list[list[str]]
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Rows with the old and the new words of each cell."""
    matcher = SequenceMatcher(None, [*map(tuple, old)], [*map(tuple, new)], autojunk=False)
    for _kind, a, b, c, d in matcher.get_opcodes():
        paired = min(b - a, d - c)
        for row_a, row_b in zip(old[a : a + paired], new[c : c + paired], strict=True):
            yield "", list(zip(row_a, row_b, strict=True))
        yield from _whole("deletion", old[a + paired : b])
        yield from _whole("addition", new[c + paired : d])


def _rendered(caption: str, rows: list[tuple[str, list[tuple[str, str]]]]) -> SafeString:
    """A table of old and new words."""
    lines = format_html_join(
        "",
        '<tr class="{}">{}</tr>',
        (
            (
                state,
                format_html_join(
                    "",
                    "<td>{}</td>",
                    ((b if a == b else _cell(a, b),) for a, b in cells),
                ),
            )
            for state, cells in rows
        ),
    )
    return format_html(
        '<div class="nc-compared-table"><table><caption>{}</caption>{}</table></div>',
        caption,
        lines,
    )


def _cell(old: str, new: str) -> SafeString:
    """A cell whose words have changed."""
    changes = [(kind, text) for kind, text in (("deletion", old), ("addition", new)) if text]
    return TextDiff(changes, separator=" ").to_html()
