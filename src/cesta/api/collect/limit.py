"""How many events a source may send a second: a leaked key must not fill the disk."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from cesta.model.errors import CestaError

BURST = 10
"""Seconds' worth of events that may come at once, after as long a silence."""


class Limits:
    """What each source may still send now. Safe to use from several threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._left: dict[str, tuple[float, float]] = {}

    def admit(self, source: str, events: int, per_second: int) -> None:
        """Lets so many events in; 0 a second is no limit. Raises too_many, and then none of them is taken.

        A batch comes in whole as soon as anything may: what it is too large by is waited for afterwards.
        """
        if not per_second:
            return
        with self._lock:
            now = self._clock()
            left, since = self._left.get(source, (float(per_second * BURST), now))
            left = min(per_second * BURST, left + (now - since) * per_second)
            if left <= 0:
                self._left[source] = left, now
                what = f"{source} may send {per_second:,} events a second."
                raise CestaError("too_many", what, "Come again a little later, or raise max_events_per_second.")
            self._left[source] = left - events, now
