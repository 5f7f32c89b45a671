"""Menu, addresses and log entries of memory, terms, alignment and checks."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.snippets.models import register_snippet

from nhipcau.translation.permissions import (
    user_can_align,
    user_can_maintain_memory,
    user_can_propose_terms,
    user_can_remember,
)
from nhipcau.translation.views.alignments import AlignmentListView, AlignmentView
from nhipcau.translation.views.memory import ChecksView, MemoryView, UpkeepView
from nhipcau.translation.views.uploads import (
    MemoryExportView,
    MemoryImportView,
    TermExportView,
    TermImportView,
)
from nhipcau.translation.viewsets.terms import ApproveTerms, RejectTerms, TermViewSet

register_snippet(TermViewSet)
hooks.register("register_bulk_action", ApproveTerms)
hooks.register("register_bulk_action", RejectTerms)


@hooks.register("register_admin_urls")
def register_engine_urls() -> list[URLPattern]:
    """Addresses of memory, alignment, exchange and checks."""
    return [
        path("translation/memory/", MemoryView.as_view(), name="translation_memory"),
        path("translation/memory/upkeep/", UpkeepView.as_view(), name="translation_memory_upkeep"),
        path(
            "translation/memory/import/",
            MemoryImportView.as_view(),
            name="translation_memory_import",
        ),
        path(
            "translation/memory/export/<slug:format>/",
            MemoryExportView.as_view(),
            name="translation_memory_export",
        ),
        path("translation/terms/import/", TermImportView.as_view(), name="translation_term_import"),
        path(
            "translation/terms/export/<slug:format>/",
            TermExportView.as_view(),
            name="translation_term_export",
        ),
        path("translation/alignments/", AlignmentListView.as_view(), name="translation_alignments"),
        path(
            "translation/alignments/<int:pk>/",
            AlignmentView.as_view(),
            name="translation_alignment",
        ),
        path("translation/checks/", ChecksView.as_view(), name="translation_checks"),
    ]


class _RoleItem(MenuItem):
    """An entry that only some people see."""

    def __init__(self, *args: Any, allowed: Any, **kwargs: Any) -> None:
        self._allowed = allowed
        super().__init__(*args, **kwargs)

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may go there."""
        return self._allowed(request.user)


_MENU = (
    ("terms", _("Official terms"), "wagtailsnippets_translation_term:list", "snippet",
     user_can_propose_terms),
    ("term-import", _("Import terms"), "translation_term_import", "upload", user_can_propose_terms),
    ("memory", _("Translation memory"), "translation_memory", "history", user_can_remember),
    ("memory-upkeep", _("Memory upkeep"), "translation_memory_upkeep", "cogs",
     user_can_maintain_memory),
    ("alignments", _("Archive alignment"), "translation_alignments", "doc-full-inverse",
     user_can_align),
    ("checks", pgettext_lazy("translation", "Checks"), "translation_checks", "check",
     user_can_propose_terms),
)  # fmt: skip


@hooks.register("register_admin_menu_item")
def register_menu() -> SubmenuMenuItem:
    """The menu of the translation app; empty menus are not shown."""
    items = [
        _RoleItem(
            label,
            reverse(address),
            name=f"translation-{name}",
            icon_name=icon,
            order=(position + 1) * 10,
            allowed=allowed,
        )
        for position, (name, label, address, icon, allowed) in enumerate(_MENU)
    ]
    return SubmenuMenuItem(
        pgettext_lazy("translation", "Translation"),
        Menu(items=items),
        name="translation",
        icon_name="globe",
        order=300,
    )


@hooks.register("register_log_actions")
def register_log_entries(actions: Any) -> None:
    """Name this app's entries in the log."""
    for code, label, message in (
        ("term.proposed", _("Propose a term"), _("The term was proposed")),
        ("term.approved", _("Approve a term"), _("The term was approved")),
        ("term.rejected", _("Reject a term"), _("The term was rejected")),
        ("term.imported", _("Import a term"), _("The term was imported")),
        ("memory.imported", _("Import into the memory"), _("A file went into the memory")),
        ("alignment.made", _("Align documents"), _("Two documents were aligned")),
        ("alignment.confirmed", _("Confirm an alignment"), _("Pairs went into the memory")),
        ("alignment.discarded", _("Discard an alignment"), _("The alignment was discarded")),
        ("checks.overridden", _("Override checks"), _("Open errors were overridden")),
    ):
        actions.register_action(f"translation.{code}", label, message)
