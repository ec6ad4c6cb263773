"""Which touchpoints, and which friction at them, move what customers say and do afterwards, with all others held."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.maps.barriers.view import past_of
from cesta.maps.bind import bound, state_of
from cesta.maps.compose import Bound, Ground, Picked
from cesta.maps.friction import rubs
from cesta.maps.outcomes import RETURN, SPEND, WITHIN_DAYS, Outcome, Unit, names_of, outcome
from cesta.model.calendar import edges_until
from cesta.model.errors import unknown
from cesta.model.shape import say
from cesta.store.workspace import Workspace
from cesta.voice.drivers import Drivers, Why, drivers

Rows = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
MOST = 100_000
"""So many outcomes are looked at; of more, those of every second, third, … customer."""
_KEEP = 16
_kept: OrderedDict[Hashable, DriversView] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class OutcomeChoice:
    """An outcome that can be looked at, and how many times it is known."""

    of: str
    n: int


@dataclass(frozen=True, slots=True)
class DriverView:
    """A touchpoint that was touched before, or a kind of friction there. effect: how much higher the outcome then is,
    all others held; low, high: 95 % interval. clear: named, all comparisons counted. n: rows with it. lift: how much
    of the outcome's mean goes with it. tells: customers say there what they feel, so that it may tell a mood rather
    than move it.
    """

    touchpoint: str
    friction: str | None
    name: str
    effect: float
    low: float
    high: float
    chance: float
    clear: bool
    n: int
    lift: float
    tells: bool


@dataclass(frozen=True, slots=True)
class NotJudged:
    """A touchpoint whose effect cannot be told: too few were there or not there, or it goes with others always."""

    touchpoint: str
    name: str
    why: Why


@dataclass(frozen=True, slots=True)
class DriversView:
    """unit: of effects and the mean: points of the NPS, a share, points of a scale, money. n: of the `known` outcomes.

    explained: of the outcome's variance. days: how long after a journey, of what comes later; else None.
    """

    map: str
    of: str | None
    choices: tuple[OutcomeChoice, ...]
    unit: Unit
    n: int
    known: int
    customers: int
    mean: float
    explained: float
    days: int | None
    currency: str | None
    drivers: tuple[DriverView, ...]
    not_judged: tuple[NotJudged, ...]


def map_drivers(workspace: Workspace, map_id: str, of: str | None, picked: Picked) -> DriversView:
    """What moves an outcome of a map; without one named, the first that is known often enough.

    Raises as the map's view does, and unknown_outcome.
    """
    key = (*state_of(workspace), map_id, of, picked)
    with _lock:
        known = _kept.get(key)
    if known is None:
        found = bound(workspace, map_id, picked)
        known = drivers_of(found, of, picked.language, workspace.settings.currency)
        with _lock:
            _kept[key] = known
            while len(_kept) > _KEEP:
                _kept.popitem(last=False)
    return known


def drivers_of(found: Bound, of: str | None, language: str, currency: str | None = None) -> DriversView:
    """What moves an outcome, over the journeys that the map counts."""
    given = found.ground
    names = names_of(given)
    if of is not None and of not in names:
        raise unknown("unknown_outcome", "outcome", of, names)
    known = {name: outcome(given, name, found.book.pool) for name in names}
    choices = tuple(OutcomeChoice(name, len(one.value)) for name, one in known.items() if len(one.value) or name == of)
    enough = [one.of for one in choices if one.n >= 2 * max(given.min_n, 1)]
    of = of or (enough[0] if enough else None)
    told = known[of or names[0]]
    sampled = _sampled(given, told)
    factors, labels = _factors(found, sampled)
    whose = given.trace.cut.owner[sampled.journey]
    later = told.of in (RETURN, SPEND)
    held = _held(given, sampled)
    result = drivers(sampled.value, factors, labels, whose, held, given.min_n, themselves=later)
    stops = {stop.id: say(stop.name, language) or stop.id for stop in given.document.touchpoints}
    return DriversView(
        map=given.document.id,
        of=of,
        choices=choices,
        unit=told.unit,
        n=result.n,
        known=len(told.value),
        customers=result.customers,
        mean=result.mean,
        explained=result.explained,
        days=WITHIN_DAYS if later else None,
        currency=currency if told.of == SPEND else None,
        drivers=tuple(_views(result, stops, _telling(given))),
        not_judged=tuple(_not_judged(result, stops)),
    )


def _views(result: Drivers, stops: dict[str, str], telling: frozenset[str]) -> Iterator[DriverView]:
    for one in result.drivers:
        stop, _, kind = one.factor.partition(" ")
        yield DriverView(
            touchpoint=stop,
            friction=kind or None,
            name=stops[stop],
            effect=one.effect,
            low=one.low,
            high=one.high,
            chance=one.chance,
            clear=one.clear,
            n=one.n,
            lift=one.lift,
            tells=stop in telling,
        )


def _telling(given: Ground) -> frozenset[str]:
    """Touchpoints where most visits tell a mood."""
    told, trace = given.moods, given.trace
    there = trace.touch[told.event] == told.place
    events = np.bincount(told.place[there], minlength=len(trace.ids))
    visits = np.bincount(trace.touch[trace.touch >= 0], minlength=len(trace.ids))
    return frozenset(stop for stop, n, of in zip(trace.ids, events, visits, strict=True) if 2 * n > of)


def _not_judged(result: Drivers, stops: dict[str, str]) -> Iterator[NotJudged]:
    """Touchpoints alone: that some kind of friction is rare is no news."""
    for one in result.left_out:
        if one.factor in stops:
            yield NotJudged(one.factor, stops[one.factor], one.why)


def _sampled(given: Ground, told: Outcome) -> Outcome:
    every = -(-len(told.value) // MOST)
    if every <= 1:
        return told
    return told.only(given.trace.cut.owner[told.journey] % every == 0)


def _factors(found: Bound, told: Outcome) -> tuple[Floats, list[str]]:
    """For each row which touchpoints, and which friction at them, came before its outcome."""
    trace = found.trace
    kinds: dict[str, Mask] = {"": np.ones(len(trace.touch), np.bool_)}
    kinds.update(rubs(past_of(found.ground, found.book.pool)).items())
    columns, names = [], []
    for kind, moments in kinds.items():
        for place, stop in enumerate(trace.ids):
            events = np.append(-1, np.flatnonzero(moments & (trace.touch == place)))
            last = events[np.searchsorted(events, told.until) - 1]
            columns.append(last >= told.since)
            names.append(f"{stop} {kind}".strip())
    return np.array(columns, np.float64).reshape(len(names), len(told.value)).T, names


def _held(given: Ground, told: Outcome) -> Floats:
    """What else may move an outcome: the month, how much happened before it, and what kind of customer she is, as her
    earlier journeys show: how many there were, and in what share of them she touched each touchpoint."""
    trace, journey = given.trace, told.journey
    if not len(journey):
        return np.zeros((0, 0))
    started = trace.started[journey]
    edges = edges_until(int(started.min()), int(started.max()), "month", trace.zone)
    month = np.searchsorted(np.array(edges), started, side="right")
    months = month[:, None] == np.unique(month)[None, 1:]
    owner = trace.cut.owner
    first = np.searchsorted(owner, owner[journey])
    earlier = journey - first
    sums = np.vstack([np.zeros(len(trace.ids)), np.cumsum(trace.flow.visits > 0, axis=0)])
    habits = (sums[journey] - sums[first]) / np.maximum(earlier, 1)[:, None]
    long = np.log1p(told.until - told.since)
    return np.column_stack([months, earlier == 0, np.log1p(earlier), habits, long]).astype(np.float64)
