"""A folder in a workspace that lasts as long as its work: it goes with its process, also when that is killed."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "passing-"
MAKING = ".passing-"
"""What it is called until it is locked: then nobody can take it for one that was left behind."""
UNLOCKED = ("sealing-*", "guess-*", "backup-*", f"{MAKING}*")
"""Left behind by an older Cesta, which locked them otherwise or not at all, or by one that was killed at once."""
A_DAY = 86_400.0


class Passing:
    """The folder at `path`; close it, or use `passing`."""

    def __init__(self, data: Path, what: str) -> None:
        made = Path(tempfile.mkdtemp(dir=data, prefix=MAKING))
        self._lock = os.open(made, os.O_RDONLY | os.O_DIRECTORY)
        # The lock is on the folder itself: it goes with the process, and stays when the folder is called otherwise.
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        self.path = made.rename(data / f"{PREFIX}{what}-{made.name.removeprefix(MAKING)}")

    def close(self) -> None:
        """Removes it with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        os.close(self._lock)


@contextmanager
def passing(data: Path, what: str) -> Iterator[Path]:
    """Such a folder for the time of a block."""
    made = Passing(data, what)
    try:
        yield made.path
    finally:
        made.close()


def sweep_passing(data: Path) -> list[str]:
    """Removes the folders whose process is gone, and names them."""
    left = [folder for folder in data.glob(f"{PREFIX}*") if not _is_held(folder)]
    for pattern in UNLOCKED:
        left += [folder for folder in data.glob(pattern) if _is_old(folder)]
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    return sorted(folder.name for folder in left)


def _is_held(folder: Path) -> bool:
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        # Its process has just removed it.
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def _is_old(folder: Path) -> bool:
    try:
        return time.time() - folder.stat().st_mtime > A_DAY
    except FileNotFoundError:
        return False
