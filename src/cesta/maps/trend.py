"""How the goal has gone, month by month, over everything that is known."""

from __future__ import annotations

from datetime import timedelta, tzinfo
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cesta.maps.book import Book
from cesta.maps.trace import Trace
from cesta.maps.view import TrendPoint
from cesta.model.calendar import edges_until, first_day
from cesta.model.instant import to_datetime


def trend(trace: Trace, book: Book, everyone: NDArray[np.bool_]) -> tuple[TrendPoint, ...]:
    """Of the journeys that start in each month, the share that met the goal.

    A month is complete when it is over and none of its journeys is still running: only then can it not rise any more.
    """
    if not len(trace.started):
        return ()
    edges = edges_until(int(trace.started.min()), int(trace.started.max()), "month", trace.zone)
    points = []
    for row, (start, end) in enumerate(pairwise(edges)):
        inside = (trace.started >= start) & (trace.started < end) & everyone
        points.append(
            TrendPoint(
                start=first_day(start, "day", trace.zone).isoformat(),
                end=last_day(end, trace.zone),
                rate=book.share(f"/trend/{row}/rate", trace.won, inside, everyone),
                complete=end <= trace.now and not bool(np.any(inside & trace.cut.running)),
            )
        )
    return tuple(points)


def last_day(end: int, zone: tzinfo) -> str:
    """The last day before a moment that is a midnight.

    >>> from datetime import UTC
    >>> last_day(31 * 86_400_000_000, UTC)
    '1970-01-31'
    """
    return (to_datetime(end).astimezone(zone) - timedelta(microseconds=1)).date().isoformat()
