"""Desired beside actual, ready to be drawn: the path, how many keep to it, each deviation and what goes with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.many import adjusted, difference_in_units, two_sided
from cesta.maps.bind import bound
from cesta.maps.book import Book
from cesta.maps.compose import Bound, Ground, Picked
from cesta.maps.desired import Desired, desired_of
from cesta.maps.desired_made import MadePath, made
from cesta.maps.deviations import Kind, Strayed, strays
from cesta.maps.trace import Trace
from cesta.maps.trend import last_day
from cesta.maps.view import Emotion, MapView, Number
from cesta.model.calendar import edges_until, first_day
from cesta.model.shape import say
from cesta.store.workspace import Workspace

Mask = NDArray[np.bool_]
FALSE = 0.05
"""So large a share of all differences that are called clear may be chance."""


@dataclass(frozen=True, slots=True)
class Wait:
    """From where to where it was measured, and the longest it may take. median: how long it took those who came."""

    origin: str
    target: str
    most_seconds: float
    median: Number


@dataclass(frozen=True, slots=True)
class Deviation:
    """share: of all journeys that came far enough. difference: how much more often those reach the goal that stray so.

    It is a comparison with others who came as far, not proof of a cause. chance: with all comparisons counted, how
    likely so large a difference is by chance; clear: it is below one in twenty.
    """

    kind: Kind
    touchpoint: str
    name: str
    journeys: Number
    share: Number
    goal_rate: Number
    goal_rate_without: Number
    difference: Number
    chance: float
    clear: bool
    wait: Wait | None


@dataclass(frozen=True, slots=True)
class KindCount:
    """Journeys that stray in this way anywhere."""

    kind: Kind
    journeys: Number


@dataclass(frozen=True, slots=True)
class PathStop:
    touchpoint: str
    optional: bool


@dataclass(frozen=True, slots=True)
class WantedMood:
    """The mood that is wanted at a touchpoint, beside what is known of it."""

    touchpoint: str
    wanted: float
    actual: Emotion


@dataclass(frozen=True, slots=True)
class KeepingPoint:
    """Of the journeys that start in a month, the share that keeps to the path."""

    start: str
    end: str
    keeping: Number


@dataclass(frozen=True, slots=True)
class KeepingSide:
    """The share that keeps to the path in a segment and in all others."""

    segment: str
    name: str
    inside: Number
    outside: Number
    difference: Number
    clear: bool


@dataclass(frozen=True, slots=True)
class DesiredView:
    """path: empty when the map describes no desired journey. keeping: journeys without any deviation.

    compared: how many differences were looked at; false_share: how many of those called clear may be chance. made: the
    way of those who reach the goal, to begin with.
    """

    map: str
    path: tuple[PathStop, ...]
    journeys: Number
    keeping: Number
    goal_keeping: Number
    goal_straying: Number
    difference: Number
    deviations: tuple[Deviation, ...]
    kinds: tuple[KindCount, ...]
    months: tuple[KeepingPoint, ...]
    segments: tuple[KeepingSide, ...]
    moods: tuple[WantedMood, ...]
    compared: int
    false_share: float
    made: MadePath | None


@dataclass(frozen=True, slots=True)
class Beside:
    """The view, and whom its numbers count."""

    view: DesiredView
    bound: Bound


def desired_beside(workspace: Workspace, map_id: str, picked: Picked) -> Beside:
    """The desired journey of a map beside what happened. Raises as the map's view does."""
    found = bound(workspace, map_id, picked)
    book = Book(found.book.pool, found.book.owner, found.book.min_n)
    return Beside(compare(found.ground, found.view, book, picked), replace(found, book=book))


def compare(given: Ground, view: MapView, book: Book, picked: Picked) -> DesiredView:
    """The view over the journeys of the book's pool."""
    found, document = given.trace, given.document
    desired = desired_of(document)
    rows = strays(found, document, desired, book.pool) if desired else ()
    straying = np.zeros(len(found.won), np.bool_)
    for one in rows:
        straying |= one.journeys
    everything = np.ones(len(found.won), np.bool_)
    goals = (
        _share(book, "/desired/goal_keeping", found, ~straying),
        _share(book, "/desired/goal_straying", found, straying),
    )
    deviations = _deviations(given, book, rows, picked.language)
    return DesiredView(
        map=document.id,
        path=tuple(PathStop(name, name in desired.skippable) for name in desired.order) if desired else (),
        journeys=book.count("/desired/journeys", everything),
        keeping=book.share("/desired/keeping", ~straying, everything),
        goal_keeping=goals[0],
        goal_straying=goals[1],
        difference=book.difference(*goals),
        deviations=deviations,
        kinds=tuple(_kinds(book, rows)),
        months=tuple(_months(found, book, ~straying)) if rows else (),
        segments=tuple(_segments(given, view.segment, book, ~straying, picked.language)) if rows else (),
        moods=tuple(_moods(view, desired)) if desired else (),
        compared=sum(one.difference.value is not None for one in deviations),
        false_share=FALSE,
        made=None if desired else made(found, book.pool),
    )


def _share(book: Book, pointer: str, found: Trace, base: Mask) -> Number:
    return book.share(pointer, found.won, base)


