"""What Wagtail calls when a workflow is done.

Wagtail imports this module while its own models are still being defined, so nothing that needs
models may be imported at the top.
"""

from typing import Any


def finish_workflow(workflow_state: Any, user: Any = None) -> None:
    """Publish exactly what was approved.

    Args:
        workflow_state: The finished workflow.
        user: Who approved last.
    """
    from nhipcau.newsroom.services.publication import publish_approved

    publish_approved(page=workflow_state.content_object.specific, actor=user)
