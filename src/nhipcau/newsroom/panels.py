"""The newsroom's part of the home page: what must I do today?"""

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from nhipcau.accounts.enums import Role
from nhipcau.common.clock import now
from nhipcau.newsroom.permissions import user_can_translate
from nhipcau.newsroom.selectors import desk
from nhipcau.newsroom.selectors.retention import drafts_removed_soon


class TodayPanel(Component):
    """Texts that wait for the person who signed in, by reason, with one link each."""

    name = "newsroom-today"
    template_name = "newsroom/home/today.html"
    order = 40

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """What waits, without empty reasons."""
        user = parent_context["request"].user
        return {"groups": [group for group in self._groups(user) if group["total"]]}

    def _groups(self, user: Any) -> list[dict[str, Any]]:
        """Every reason for which something may wait for this person."""
        groups = [
            _group(_("Awaiting your decision"), desk.awaiting_decision(user), "newsroom_approval"),
            _group(_("Returned to you"), desk.returned_to(user), "wagtailadmin_pages:edit"),
        ]
        if user.has_role(Role.EDITOR, Role.REVISER):
            # Nobody sees the scheduler's refusal: the story's page must say what is in the way.
            groups.append(
                _group(
                    _("Due, but refused: see rights of photographs and findings of the checks"),
                    desk.overdue(),
                    "wagtailadmin_pages:edit",
                )
            )
        if user.has_role(Role.REPORTER, Role.EDITOR, Role.OFFICE):
            groups.append(_group(_("Your drafts"), desk.drafts_of(user), "wagtailadmin_pages:edit"))
            soon = desk.waiting(drafts_removed_soon(user, now()))
            groups.append(
                _group(_("Removed within 30 days unless touched"), soon, "wagtailadmin_pages:edit")
            )
        if user.has_role(Role.REPORTER, Role.EDITOR):
            groups.append(
                _group(
                    _("Brought in, taken up by nobody"),
                    desk.unclaimed_drafts(),
                    "wagtailadmin_pages:edit",
                )
            )
        if user_can_translate(user):
            groups.append(
                _group(_("Begun at the desk"), desk.begun_translations(), "translation_desk")
            )
            groups.append(
                _group(
                    _("Older than their source"), desk.outdated_translations(), "translation_desk"
                )
            )
            for language in desk.target_languages():
                name = get_language_info(language)["name_translated"]
                groups.append(
                    _group(
                        _("Not yet in this language: %(language)s") % {"language": name},
                        desk.untranslated(language, limit=5),
                        "newsroom_translations",
                    )
                )
        return groups


def _group(title: str, waiting: desk.Waiting, route: str) -> dict[str, Any]:
    """One reason with its stories and where each is dealt with."""
    is_counted = waiting.total <= desk.COUNTED
    return {
        "title": title,
        "total": waiting.total,
        "total_text": waiting.total
        if is_counted
        else _("more than %(count)d") % {"count": desk.COUNTED},
        "is_counted": is_counted,
        "more": waiting.total - len(waiting.pages),
        "rows": [{"page": page, "url": reverse(route, args=[page.pk])} for page in waiting.pages],
    }
