"""Which language stands in for one that there is not."""

from collections.abc import Sequence

#: Of guests from abroad the most read it.
GUESTS = "en"


def language_for_guests(available: Sequence[str]) -> str:
    """The language for readers whose own there is not.

    Args:
        available: BCP 47 codes to choose from, at least one, the site's own language first.

    Returns:
        English if there is any, since such readers are guests from abroad; else the first.
    """
    return GUESTS if GUESTS in available else available[0]
