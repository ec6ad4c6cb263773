"""Whom a number of a map counts: exactly those journeys, or those people, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypedDict, Unpack

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.distinct import distinct
from cesta.maps.barriers.looking import barriers
from cesta.maps.bind import bound
from cesta.maps.compose import Bound, Picked
from cesta.maps.desired_view import desired_beside
from cesta.maps.trace import Trace
from cesta.model.errors import CestaError
from cesta.model.instant import show_instant
from cesta.store.workspace import Workspace


class Choice(TypedDict, total=False):
    """The segment and the days that the view was picked with."""

    segment: str | None
    date_from: str | None
    date_to: str | None


Outcome = Literal["reached", "lost", "open"]


@dataclass(frozen=True, slots=True)
class BehindItem:
    """A journey; for a number of people, each one's first journey counted (None without any).

    ended: None while it runs. outcome: it reached the goal, was lost, or is open.
    """

    customer: str
    started: str | None
    ended: str | None
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Behind:
    """total: the number itself, in its own unit. people: how many customers stand behind it. next: the next `after`."""

    items: tuple[BehindItem, ...]
    total: int
    people: int
    next: str | None


def behind(
    workspace: Workspace,
    map_id: str,
    pointer: str,
    *,
    limit: int = 100,
    after: str | None = None,
    text: str | None = None,
    **choice: Unpack[Choice],
) -> Behind:
    """Who stands behind the number whose `behind` is this pointer, of the view with the same choice and text.

    Raises bad_pointer, bad_value.
    """
    picked = Picked(**choice)
    if pointer.startswith("/desired/"):
        return page(desired_beside(workspace, map_id, picked).bound, pointer, limit, after)
    if pointer.startswith("/barriers/"):
        return page(barriers(workspace, map_id, picked).bound, pointer, limit, after)
    return page(bound(workspace, map_id, picked, text), pointer, limit, after)


def page(found: Bound, pointer: str, limit: int, after: str | None) -> Behind:
    """One page, in order of customer and start; `after` is the `next` of the page before."""
    begin = begin_of(after)
    trace, journeys = found.trace, found.book.journeys_behind(pointer)
    if journeys is not None:
        owners = trace.cut.owner[journeys]
        chosen = [journey_item(trace, int(journey)) for journey in journeys[begin : begin + limit]]
        total, people = len(journeys), len(distinct(owners))
    else:
        places = found.book.people_behind(pointer)
        chosen = [_person(found, int(place)) for place in places[begin : begin + limit]]
        total = people = len(places)
    end = begin + len(chosen)
    return Behind(tuple(chosen), total, people, str(end) if end < total else None)


def journey_item(trace: Trace, journey: int) -> BehindItem:
    """One journey."""
    running = bool(trace.cut.running[journey])
    return BehindItem(
        customer=trace.columns.customers[int(trace.cut.owner[journey])],
        started=show_instant(int(trace.started[journey])),
        ended=None if running else show_instant(int(trace.cut.ended[journey])),
        outcome=outcome_of(trace, journey),
    )


def outcome_of(trace: Trace, journey: int) -> Outcome:
    """How it went so far."""
    if trace.won[journey]:
        return "reached"
    return "open" if trace.open[journey] else "lost"


def _person(found: Bound, place: int) -> BehindItem:
    trace = found.trace
    hers = _journeys_of(trace.cut.owner, place)
    counted = hers[found.book.pool[hers]]
    first = counted if len(counted) else hers
    if not len(first):
        return BehindItem(trace.columns.customers[place], None, None, None)
    return journey_item(trace, int(first[0]))


def _journeys_of(owner: NDArray[np.int64], place: int) -> NDArray[np.int64]:
    low, high = np.searchsorted(owner, [place, place + 1])
    return np.arange(low, high)


def begin_of(after: str | None) -> int:
    """The place that a page begins at. Raises bad_value."""
    if after is None:
        return 0
    if not (after.isascii() and after.isdigit()):
        raise CestaError("bad_value", f'"after" cannot be {after!r}.', 'It must be the "next" of the page before.')
    return int(after)
