"""Find the strings of installed libraries that nobody has translated into Vietnamese.

Wagtail ships about a fifth of its back office in Vietnamese, other libraries less. What they leave
in English is supplied by ``src/nhipcau/config/locale/vi/LC_MESSAGES/``, which Django reads before
the libraries' own catalogues (``LOCALE_PATHS``), so the same place also corrects what a library
translates badly. ``docs/glossary-interface.md`` says which word stands for which.

What a library says is read from two places, so that neither a stale catalogue nor a string built
in an unusual way is missed: its English catalogue (``locale/en``), and its Python and template
sources, taken apart with the same rules as ``makemessages``. JavaScript is read from the
catalogue only: libraries ship it minified, with the names of the functions changed.

Uses, after a library was upgraded::

    python scripts/third_party_catalogue.py --check            # exit status 1 if anything is wrong
    python scripts/third_party_catalogue.py --missing DIR      # write what is missing into DIR
    python scripts/third_party_catalogue.py --merge FILE.po    # put a filled-in file into ours

No gettext programs are needed.
"""

import argparse
import ast
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import django
import polib
from django.apps import AppConfig
from django.conf import settings
from django.utils.translation.template import templatize

OURS = Path(__file__).resolve().parent.parent / "src/nhipcau/config/locale/vi/LC_MESSAGES"
DOMAINS = ("django", "djangojs")
LANGUAGE = "vi"
OUR_PACKAGE = "nhipcau"
# Installed, yet shown to nobody who reads Vietnamese: messages about code, for those who write it.
EXEMPT = {"django_htmx", "csp"}
FOLDERS_WITHOUT_INTERFACE = {"tests", "test", "migrations", "management", "locale", "node_modules"}

_LITERAL = r"""[uU]?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_TEMPLATE_CALL = re.compile(
    rf"\b(_|gettext|ngettext|pgettext|npgettext)\(({_LITERAL}(?:\s*,\s*{_LITERAL})*)", re.DOTALL
)
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%|%[sdifr]|\{\w*\}")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class Key(NamedTuple):
    """What identifies a message in a catalogue of one domain."""

    context: str | None
    msgid: str


@dataclass
class Message:
    """A message of a library.

    Attributes:
        key: Context and English text.
        plural: English plural, or None.
        libraries: Names of the applications that use it.
    """

    key: Key
    plural: str | None
    libraries: set[str] = field(default_factory=set)


class Library(NamedTuple):
    """An installed application whose strings a person may see."""

    name: str
    folder: Path
    locale: Path
    reads_source: bool


def installed_libraries() -> list[Library]:
    """List the applications of ``INSTALLED_APPS`` that are not ours, and Django itself."""
    core = Path(django.__file__).parent
    # Django's English catalogue is made for every release; its sources hold much for developers.
    libraries = [Library("django", core, core / "conf/locale", reads_source=False)]
    for entry in settings.INSTALLED_APPS:
        config = AppConfig.create(entry)
        if config.name.partition(".")[0] == OUR_PACKAGE or config.name in EXEMPT:
            continue
        folder = Path(config.path)
        libraries.append(Library(config.name, folder, folder / "locale", reads_source=True))
    return libraries


def _function_shape(name: str) -> tuple[bool, bool] | None:
    """Say whether a gettext function takes a context and a plural; None for other functions."""
    plain = name.removesuffix("_lazy").removesuffix("_noop")
    if plain == "_":
        plain = "gettext"
    if plain not in {"gettext", "ngettext", "pgettext", "npgettext"}:
        return None
    return "p" in plain.removesuffix("gettext"), plain.startswith("n")


def _message(name: str, arguments: list[str]) -> tuple[Key, str | None] | None:
    """Build a message from a call, or None where the call is not one of a fixed text."""
    shape = _function_shape(name)
    if shape is None:
        return None
    takes_context, takes_plural = shape
    if len(arguments) < 1 + takes_context + takes_plural:
        return None
    context = arguments.pop(0) if takes_context else None
    if not arguments[0]:
        return None
    return Key(context, arguments[0]), arguments[1] if takes_plural else None


def messages_in_python(text: str) -> Iterator[tuple[Key, str | None]]:
    """Find the calls of gettext functions with fixed texts in a Python source."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = getattr(function, "id", None) or getattr(function, "attr", "")
        if _function_shape(name) is None:
            continue
        texts = []
        for argument in node.args:
            if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                break
            texts.append(argument.value)
        if found := _message(name, texts):
            yield found


