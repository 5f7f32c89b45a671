"""The standing pages of each language, with texts that an office can start from."""

import re
from pathlib import Path

from wagtail.models import Locale

from nhipcau.web.enums import InformationKind
from nhipcau.web.models import HomePage, InformationPage
from nhipcau.web.rules.addresses import SLUGS, slug

FOLDER = Path(__file__).resolve().parent.parent / "defaults"
_HEADING = re.compile(r"^# (?P<title>.+)\n\n(?P<introduction>.+)\n\n(?P<body>[\s\S]+)$")


def ensure_standing_pages() -> int:
    """Make the standing pages that a language does not have and for which there is a text.

    Returns:
        How many pages were made.
    """
    made = 0
    for locale in Locale.objects.order_by("pk"):
        home = HomePage.objects.filter(locale=locale).first()
        if home is None:
            continue
        for kind in InformationKind.values:
            made += _ensure(home, kind)
    return made


def _ensure(home: HomePage, kind: str) -> bool:
    """Make one standing page unless it is there."""
    language = home.locale.language_code
    path = FOLDER / language / f"{kind}.html"
    if language not in SLUGS[kind] or not path.exists():
        return False
    if InformationPage.objects.filter(locale=home.locale, kind=kind).exists():
        return False
    match = _HEADING.match(path.read_text())
    if match is None:
        raise ValueError(f"{path.name} needs a title, an introduction and a body.")
    page = InformationPage(
        title=match["title"],
        slug=slug(kind, language),
        kind=kind,
        introduction=match["introduction"],
        body=match["body"].strip(),
        locale=home.locale,
    )
    sibling = InformationPage.objects.filter(kind=kind).first()
    if sibling:
        page.translation_key = sibling.translation_key
    home.refresh_from_db()
    home.add_child(instance=page)
    page.save_revision().publish(skip_permission_checks=True)
    return True
