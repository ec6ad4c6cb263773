"""What moves an outcome: each factor's effect with all others held, how sure it is, and which are more than chance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.intervals import student_below, student_quantile
from cesta.kernels.many import adjusted

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]
FALSE = 0.05
"""So large a share of all drivers that are named may be chance."""
_SAME = 1e-7
"""A factor of which so little is left when the others are known cannot be told from them."""
Why = Literal["rare", "same"]


@dataclass(frozen=True, slots=True)
class Driver:
    """How much higher the outcome is for one step of the factor (there and not there, one point of a scale).

    low, high: 95 % interval, of this one alone. chance: the smallest share of false finds at which it would be named,
    all comparisons counted. n, of: rows with the factor, of all; mean: the factor's mean. lift: how much of the
    outcome's mean goes with the factor as it is. clear: named, and then only one in twenty is chance.
    """

    factor: str
    effect: float
    low: float
    high: float
    chance: float
    clear: bool
    n: int
    of: int
    mean: float
    lift: float


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A factor that cannot be judged: there, or not there, too rarely; or the same as others together."""

    factor: str
    why: Why


@dataclass(frozen=True, slots=True)
class Drivers:
    """Largest first, the clear ones before the others. mean: the outcome's. explained: of its variance, 0 to 1."""

    n: int
    customers: int
    mean: float
    explained: float
    drivers: tuple[Driver, ...]
    left_out: tuple[LeftOut, ...]


def drivers(
    outcome: Floats,
    factors: Floats,
    names: Sequence[str],
    customers: Rows,
    held: Floats,
    min_n: int = 30,
    *,
    themselves: bool = False,
) -> Drivers:
    """Least squares of the outcome on all factors (N × K) and what else is held (N × H).

    Rows of one customer may hang together in any way: errors are those of Liang and Zeger (1986), with Student's
    distribution over the number of customers. themselves: only what also shows where each customer is compared with
    herself alone is clear, so that it is not merely another kind of customers.

    >>> x = np.array([[0.0], [0], [0], [1], [1], [1]])
    >>> found = drivers(np.array([1.0, 2, 3, 4, 5, 6]), x, ["late"], np.arange(6), np.zeros((6, 0)), min_n=2)
    >>> found.mean, round(found.drivers[0].effect, 3), found.drivers[0].n
    (3.5, 3.0, 3)
    """
    n, left = len(outcome), []
    people = len(np.unique(customers))
    used = [place for place in range(len(names)) if _is_common(factors[:, place], min_n)]
    left += [LeftOut(name, "rare") for place, name in enumerate(names) if place not in used]
    design = np.column_stack([np.ones(n), held])
    design = design[:, _independent(design)]
    first = design.shape[1]
    kept = [used[at - first] for at in _independent(np.column_stack([design, factors[:, used]])) if at >= first]
    kept = _apart(design, factors, kept, min_n)
    left += [LeftOut(names[place], "same") for place in used if place not in kept]
    whole = np.column_stack([design, factors[:, kept]])
    if people < 2 or n <= whole.shape[1]:
        return Drivers(n, people, float(outcome.mean()) if n else 0.0, 0.0, (), tuple(left))
    fitted = _fit(outcome, whole, customers, people)
    spread = float(((outcome - outcome.mean()) ** 2).sum())
    explained = 1 - float((fitted.rest**2).sum()) / spread if spread > 0 else 0.0
    found = list(_told(fitted, factors, names, kept, people))
    if themselves:
        sure = _shown_within(
            outcome, whole, customers, {names[place]: first + at for at, place in enumerate(kept)}, found
        )
        found = [replace(one, clear=one.factor in sure) for one in found]
    found.sort(key=lambda one: (not one.clear, -abs(one.effect * _spread(factors, names, one.factor))))
    return Drivers(n, people, float(outcome.mean()), max(0.0, explained), tuple(found), tuple(left))


@dataclass(frozen=True, slots=True)
class _Fit:
    effects: Floats
    errors: Floats
    rest: Floats


def _fit(outcome: Floats, design: Floats, customers: Rows, people: int) -> _Fit:
    """The coefficients, and their errors with customers as what is independent."""
    n, k = design.shape
    bread = np.linalg.inv(design.T @ design)
    effects = bread @ (design.T @ outcome)
    rest = outcome - design @ effects
    _, whose = np.unique(customers, return_inverse=True)
    scores = np.zeros((people, k))
    np.add.at(scores, whose, design * rest[:, None])
    few = people / (people - 1) * (n - 1) / (n - k)
    spread = bread @ (scores.T @ scores) @ bread * few
    return _Fit(effects, np.sqrt(np.maximum(np.diag(spread), 0.0)), rest)


