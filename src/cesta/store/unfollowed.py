"""Messages of browsers that ask not to be followed: none is kept, and how many there were is known by source."""

from __future__ import annotations

import threading
import time
from collections import Counter
from functools import lru_cache

from cesta.store.log import Log

EVERY_SECONDS = 5.0
"""Not each of them waits for the disk: a process that is killed forgets the last few seconds of this count."""
ADD = (
    "insert into unfollowed (source, messages) values (?, ?)"
    " on conflict (source) do update set messages = messages + excluded.messages"
)


class Unfollowed:
    """The count. Safe to use from several threads."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._lock = threading.Lock()
        self._new: Counter[str] = Counter()
        self._written = time.monotonic()

    def note(self, source: str, messages: int) -> None:
        """So many messages of this source were not kept."""
        with self._lock:
            self._new[source] += messages
            due = time.monotonic() - self._written > EVERY_SECONDS
        if due:
            self.settle()

    def settle(self) -> None:
        """Writes down what is new."""
        with self._lock:
            if self._new:
                with self._log.transaction() as sql:
                    sql.executemany(ADD, list(self._new.items()))
                self._new.clear()
            self._written = time.monotonic()

    def now(self) -> dict[str, int]:
        """How many, by source."""
        self.settle()
        return dict(self._log.read("select source, messages from unfollowed"))


@lru_cache(maxsize=16)
def unfollowed_of(log: Log) -> Unfollowed:
    """The one count of a log."""
    return Unfollowed(log)
