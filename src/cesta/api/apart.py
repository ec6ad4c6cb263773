"""Work of a served workspace in a process of its own, so that it takes no time from who is waiting."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


class Apart:
    """One Python module that works on a folder; at most one process at a time."""

    def __init__(self, module: str, folder: Path) -> None:
        self._command = [sys.executable, "-m", module, str(folder)]
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def working(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def begin(self) -> None:
        self._process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL)

    def close(self) -> None:
        """Ends the process; what it has not done is done another time."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
