"""A text that came back from approval: its author reads why where they work on it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from nhipcau.newsroom.selectors.returned import last_return


def tell_returned(request: HttpRequest, page: Any) -> None:
    """Say above the editor who returned the text, and why.

    Args:
        request: The request that opens the editor.
        page: The version.
    """
    state = page.current_workflow_state
    # The page also fetches parts of itself: they show no messages.
    if request.method != "GET" or request.GET or state is None:
        return
    if state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return
    returned = last_return(page)
    if returned is not None:
        messages.warning(
            request,
            _("%(name)s returned this text: “%(comment)s”")
            % {"name": returned.finished_by or "–", "comment": returned.comment},
        )
