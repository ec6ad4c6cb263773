"""After an erasing: no freed page, no write-ahead log and no cache keeps what was erased, even if interrupted."""

from __future__ import annotations

import shutil
from pathlib import Path

from cesta.model.errors import CestaError
from cesta.store.disk import settle_folder, write_whole
from cesta.store.drained import forget_changed
from cesta.store.identity_claims import FOLDER
from cesta.store.log import Log

FEELINGS = "feelings"
"""The folder of what texts feel like."""
MARK = "erasing"
"""A file in the data folder while something erased may still stand in freed pages, caches or files without an owner."""


def begin(data: Path) -> None:
    """From now on whoever opens the workspace wipes, until that is done. Raises disk_full, no_access."""
    write_whole(data / MARK, "")


def is_begun(data: Path) -> bool:
    return (data / MARK).exists()


def end(data: Path) -> None:
    """Nothing is left to be wiped."""
    (data / MARK).unlink(missing_ok=True)
    settle_folder(data)


def wipe(log: Log, data: Path) -> bool:
    """Writes the log anew without freed pages and removes caches; whether that was possible now."""
    forget_derived(log, data)
    try:
        wiped = log.wipe()
    except CestaError:
        # No room, or no rights: the mark stays, and the next one tries again.
        return False
    if wiped:
        end(data)
    return wiped


def forget_derived(log: Log, data: Path) -> None:
    """Removes what was made of rows that are no more; it is made again when somebody asks."""
    for folder in ("hot", "search", FEELINGS, FOLDER):
        shutil.rmtree(data / folder, ignore_errors=True)
    forget_changed(log, data)
