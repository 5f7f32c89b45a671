"""Check that every string a user sees has a Vietnamese translation.

``check_catalogues.py`` lists what is missing, left over, empty, fuzzy or broken and fails if there
is any. ``check_catalogues.py --update`` adds missing strings, empty, to each app's own catalogue
and takes out those that are used no more, so that a person only has to translate.
"""

import ast
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import polib

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nhipcau.config.settings.test")
SOURCE = Path(__file__).resolve().parent.parent / "src" / "nhipcau"
LANGUAGE = "vi"
# Position of the singular, the plural and the context among the arguments, by function.
FUNCTIONS = {
    "_": (0, None, None),
    "gettext": (0, None, None),
    "gettext_lazy": (0, None, None),
    "gettext_noop": (0, None, None),
    "ngettext": (0, 1, None),
    "ngettext_lazy": (0, 1, None),
    "pgettext": (1, None, 0),
    "pgettext_lazy": (1, None, 0),
    "npgettext": (1, 2, 0),
    "npgettext_lazy": (1, 2, 0),
}
IN_TEMPLATE = re.compile(
    r"(?<!\w)(_|gettext|ngettext|pgettext|npgettext)\(((?:u?(?:'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")"
    r"[,\s]*)+)"
)
PLACEHOLDER = re.compile(r"%\([^)]+\)[sd]|%[sd]|\{[a-z_]*\}")
Message = tuple[str, str, str]  # context, singular, plural


def _message(name: str, texts: list[str | None]) -> Message | None:
    """A call of a translation function as a message, if its arguments are plain strings."""
    parts = [texts[i] if i is not None and i < len(texts) else None for i in FUNCTIONS[name]]
    if parts[0] is None:
        return None
    return (parts[2] or "", parts[0], parts[1] or "")


def in_python(path: Path) -> Iterator[Message]:
    """Messages of a Python file."""
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in FUNCTIONS:
            texts = [
                arg.value if isinstance(arg, ast.Constant) and isinstance(arg.value, str) else None
                for arg in node.args
            ]
            if message := _message(name, texts):
                yield message


def in_template(path: Path) -> Iterator[Message]:
    """Messages of a Django template."""
    from django.utils.translation.template import templatize

    for name, arguments in IN_TEMPLATE.findall(templatize(path.read_text())):
        texts = list(ast.literal_eval(f"({arguments.rstrip(', ')},)"))
        if message := _message(name, texts):
            yield message


def messages_of(app: Path) -> dict[Message, set[str]]:
    """Every message of an app, with the files that use it."""
    found: dict[Message, set[str]] = {}
    for path in sorted(app.rglob("*")):
        relative = path.relative_to(app)
        if {"tests", "migrations", "locale"} & set(relative.parts):
            continue
        if path.suffix == ".py":
            messages = in_python(path)
        elif path.suffix in {".html", ".txt"} and "templates" in relative.parts:
            messages = in_template(path)
        else:
            continue
        for message in messages:
            if message[1].strip():
                found.setdefault(message, set()).add(str(relative))
    if app.name == "config":
        # Strings taken from libraries' templates have their Vietnamese beside the libraries'.
        libraries = app / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"
        known = {_identity(entry) for entry in polib.pofile(str(libraries)) if _translation(entry)}
        found = {message: files for message, files in found.items() if message not in known}
    return found


def catalogue_of(app: Path) -> polib.POFile:
    """The app's own catalogue, or a new one."""
    # `config/locale` holds the libraries' strings, which are checked elsewhere.
    folder = app / "management" if app.name == "config" else app
    path = folder / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"
    if path.exists():
        return polib.pofile(str(path), wrapwidth=100)
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.fpath = str(path)
    catalogue.metadata = {
        "Language": LANGUAGE,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    return catalogue


def _identity(entry: polib.POEntry) -> Message:
    """An entry's message."""
    return (entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")


def update(app: Path) -> int:
    """Add missing messages and remove those that are used no more.

    Returns:
        How many strings wait for a translation.
    """
    wanted, catalogue = messages_of(app), catalogue_of(app)
    known = {_identity(entry): entry for entry in catalogue if not entry.obsolete}
    for entry in list(catalogue):
        if entry.obsolete or _identity(entry) not in wanted:
            catalogue.remove(entry)
    for message, files in wanted.items():
        entry = known.get(message)
        if entry is None:
            context, singular, plural = message
            entry = polib.POEntry(msgid=singular, msgctxt=context or None)
            if plural:
                entry.msgid_plural, entry.msgstr_plural = plural, {0: ""}
            catalogue.append(entry)
        entry.occurrences = [(name, "") for name in sorted(files)]
    if len(catalogue):
        Path(catalogue.fpath).parent.mkdir(parents=True, exist_ok=True)
        catalogue.sort(key=lambda entry: (entry.msgid, entry.msgctxt or ""))
        catalogue.save(catalogue.fpath)
    return sum(1 for entry in catalogue if not _translation(entry))


def _translation(entry: polib.POEntry) -> str:
    """The one Vietnamese form of an entry."""
    return str(entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr)


def problems_of(app: Path) -> Iterator[str]:
    """What is wrong with an app's catalogue, one sentence each."""
    wanted, catalogue = messages_of(app), catalogue_of(app)
    known = {_identity(entry): entry for entry in catalogue if not entry.obsolete}
    for message in wanted:
        if message not in known:
            yield f"{app.name}: missing: {message[1]!r}"
    for message, entry in known.items():
        if message not in wanted:
            yield f"{app.name}: used no more: {message[1]!r}"
        elif not _translation(entry):
            yield f"{app.name}: empty: {message[1]!r}"
        elif entry.fuzzy:
            yield f"{app.name}: fuzzy: {message[1]!r}"
        elif set(PLACEHOLDER.findall(_translation(entry))) - set(
            PLACEHOLDER.findall(message[1] + message[2])
        ):
            yield f"{app.name}: other placeholders than the source: {message[1]!r}"


def apps() -> list[Path]:
    """The apps of the source tree."""
    return sorted(path for path in SOURCE.iterdir() if (path / "apps.py").exists())


def main() -> int:
    """Check or update; the number of problems decides the exit code."""
    chosen = {name for name in sys.argv[1:] if not name.startswith("-")}
    wanted = [app for app in apps() if not chosen or app.name in chosen]
    if "--update" in sys.argv:
        for app in wanted:
            if waiting := update(app):
                print(f"{app.name}: {waiting} strings to translate")
        return 0
    problems = [text for app in wanted for text in problems_of(app)]
    print(*problems, sep="\n") if problems else print("Every string is translated.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
