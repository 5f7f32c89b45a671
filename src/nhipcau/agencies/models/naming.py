"""Names that change over time and exist in several languages."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nhipcau.common.clock import today
from nhipcau.common.models import Dated, Identified

SOURCE_LANGUAGE = "vi"


def record_in_force(names: Iterable[Any], language: str, day: date | None = None) -> Any:
    """Choose among the dated names of one thing; see :meth:`Named.name_record`.

    Args:
        names: Its :class:`DatedName` rows, of any language and order.
        language: BCP 47 code.
        day: Civil date; today when left out.
    """
    day = day or today()
    rows = sorted(
        (row for row in names if row.language == language),
        key=lambda row: row.valid_from or date.min,
    )
    for row in rows:
        if row.is_valid_on(day):
            return row
    earlier = [row for row in rows if row.valid_to and row.valid_to < day]
    return earlier[-1] if earlier else (rows[0] if rows else None)


class Named(Identified, Dated):
    """A body or place that exists for a time and bears dated names.

    Subclasses have a reverse relation ``names`` to a :class:`DatedName`.

    Attributes:
        code: Short stable handle for imports and addresses, ASCII.
    """

    # The reverse relation that every concrete subclass has.
    names: Any

    code = models.SlugField(
        _("code"), max_length=60, unique=True, help_text=_("Short and stable, for imports.")
    )

    class Meta(Dated.Meta):
        abstract = True

    def __str__(self) -> str:
        """The name in the language of the screen, else in Vietnamese, else the code."""
        names = list(self.names.all())
        row = record_in_force(names, get_language() or SOURCE_LANGUAGE)
        row = row or record_in_force(names, SOURCE_LANGUAGE)
        return row.name if row else self.code

    def name_record(self, language: str = SOURCE_LANGUAGE, day: date | None = None) -> Any:
        """The name in force.

        Args:
            language: BCP 47 code.
            day: Civil date; today when left out.

        Returns:
            The :class:`DatedName` valid that day, else the nearest earlier one, else the nearest
            later one; ``None`` when the language has none. It uses prefetched ``names``.
        """
        return record_in_force(self.names.all(), language, day)

    def name(self, language: str = SOURCE_LANGUAGE, day: date | None = None) -> str:
        """The name in force as text, empty when the language has none; see `name_record`."""
        row = self.name_record(language, day)
        return row.name if row else ""

    @property
    def english_name(self) -> str:
        """The English name in force today, for lists and exports."""
        return self.name("en")

    def short_name(self, language: str = SOURCE_LANGUAGE, day: date | None = None) -> str:
        """The short form in force, or the full one where there is none."""
        row = self.name_record(language, day)
        return (row.short_name or row.name) if row else ""


class DatedName(Dated):
    """One name of one thing in one language.

    Attributes:
        language: BCP 47 code.
        name: Full official name.
        short_name: Common short form or abbreviation.
        source: The document or usage the name is taken from.
    """

    language = models.CharField(_("language"), max_length=12, default=SOURCE_LANGUAGE)
    name = models.CharField(_("name"), max_length=255)
    short_name = models.CharField(_("short name"), max_length=100, blank=True)
    source = models.CharField(
        _("source"), max_length=255, blank=True, help_text=_("Where this name is laid down.")
    )

    class Meta(Dated.Meta):
        abstract = True
        ordering = ["language", "valid_from"]

    def __str__(self) -> str:
        return self.name
