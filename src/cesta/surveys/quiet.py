"""Peace for people: whoever was shown a survey is shown none for a while, on whichever device she comes back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

import numpy as np

from cesta.store.columns import Snapshot
from cesta.surveys.answers import SHOWN

SECOND = 1_000_000


def last_shown(snapshot: Snapshot, customers: Iterable[str]) -> int | None:
    """When one of these was last shown any survey, in microseconds since 1970."""
    names = snapshot.names
    code = bisect_left(names, SHOWN)
    if code == len(names) or names[code] != SHOWN:
        return None
    found = None
    for customer in customers:
        place = bisect_left(snapshot.customers, customer)
        if place < len(snapshot.customers) and snapshot.customers[place] == customer:
            begin, end = int(snapshot.begins[place]), int(snapshot.ends[place])
            times = snapshot.times[begin:end][np.asarray(snapshot.codes[begin:end] == code)]
            if len(times):
                found = max(found or 0, int(times.max()))
    return found


def left_in_peace(survey: Mapping[str, object], shown: int | None, now: int) -> bool:
    """Whether it is too early for another survey to be this one.

    >>> left_in_peace({"quiet": 60}, 0, 59_000_000), left_in_peace({"quiet": 60}, 0, 60_000_000)
    (True, False)
    """
    quiet = survey["quiet"]
    return shown is not None and isinstance(quiet, int) and now - shown < quiet * SECOND
