"""The site's own public addresses."""

from nhipcau.common.surfaces import SurfaceRegistry
from nhipcau.web.surfaces import machine, standing
from nhipcau.web.surfaces.front import FrontSurface
from nhipcau.web.surfaces.press_kit import PressKitSurface
from nhipcau.web.surfaces.share import ShareSurface
from nhipcau.web.surfaces.style import StyleSurface
from nhipcau.web.surfaces.theme import ScriptSurface, StylesheetSurface, WorkerSurface

__all__ = ["register_all"]


def register_all(registry: SurfaceRegistry) -> None:
    """Register every surface of the site; called once when the program starts."""
    for surface in (
        FrontSurface(),
        StylesheetSurface(),
        ScriptSurface(),
        WorkerSurface(),
        ShareSurface(),
        PressKitSurface(),
        StyleSurface(),
        *standing.SURFACES,
        *machine.SURFACES,
    ):
        registry.register(surface)
