"""Which properties say what somebody does, and which say who she is: told from the events alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cesta.journeys.stays import Stays, stays_of
from cesta.journeys.units import Journeys, Places

MOST_VALUES = 12
"""A property with more values than that tells single things apart, not habits."""
MOST_TRAITS = 200
SELDOM = 0.01
"""Properties that fewer of the customers have say nothing of groups."""
STEADY = 0.97
"""A property is a trait when so many of those who have it repeatedly always have the same."""
FOLLOWS, SAME = 0.3, 0.9
"""From this share of what there is to tell, a property follows from a trait; or says the same as another one."""
ENOUGH = 20
STICKS = 0.5


@dataclass(frozen=True)
class Kinds:
    """Properties by what they tell: of habits, and of traits, which only describe."""

    habits: tuple[str, ...]
    traits: tuple[str, ...]


def kinds(journeys: Journeys) -> Kinds:
    """What sorts properties: traits never change for one customer; what follows from a trait is one, too.

    So is what never changes for one customer and one value of another property, as the system of her phone.
    """
    at = stays_of(journeys)
    owner = at.owner
    traits: dict[str, Places] = {}
    habits: dict[str, Places] = {}
    for name, column in sorted(journeys.asked.columns.props.items()):
        codes = journeys.of(column.codes).astype(np.int64)
        has = np.flatnonzero(codes >= 0)
        if not len(has) or len(np.unique(owner[has])) < SELDOM * journeys.size:
            continue
        many = len(np.unique(codes[has]))
        if many > 1 and steady(owner[has], codes[has], at.stay[has]):
            if many <= MOST_TRAITS:
                traits[name] = _everywhere(owner, codes, journeys.size)
        elif 1 < many <= MOST_VALUES:
            habits[name] = codes
    follow = {name for name, codes in habits.items() if any(told(codes, by) >= FOLLOWS for by in traits.values())}
    follow |= {name for name in habits if any(_steady_by(at, habits, name, by) for by in habits if by != name)}
    kept: dict[str, Places] = {}
    # what tells more comes first, so that of two that say the same the richer one stays
    for name in sorted(set(habits) - follow, key=lambda name: (-len(np.unique(habits[name])), name)):
        if not any(told(habits[name], by) >= SAME for by in kept.values()):
            kept[name] = habits[name]
    return Kinds(tuple(sorted(kept)), tuple(sorted({*traits, *follow})))


def behavioural(journeys: Journeys) -> tuple[str, ...]:
    """The properties that say what somebody does."""
    return kinds(journeys).habits


def _steady_by(at: Stays, habits: dict[str, Places], name: str, by: str) -> bool:
    both = np.flatnonzero((habits[name] >= 0) & (habits[by] >= 0))
    if len(both) < SAME * int((habits[name] >= 0).sum()) or told(habits[name], habits[by]) >= SAME:
        return False
    keys = at.owner[both] * (int(habits[by].max()) + 1) + habits[by][both]
    found, owner = np.unique(keys, return_inverse=True)
    owner, stay = owner.reshape(-1), at.stay[both]
    if (_different(owner, stay) > 1).sum() < max(ENOUGH, SELDOM * len(found)):
        return False
    return steady(owner, habits[name][both], stay)


def _everywhere(owner: Places, codes: Places, size: int) -> Places:
    value = np.full(size, -1)
    has = codes >= 0
    value[owner[has]] = codes[has]
    return np.asarray(value[owner])


def steady(owner: Places, codes: Places, stay: Places) -> bool:
    """Whether nearly everybody who has a property in several stays always has the same value; unknown counts as yes.

    >>> there = np.array([0, 1, 2, 3])
    >>> steady(np.array([0, 0, 1, 1]), np.array([3, 3, 2, 2]), there)
    True
    >>> steady(np.array([0, 0, 1, 1]), np.array([3, 2, 2, 2]), there)
    False
    """
    values = _different(owner, codes)
    again = _different(owner, stay) > 1
    return bool((values[again] == 1).mean() >= STEADY) if again.any() else True


def _different(owner: Places, codes: Places) -> Places:
    """For each owner, how many different codes."""
    wide = int(codes.max(initial=0)) + 1
    return np.bincount(np.unique(owner * wide + codes) // wide, minlength=int(owner.max(initial=-1)) + 1)


def told(codes: Places, by: Places) -> float:
    """The share of what there is to tell about a property that another one gives away (Theil's U).

    >>> told(np.array([0, 1, 0, 1]), np.array([5, 7, 5, 7])), told(np.array([0, 1, 0, 1]), np.array([5, 5, 7, 7]))
    (1.0, 0.0)
    """
    both = np.flatnonzero((codes >= 0) & (by >= 0))
    whole = _entropy(codes[both])
    if whole <= 0:
        return 0.0
    rest = _entropy(codes[both] * (int(by.max()) + 1) + by[both]) - _entropy(by[both])
    return 1 - rest / whole


def _entropy(keys: Places) -> float:
    shares = np.unique(keys, return_counts=True)[1] / max(len(keys), 1)
    return float(-(shares * np.log(shares)).sum())


def by_lot(stay: Places, codes: Places) -> bool:
    """Whether neighbours of one stay agree little more than by chance, so that each tells something new.

    >>> by_lot(np.zeros(40, int), np.tile([0, 1], 20)), by_lot(np.arange(40) // 4, np.arange(40) // 4 % 3)
    (True, False)
    """
    same = stay[1:] == stay[:-1]
    if same.sum() < ENOUGH:
        return False
    agree = float((codes[1:] == codes[:-1])[same].mean())
    shares = np.unique(codes, return_counts=True)[1] / len(codes)
    chance = float((shares**2).sum())
    return agree - chance < STICKS * (1 - chance)
