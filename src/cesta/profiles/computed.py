"""Computed traits: what the events of customers add up to, for one as for all in the same few passes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import tzinfo

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.where import kind, mask
from cesta.model.event import Value
from cesta.model.instant import show_instant, to_datetime
from cesta.profiles.trait_document import MOMENTS, NUMBERS, TraitDocument
from cesta.store.columns import Columns

Places = NDArray[np.int64]
Numbers = NDArray[np.float64]
DAY = 86_400_000_000
QUARTER = 900_000_000
"""Clocks of all zones go by quarters of an hour."""
DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A trait of every customer: `values[codes[c]]` is hers, code -1: she has none."""

    codes: Places
    values: tuple[Value, ...]

    def of(self, place: int) -> Value | None:
        code = int(self.codes[place])
        return self.values[code] if code >= 0 else None


def computed(trait: TraitDocument, columns: Columns, now: int, zone: tzinfo) -> Found:
    """The trait of every customer in the columns. `now`: until when days are counted. Raises bad_condition.

    count: of events. sum, mean, smallest, largest: of the numbers a property has; other values are passed over.
    first, last: the value in the first and last event that has one. most_frequent: the value in the most events, of
    several the one met last. days_since: whole days since the last event.
    """
    rows = np.flatnonzero(mask(columns, trait.condition, zone=zone))
    owners = np.searchsorted(columns.offsets, rows, side="right") - 1
    everybody = len(columns.customers)
    match trait.compute:
        case "count":
            return _numbers(np.bincount(owners, minlength=everybody).astype(np.float64), whole=True)
        case "first_time" | "last_time" | "days_since":
            return _times(trait.compute, columns.times[rows], owners, everybody, now)
    if trait.compute in NUMBERS:
        return _amounts(trait.compute, *_numeric(trait.of, columns, rows, owners), everybody)
    codes, values = _valued(trait, columns, rows, zone)
    there = codes >= 0
    codes, owners = codes[there], owners[there]
    if trait.compute == "most_frequent":
        return Found(_most_frequent(codes, owners, everybody), values)
    return Found(_edge(codes, owners, everybody, first=trait.compute == "first"), values)


def _numbers(numbers: Numbers, there: NDArray[np.bool_] | None = None, whole: bool = False) -> Found:
    """A number for each customer; each that is met stands once among the values."""
    kept = np.ones(len(numbers), np.bool_) if there is None else there
    distinct, codes = np.unique(numbers[kept], return_inverse=True)
    places = np.full(len(numbers), -1, np.int64)
    places[kept] = codes
    return Found(places, tuple(map(int, distinct)) if whole else tuple(distinct.tolist()))


def _times(compute: str, times: Places, owners: Places, everybody: int, now: int) -> Found:
    codes = _edge(np.arange(len(times)), owners, everybody, first=compute == "first_time")
    if compute == "days_since":
        met = codes >= 0
        days = np.zeros(everybody)
        days[met] = np.maximum(now - times[codes[met]], 0) // DAY
        return _numbers(days, met, whole=True)
    met_times, places = np.unique(times[codes[codes >= 0]], return_inverse=True)
    found = np.full(everybody, -1, np.int64)
    found[codes >= 0] = places
    return Found(found, tuple(map(show_instant, met_times.tolist())))


def _edge(codes: Places, owners: Places, everybody: int, *, first: bool) -> Places:
    """Of each customer the code of her first or last row; rows stand in order of customer and time."""
    found = np.full(everybody, -1, np.int64)
    step = -1 if first else 1
    # Of several values for one place the last assigned stays.
    found[owners[::step]] = codes[::step]
    return found


def _amounts(compute: str, numbers: Numbers, owners: Places, everybody: int) -> Found:
    counts = np.bincount(owners, minlength=everybody)
    met = counts > 0
    if compute in ("smallest", "largest"):
        reduce = np.minimum if compute == "smallest" else np.maximum
        found = np.zeros(everybody)
        if len(owners):
            found[met] = reduce.reduceat(numbers, np.flatnonzero(np.diff(owners, prepend=-1)))
        return _numbers(found, met)
    sums = np.bincount(owners, numbers, everybody)
    return _numbers(np.round(sums / np.maximum(counts, 1) if compute == "mean" else sums, DECIMALS), met)


def _numeric(of: tuple[str, ...], columns: Columns, rows: Places, owners: Places) -> tuple[Numbers, Places]:
    """The number that each event has in the first of the properties with one, and whose it is; the others left out."""
    found = np.full(len(rows), np.nan)
    for name in reversed(of):
        column = columns.props.get(name)
        if column is not None and column.values:
            numbers = np.array([*(float(v) if kind(v) == "number" else np.nan for v in column.values), np.nan])
            mine = numbers[column.codes[rows]]
            found = np.where(np.isfinite(mine), mine, found)
    there = np.isfinite(found)
    return found[there], owners[there]


def _valued(trait: TraitDocument, columns: Columns, rows: Places, zone: tzinfo) -> tuple[Places, tuple[Value, ...]]:
    """For each of the events a code among values, -1 where it has none."""
    if trait.of[0] in MOMENTS:
        return _moments(trait.of[0], columns, rows, zone)
    if trait.bands:
        numbers, places = _numeric(trait.of, columns, rows, np.arange(len(rows)))
        codes = np.full(len(rows), -1, np.int64)
        codes[places] = np.searchsorted(np.array(trait.bands), numbers, side="right")
        return codes, bands_of(trait.bands)
    found, known = np.full(len(rows), -1, np.int64), dict[tuple[type, Value], int]()
    for name in reversed(trait.of):
        column = columns.props.get(name)
        if column is not None and column.values:
            table = np.array([*(known.setdefault((type(v), v), len(known)) for v in column.values), -1], np.int64)
            mine = table[column.codes[rows]]
            found = np.where(mine >= 0, mine, found)
    return found, tuple(value for _, value in known)


def bands_of(edges: tuple[float, ...]) -> tuple[str, ...]:
    """How bands are called; an edge belongs to the band above it.

    >>> bands_of((20, 50))
    ('…20', '20…50', '50…')
    """
    between = (f"{low:g}…{high:g}" for low, high in itertools.pairwise(edges))
    return (f"…{edges[0]:g}", *between, f"{edges[-1]:g}…")


def _moments(part: str, columns: Columns, rows: Places, zone: tzinfo) -> tuple[Places, tuple[Value, ...]]:
    """Hours 0…23, or days of the week with Monday as 1; nothing where only the day, or not even that, was recorded."""
    quarters, places = np.unique(columns.times[rows] // QUARTER, return_inverse=True)
    local = [to_datetime(quarter * QUARTER).astimezone(zone) for quarter in quarters.tolist()]
    hours = part == MOMENTS[0]
    codes = np.array([moment.hour if hours else moment.weekday() for moment in local], np.int64)[places]
    if hours and columns.assumed is not None:
        codes[columns.assumed[rows]] = -1
    return codes, tuple(range(24)) if hours else tuple(range(1, 8))


def _most_frequent(codes: Places, owners: Places, everybody: int) -> Places:
    """Of each customer the code that most of her rows have; of several, the one that was met last."""
    found = np.full(everybody, -1, np.int64)
    if not len(codes):
        return found
    wide = int(codes.max()) + 1
    pairs, inverse, counts = np.unique(owners * wide + codes, return_inverse=True, return_counts=True)
    latest = np.zeros(len(pairs), np.int64)
    latest[inverse] = np.arange(len(codes))
    order = np.lexsort((latest, counts))
    found[pairs[order] // wide] = pairs[order] % wide
    return found