def _deviations(given: Ground, book: Book, rows: Sequence[Strayed], language: str) -> tuple[Deviation, ...]:
    names = [say(touchpoint.name, language) or touchpoint.id for touchpoint in given.document.touchpoints]
    sides = [(one.journeys & book.pool, one.peers & ~one.journeys & book.pool) for one in rows]
    enough = [min(map(np.count_nonzero, pair)) >= max(book.min_n, 1) for pair in sides]
    chances = np.ones(len(rows))
    chances[enough] = adjusted(
        np.array(
            [clustered(book.owner, *pair, given.trace.won) for pair, can in zip(sides, enough, strict=True) if can]
        )
    )
    return tuple(
        _deviation(given.trace, book, one, f"/desired/deviations/{row}", names[one.touchpoint], float(chances[row]))
        for row, one in enumerate(rows)
    )


def clustered(owner: NDArray[np.int64], inside: Mask, outside: Mask, won: Mask) -> float:
    """The chance that two sets of journeys differ so much in what they won, those of one customer hanging together.

    >>> owner, half = np.arange(100), np.arange(100) < 50
    >>> won = np.isin(np.arange(100) % 10, [0, 1, 2, 3])
    >>> clustered(owner, half, ~half, won)
    1.0
    """
    counts = [np.bincount(owner[side], minlength=1) for side in (inside, inside & won, outside, outside & won)]
    size = max(len(count) for count in counts)
    n1, k1, n2, k2 = (np.pad(count, (0, size - len(count))).astype(np.float64) for count in counts)
    if not n1.sum() or not n2.sum():
        return 1.0
    gap = k1.sum() / n1.sum() - k2.sum() / n2.sum()
    pull = (k1 - n1 * (k1.sum() / n1.sum())) / n1.sum() - (k2 - n2 * (k2.sum() / n2.sum())) / n2.sum()
    error = float(np.sqrt((pull**2).sum()))
    return two_sided(float(gap) / error) if error > 0 else 1.0


def _deviation(found: Trace, book: Book, one: Strayed, at: str, name: str, chance: float) -> Deviation:
    others = one.peers & ~one.journeys
    rates = _share(book, f"{at}/goal_rate", found, one.journeys), _share(book, f"{at}/goal_rate_without", found, others)
    difference = book.difference(*rates)
    wait = None
    if one.limit is not None and one.waiting is not None and one.waited is not None:
        inside = np.zeros(len(found.won), np.bool_)
        inside[one.waiting] = True
        median = book.quantile(f"{at}/wait/median", one.waited / 1e6, inside, 0.5)
        wait = Wait(one.limit.origin, one.limit.target, one.limit.most / 1e6, median)
    return Deviation(
        kind=one.kind,
        touchpoint=found.ids[one.touchpoint],
        name=name,
        journeys=book.count(f"{at}/journeys", one.journeys, int(np.count_nonzero(book.pool))),
        share=book.share(f"{at}/share", one.journeys, one.peers),
        goal_rate=rates[0],
        goal_rate_without=rates[1],
        difference=difference,
        chance=chance,
        clear=chance <= FALSE and difference.value is not None,
        wait=wait,
    )


def _kinds(book: Book, rows: Sequence[Strayed]) -> Iterator[KindCount]:
    kinds: tuple[Kind, ...] = ("extra", "order", "repeated", "missing", "late")
    for kind in kinds:
        anywhere = np.zeros(len(book.pool), np.bool_)
        for one in rows:
            if one.kind == kind:
                anywhere |= one.journeys
        yield KindCount(kind, book.count(f"/desired/kinds/{kind}", anywhere, int(np.count_nonzero(book.pool))))


def _months(found: Trace, book: Book, keeping: Mask) -> Iterator[KeepingPoint]:
    started = found.started[book.pool]
    if not len(started):
        return
    edges = edges_until(int(started.min()), int(started.max()), "month", found.zone)
    for row, (start, end) in enumerate(pairwise(edges)):
        inside = (found.started >= start) & (found.started < end)
        share = book.share(f"/desired/months/{row}/keeping", keeping, inside)
        yield KeepingPoint(first_day(start, "day", found.zone).isoformat(), last_day(end, found.zone), share)


def _segments(given: Ground, chosen: str | None, book: Book, keeping: Mask, language: str) -> Iterator[KeepingSide]:
    """Each segment against everybody else; clear: also when all segments looked at are counted."""
    found, members = given.trace, {name: mask for name, mask in given.members.items() if name != chosen}
    wholes = np.bincount(book.owner[book.pool], minlength=len(found.columns.customers)).astype(np.float64)
    parts = np.bincount(book.owner[book.pool & keeping], minlength=len(wholes)).astype(np.float64)
    masks = np.array(list(members.values())) if members else np.zeros((0, len(wholes)), np.bool_)
    units = difference_in_units(parts, wholes, masks)
    chances = adjusted(np.array([two_sided(float(unit)) for unit in units]))
    for row, (name, mask) in enumerate(members.items()):
        hers = mask[found.cut.owner]
        inside = book.share(f"/desired/segments/{row}/inside", keeping, hers)
        outside = book.share(f"/desired/segments/{row}/outside", keeping, ~hers)
        called = say(given.near.segments[name].name, language) or name
        clear = bool(chances[row] <= FALSE) and inside.value is not None and outside.value is not None
        yield KeepingSide(name, called, inside, outside, book.difference(inside, outside), clear)


def _moods(view: MapView, desired: Desired) -> Iterator[WantedMood]:
    for stop in (stop for stage in view.stages for stop in stage.touchpoints):
        if stop.id in desired.emotion:
            yield WantedMood(stop.id, desired.emotion[stop.id], stop.emotion)
