"""What the map does not explain: events that no touchpoint knows, and events outside every journey."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.distinct import distinct
from cesta.kernels.intervals import wilson
from cesta.maps.book import Book, plain
from cesta.maps.trace import Trace
from cesta.maps.view import Number, Tray, TrayEvent


def tray(trace: Trace, book: Book, first: int, end: int, chosen: NDArray[np.bool_]) -> Tray:
    """The events from `first` to before `end` of the chosen customers (a mask over customers).

    An event that no touchpoint knows is `no_touchpoint` wherever it stands; one that a touchpoint knows but that lies
    outside every journey is `outside_journeys`.
    """
    columns = trace.columns
    owners = columns.owners()
    inside = (columns.times >= first) & (columns.times < end) & chosen[owners]
    known, travelling = trace.touch >= 0, trace.journey >= 0
    total, explained = int(np.count_nonzero(inside)), int(np.count_nonzero(inside & known & travelling))
    found = []
    for reason, wanted in (("no_touchpoint", inside & ~known), ("outside_journeys", inside & known & ~travelling)):
        counts = np.bincount(columns.codes[wanted], minlength=len(columns.names))
        found += [(int(counts[code]), columns.names[code], reason, code, wanted) for code in np.flatnonzero(counts)]
    found.sort(key=lambda row: (-row[0], row[1], row[2]))
    events = []
    for row, (count, name, reason, code, wanted) in enumerate(found):
        people = distinct(owners[wanted & (columns.codes == code)])
        events.append(
            TrayEvent(
                event=name,
                events=plain(count, "events", total),
                people=book.customers(f"/tray/events/{row}/people", people),
                reason="no_touchpoint" if reason == "no_touchpoint" else "outside_journeys",
            )
        )
    low, high = wilson(explained, total)
    share = explained / total if total else None
    return Tray(
        coverage=Number(share, "share", explained, total, low if total else None, high if total else None),
        outside=plain(int(np.count_nonzero(inside & ~travelling)), "events", total),
        events=tuple(events),
    )
