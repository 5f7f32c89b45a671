"""Writing to the log that the back office shows; entries never expire."""

from typing import Any

from django.db import models
from wagtail.log_actions import log

from nhipcau.accounts.enums import AuditCode
from nhipcau.accounts.models import User
from nhipcau.accounts.types import Actor


def record(
    *,
    code: AuditCode,
    subject: models.Model,
    actor: Actor | None,
    data: dict[str, Any] | None = None,
) -> None:
    """Write one entry to the log.

    Args:
        code: What happened.
        subject: The user or invitation it happened to.
        actor: Who did it; nothing for the program or for somebody not signed in.
        data: Details without any network address.
    """
    log(subject, code.value, user=actor if isinstance(actor, User) else None, data=data or {})
