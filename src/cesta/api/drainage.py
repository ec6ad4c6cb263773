"""Drains the log of a served workspace in a process of its own, at the lowest priority, whenever a block is full."""

from __future__ import annotations

import subprocess
import sys

from cesta.store.drained import full_blocks, is_behind
from cesta.store.workspace import Workspace


class Drainage:
    """At most one process at a time; what it was interrupted in is laid another time."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._seen = 0
        self._process: subprocess.Popen[bytes] | None = None

    def look(self) -> None:
        """Begins to drain if there is more than at the last look, and nobody drains."""
        if self._process is not None and self._process.poll() is None:
            return
        log, data = self._workspace.log, self._workspace.data
        if (full := full_blocks(log)) > self._seen:
            self._seen = full
            if is_behind(log, data):
                command = [sys.executable, "-m", "cesta.store.drained", str(data)]
                self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL)

    def close(self) -> None:
        """Ends the process; what it has not laid is laid another time."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
