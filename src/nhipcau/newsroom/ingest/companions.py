"""Photographs that lie beside an article: which of them belong to it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from nhipcau.common.text import fold
from nhipcau.newsroom.ingest.types import Block, Kind, ParsedStory, Photo

PHOTO_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".avif", ".gif"})
_AFTER_STEM = re.compile(r"[\s_\-–.(#]*(?:anh|hinh|photo|img)?[\s_\-–.(#]*\d{0,3}\)?")


def natural_order(name: str) -> list[tuple[int, str | int]]:
    """A key that sorts ``anh 2`` before ``anh 10``."""
    parts = re.split(r"(\d+)", fold(name))
    return [(1, int(part)) if part.isdigit() else (0, part) for part in parts]


def belongs_to(photo_name: str, story_name: str) -> bool:
    """Whether a photograph's file name is the story's with at most a number added.

    Args:
        photo_name: Such as ``hoi-nghi-2.jpg``.
        story_name: Such as ``hoi-nghi.txt``.
    """
    photo, story = fold(PurePosixPath(photo_name).stem), fold(PurePosixPath(story_name).stem)
    return photo.startswith(story) and bool(_AFTER_STEM.fullmatch(photo[len(story) :]))


def referenced_name(address: str) -> str:
    """The file that an address in a page means, as a relative path; empty for other addresses.

    Args:
        address: The ``src`` of an image.
    """
    parts = urlsplit(address.strip().replace("\\", "/"))
    if parts.scheme in {"data", "blob", "file"}:
        return ""
    return unquote(parts.path)


def attach(
    story: ParsedStory,
    *,
    find: Callable[[str], Photo | None],
    beside: Sequence[str],
) -> ParsedStory:
    """Give captions their photographs.

    Args:
        story: As a reader understood it.
        find: Loads a photograph by its relative path or bare file name, or returns ``None``.
        beside: File names of photographs that belong to the story by their name or place, in
            the order in which they are to be used.

    Returns:
        The story with photographs at captions that named them; the others take what lies beside
        in order; what is left is appended without a caption.
    """
    used: set[str] = set()
    blocks: list[Block] = []
    for block in story.blocks:
        if block.kind == Kind.CAPTION and block.photo_name and block.photo is None:
            name = referenced_name(block.photo_name)
            photo = find(name) if name else None
            if photo is not None:
                used.add(photo.name)
                block = replace(block, photo=photo)
        blocks.append(block)
    waiting = [name for name in beside if PurePosixPath(name).name not in used]
    for position, block in enumerate(blocks):
        if not waiting:
            break
        if block.kind == Kind.CAPTION and block.photo is None:
            photo = find(waiting.pop(0))
            if photo is not None:
                blocks[position] = replace(block, photo=photo)
    extra = [photo for photo in map(find, waiting) if photo is not None]
    blocks += [Block(Kind.CAPTION, photo=photo, photo_name=photo.name) for photo in extra]
    story = replace(story, blocks=tuple(blocks))
    for photo in extra:
        story = story.doubting(_("A photograph came without a caption."), photo.name)
    return story
