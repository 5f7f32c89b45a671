"""The index of what is stored, what is stale, and the runs of periodic jobs."""

from nhipcau.publishing.models.jobs import JobRun
from nhipcau.publishing.models.queue import DirtyMark, StaleAddress
from nhipcau.publishing.models.stored import AnswerKey, StoredAnswer

__all__ = ["AnswerKey", "DirtyMark", "JobRun", "StaleAddress", "StoredAnswer"]
