"""Reads what customers of a served workspace wrote: in a thread beside, so that no page waits for many texts."""

from __future__ import annotations

import logging
import sqlite3
import threading

import numpy as np

from cesta.maps.felt import TEXT
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace
from cesta.voice.kept import BATCH, UNREAD, felt_rows, kept_of

log = logging.getLogger("cesta.api")
WHILE_WAITING = 300
"""So many texts a page reads by itself: a tenth of a second."""
REST = 0.02
"""Seconds between two lots, in which others are served."""
TOGETHER = 40
"""Lots that are kept together."""
PATIENCE = 3.0


class Listening:
    """One thread at a time, which ends when everything is read."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._leaving = threading.Event()
        self._thread: threading.Thread | None = None
        self._seen = ""
        self._looked: tuple[tuple[int, int], int] = (-1, -1), 0
        kept_of(workspace).at_once = WHILE_WAITING

    def look(self) -> None:
        """Begins to read when anything came, and nobody does."""
        if self._thread is not None and self._thread.is_alive():
            return
        generation = self._workspace.generation()
        if generation != self._seen:
            self._thread = threading.Thread(target=self._read, args=(generation,), name="texts", daemon=True)
            self._thread.start()

    def close(self) -> None:
        self._leaving.set()
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _read(self, generation: str) -> None:
        try:
            if self._all_read():
                self._seen = generation
        except (CestaError, OSError, sqlite3.Error) as error:
            # Whoever leaves closes what it was reading.
            if not self._leaving.is_set():
                self._seen = generation
                log.error("fault", extra={"route": "texts"}, exc_info=error)

    def _all_read(self) -> bool:
        """Reads what nobody has read; whether nothing is left."""
        kept, marks = kept_of(self._workspace), self._workspace.log.marks()
        column = self._workspace.snapshot().props.get(TEXT)
        values = column.values if column is not None else ()
        # While events are only appended, new texts come behind those that were looked at.
        loads, looked = self._looked
        new = values[looked if loads == marks.loads else 0 :]
        texts = [value for value in new if isinstance(value, str)]
        known = kept.of(texts)
        waiting = np.flatnonzero(known["label"] == UNREAD)
        for start in range(0, len(waiting), BATCH * TOGETHER):
            lot = waiting[start : start + BATCH * TOGETHER]
            rows = []
            for part in (lot[at : at + BATCH] for at in range(0, len(lot), BATCH)):
                if self._leaving.wait(REST):
                    return False
                rows.append(felt_rows(known["hash"][part], [texts[place] for place in part.tolist()]))
            if not kept.keep(self._workspace, np.concatenate(rows), marks):
                return False
            kept.told += 1
        self._looked = marks.loads, len(values)
        return True
