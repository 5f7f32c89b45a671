"""The body of a story that is brought in: blocks as our own, photographs into the library."""

from collections.abc import Sequence
from html import escape
from typing import Any

from django.utils.functional import Promise
from wagtail.rich_text import RichText

from nhipcau.accounts.models import User
from nhipcau.common.exceptions import DomainError
from nhipcau.library.services.photos import check_photo, known_photo, store_photo
from nhipcau.newsroom.ingest.phrases import split_credit
from nhipcau.newsroom.ingest.types import Block, Kind, Run


def _rich(text: str, runs: Sequence[Run]) -> RichText:
    """A paragraph as Wagtail keeps it: escaped, with bold, italics and links only."""
    pieces = []
    for run in runs or (Run(text),):
        piece = escape(run.text, quote=False)
        if run.italic:
            piece = f"<i>{piece}</i>"
        if run.bold:
            piece = f"<b>{piece}</b>"
        if run.link.startswith(("http://", "https://")):
            piece = f'<a href="{escape(run.link)}">{piece}</a>'
        pieces.append(piece)
    return RichText(f"<p>{''.join(pieces)}</p>")


def store_body(
    blocks: Sequence[Block], actor: User | None
) -> tuple[list[tuple[str, Any]], list[str | Promise]]:
    """Keep the photographs of a story and make its body.

    Args:
        blocks: What a reader understood.
        actor: Who brings it in; ``None`` for the program itself.

    Returns:
        Blocks as the story's body takes them, and notes on photographs that could not be kept.
    """
    body: list[tuple[str, Any]] = []
    notes: list[str | Promise] = []
    for block in blocks:
        if block.kind == Kind.HEADING:
            body.append(("heading", block.text))
        elif block.kind == Kind.CAPTION:
            body.append(("photo", _photo(block, actor, notes)))
        elif block.kind == Kind.TABLE:
            body += [("paragraph", _rich(" | ".join(row), ())) for row in block.rows]
        else:
            body.append(("paragraph", _rich(block.text, block.runs)))
    return body, notes


def _photo(block: Block, actor: User | None, notes: list[str | Promise]) -> dict[str, Any]:
    """A photograph with its caption; the caption waits if there is no usable photograph."""
    caption, credit = split_credit(block.text)
    credit = block.credit or credit
    image = None
    if block.photo:
        try:
            image = store_photo(
                content=block.photo.content,
                name=block.photo.name,
                actor=actor,
                caption=caption,
                credit=credit,
            )
        except DomainError as error:
            notes.append(f"{block.photo.name}: {error.message}")
    return {"image": image, "caption": caption, "credit": credit}


def unkept_photos(blocks: Sequence[Block]) -> list[str | Promise]:
    """The notes that :func:`store_body` gave when it met the same blocks before.

    A person who brings a folder in again, after a kill above all, still learns of every photograph
    that was left out.
    """
    notes: list[str | Promise] = []
    for photo in (block.photo for block in blocks if block.photo):
        if known_photo(photo.content) is None:
            try:
                check_photo(content=photo.content, name=photo.name)
            except DomainError as error:
                notes.append(f"{photo.name}: {error.message}")
    return notes
