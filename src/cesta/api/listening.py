"""Reads what customers of a served workspace wrote: in a thread beside, so that no page waits for many texts."""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
import time

import numpy as np

from cesta.maps.felt import TEXT
from cesta.maps.themes_heard import heard, look
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace
from cesta.voice.kept import BATCH, UNREAD, felt_rows, kept_of
from cesta.voice.meanings import meanings_of, meant_rows, newest

log = logging.getLogger("cesta.api")
WHILE_WAITING = 300
"""So many texts a page reads by itself: a tenth of a second."""
REST = 0.02
"""Seconds between two lots, in which others are served."""
TOGETHER = 40
"""Lots that are kept together."""
PATIENCE = 3.0
MEANT = 64
"""Texts whose meaning is read at a time: a second or two."""
LONGEST = 10.0
"""So many seconds meanings are read before it is looked whether anything came."""
OVERDONE = 10
"""Themes are looked for again after so many times as long as that took."""


class Listening:
    """One thread at a time, which ends when everything is read."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._leaving = threading.Event()
        self._thread: threading.Thread | None = None
        self._seen = "", False
        self._looked: tuple[tuple[int, int], int] = (-1, -1), 0
        self._found: tuple[bytes, tuple[tuple[int, int], int]] = b"", self._looked
        self._rest_until = 0.0
        kept_of(workspace).at_once = WHILE_WAITING
        meanings_of(workspace).beside = True

    def look(self) -> None:
        """Begins to read when anything came, and nobody does."""
        if self._thread is not None and self._thread.is_alive():
            return
        # Themes that somebody asks for first are looked for in what was read already.
        state = self._workspace.generation(), meanings_of(self._workspace).wanted
        if state != self._seen:
            self._thread = threading.Thread(target=self._read, args=(state,), name="texts", daemon=True)
            self._thread.start()

    def close(self) -> None:
        self._leaving.set()
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _read(self, state: tuple[str, bool]) -> None:
        try:
            if self._all_read() and self._all_meant():
                self._seen = state
        except (CestaError, OSError, sqlite3.Error) as error:
            # Whoever leaves closes what it was reading.
            if not self._leaving.is_set():
                self._seen = state
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

    def _all_meant(self) -> bool:
        """Reads what texts mean, where anybody asks for themes, and looks for these; whether nothing is left."""
        kept, marks = meanings_of(self._workspace), self._workspace.log.marks()
        if not kept.wanted or self._found == (kept.born(), self._looked):
            return True
        given, looked = heard(self._workspace), self._looked
        if given is None:
            return True
        _give_way()
        texts, began = newest(given.texts), time.monotonic()
        hashes = given.said.felt["hash"][-len(texts) :]
        waiting = np.flatnonzero(~kept.are_kept(hashes))[::-1]
        # The newest first: what came up lately is what people look for.
        for lot in (waiting[start : start + MEANT] for start in range(0, len(waiting), MEANT)):
            if self._leaving.wait(REST):
                return False
            if not kept.keep(self._workspace, meant_rows(hashes[lot], [texts[at] for at in lot.tolist()]), marks):
                return False
            # What was written meanwhile is to be felt before the rest is understood.
            if time.monotonic() - began > LONGEST:
                return False
        if time.monotonic() < self._rest_until:
            return False
        began = time.monotonic()
        look(self._workspace, given)
        self._rest_until = time.monotonic() + OVERDONE * (time.monotonic() - began)
        self._found = kept.born(), looked
        return True


def _give_way() -> None:
    """From now on this thread runs when no other wants to: who looks at a page goes first."""
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)
