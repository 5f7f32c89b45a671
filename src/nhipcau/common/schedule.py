"""The registry of periodic jobs: apps say what and when, the scheduler process does it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from nhipcau.common.clock import CIVIL_ZONE, civil


@dataclass(frozen=True)
class Job:
    """Something done again and again, idempotent and short.

    Attributes:
        name: Unique, such as ``newsroom.keep_schedule``.
        run: Does it, for a moment (UTC).
        every: Time from one start to the next, or ``None`` for a daily job.
        at: Civil time (Asia/Ho_Chi_Minh) of a daily job.
    """

    name: str
    run: Callable[[datetime], object]
    every: timedelta | None = None
    at: time | None = None

    def due_at(self, last: datetime | None, now: datetime) -> datetime:
        """When the job is due next.

        Args:
            last: Start of its last run, if it ever ran.
            now: The present moment, all in UTC.

        Returns:
            A moment not after ``now`` if it is due. A daily job that was missed while the site
            was down is due at once; one that never ran waits for its hour.
        """
        if self.every is not None:
            return now if last is None else last + self.every
        hour = self.at or time(3)
        today = datetime.combine(civil(now).date(), hour, CIVIL_ZONE)
        if last is None:
            return today if today >= now else today + timedelta(days=1)
        after = datetime.combine(civil(last).date(), hour, CIVIL_ZONE)
        return after if after > last else after + timedelta(days=1)


@dataclass
class JobRegistry:
    """All periodic jobs."""

    _jobs: dict[str, Job] = field(default_factory=dict)

    def register(self, job: Job) -> None:
        """Add a job; called once from an app's ``ready()``.

        Raises:
            ValueError: if another job has that name, or the job says neither or both of
                ``every`` and ``at``.
        """
        if job.name in self._jobs:
            raise ValueError(f"Two periodic jobs are called {job.name}.")
        if (job.every is None) == (job.at is None):
            raise ValueError(f"{job.name} needs either `every` or `at`.")
        self._jobs[job.name] = job

    def __iter__(self) -> Iterator[Job]:
        """The jobs in the order of registration."""
        return iter(self._jobs.values())


registry = JobRegistry()
