"""What is stored, what is stale, where things were before, and the runs of periodic jobs."""

from nhipcau.publishing.models.addresses import KnownAddress
from nhipcau.publishing.models.jobs import JobRun
from nhipcau.publishing.models.queue import DirtyMark, StaleAddress
from nhipcau.publishing.models.release import Release
from nhipcau.publishing.models.stored import AnswerKey, StoredAnswer
from nhipcau.publishing.models.wire import WireItem

__all__ = [
    "AnswerKey",
    "DirtyMark",
    "JobRun",
    "KnownAddress",
    "Release",
    "StaleAddress",
    "StoredAnswer",
    "WireItem",
]
