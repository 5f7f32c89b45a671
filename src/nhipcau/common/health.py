"""The registry of health checks: what ``nhipcau check`` looks at, told in plain words."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)


class Severity(StrEnum):
    """How bad a finding is."""

    #: Something is broken or unsafe; ``nhipcau check`` fails.
    PROBLEM = "problem"
    #: Worth knowing; the site works.
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be.

    Attributes:
        code: Stable name, such as ``accounts.no_administrator``.
        severity: How bad it is.
        message: What is the matter, one sentence in the reader's language.
        hint: What to do about it.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""


#: Looks at one side of the site at a moment (UTC) and tells what is wrong.
Check = Callable[[datetime], Iterable[Finding]]


@dataclass
class HealthRegistry:
    """All checks of the site, in the order of registration."""

    _checks: dict[str, Check] = field(default_factory=dict)

    def register(self, name: str, check: Check) -> None:
        """Add a check; called once from an app's ``ready()``.

        Args:
            name: Unique, such as ``accounts.administrators``.
            check: Looks at the site; reads only.

        Raises:
            ValueError: if another check has that name.
        """
        if name in self._checks:
            raise ValueError(f"Two health checks are called {name}.")
        self._checks[name] = check

    def names(self) -> list[str]:
        """Names of all checks."""
        return list(self._checks)

    def findings(self, now: datetime) -> Iterator[tuple[str, list[Finding]]]:
        """Run every check; one that breaks is itself a finding, and the others go on.

        Args:
            now: The present moment in UTC.

        Yields:
            The name of each check and what it found.
        """
        for name, check in self._checks.items():
            try:
                found = list(check(now))
            except Exception as error:
                logger.exception("A health check broke.", extra={"event": "check_broke"})
                found = [
                    Finding(
                        "common.check_broke",
                        Severity.PROBLEM,
                        _("The check “%(name)s” could not be made: %(error)s")
                        % {"name": name, "error": error},
                        _("Look into the log; the site may not be fully set up."),
                    )
                ]
            yield name, found


registry = HealthRegistry()