def _told(fit: _Fit, factors: Floats, names: Sequence[str], kept: Sequence[int], people: int) -> Iterator[Driver]:
    if not kept:
        return
    effects, errors = fit.effects[-len(kept) :], fit.errors[-len(kept) :]
    counted = adjusted(_chances(effects, errors, people))
    half = student_quantile(people - 1) * errors
    for at, place in enumerate(kept):
        column = factors[:, place]
        yield Driver(
            factor=names[place],
            effect=float(effects[at]),
            low=float(effects[at] - half[at]),
            high=float(effects[at] + half[at]),
            chance=float(counted[at]),
            clear=bool(counted[at] <= FALSE),
            n=int(np.count_nonzero(column)),
            of=len(column),
            mean=float(column.mean()),
            lift=float(effects[at] * column.mean()),
        )


def _chances(effects: Floats, errors: Floats, people: int) -> Floats:
    """How likely effects so far from nothing would be if there were none."""
    sure = errors > 1e-12 * np.maximum(np.abs(effects), 1.0)
    ratio = np.abs(effects) / np.where(sure, errors, 1.0)
    chances = np.array([2 * (1 - student_below(float(one), people - 1)) for one in ratio])
    return np.maximum(np.where(sure, chances, np.where(effects, 0.0, 1.0)), 0.0)


def _shown_within(
    outcome: Floats, whole: Floats, customers: Rows, places: Mapping[str, int], found: Sequence[Driver]
) -> set[str]:
    """Of the clear drivers those that show, the same way, in the differences of each customer from her own mean."""
    clear = {places[one.factor]: one for one in found if one.clear}
    _, whose, many = np.unique(customers, return_inverse=True, return_counts=True)
    again = many[whose] > 1
    own = np.column_stack([outcome, whole]) - _means(np.column_stack([outcome, whole]), whose, many)[whose]
    own, people = own[again], int(np.count_nonzero(many > 1))
    kept = _independent(own[:, 1:]) if people > 1 else []
    told = [place for place in kept if place in clear]
    if not told or len(own) - people <= len(kept):
        return set()
    fit = _fit(own[:, 0], own[:, 1:][:, kept], customers[again], people)
    at = [kept.index(place) for place in told]
    counted = adjusted(_chances(fit.effects[at], fit.errors[at], people))
    return {
        clear[place].factor
        for place, effect, chance in zip(told, fit.effects[at], counted, strict=True)
        if chance <= FALSE and effect * clear[place].effect > 0
    }


def _means(table: Floats, whose: Rows, many: Rows) -> Floats:
    sums = np.zeros((len(many), table.shape[1]))
    np.add.at(sums, whose, table)
    return np.asarray(sums / many[:, None])


def _is_common(column: Floats, min_n: int) -> bool:
    """Whether enough rows lie apart from the commonest value, and enough have it."""
    _, counts = np.unique(column, return_counts=True)
    return len(counts) > 1 and len(column) - int(counts.max()) >= max(min_n, 1) <= int(counts.max())


def _independent(design: Floats) -> list[int]:
    """Of these columns those that the ones before do not already tell."""
    rest = np.abs(np.diag(np.linalg.qr(design, mode="r")))
    whole = np.linalg.norm(design, axis=0)[: len(rest)]
    return np.flatnonzero(rest > _SAME * np.maximum(whole, 1e-300)).tolist()


def _apart(design: Floats, factors: Floats, kept: list[int], min_n: int) -> list[int]:
    """Those factors whose effects rest on enough rows: what others do not tell of one must not lie in a few alone."""
    kept = list(kept)
    while kept:
        whole = np.column_stack([design, factors[:, kept]])
        bread = np.linalg.inv(whole.T @ whole)[:, -len(kept) :]
        own = (whole @ (bread / np.diag(bread[-len(kept) :]))) ** 2
        rows = own.sum(axis=0) ** 2 / np.maximum((own**2).sum(axis=0), 1e-300)
        worst = len(kept) - 1 - int(np.argmin(rows[::-1]))
        if rows[worst] >= min_n / 2:
            break
        del kept[worst]
    return kept


def _spread(factors: Floats, names: Sequence[str], name: str) -> float:
    return float(factors[:, list(names).index(name)].std())
