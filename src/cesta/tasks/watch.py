"""A number that tells whether a task helped: what it was before, what it is to become, and what it is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["idea", "planned", "doing", "done", "verified", "dropped"]
STATUSES: tuple[Status, ...] = ("idea", "planned", "doing", "done", "verified", "dropped")


@dataclass(frozen=True, slots=True)
class Watch:
    """measure: the id of a KPI. before: its value when work began. value, low, high: as it was looked at last, `at`."""

    measure: str
    goal: float
    direction: Literal["up", "down"] = "up"
    segment: str = ""
    before: float | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    at: int = 0


def settled(status: Status, watch: Watch) -> Status:
    """What a task becomes by its number, as it was looked at last.

    Done becomes verified once the number is at its goal and surely better than before. It is planned again when the
    number fell back: verified, once it surely misses the goal; done, once it is surely worse than before. Where it
    could be either, nothing changes, so that chance does not open and close tasks.

    >>> settled("done", Watch("conversion", 0.4, before=0.3, value=0.42, low=0.39, high=0.45))
    'verified'
    >>> settled("verified", Watch("conversion", 0.4, before=0.3, value=0.38, low=0.35, high=0.41))
    'verified'
    >>> settled("verified", Watch("conversion", 0.4, before=0.3, value=0.33, low=0.30, high=0.36))
    'planned'
    """
    if watch.value is None or status not in ("done", "verified"):
        return status
    way = 1.0 if watch.direction == "up" else -1.0
    edges = [way * (watch.value if edge is None else edge) for edge in (watch.low, watch.high)]
    worst, best, goal = min(edges), max(edges), way * watch.goal
    before = None if watch.before is None else way * watch.before
    if status == "verified":
        return "planned" if best < goal else status
    if way * watch.value >= goal and (before is None or worst > before):
        return "verified"
    return "planned" if before is not None and best < before else status
