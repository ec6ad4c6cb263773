"""KPIs ready to be shown: each with its number now and before, how sure both are, its target, and its past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cesta.kernels.differences import difference
from cesta.measures.computed import Direction
from cesta.measures.figure import Figure
from cesta.measures.kinds import Unit

State = Literal["good", "warn", "bad", "none"]
COUNTS = ("people", "events")


@dataclass(frozen=True, slots=True)
class KpiNumber:
    """n of `of` customers enter into it, or journeys where it is of a map. low, high: 95 %. too_few: below min_n."""

    value: float | None
    low: float | None
    high: float | None
    n: int
    of: int
    too_few: bool


@dataclass(frozen=True, slots=True)
class KpiPoint:
    """The number in an earlier period, by its first and last day."""

    date_from: str
    date_to: str
    number: KpiNumber


@dataclass(frozen=True, slots=True)
class Moved:
    """now − before; relative: as a share of before. clear: the interval excludes no change. better: the way is good."""

    value: float
    low: float
    high: float
    relative: float | None
    clear: bool
    better: bool


@dataclass(frozen=True, slots=True)
class Guard:
    """Another KPI that must not get worse while this one gets better. harmed: both happened, and clearly."""

    id: str
    name: str
    harmed: bool


@dataclass(frozen=True, slots=True)
class Kpi:
    """state: against target and warn_at. sure: the interval leaves no doubt of which side of the target it is.

    question: gives this number, and with `behind` "/value" the customers it counts. problem: why there is no number.
    """

    id: str
    name: str
    description: str | None
    type: str
    unit: Unit | None
    currency: str | None
    left_out: int
    direction: Direction
    evidence: Literal["measured", "reported"]
    owner: str | None
    target: float | None
    warn_at: float | None
    state: State
    sure: bool
    journeys: bool
    map: str | None
    stage: str | None
    touchpoint: str | None
    formula: str
    now: KpiNumber | None
    before: KpiNumber | None
    moved: Moved | None
    trend: tuple[KpiPoint, ...]
    guards: tuple[Guard, ...]
    question: dict[str, object]
    problem: str | None


def number_of(found: Figure, unit: Unit, min_n: int) -> KpiNumber:
    """A figure to show: too few say nothing, but a count is what it is. A length of time rests on those who got there.

    >>> number_of(Figure(60.0, 60.0, 60.0, n=1, of=500), "seconds", min_n=30).too_few
    True
    """
    rests_on = found.n if unit == "seconds" and found.value is not None else found.of
    few = unit not in COUNTS and rests_on < min_n
    value, low, high = (None, None, None) if few else (found.value, found.low, found.high)
    return KpiNumber(value, low, high, found.n, found.of, few)


def moved(now: KpiNumber, before: KpiNumber, way: Direction) -> Moved | None:
    """How a number has changed, where both are known with their intervals."""
    if now.value is None or before.value is None:
        return None
    sides = [
        (side.value, side.value if side.low is None else side.low, side.value if side.high is None else side.high)
        for side in (now, before)
        if side.value is not None
    ]
    gap, low, high = difference(sides[0], sides[1])
    relative = gap / abs(before.value) if before.value else None
    known = None not in (now.low, now.high, before.low, before.high)
    return Moved(gap, low, high, relative, known and (low > 0 or high < 0), gap > 0 if way == "up" else gap < 0)


def state_of(
    number: KpiNumber | None, target: float | None, warn_at: float | None, way: Direction
) -> tuple[State, bool]:
    """Good at its target; else a warning, and bad beyond `warn_at`; and whether that is sure.

    >>> state_of(KpiNumber(0.3, 0.28, 0.32, 300, 1000, False), 0.35, 0.25, "up")
    ('warn', True)
    >>> state_of(KpiNumber(0.3, 0.2, 0.4, 3, 10, False), 0.25, None, "down")
    ('warn', False)
    """
    if number is None or number.value is None or target is None:
        return "none", False
    sign = 1.0 if way == "up" else -1.0
    value, wanted = sign * number.value, sign * target
    edges = [sign * edge for edge in (number.low, number.high) if edge is not None]
    sure = len(edges) == 2 and (min(edges) >= wanted or max(edges) < wanted)
    if value >= wanted:
        return "good", sure
    return ("warn" if warn_at is None or value >= sign * warn_at else "bad"), sure


def harmed(one: Moved | None, guard: Moved | None) -> bool:
    """Whether a number got better at the cost of the one that guards it."""
    if one is None or guard is None:
        return False
    return one.clear and one.better and guard.clear and not guard.better
