"""Whether customers' events hold a sequence: this, then that within a day, and nothing of the third in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.segments.tree import Step

Places = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Events:
    """Events of customers one after the other, and for each step which of them may serve it."""

    owners: Places
    times: Places
    serves: Sequence[Mask]


@dataclass(frozen=True, slots=True)
class Link:
    """How a step was reached: for each event the last one of the step before (-1: none), and its own first one."""

    before: Places
    begun: Places


def ends_of(events: Events, steps: Sequence[Step], at: int) -> tuple[Mask, list[Link]]:
    """The events that end the whole sequence, looked at from the moment `at`, and how each step was reached.

    An event's step before is always the latest that will do. That is enough: the later it is, the less has to lie
    between and the shorter is the time.
    """
    good, links, place = _begin(events, 0, steps[0]), [], 1
    links.append(Link(np.full(len(events.times), -1, np.int64), _begun(events, 0, steps[0].times)))
    while place < len(steps):
        if not steps[place].absent:
            good, link = _onward(events, good, place, steps[place], None)
        elif place == len(steps) - 1:
            within = steps[place].within or 0
            quiet = _quiet(events, events.serves[place], within)
            return good & quiet & (events.times + within <= at), links
        else:
            limit = steps[place].within
            between = events.serves[place], None if limit is None else _quiet(events, events.serves[place], limit)
            place += 1
            good, link = _onward(events, good, place, steps[place], between)
        links.append(link)
        place += 1
    return good, links


def _begun(events: Events, place: int, times: int) -> Places:
    """For each event of a step that is the last of so many, which is the first of them; -1 where there are too few."""
    begun = np.full(len(events.times), -1, np.int64)
    mine = np.flatnonzero(events.serves[place])
    first = mine[: len(mine) - times + 1] if len(mine) >= times else mine[:0]
    last = mine[times - 1 :]
    same = events.owners[first] == events.owners[last]
    begun[last[same]] = first[same]
    return begun


def _begin(events: Events, place: int, step: Step) -> Mask:
    begun = _begun(events, place, step.times)
    good = begun >= 0
    if step.within is not None:
        good &= events.times - events.times[begun] <= step.within
    return np.asarray(good)


def _onward(
    events: Events, good: Mask, place: int, step: Step, between: tuple[Mask, Mask | None] | None
) -> tuple[Mask, Link]:
    begun = _begun(events, place, step.times)
    last = np.flatnonzero(begun >= 0)
    chosen = _latest(good)[begun[last] - 1]
    chosen[begun[last] == 0] = -1
    met = _may_follow(events, chosen, last, step.within)
    if between is not None:
        absent, free = between
        met &= chosen >= _latest(absent, before=True)[last]
        if free is not None:
            other = _latest(good & free)[begun[last] - 1]
            other[begun[last] == 0] = -1
            also = _may_follow(events, other, last, step.within) & ~met
            chosen, met = np.where(also, other, chosen), met | also
    found, before = np.zeros(len(good), np.bool_), np.full(len(good), -1, np.int64)
    found[last[met]] = True
    before[last[met]] = chosen[met]
    return found, Link(before, begun)


def _may_follow(events: Events, chosen: Places, last: Places, within: int | None) -> Mask:
    met = (chosen >= 0) & (events.owners[chosen] == events.owners[last])
    if within is not None:
        met &= events.times[last] - events.times[chosen] <= within
    return np.asarray(met)


def _latest(met: Mask, *, before: bool = False) -> Places:
    """For each event the latest one that meets it, up to itself or before it; -1: none."""
    found = np.maximum.accumulate(np.where(met, np.arange(len(met)), -1)) if len(met) else np.zeros(0, np.int64)
    return np.concatenate((np.full(1, -1, np.int64), found[:-1])) if before and len(met) else found


def _quiet(events: Events, absent: Mask, within: int) -> Mask:
    """For each event whether none that is to be absent follows it so soon, of what is known."""
    size = len(absent)
    following = np.full(size, size, np.int64)
    if size > 1:
        following[:-1] = np.minimum.accumulate(np.where(absent, np.arange(size), size)[::-1])[::-1][1:]
    there = np.minimum(following, size - 1)
    soon = (following < size) & (events.owners[there] == events.owners) & (events.times[there] - events.times <= within)
    return np.asarray(~soon)


def places_of(links: Sequence[Link], steps: Sequence[Step], events: Events, end: int) -> list[int]:
    """The events of the sequence that ends with this one, in order."""
    found: list[int] = []
    positive = [place for place, step in enumerate(steps) if not step.absent]
    for place, link in zip(reversed(positive), reversed(links), strict=True):
        mine = np.flatnonzero(events.serves[place][link.begun[end] : end + 1]) + link.begun[end]
        found = [*mine.tolist(), *found]
        end = int(link.before[end])
    return found
