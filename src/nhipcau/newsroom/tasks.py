"""Periodic work of the newsroom."""

from datetime import time

from nhipcau.common.schedule import Job, registry
from nhipcau.newsroom.services.retention import expire_work


def register_jobs() -> None:
    """Add the newsroom's jobs to the scheduler's; called once."""
    registry.register(Job("newsroom.expire_work", expire_work, at=time(2, 40)))
