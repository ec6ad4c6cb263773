"""How much came from whom and when: counted once as it comes, so that looking again costs only what is new."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field

from cesta.store.kept_out import IS_STEP, KIND, SAYS_SO
from cesta.store.log import Log

HOUR = 3_600_000_000
HOURS_KEPT = 7 * 24


@dataclass(slots=True)
class Arrived:
    """What came of one source. last: when its newest message came, in microseconds. hours: how many in each hour.

    kept_out: steps of bots and tests by their kind.
    """

    messages: int = 0
    last: int = 0
    hours: Counter[int] = field(default_factory=Counter)
    kept_out: Counter[str] = field(default_factory=Counter)


class ArrivedTally:
    """The sums over a log, brought up to date at each look. Safe to use from several threads."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._lock = threading.Lock()
        self._seen, self._changes = 0, 0
        self._sources: dict[str, Arrived] = {}

    def now(self) -> dict[str, Arrived]:
        """Each source that sent messages one by one."""
        with self._lock:
            marks = self._log.marks()
            if marks.changes != self._changes:
                # Customers may have been erased since, and messages told anew.
                self._seen, self._changes = 0, marks.changes
                self._sources.clear()
            newest = marks.event
            rows = self._log.read(
                f"select source, received / {HOUR}, case when {SAYS_SO} and {IS_STEP} then {KIND} end, count(*),"
                " max(received) from events where seq > ? and seq <= ? group by 1, 2, 3",
                (self._seen, newest),
            )
            for source, hour, kind, messages, last in rows:
                found = self._sources.setdefault(source, Arrived())
                found.messages += messages
                found.last = max(found.last, last)
                found.hours[hour] += messages
                if kind is not None:
                    found.kept_out[kind] += messages
            self._seen = newest
            for found in self._sources.values():
                for hour in [hour for hour in found.hours if hour < found.last // HOUR - HOURS_KEPT]:
                    del found.hours[hour]
            return self._sources
