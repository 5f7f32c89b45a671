"""Reading XML that strangers made: no entities, no network, bounded memory.

Elements are handed out one by one and forgotten, so that a file of any size is read in the memory
of one entry. A document type without entities is harmless (TMX files name theirs) and ignored.
"""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.utils.translation import gettext
from lxml import etree

from nhipcau.translation.exceptions import UnreadableFile, UnsafeFile

_ENTITY = re.compile(r"<!\s*(ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
# A document type stands before the first element: looking this far is looking far enough, since
# the parser itself expands nothing anyway.
_HEAD_BYTES = 64 * 1024
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: One entry may hold this many characters; more is an attack or a mistake.
ENTRY_CHARACTERS = 200_000


def _head(path: Path) -> str:
    """The beginning of a file as text, in the encoding its first bytes show."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if head.startswith(mark):
            return head.decode(encoding, "replace")
    return head.decode("utf-8", "replace")


def elements(
    path: Path, names: frozenset[str], roots: frozenset[str], *, at_start: bool = False
) -> Iterator[etree._Element]:
    """Elements of some names, in the order of the file.

    Args:
        path: The file.
        names: Local names wanted, without namespace.
        roots: What the outermost element of this kind of file may be called.
        at_start: Hand them out as they open, when only their attributes are there.

    Yields:
        Elements, complete; each is emptied once the caller asks for the next.

    Raises:
        UnsafeFile: if the file declares entities.
        UnreadableFile: if it is no well-formed XML, when the message names the line, or another
            kind of file.
    """
    if _ENTITY.search(_head(path)):
        raise UnsafeFile
    try:
        with path.open("rb") as file:
            yield from _walk(file, names, roots, at_start)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(
            gettext("The file is not well-formed XML: line %(line)s, %(reason)s")
            % {"line": error.lineno, "reason": error.msg}
        ) from error


def _walk(
    file: IO[bytes], names: frozenset[str], roots: frozenset[str], at_start: bool
) -> Iterator[etree._Element]:
    """Walk through a file, keeping only the path to the current element."""
    walk = etree.iterparse(
        file,
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    inside, is_first = 0, True
    for event, element in walk:
        if not isinstance(element.tag, str):
            raise UnsafeFile
        name = etree.QName(element).localname
        if is_first and name not in roots:
            raise UnreadableFile(
                gettext("The file begins with “%(found)s” and not with “%(expected)s”.")
                % {"found": name[:40], "expected": min(roots)}
            )
        is_first = False
        if event == "start":
            if name in names:
                inside += not at_start
                if at_start:
                    yield element
            continue
        if name in names and not at_start:
            inside -= 1
            yield element
        if not inside:
            # What nobody asked for is forgotten too, or a file of it would fill the memory.
            element.clear(keep_tail=False)
            while element.getprevious() is not None:
                del element.getparent()[0]


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    """Direct children of some names."""
    return [child for child in element if local(child) in names]


def text_of(element: etree._Element, *, without: frozenset[str] = frozenset()) -> str:
    """The text of an element without the codes of other tools.

    Args:
        element: The element.
        without: Names of children whose content is code rather than text.

    Raises:
        UnsafeFile: if it holds an entity reference or is absurdly long.
    """
    parts: list[str] = []

    def collect(node: etree._Element) -> None:
        if node.text:
            parts.append(node.text)
        for child in node:
            if not isinstance(child.tag, str):
                raise UnsafeFile
            if local(child) not in without:
                collect(child)
            if child.tail:
                parts.append(child.tail)

    collect(element)
    text = "".join(parts)
    if len(text) > ENTRY_CHARACTERS:
        raise UnsafeFile
    return " ".join(text.split())
