"""Blocks of a story's body: what they ask of an editor and how readers see them."""

from nhipcau.newsroom.blocks.body import BodyBlock, media_of
from nhipcau.newsroom.blocks.figures import FiguresBlock
from nhipcau.newsroom.blocks.media import (
    AudioBlock,
    FileBlock,
    GalleryBlock,
    PhotoBlock,
    VideoBlock,
)
from nhipcau.newsroom.blocks.text import QuotationBlock

__all__ = [
    "AudioBlock",
    "BodyBlock",
    "FiguresBlock",
    "FileBlock",
    "GalleryBlock",
    "PhotoBlock",
    "QuotationBlock",
    "VideoBlock",
    "media_of",
]
