"""The editor of formatted text in the back office, named for those who do not see it."""

from typing import Any

from django.utils.translation import pgettext_lazy
from wagtail.admin.rich_text import DraftailRichTextArea


class NamedRichTextArea(DraftailRichTextArea):
    """Wagtail's editor with a name for screen readers.

    Wagtail ties the label of a field to a hidden input, so that what a person writes in has no
    name of its own (WCAG 4.1.2). Whoever knows a better one sets ``options["ariaLabel"]``.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options["ariaLabel"] = pgettext_lazy("editor", "Text")
