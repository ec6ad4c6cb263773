"""Times as a source writes them, read in its zone: what a clock on its wall showed becomes a moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import msgspec
import numpy as np
from numpy.typing import NDArray

from cesta.model.errors import CestaError
from cesta.model.instant import parse_instant, to_microseconds

DAY = 86_400_000_000
CLOSE = 100_000
"""Days within which a list of all of them is shorter than sorting."""
LOCAL_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - the clock on the wall has no zone yet


class Reading(msgspec.Struct, frozen=True):
    """One time that was read. `local`: it had no zone. `unclear`: its clock showed it twice, or skipped it."""

    time: int
    local: bool
    unclear: bool


def read_time(text: str, zone: ZoneInfo) -> Reading:
    """Reads one ISO time. One that occurs twice is the earlier, one that does not exist moves forward.

    >>> forward = read_time("2026-03-29T02:30:00", ZoneInfo("Europe/Prague"))
    >>> forward.unclear, forward.time == read_time("2026-03-29T03:30:00+02:00", ZoneInfo("UTC")).time
    (True, True)
    """
    time = parse_instant(text, zone)
    moment = datetime.fromisoformat(text)
    local = moment.tzinfo is None
    return Reading(time, local, local and _is_unclear(moment, zone))


def read_local(walls: NDArray[np.int64], zone: ZoneInfo) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Moments of many wall clock times (microseconds since 1970 on that clock), and which of them are unclear."""
    days = np.floor_divide(walls, DAY)
    present, where = _distinct(days)
    offsets = np.zeros(len(present), np.int64)
    steady = np.zeros(len(present), np.bool_)
    for place, day in enumerate(present.tolist()):
        offset = _steady_offset(day, zone)
        if offset is not None:
            offsets[place], steady[place] = offset, True
    times = walls - offsets[where]
    unclear = np.zeros(len(walls), np.bool_)
    # Only on the days when the clocks change does each time need a look of its own.
    for place in np.flatnonzero(~steady[where]).tolist():
        moment = LOCAL_EPOCH + timedelta(microseconds=int(walls[place]))
        times[place] = to_microseconds(moment.replace(tzinfo=zone))
        unclear[place] = _is_unclear(moment, zone)
    return times, unclear


def _distinct(days: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which days there are, and for each day its place among them; without sorting where they lie close together."""
    if not len(days):
        return days, days
    first, last = int(days.min()), int(days.max())
    if last - first > max(len(days), CLOSE):
        found: tuple[NDArray[np.int64], NDArray[np.int64]] = np.unique(days, return_inverse=True)
        return found
    there = np.zeros(last - first + 1, np.int64)
    there[days - first] = 1
    return np.flatnonzero(there) + first, (np.cumsum(there) - 1)[days - first]


def _is_unclear(moment: datetime, zone: ZoneInfo) -> bool:
    """Two readings of one clock face differ exactly where it goes back or jumps."""
    return moment.replace(tzinfo=zone, fold=0).utcoffset() != moment.replace(tzinfo=zone, fold=1).utcoffset()


@lru_cache(maxsize=100_000)
def _steady_offset(day: int, zone: ZoneInfo) -> int | None:
    """The zone's offset in microseconds if it is one all day long."""
    try:
        start = (LOCAL_EPOCH + timedelta(days=day)).replace(tzinfo=zone)
        faces = (start, start.replace(fold=1), start + timedelta(hours=23, minutes=59, seconds=59))
    except OverflowError as error:
        raise CestaError("bad_time", f"Day {day} since 1970 is out of range.", "Years run from 1 to 9999.") from error
    offsets = {face.utcoffset() for face in (*faces, faces[2].replace(fold=1))}
    return (offsets.pop() or timedelta()) // timedelta(microseconds=1) if len(offsets) == 1 else None
