"""What may be a barrier: every step with every value it carries, or with a trouble that follows it, worth comparing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from cesta.journeys.where import text_of
from cesta.maps.barriers.compared import Mask, Places
from cesta.maps.barriers.happened import BACK_WITHIN, MINUTE, SOON, Happened

Kind = Literal["drop_off", "error", "loop", "wait", "help", "turning_back", "no_return"]
FEWEST = 40
"""So many moments on each side, at least, are compared."""
MOST_VALUES = 24
"""A property with more values at a step names single things, not kinds of things."""
LEAST: dict[Kind, float] = {
    "drop_off": 0.05,
    "error": 0.05,
    "loop": 0.10,
    "wait": 0.30,
    "help": 0.05,
    "turning_back": 0.10,
    "no_return": 0.05,
}
"""A smaller difference of shares is nothing worth a person's time."""
USUAL = 0.10
"""A trouble that follows fewer moments of a step is not a barrier of the step by itself."""
AFTER = 0.9
"""A step comes after the goal when so many of its moments do."""
HOUR = 60 * MINUTE
SEASON = 0.25
"""So far may the days of a value lie from those of the others (Kolmogorov and Smirnov's distance)."""


@dataclass(frozen=True)
class Suspect:
    """At the events `rows` of a step: were they `exposed`, and did the bad thing happen?

    what, value: the property and its value that expose, or the trouble (help, error, turning) or the event between.
    """

    kind: Kind
    step: int
    what: str
    value: str
    rows: Places
    exposed: Mask
    bad: Mask


def suspects(past: Happened) -> Iterator[Suspect]:
    """All that is worth comparing."""
    codes = past.codes[past.rows]
    for step in np.flatnonzero(np.bincount(codes, minlength=len(past.names)) >= 2 * FEWEST).tolist():
        rows = past.rows[codes == step]
        goal = bool(past.goal[rows].any())
        for what, value, exposed in _values(past, rows):
            for kind, some, bad in _outcomes(past, step, rows, goal):
                yield Suspect(kind, step, what, value, rows[some], exposed[some], bad)
        if not goal:
            yield from _troubles(past, step, rows)
    yield from _waits(past)


def _outcomes(past: Happened, step: int, rows: Places, goal: bool) -> Iterator[tuple[Kind, Mask, Mask]]:
    """What may go wrong at a step: kind, of which moments it is known, and whether it did."""
    everything = np.ones(len(rows), np.bool_)
    if not goal:
        some = past.decided(past.goal_within)[rows] & past.on_the_way[rows]
        yield "drop_off", some, past.next_goal[rows[some]] > past.goal_within
    if past.errs[rows].any():
        yield "error", everything, past.errs[rows]
    if past.rounds[rows].any() and not past.errors[step]:
        yield "loop", everything, past.rounds[rows]
    behind = past.after_goal[rows] | past.goal[rows]
    some = past.decided(BACK_WITHIN)[rows] & behind
    if behind.mean() >= AFTER and some.any():
        yield "no_return", some, ~past.comes_back[rows[some]]


def _values(past: Happened, rows: Places) -> Iterator[tuple[str, str, Mask]]:
    for name, column in past.found.columns.props.items():
        codes = np.asarray(column.codes[rows], np.int64)
        known = codes >= 0
        if np.count_nonzero(known) < 2 * FEWEST:
            continue
        many = np.bincount(codes[known], minlength=len(column.values))
        if np.count_nonzero(many) > MOST_VALUES or np.count_nonzero(many) < 2:
            continue
        for code in np.flatnonzero((many >= FEWEST) & (len(rows) - many >= FEWEST)).tolist():
            exposed = codes == code
            if not _says_how_many_th(past, rows, exposed) and not _says_when(past.times[rows], exposed):
                yield name, text_of(column.values[code]), exposed


