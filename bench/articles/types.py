"""A file and what is in it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Case:
    """One file with its truth.

    Attributes:
        name: Which shape it has.
        file: File name, whose ending tells the format.
        content: The file.
        headline: Plain text.
        time: Vietnamese wall-clock time in ISO form, empty when the file states none.
        byline: Author as printed.
        paragraphs: Running text, lead first, subheadings and quotations included.
        captions: Texts under photographs.
    """

    name: str
    file: str
    content: bytes = field(repr=False)
    headline: str
    time: str
    byline: str
    paragraphs: list[str]
    captions: list[str]
