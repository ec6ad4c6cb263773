"""Moves what was committed out of the log's WAL into its file, while the writer goes on."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import AbstractContextManager, closing, suppress
from pathlib import Path

EVERY = 16 << 20
"""Bytes written since the last time: as many reach the disk at once, and every commit waits for the disk meanwhile."""
A_COMMIT = 3 * 8192
"""Bytes that a commit writes beside its rows: pages that it fills up further."""


class Settling:
    """Counts what is written, and moves it in a thread of its own. The caller's lock keeps its writer away."""

    def __init__(self, path: Path, lock: AbstractContextManager[object]) -> None:
        self._path, self._lock = path, lock
        self._written = 0
        self._thread: threading.Thread | None = None

    def wrote(self, size: int) -> None:
        """To be told by the writer after each commit, which holds the lock."""
        self._written += A_COMMIT + size
        if self._written < EVERY or (self._thread is not None and self._thread.is_alive()):
            return
        self._written = 0
        self._thread = threading.Thread(target=self._settle, name="cesta log", daemon=True)
        # While Python leaves there are no new threads; then the last connection moves everything as it closes.
        with suppress(RuntimeError):
            self._thread.start()

    def _settle(self) -> None:
        try:
            with closing(sqlite3.connect(self._path, isolation_level=None, timeout=0)) as sql:
                sql.execute("pragma synchronous=full").close()
                sql.execute("pragma fullfsync=on").close()
                _move(sql)
                # What came meanwhile is little. Once all is moved, and only then, the WAL begins anew.
                with self._lock:
                    _move(sql)
        except sqlite3.Error:
            # Nothing is lost: it stays in the WAL, from where the writer itself moves it when it grows too large.
            return

    def close(self) -> None:
        """Waits for what is being moved."""
        if self._thread is not None and self._thread.is_alive():
            self._thread.join()


def _move(sql: sqlite3.Connection) -> None:
    sql.execute("pragma wal_checkpoint(passive)").close()
