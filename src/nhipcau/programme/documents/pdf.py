"""Set an official document as PDF with typst and the bundled font."""

import json
from enum import Enum
from pathlib import Path
from typing import Any

import typst

from nhipcau.programme.documents.metrics import FONTS
from nhipcau.programme.documents.parts import Grid, OfficialDocument

_TEMPLATE = Path(__file__).parent / "official.typ"


def pdf_file(content: OfficialDocument) -> bytes:
    """The document as PDF.

    Args:
        content: What to set. Its text reaches typst as data, never as markup.

    Returns:
        The bytes of the file.
    """
    return typst.compile(
        str(_TEMPLATE),
        root=str(_TEMPLATE.parent),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_plain(content), ensure_ascii=False)},
    )


def _plain(value: Any) -> Any:
    """Dataclasses as dictionaries, tables and texts told apart by ``kind``."""
    if isinstance(value, OfficialDocument):
        fields = {name: getattr(value, name) for name in value.__dataclass_fields__}
        return {name: _plain(item) for name, item in fields.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        made = {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
        made["kind"] = "table" if isinstance(value, Grid) else "text"
        return made
    return value
