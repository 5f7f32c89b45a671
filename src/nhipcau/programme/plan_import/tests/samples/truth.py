"""What a sample plan says, and how close a reading comes to it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from nhipcau.common.text import fold
from nhipcau.programme.plan_import.types import ReadPlan, ReadTask


@dataclass(frozen=True)
class Truth:
    """One task as a careful reader understands it."""

    number: str
    group: str
    begins: str
    lead: str
    coordinators: tuple[str, ...]
    start: date | None
    due: date | None
    recurring: bool = False


@dataclass(frozen=True)
class Sample:
    """One plan file and its truth."""

    name: str
    build: Callable[[], bytes]
    year: int
    number: str
    tasks: tuple[Truth, ...]
    left_out: tuple[str, ...] = ()


@dataclass
class Score:
    """How many rows were right, and which misses were not doubted."""

    rows: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.right / self.rows if self.rows else 0.0


def score(sample: Sample, plan: ReadPlan) -> Score:
    """Compare row by row: lead, coordinators, due and group must all be right."""
    result = Score(rows=len(sample.tasks))
    rest = list(plan.tasks)
    for truth in sample.tasks:
        found = next(
            (task for task in rest if _plain(task.text).startswith(_plain(truth.begins))), None
        )
        if found is None:
            result.misses.append(f"{sample.name}: missing {truth.begins}")
            if not any(_plain(truth.begins) in _plain(line) for line in plan.not_understood):
                result.silent.append(f"{sample.name}: missing {truth.begins}")
            continue
        rest.remove(found)
        wrong = _differences(truth, found)
        if wrong:
            line = f"{sample.name}: {truth.begins}: {wrong} doubts={found.doubts}"
            result.misses.append(line)
            if not found.doubts:
                result.silent.append(line)
        else:
            result.right += 1
    for task in rest:
        line = f"{sample.name}: invented {task.text[:80]} ({task.lead}) doubts={task.doubts}"
        result.misses.append(line)
        if not task.doubts:
            result.silent.append(line)
    return result


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def _differences(truth: Truth, task: ReadTask) -> str:
    pairs = {
        "number": (truth.number, task.number),
        "group": (_plain(truth.group), _plain(task.group)),
        "lead": (truth.lead, task.lead),
        "coordinators": (list(truth.coordinators), task.coordinators),
        "start": (truth.start, task.start),
        "due": (truth.due, task.due),
        "recurring": (truth.recurring, task.recurring),
    }
    return "; ".join(
        f"{name} {ours!r} != {theirs!r}" for name, (ours, theirs) in pairs.items() if ours != theirs
    )
