"""How customers come and go: the pause that ends a visit, and the silence after which a journey is over."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.cut import cut
from cesta.kernels.picking import session_numbers
from cesta.maps.propose.words import listed
from cesta.maps.trace import journey_of
from cesta.model.duration import duration
from cesta.store.columns import Columns

Places = NDArray[np.int64]
DAY = duration("1d")
VISIT = duration("30m")
LADDER = tuple(
    map(
        duration,
        listed("5m 15m 30m 1h 2h 4h 12h 1d 2d 3d 7d 14d 30d 45d 60d 90d 120d 180d 365d 730d 1460d 3650d"),
    )
)
"""The silences that a map may name."""
PART = 4
"""A silence is at most this part of all that is known: a longer one would leave nearly every journey open."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """visit: the longest pause within a visit. silence: ends a journey. after: ends one that would never fall silent.

    once: customers walk the way once, as cases do; what comes after a long pause goes on rather than begins again.
    calls: events that call customers to come; where they never fall silent, each begins a journey.
    """

    visit: int
    silence: int
    after: int | None
    once: bool
    calls: tuple[str, ...] = ()

    def visits(self, columns: Columns) -> Places:
        """For each event, the number of its visit."""
        return session_numbers(columns.offsets, columns.times, self.visit, False)

    def journeys(self, columns: Columns) -> Places:
        """For each event, the number of its journey; -1 where it is in none."""
        if not self.calls:
            return session_numbers(columns.offsets, columns.times, self.silence, False)
        starts = np.isin(columns.codes, [code for code, name in enumerate(columns.names) if name in self.calls])
        ends = np.zeros(len(starts), dtype=np.bool_)
        now = columns.as_of or 0
        return journey_of(cut(columns.offsets, columns.times, starts, ends, now, after=self.after), len(starts))


def rhythm(columns: Columns) -> Rhythm:
    """Reads the pauses between the events of each customer.

    A silence is long enough for three pauses in four, and for nine in ten of those after which a customer goes on with
    something rather than starts anew: a parcel that comes, a review that is written.
    """
    inner = np.ones(len(columns.times), dtype=np.bool_)
    inner[columns.offsets[:-1]] = False
    gaps, followed = np.diff(columns.times, prepend=columns.times[:1])[inner], columns.codes[inner]
    visit = 0 if bool(np.all(columns.times % DAY == 0)) else VISIT
    away = gaps > visit
    span = int(columns.times.max() - columns.times.min()) if len(columns.times) else 0
    if not away.any():
        return Rhythm(visit, max(up(2 * visit), up(span // PART)) if span else DAY, None, once=True)
    begins = _beginnings(columns)[followed[away]]
    pauses = gaps[away]
    if begins.mean() < 0.4:
        nearly, surely = (up(int(np.quantile(pauses, part))) for part in (0.98, 0.995))
        return Rhythm(visit, max(nearly, min(surely, down(span // 2))), None, once=True)
    wanted = np.quantile(pauses, 0.75)
    if not begins.all():
        wanted = max(wanted, min(np.quantile(pauses[~begins], 0.9), 2 * wanted))
    silence = max(min(up(int(wanted)), down(span // PART)), up(visit + 1))
    return Rhythm(visit, silence, _after(columns, silence, span), once=False)


def up(length: int) -> int:
    """The shortest silence that is at least so long."""
    return next((one for one in LADDER if one >= length), LADDER[-1])


def down(length: int) -> int:
    """The longest silence that is at most so long, or the shortest of all."""
    return next((one for one in reversed(LADDER) if one <= length), LADDER[0])


def _beginnings(columns: Columns) -> NDArray[np.bool_]:
    """For each event name, whether it is among those that four customers in five begin with."""
    first = np.bincount(columns.codes[columns.offsets[:-1]], minlength=len(columns.names))
    order = np.argsort(-first, kind="stable")
    before = np.cumsum(first[order]) - first[order]
    found = np.zeros(len(columns.names), dtype=np.bool_)
    found[order[before < 0.8 * first.sum()]] = True
    return found


def _after(columns: Columns, silence: int, span: int) -> int | None:
    """Where most customers never fall silent, journeys are cut to four silences."""
    numbers = session_numbers(columns.offsets, columns.times, silence, False)
    starts = np.flatnonzero(np.diff(numbers, prepend=-1))
    stops = np.append(starts[1:], len(numbers)) - 1
    lasted = columns.times[stops] - columns.times[starts]
    weights = stops - starts + 1
    endless = weights[lasted > 0.3 * span].sum() > weights.sum() / 2
    return up(4 * silence) if endless and up(4 * silence) < span / 2 else None
