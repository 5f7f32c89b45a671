"""The public glossary: official terms with search, one page a language."""

from collections.abc import Iterator
from datetime import datetime, time

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Locale

from nhipcau.common.clock import CIVIL_ZONE
from nhipcau.common.surfaces import Priority, Rendered, chrome
from nhipcau.translation.rules.addresses import glossary_address
from nhipcau.translation.selectors.glossary import next_validity_change, public_glossary
from nhipcau.translation.services.terms import GLOSSARY_KEY


def _languages() -> list[str]:
    """The site's languages, Vietnamese first."""
    codes = Locale.objects.order_by("pk").values_list("language_code", flat=True)
    return sorted(codes, key=lambda code: code != "vi")


class GlossarySurface:
    """The glossary of official terms.

    Template ``translation/public/glossary.html``. Context: the base template's own
    (``language address page_title description alternates chrome now``), ``letters`` (list of
    :class:`nhipcau.translation.selectors.glossary.GlossaryLetter`), ``total`` and ``target``
    (language of the translations). Search in the page is a small script; without JavaScript the
    browser's own search serves.
    """

    name = "translation.glossary"
    priority = Priority.LIST

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The glossary in a language of the site."""
        language = next((code for code in _languages() if glossary_address(code) == address), None)
        if language is None:
            return None
        with translation.override(language):
            letters = public_glossary(language, now)
            context = {
                "language": language,
                "address": address,
                "page_title": gettext("Glossary"),
                "description": gettext(
                    "Official terms and names in Vietnamese and in translation."
                ),
                "alternates": [
                    {
                        "language": code,
                        "address": glossary_address(code),
                        "is_missing": False,
                        "is_current": code == language,
                    }
                    for code in _languages()
                ],
                "chrome": chrome(language, address, now),
                "now": now,
                "letters": letters,
                "total": sum(len(letter.rows) for letter in letters),
                "target": "en" if language == "vi" else language,
            }
            body = render_to_string("translation/public/glossary.html", context).encode()
        change = next_validity_change(now)
        until = datetime.combine(change, time.min, CIVIL_ZONE) if change else None
        return Rendered(
            body, keys=frozenset({GLOSSARY_KEY, f"chrome:{language}"}), valid_until=until
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """One page a language."""
        for language in _languages():
            yield glossary_address(language)
