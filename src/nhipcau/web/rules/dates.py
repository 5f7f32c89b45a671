"""Dates in the manner of each language. Languages not listed get ISO 8601 dates."""

from datetime import date, datetime

_MONTHS = {
    language: tuple(names.split())
    for language, names in {
        "en": "January February March April May June "
        "July August September October November December",
        "fr": "janvier février mars avril mai juin "
        "juillet août septembre octobre novembre décembre",
        "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "es": "enero febrero marzo abril mayo junio "
        "julio agosto septiembre octubre noviembre diciembre",
    }.items()
}


def day(value: date, language: str) -> str:
    """A civil date.

    Args:
        value: The date.
        language: BCP 47 code.

    Returns:
        ``04/03/2020`` in Vietnamese, ``4 March 2020`` in English, ``1er mars 2020`` in French.
    """
    if language == "vi":
        return f"{value:%d/%m/%Y}"
    if language not in _MONTHS:
        return value.isoformat()
    name = _MONTHS[language][value.month - 1]
    if language == "de":
        return f"{value.day}. {name} {value.year}"
    if language == "es":
        return f"{value.day} de {name} de {value.year}"
    number = "1er" if language == "fr" and value.day == 1 else str(value.day)
    return f"{number} {name} {value.year}"


def moment(value: datetime, language: str) -> str:
    """A wall-clock moment, as :func:`day` with hours and minutes.

    Args:
        value: The moment, already in the civil time zone.
        language: BCP 47 code.
    """
    if language == "vi":
        return f"{value:%H:%M}, {day(value.date(), language)}"
    clock = f"{value:%H} h {value:%M}" if language == "fr" else f"{value:%H:%M}"
    return f"{day(value.date(), language)}, {clock}"


def month(value: date, language: str) -> str:
    """A civil month, such as ``Tháng 3/2020`` or ``March 2020``."""
    if language == "vi":
        return f"Tháng {value.month}/{value.year}"
    if language not in _MONTHS:
        return f"{value:%Y-%m}"
    joint = " de " if language == "es" else " "
    return f"{_MONTHS[language][value.month - 1]}{joint}{value.year}"
