"""The desk's registry: what can be translated, and what happens before and after.

The desk knows pages and segments. What a page is, who may translate it and what submitting it
means, the app that owns the page says in a :class:`DeskSubject`.
"""

from datetime import date
from typing import Any, Protocol

from wagtail.models import Page


class DeskSubject(Protocol):
    """One kind of page that comes to the desk."""

    def may_translate(self, user: Any, target: Page) -> bool:
        """Whether a person may work on a translation."""

    def source_of(self, target: Page) -> Page | None:
        """The page that a target is translated from."""

    def refresh(self, target: Page, actor: Any) -> None:
        """Bring the newest text of the source to the desk."""

    def has_newer_source(self, target: Page) -> bool:
        """Whether the source's text has changed since it came to the desk."""

    def why_returned(self, target: Page) -> str:
        """Who sent it back for changes and why, in a sentence; empty when nobody did."""

    def day_of(self, target: Page) -> date | None:
        """Civil day the text speaks of, for dated terms; ``None`` for today."""

    def approval_address(self, target: Page) -> str:
        """Where those who may approve decide on it."""

    def may_decide(self, user: Any, target: Page) -> bool:
        """Whether that address opens for a person."""

    def submit(self, target: Page, actor: Any) -> None:
        """Send the finished translation to those who approve it.

        Raises:
            DomainError: with a message for the person.
        """


_subjects: dict[type[Page], DeskSubject] = {}


def register(model: type[Page], subject: DeskSubject) -> None:
    """Bring a kind of page to the desk; called once from an app's ``ready()``."""
    _subjects[model] = subject


def subject_of(page: Page) -> DeskSubject | None:
    """What the owner of a page says of its translation; ``None`` for other pages."""
    return _subjects.get(type(page))
