"""Which jobs a person wants to run now, and which one runs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Rota:
    """Shared by the scheduler, which takes wishes, and the pages, which make them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wanted: set[str] = set()
        self._running: str | None = None

    def want(self, job: str) -> None:
        """This job is to run as soon as the one before it is done."""
        with self._lock:
            self._wanted.add(job)

    def wants(self, job: str) -> bool:
        with self._lock:
            return job in self._wanted

    def runs(self, job: str) -> bool:
        with self._lock:
            return job == self._running

    @contextmanager
    def running(self, job: str) -> Iterator[None]:
        """The job runs meanwhile; a wish for it that was made before is fulfilled by it."""
        with self._lock:
            self._wanted.discard(job)
            self._running = job
        try:
            yield
        finally:
            with self._lock:
                self._running = None