def _says_how_many_th(past: Happened, rows: Places, exposed: Mask) -> bool:
    """Whether the value only tells a customer's first time from later ones."""
    first = np.ones(len(rows), np.bool_)
    first[1:] = np.diff(past.owner[rows]) != 0
    if first.all() or not first.any():
        return False
    return bool(abs(exposed[first].mean() - exposed[~first].mean()) > 0.5)


def _says_when(times: Places, exposed: Mask) -> bool:
    """Whether the value belongs to some days, as a campaign does: then any difference may be the season's."""
    order = np.argsort(times, kind="stable")
    n1, n0 = int(exposed.sum()), int((~exposed).sum())
    apart = np.abs(np.cumsum(exposed[order]) / n1 - np.cumsum(~exposed[order]) / n0).max()
    return bool(apart > max(SEASON, 2 * np.sqrt(1 / n1 + 1 / n0)))


def _troubles(past: Happened, step: int, rows: Places) -> Iterator[Suspect]:
    """Steps after which many ask for help, hit an error or turn back, and then do not reach the goal."""
    rows = rows[past.decided(past.goal_within)[rows] & past.on_the_way[rows]]
    bad = past.next_goal[rows] > past.goal_within
    if len(rows) < 2 * FEWEST or past.helps[step] or past.errors[step]:
        return
    troubles: tuple[tuple[Kind, str, Mask], ...] = (
        ("help", "help", past.asks[rows]),
        ("error", "error", past.errs[rows]),
        ("turning_back", "turning", past.turns[rows]),
    )
    for kind, what, exposed in troubles:
        if kind == "turning_back" and not _committed(past, bad):
            continue
        if USUAL <= exposed.mean() <= 1 - USUAL and np.count_nonzero(exposed) >= FEWEST:
            yield Suspect(kind, step, what, "", rows, exposed, bad)


def _committed(past: Happened, bad: Mask) -> bool:
    """Who is here reaches the goal at twice the odds of a beginning: turning back is no mere looking round."""
    starts = past.found.cut.first
    starts = starts[past.decided(past.goal_within)[starts]]
    if not len(starts) or not len(bad):
        return False
    usual, here = float((past.next_goal[starts] <= past.goal_within).mean()), float(1 - bad.mean())
    return here / max(1 - here, 1e-9) >= 2 * usual / max(1 - usual, 1e-9)


def _waits(past: Happened) -> Iterator[Suspect]:
    """Steps between two others that make the way between them much longer than it is without."""
    codes, times = past.codes, past.times
    # what comes next must be a step on the map, and no new beginning
    onward = np.zeros(len(codes), np.bool_)
    onward[:-1] = (past.following[:-1] >= 0) & (past.found.touch[1:] >= 0) & ~past.starts[1:]
    places = past.rows[onward[past.rows]]
    for step in np.unique(codes[places]).tolist():
        at = places[(codes[places] == step) & (places > 0)]
        at = at[past.owner[at - 1] == past.owner[at]]
        if len(at) < FEWEST:
            continue
        before, after = _most(codes[at - 1]), _most(past.following[at])
        via = at[(codes[at - 1] == before) & (past.following[at] == after)] - 1
        direct = places[(codes[places] == before) & (past.following[places] == after)]
        if step in (before, after) or before == after or min(len(via), len(direct)) < FEWEST:
            continue
        slow, quick, own = times[via + 2] - times[via], times[direct + 1] - times[direct], past.gap[via + 1]
        much = max(HOUR, 3 * float(np.median(quick)))
        came = times[via + 1] - times[via]
        if np.median(slow) < np.median(quick) + much or np.median(own) < np.median(slow) / 2:
            continue
        if np.median(came) > max(SOON, float(np.median(quick))):
            continue  # the way was long before the step came
        rows = np.sort(np.concatenate([via, direct]))
        exposed = np.isin(rows, via)
        took = np.where(exposed, times[np.minimum(rows + 2, len(times) - 1)], times[rows + 1]) - times[rows]
        yield Suspect("wait", step, "between", past.names[after], rows, exposed, took > much)


def _most(codes: Places) -> int:
    return int(np.bincount(codes).argmax())
