"""Which suspects are barriers: clear with all comparisons counted, large enough, and not explained by another one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cesta.maps.barriers.compared import Contrast, Places, contrast, kept
from cesta.maps.barriers.happened import Happened
from cesta.maps.barriers.suspects import FEWEST, LEAST, Suspect, suspects
from cesta.maps.trace import Trace

FALSE = 0.005
"""So large a share of all barriers named may be chance."""
REPEATERS = 1.3
"""With so many journeys a customer on the mean, customers are compared with themselves."""
FEWEST_PAIRS = 15.0
RELATED = 0.1
"""With a smaller correlation, one thing cannot explain what goes with another."""
ALIKE = 0.3
"""Two things that are exposed together as often as this correlation says are taken for one."""


@dataclass(frozen=True)
class FoundBarrier:
    """compared: against the same customers at other times, or against other customers. effect: what goes with it for
    the goal; None where nothing can be said."""

    suspect: Suspect
    contrast: Contrast
    effect: Contrast | None
    same_customers: bool


@dataclass(frozen=True)
class Search:
    """The barriers, surest first, and how many comparisons were made."""

    barriers: tuple[FoundBarrier, ...]
    compared: int
    same_customers: bool


def search(past: Happened) -> Search:
    """Looks for barriers in all that happened."""
    same = comes_again(past.found)
    held = [(one, _against(past, one, same, ())) for one in suspects(past)]
    held = [(one, said) for one, said in held if said.weight >= FEWEST_PAIRS]
    clear = kept(np.array([said.chance for _, said in held]), FALSE)
    worth = [pair for pair, is_clear in zip(held, clear, strict=True) if is_clear and _large(*pair)]
    worth = _where_it_shows_most(worth)
    weakest = min((said.z for (_, said), is_clear in zip(held, clear, strict=True) if is_clear), default=0.0, key=abs)
    chosen: list[tuple[Suspect, Contrast]] = []
    for one, said in worth:
        others = [other for other, _ in chosen]
        if any(_same_later(past, one, other) for other in others):
            continue
        before = [other for other in others if _not_later(past, other, one) and _related(past, one, other)]
        left = _against(past, one, same, before) if before else said
        if left.z >= abs(weakest) and _large(one, left):
            chosen.append((one, said))
    found = tuple(FoundBarrier(one, said, _effect(past, one, same), same) for one, said in chosen)
    return Search(found, len(held), same)


def _where_it_shows_most(worth: list[tuple[Suspect, Contrast]]) -> list[tuple[Suspect, Contrast]]:
    """Of one value with one kind of trouble at several steps, the step where it makes the largest difference.

    What exposes comes before the trouble that it makes: the trouble would explain it away.
    """
    largest: dict[tuple[str, str, str, int], tuple[Suspect, Contrast]] = {}
    for one, said in sorted(worth, key=lambda pair: -pair[1].difference):
        loose = one.kind in ("loop", "error") and one.value
        largest.setdefault((one.kind, one.what, one.value, -1 if loose else one.step), (one, said))
    return sorted(largest.values(), key=lambda pair: (pair[0].value == "", -pair[1].z))


def comes_again(found: Trace) -> bool:
    """Whether customers make more than one journey, so that each can be compared with herself."""
    return len(found.cut.owner) >= REPEATERS * len(np.unique(found.cut.owner)) if len(found.cut.owner) else False


def _large(one: Suspect, said: Contrast) -> bool:
    return said.difference >= LEAST[one.kind] and min(said.n1, said.n0) >= FEWEST


def _against(past: Happened, one: Suspect, same: bool, others: Sequence[Suspect]) -> Contrast:
    """The suspect among like moments: of the same customer, and as exposed to the others."""
    owner = past.owner[one.rows]
    strata = owner.copy() if same else np.zeros(len(one.rows), np.int64)
    for other in others:
        strata = strata * 3 + linked(past, other, one.rows) + 1
        strata = np.unique(strata, return_inverse=True)[1].astype(np.int64)
    return contrast(one.exposed, one.bad, strata, owner)


def _not_later(past: Happened, other: Suspect, one: Suspect) -> bool:
    return other.step == one.step or bool(past.place_of[other.step] <= past.place_of[one.step])


def _same_later(past: Happened, one: Suspect, other: Suspect) -> bool:
    """Whether the other one is the same thing, seen where it does its harm: exposed together, at a later step."""
    if _not_later(past, other, one):
        return False
    return _alike(past, one, other)[0] >= ALIKE


def _related(past: Happened, one: Suspect, other: Suspect) -> bool:
    """Whether being exposed to one goes with being exposed to the other: only then can that explain this."""
    alike, many = _alike(past, one, other)
    return abs(alike) > max(RELATED, 3 / math.sqrt(max(many, 1)))


def _alike(past: Happened, one: Suspect, other: Suspect) -> tuple[float, int]:
    """The correlation of both exposures where both are known, and at how many moments they are."""
    seen = linked(past, other, one.rows)
    both = seen >= 0
    many = int(np.count_nonzero(both))
    if many < FEWEST or len(np.unique(seen[both])) < 2 or len(np.unique(one.exposed[both])) < 2:
        return 0.0, many
    return float(np.corrcoef(seen[both], one.exposed[both])[0, 1]), many


def linked(past: Happened, other: Suspect, rows: Places) -> Places:
    """Whether the moment of the other suspect that is nearest to each of these was exposed: 1, 0, or -1 without any.

    Only moments of the same customer count, at most as far away as a goal may be.
    """
    at, exposed = other.rows, other.exposed
    right = np.searchsorted(at, rows)
    found, best = np.full(len(rows), -1, np.int64), np.full(len(rows), past.goal_within + 1, np.int64)
    # what came before explains what comes after at equal distance, so it is looked at last
    for place in (np.minimum(right, len(at) - 1), np.maximum(right - 1, 0)):
        apart = np.abs(past.times[at[place]] - past.times[rows])
        nearer = (past.owner[at[place]] == past.owner[rows]) & (apart <= best) & (apart <= past.goal_within)
        found[nearer], best[nearer] = exposed[place[nearer]], apart[nearer]
    return found


def _effect(past: Happened, one: Suspect, same: bool) -> Contrast | None:
    """How much more often the goal is missed where exposed."""
    if one.kind in ("drop_off", "help", "turning_back", "no_return"):
        return _against(past, one, same, ())
    some = past.decided(past.goal_within)[one.rows]
    rows, exposed = one.rows[some], one.exposed[some]
    owner = past.owner[rows]
    strata = owner if same else np.zeros(len(rows), np.int64)
    found = contrast(exposed, past.next_goal[rows] > past.goal_within, strata, owner)
    return found if found.weight >= FEWEST_PAIRS else None
