"""Where the way is rough: angry and dead clicks, errors, tries again, turns back, calls for help. No mood is in it."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.intervals import wilson
from cesta.maps.barriers.happened import SOON, WEEK, Happened
from cesta.maps.barriers.view import past_of
from cesta.maps.bind import bound
from cesta.maps.compose import Bound, Ground, Picked
from cesta.maps.view import Number
from cesta.store.workspace import Workspace

Mask = NDArray[np.bool_]
Kind = Literal["rage", "dead", "error", "again", "back", "help", "contact"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_RAGE, _DEAD = re.compile(r"rage", re.IGNORECASE), re.compile(r"dead_?click", re.IGNORECASE)
_KEEP = 16
_kept: OrderedDict[Hashable, FrictionView] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class FrictionPart:
    """One kind of friction: in how many of the journeys that touched the touchpoint it happened there."""

    kind: Kind
    journeys: Number


@dataclass(frozen=True, slots=True)
class StopFriction:
    """journeys: those with any friction at the touchpoint. parts: kinds that happened at all, the commonest first."""

    touchpoint: str
    journeys: Number
    parts: tuple[FrictionPart, ...]


@dataclass(frozen=True, slots=True)
class FrictionView:
    """Every touchpoint of a map in its order."""

    stops: tuple[StopFriction, ...]


def friction(workspace: Workspace, map_id: str, picked: Picked) -> FrictionView:
    """Raises as the map's view does."""
    key = (str(workspace.root), workspace.generation(), map_id, picked)
    with _lock:
        known = _kept.get(key)
    if known is None:
        known = friction_of(bound(workspace, map_id, picked))
        with _lock:
            _kept[key] = known
            while len(_kept) > _KEEP:
                _kept.popitem(last=False)
    return known


def friction_of(found: Bound) -> FrictionView:
    """The friction at each touchpoint, over the journeys that the map counts."""
    pool = found.book.pool
    past = past_of(found.ground, pool)
    return FrictionView(tuple(_stops(found.ground, past, pool, rubs(past))))


def rubs(past: Happened) -> Mapping[Kind, Mask]:
    """For each kind the moments at which it happened: to the customer, at once (a second contact: within a week)."""
    rage, dead = (np.array([bool(form.search(name)) for name in past.names], np.bool_) for form in (_RAGE, _DEAD))
    then = np.maximum(past.following, 0)
    soon = (past.following >= 0) & (past.gap <= SOON)
    helps = past.helps[past.codes]
    return {
        "rage": soon & rage[then],
        "dead": soon & dead[then],
        "error": past.errs & ~rage[then] & ~dead[then],
        "again": past.rounds,
        "back": past.turns,
        "help": past.asks & ~helps,
        "contact": helps & (past.until(helps) <= WEEK),
    }


def journeys_with(past: Happened, moments: Mask, touchpoint: int) -> NDArray[np.int64]:
    """The journeys that had such a moment at the touchpoint."""
    rows = past.rows[moments[past.rows] & (past.found.touch[past.rows] == touchpoint)]
    return np.unique(past.found.journey[rows])


def _stops(given: Ground, past: Happened, pool: Mask, rough: Mapping[Kind, Mask]) -> Iterator[StopFriction]:
    for place, touchpoint in enumerate(given.trace.ids):
        of = int(np.count_nonzero(given.trace.touched(place) & pool))
        hit = {kind: journeys_with(past, moments, place) for kind, moments in rough.items()}
        parts = [FrictionPart(kind, _share(len(those), of, given.min_n)) for kind, those in hit.items() if len(those)]
        everyone = np.unique(np.concatenate(list(hit.values())))
        parts.sort(key=lambda part: -part.journeys.n)
        yield StopFriction(touchpoint, _share(len(everyone), of, given.min_n), tuple(parts))


def _share(n: int, of: int, min_n: int) -> Number:
    if of == 0 or of < min_n:
        return Number(None, "share", n, of, too_few=True)
    return Number(n / of, "share", n, of, *wilson(n, of))