def messages_in_template(text: str) -> Iterator[tuple[Key, str | None]]:
    """Find the translation tags and filters of a Django template."""
    for name, arguments in _TEMPLATE_CALL.findall(templatize(text)):
        if found := _message(name, list(ast.literal_eval(f"({arguments},)"))):
            yield found


def _source_files(folder: Path) -> Iterator[Path]:
    """Walk an application's files, leaving out the applications nested in it."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if name not in FOLDERS_WITHOUT_INTERFACE
            and not (Path(parent) / name / "apps.py").exists()
        )
        for name in sorted(files):
            if name.endswith((".py", ".html", ".txt")):
                yield Path(parent) / name


def _entries(catalogue: Path) -> list[polib.POEntry]:
    """Read a catalogue in its text form or, where only that is shipped, its binary form."""
    if catalogue.exists():
        return [entry for entry in polib.pofile(str(catalogue)) if not entry.obsolete]
    binary = catalogue.with_suffix(".mo")
    return list(polib.mofile(str(binary))) if binary.exists() else []


def _is_translated(entry: polib.POEntry) -> bool:
    return entry.translated() and (not entry.msgid_plural or all(entry.msgstr_plural.values()))


def library_messages(library: Library, domain: str) -> Iterator[tuple[Key, str | None]]:
    """Every message of a library in one domain, from its English catalogue and its sources."""
    for entry in _entries(library.locale / "en/LC_MESSAGES" / f"{domain}.po"):
        yield Key(entry.msgctxt, entry.msgid), entry.msgid_plural or None
    if domain != "django" or not library.reads_source:
        return
    for path in _source_files(library.folder):
        find = messages_in_python if path.suffix == ".py" else messages_in_template
        yield from find(path.read_text("utf-8"))


def untranslated_messages(domain: str) -> dict[Key, Message]:
    """Collect what the libraries themselves leave without Vietnamese.

    Args:
        domain: ``django`` or ``djangojs``.

    Returns:
        The messages by key; each names the libraries that lack it.
    """
    missing: dict[Key, Message] = {}
    for library in installed_libraries():
        own = {
            Key(entry.msgctxt, entry.msgid)
            for entry in _entries(library.locale / LANGUAGE / "LC_MESSAGES" / f"{domain}.po")
            if _is_translated(entry)
        }
        for key, plural in library_messages(library, domain):
            if key in own:
                continue
            message = missing.setdefault(key, Message(key, plural))
            message.plural = message.plural or plural
            message.libraries.add(library.name)
    return missing


def our_catalogue(domain: str) -> polib.POFile:
    """Open our catalogue of a domain, or an empty one with the right header."""
    path = OURS / f"{domain}.po"
    return polib.pofile(str(path), wrapwidth=100) if path.exists() else _new_catalogue()


def _new_catalogue() -> polib.POFile:
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {
        "Project-Id-Version": "nhipcau",
        "Language": LANGUAGE,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    return catalogue


def _shape(text: str) -> tuple[set[str], list[str], Counter[str], str, str]:
    """Describe the parts of a text that a translation must keep."""
    placeholders = _PLACEHOLDER.findall(text)
    named = {part for part in placeholders if part[:2] == "%(" or part[0] == "{"}
    positional = [part for part in placeholders if part not in named]
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return named, positional, Counter(_TAG.findall(text)), start, end


def faults_of_entry(entry: polib.POEntry) -> list[str]:
    """Say what is wrong with one translation.

    The single Vietnamese form of a plural message is shown for every number, so it must fill the
    number in. The placeholders of the English singular will do only if it has some: "1 page" has
    none, and a text like it would be wrong for every other number.

    Args:
        entry: An entry of a Vietnamese catalogue.

    Returns:
        Descriptions of the faults; empty if there are none.
    """
    if entry.fuzzy:
        return ["marked fuzzy"]
    if entry.msgid_plural:
        if sorted(entry.msgstr_plural) != [0]:
            return ["Vietnamese has exactly one plural form"]
        text, sources = entry.msgstr_plural[0], [entry.msgid_plural]
        if _PLACEHOLDER.search(entry.msgid):
            sources.append(entry.msgid)
    else:
        text, sources = entry.msgstr, [entry.msgid]
    if not text.strip():
        return ["empty"]
    if _shape(text) not in [_shape(source) for source in sources]:
        return ["placeholders, tags or outer spaces differ from the English"]
    return []


def faults(domain: str) -> list[str]:
    """List everything that keeps a reader of Vietnamese from a correct text in one domain."""
    catalogue = our_catalogue(domain)
    ours = {Key(entry.msgctxt, entry.msgid): entry for entry in catalogue if not entry.obsolete}
    found = []
    for message in untranslated_messages(domain).values():
        entry = ours.get(message.key)
        if entry is None:
            libraries = ", ".join(sorted(message.libraries))
            found.append(f"{domain}: missing {message.key.msgid!r} ({libraries})")
        elif bool(message.plural) != bool(entry.msgid_plural):
            found.append(f"{domain}: {message.key.msgid!r}: plural differs from the library's")
    for key, entry in ours.items():
        found += [f"{domain}: {key.msgid!r}: {fault}" for fault in faults_of_entry(entry)]
    return found


def _entry_for(message: Message) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=message.key.context,
        msgid=message.key.msgid,
        msgid_plural=message.plural or "",
        msgstr_plural={0: ""} if message.plural else {},
        occurrences=[(name, "") for name in sorted(message.libraries)],
    )


def write_missing(domain: str, folder: Path) -> int:
    """Write a catalogue with the messages that we lack, to be filled in.

    Args:
        domain: ``django`` or ``djangojs``.
        folder: Where to write ``<domain>.po``.

    Returns:
        How many messages were written.
    """
    ours = {Key(entry.msgctxt, entry.msgid) for entry in our_catalogue(domain)}
    catalogue = _new_catalogue()
    catalogue.extend(
        _entry_for(message)
        for key, message in sorted(
            untranslated_messages(domain).items(), key=lambda item: sorted(item[1].libraries)
        )
        if key not in ours
    )
    folder.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(folder / f"{domain}.po"))
    return len(catalogue)


def merge(domain: str, entries: Iterable[polib.POEntry]) -> int:
    """Put translations into our catalogue, replacing what it has for the same messages.

    Args:
        domain: ``django`` or ``djangojs``.
        entries: Entries of any catalogue; those without a translation are passed over.

    Returns:
        How many entries were taken.

    Raises:
        ValueError: If a translation breaks placeholders or tags; nothing is written then.
    """
    taken = {Key(entry.msgctxt, entry.msgid): entry for entry in entries if _is_translated(entry)}
    broken = [f"{key.msgid!r}: {fault}" for key, e in taken.items() for fault in faults_of_entry(e)]
    if broken:
        raise ValueError("\n".join(broken))
    catalogue = our_catalogue(domain)
    by_key = {Key(entry.msgctxt, entry.msgid): entry for entry in catalogue}
    by_key.update(taken)
    merged = _new_catalogue()
    merged.metadata = catalogue.metadata
    merged.header = catalogue.header
    merged.extend(
        sorted(by_key.values(), key=lambda e: (sorted(e.occurrences), e.msgid, e.msgctxt or ""))
    )
    OURS.mkdir(parents=True, exist_ok=True)
    merged.save(str(OURS / f"{domain}.po"))
    return len(taken)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    uses = parser.add_mutually_exclusive_group()
    uses.add_argument("--check", action="store_true", help="fail if anything is missing or broken")
    uses.add_argument("--missing", type=Path, metavar="DIR", help="write what is missing to DIR")
    uses.add_argument("--merge", type=Path, metavar="FILE", help="take translations from a .po")
    options = parser.parse_args(arguments)

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nhipcau.config.settings.test")
    if options.missing:
        for domain in DOMAINS:
            print(f"{domain}: {write_missing(domain, options.missing)} messages to translate")
        return 0
    if options.merge:
        domain = options.merge.stem.partition("-")[0]
        if domain not in DOMAINS:
            parser.error("name the file django.po or djangojs.po (or django-….po)")
        print(f"{domain}: {merge(domain, polib.pofile(str(options.merge)))} messages merged")
        return 0
    found = [fault for domain in DOMAINS for fault in faults(domain)]
    print("\n".join(found[:50]) or "Every string of the libraries has its Vietnamese.")
    if len(found) > 50:
        print(f"… and {len(found) - 50} more")
    return 1 if found and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
