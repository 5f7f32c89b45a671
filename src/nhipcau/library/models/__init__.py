"""Photographs, recordings and files, with what one must know to publish them."""

from nhipcau.library.models.media import Document, Image, Rendition
from nhipcau.library.models.recording import Recording
from nhipcau.library.models.rights import Rightful

__all__ = ["Document", "Image", "Recording", "Rendition", "Rightful"]
