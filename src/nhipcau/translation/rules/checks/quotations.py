"""Whose words they are: quotations stay quotations."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nhipcau.translation.enums import Severity
from nhipcau.translation.rules.checks.base import Check, CheckedPair
from nhipcau.translation.types import Finding

_QUOTE = re.compile(
    r"“[^”]+”|\"[^\"]+\"|«[^»]+»|„[^“]+“|‘[^’]{12,}’|「[^」]+」|(?<!\w)'[^']{12,}'(?!\w)"
)
_ANY_QUOTE = re.compile('[“”"«»„]')
#: Vietnamese prose lets people speak behind a dash at the beginning of a paragraph.
_DIALOGUE = re.compile(r"^\s*[-–—]\s*\w.*[.!?…]", re.MULTILINE)
#: So long a passage in quotation marks is no title.
_LONG = 12
_SHORTEST = 3


class Quotations(Check):
    """What is quoted in the source is quoted in the translation."""

    code = "quotations"
    name = _("Quotations")
    explanation = _(
        "A passage in quotation marks must stay a quotation: readers must see whose words they "
        "are. Put the marks back, and close every pair."
    )
    severity = Severity.WARNING
    false_alarm_percent = 0.3

    def look(self, pair: CheckedPair) -> Iterable[Finding]:
        """Quotations that one side lacks; the name of an event may lose its marks."""
        if _speaks(pair.source) and not _may_speak(pair.target):
            yield self.finding(gettext("The source quotes, the translation does not."))
        elif _speaks(pair.target) and not _may_speak(pair.source):
            yield self.finding(gettext("The translation quotes, the source does not."))
        elif pair.target.count("“") != pair.target.count("”") and (
            pair.source.count("“") == pair.source.count("”")
        ):
            yield self.finding(gettext("A quotation mark is opened or closed without its partner."))


def _may_speak(text: str) -> bool:
    """Whether a text has any mark of a quotation."""
    return bool(_ANY_QUOTE.search(text) or _QUOTE.search(text) or _DIALOGUE.search(text))


def _speaks(text: str) -> bool:
    """Whether somebody's words are quoted in a text, and not only a name or a term."""
    if _DIALOGUE.search(text):
        return True
    for match in _QUOTE.finditer(text):
        words = match[0][1:-1].split()
        is_sentence = match[0][-2] in ".,!?…"
        is_introduced = text[: match.start()].rstrip().endswith((":", ","))
        is_told = re.match(r"\s*[,–-]\s*\w", text[match.end() :]) and len(words) >= _SHORTEST
        if is_sentence or is_introduced or is_told or len(words) >= _LONG:
            return True
    return False
