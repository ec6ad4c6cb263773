"""Touchpoints whose rule matches nothing any more, or never did, and which events may have been meant instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cesta.journeys.where import mask
from cesta.kernels.distinct import distinct
from cesta.maps.document import MapDocument, named
from cesta.maps.propose.meanings import meaning_of
from cesta.maps.trace import Places, Trace
from cesta.model.duration import duration
from cesta.model.errors import CestaError, nearest

DAY = duration("1d")
LIVED, QUIET = 28, 14
"""In days: how long it must have been there, and at least how long nothing has come since."""
CHANCE = 0.001
"""A silence so unlikely, by the share of days on which something came before, is one."""


@dataclass(frozen=True, slots=True)
class Silent:
    """place: the touchpoint, in the order of the document. last: its last event; None: it never had one.

    names: the events that its rule names. meant: an event that is on no map's stop and may be the same thing.
    """

    place: int
    last: int | None
    names: tuple[str, ...]
    meant: str | None


def silent(document: MapDocument, trace: Trace) -> Iterator[Silent]:
    """In the order of the document."""
    columns = trace.columns
    if columns.as_of is None:
        return
    touched = np.bincount(columns.codes[trace.touch >= 0], minlength=len(columns.names)) > 0
    free = [name for code, name in enumerate(columns.names) if not touched[code]]
    for place, touchpoint in enumerate(document.touchpoints):
        times = columns.times[trace.touch == place]
        if touchpoint.match is None or (len(times) and not is_over(times, trace.now)):
            continue
        try:
            times = columns.times[mask(columns, touchpoint.match, zone=trace.zone)]
        except CestaError:
            continue  # named among the map's problems
        names = tuple(dict.fromkeys(named(touchpoint.match)))
        if len(times) == 0 and any(name in columns.names for name in names):
            continue  # its condition is only rarely met, which is no mistake
        if len(times) and not is_over(times, trace.now):
            continue  # an earlier stop takes its events
        last = int(times.max()) if len(times) else None
        yield Silent(place, last, names, _meant(trace, names, free, last))


def is_over(times: Places, now: int) -> bool:
    """Whether nothing came for so long that chance does not explain it: days with events come as often as before.

    >>> daily = np.arange(60) * DAY
    >>> is_over(daily, int(daily[-1]) + 13 * DAY), is_over(daily, int(daily[-1]) + 14 * DAY)
    (False, True)
    """
    first, last = int(times.min()), int(times.max())
    lived, quiet = (last - first) // DAY + 1, (now - last) // DAY
    if lived < LIVED or quiet < QUIET:
        return False
    share = min(len(distinct((times - first) // DAY)) / (lived + 1), 1.0)
    return bool((1.0 - share) ** quiet < CHANCE)


def _meant(trace: Trace, names: Sequence[str], free: Sequence[str], last: int | None) -> str | None:
    """The event most like these by its letters, else one that means the same; of an old stop, one that came after."""
    columns = trace.columns
    if last is not None:
        first = np.full(len(columns.names), np.iinfo(np.int64).max)
        np.minimum.at(first, columns.codes, columns.times)
        since = {name: int(first[code]) for code, name in enumerate(columns.names)}
        free = [name for name in free if since[name] > last - 7 * DAY]
    for name in names:
        close = nearest(name, free)
        if close is not None:
            return close
    meanings = {found.id for name in names if (found := meaning_of(name)) is not None}
    return next((name for name in free if (other := meaning_of(name)) is not None and other.id in meanings), None)
