"""What customers say and do after their way through a map: answers, words, coming back, spending; one row each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.where import mask
from cesta.maps.barriers.view import AMOUNTS
from cesta.maps.compose import Ground
from cesta.maps.felt import UNKNOWN
from cesta.maps.rated import BEST, WORDS, WORST, rated, source_of
from cesta.maps.trace import Trace
from cesta.store.columns import Columns

Rows = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
Unit = Literal["nps", "share", "points", "money"]
RETURN, SPEND = "return", "spend"
DAY = 86_400_000_000
WITHIN_DAYS, BEFORE_DAYS = 90, 28


@dataclass(frozen=True, slots=True)
class Outcome:
    """Row by row: the journey that it comes of, its value, and which of the customer's events came before it: those
    from `since` to before `until`. Before an answer those of four weeks, before what comes later the journey's own."""

    of: str
    unit: Unit
    journey: Rows
    since: Rows
    until: Rows
    value: Floats

    def only(self, kept: Mask) -> Outcome:
        """Some of the rows."""
        return Outcome(self.of, self.unit, self.journey[kept], self.since[kept], self.until[kept], self.value[kept])


def names_of(given: Ground) -> tuple[str, ...]:
    """All outcomes that this map may have; first what customers say of recommending, then of being content."""
    sources = given.moods.mixing.names
    first = [name for name in ("nps", "csat", "stars") if name in sources]
    own = [name for name in sources if name not in (*first, WORDS)]
    return (*first, *own, WORDS, RETURN, *((SPEND,) if _amounts(given.trace) is not None else ()))


def outcome(given: Ground, of: str, pool: Mask) -> Outcome:
    """The rows of one outcome, of the journeys in the pool."""
    found = given.trace
    if of in (RETURN, SPEND):
        journey = _ended(found, pool)
        value = _came_back(found, journey) if of == RETURN else _spent(given, journey)
        cut = found.cut
        return Outcome(of, "share" if of == RETURN else "money", journey, cut.first[journey], cut.stop[journey], value)
    event, told = _answers(given, of)
    customer = np.searchsorted(found.columns.offsets, event, side="right") - 1
    journey = _journey_of(found, customer, event)
    kept = journey >= 0
    kept[kept] = pool[journey[kept]]
    unit, value = _unscaled(of, told)
    since = first_since(found.columns, customer, found.columns.times[event] - BEFORE_DAYS * DAY)
    return Outcome(of, unit, journey, since, event, value).only(kept)


def _answers(given: Ground, of: str) -> tuple[Rows, Floats]:
    """Every event that tells it, of whichever touchpoint or of none, and what it tells on the scale of feelings."""
    if of != WORDS:
        found = rated(given.trace.columns, (of,))
        return found.event, found.value
    said = given.spoken
    if said is None:
        return np.zeros(0, np.int64), np.zeros(0)
    rows = np.flatnonzero(said.felt["label"][said.text] > UNKNOWN)
    return said.event[rows], said.felt["polarity"][said.text[rows]].astype(np.float64)


def _unscaled(of: str, value: Floats) -> tuple[Unit, Floats]:
    """The answers as people know them: NPS in its points, CSAT as who is content, all else on its own scale."""
    source = source_of(of)
    if source is None:
        return "points", value
    raw = source.low + (value - WORST) / (BEST - WORST) * (source.high - source.low)
    if of == "nps":
        return "nps", 100.0 * ((raw > 8.5).astype(np.float64) - (raw < 6.5))
    if of == "csat":
        return "share", (raw > 3.5).astype(np.float64)
    return "points", raw


def _journey_of(found: Trace, customer: Rows, event: Rows) -> Rows:
    """The journey that an event belongs to or comes after; −1 for what comes before the customer's first."""
    last = np.searchsorted(found.cut.first, event, side="right") - 1
    if not len(found.cut.owner):
        return np.full(len(event), -1)
    hers = (last >= 0) & (found.cut.owner[np.maximum(last, 0)] == customer)
    return np.asarray(np.where(hers, last, -1))


def _ended(found: Trace, pool: Mask) -> Rows:
    """Journeys that ended so long ago that it is known what came of them."""
    known = found.cut.ended <= found.now - WITHIN_DAYS * DAY
    return np.flatnonzero(pool & ~found.cut.running & known)


def _came_back(found: Trace, journey: Rows) -> Floats:
    """1 for those whose customer began another journey in time."""
    if not len(journey):
        return np.zeros(0)
    then = np.minimum(journey + 1, len(found.started) - 1)
    hers = (found.cut.owner[then] == found.cut.owner[journey]) & (then > journey)
    in_time = found.started[then] <= found.cut.ended[journey] + WITHIN_DAYS * DAY
    return np.asarray(hers & in_time, np.float64)


def _amounts(found: Trace) -> Floats | None:
    """What each event is worth; None where none says so."""
    for name in AMOUNTS:
        column = found.columns.props.get(name)
        if column is not None:
            known = [float(one) if isinstance(one, int | float) and not isinstance(one, bool) else 0.0
                     for one in column.values]  # fmt: skip
            if any(known):
                return np.array([*known, 0.0])[column.codes]
    return None


def _spent(given: Ground, journey: Rows) -> Floats:
    """What the goals of the time after each journey add up to."""
    found, columns = given.trace, given.trace.columns
    amounts = _amounts(found)
    if amounts is None:
        return np.zeros(len(journey))
    goal = given.document.goal
    if goal is not None:
        amounts = np.where(mask(columns, goal.condition, zone=found.zone), amounts, 0.0)
    sums = np.concatenate([[0.0], np.cumsum(amounts)])
    owner, ended = found.cut.owner[journey], found.cut.ended[journey]
    first, stop = (first_since(columns, owner, ended + wait + 1) for wait in (0, WITHIN_DAYS * DAY))
    return np.asarray(sums[stop] - sums[first])


def first_since(columns: Columns, customer: Rows, time: Rows) -> Rows:
    """The first event of each customer at this time or later; behind her last where there is none."""
    low, high = columns.offsets[customer], columns.offsets[customer + 1]
    while (low < high).any():
        middle = (low + high) // 2
        earlier = (low < high) & (columns.times[np.minimum(middle, len(columns.times) - 1)] < time)
        low, high = np.where(earlier, middle + 1, low), np.where(earlier, high, np.maximum(low, middle))
    return low
