"""Pictures of the sample province, drawn by code: the same every time, borrowed from nobody."""

from nhipcau.web.sample.pictures.scenes import SCENES, draw

__all__ = ["SCENES", "draw"]
