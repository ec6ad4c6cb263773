"""Files that are wholly there or not at all, also after a power cut; what the disk refuses, told with its place."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cesta.model.errors import CestaError

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def disk_full(path: Path) -> CestaError:
    """There was no room for this file, or a limit on its size."""
    return CestaError(
        "disk_full", f"There is no room on the disk for {path}.", "Make room and try again: nothing was changed."
    )


@contextmanager
def having_room(path: Path) -> Iterator[None]:
    """Tells that the disk is full. Raises disk_full."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise disk_full(path) from error
        raise


@contextmanager
def reaching(path: Path) -> Iterator[None]:
    """Tells what the disk refuses to do with `path`. Raises disk_full, no_access."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise disk_full(path) from error
        what = f"{path} cannot be used: {error.strerror or error}."
        raise CestaError("no_access", what, "Check the path, its rights and the disk.") from error


def make_folder(path: Path) -> None:
    """The folder, with all that are above it. Raises no_access."""
    with reaching(path):
        path.mkdir(parents=True, exist_ok=True)


def write_whole(path: Path, text: str) -> None:
    """Puts `text` at `path` in one step: a reader sees the old file or the new one, never half of either."""
    with _part(path, text, path.stat().st_mode & 0o777 if path.exists() else 0o644) as part:
        part.replace(path)
    settle_folder(path.parent)


def write_new(path: Path, text: str) -> bool:
    """Puts `text` at `path` in one step if nothing is there yet, and tells whether it did."""
    with _part(path, text, 0o644) as part:
        try:
            path.hardlink_to(part)
        except FileExistsError:
            return False
    settle_folder(path.parent)
    return True


@contextmanager
def _part(path: Path, text: str, rights: int) -> Iterator[Path]:
    """A hidden file beside `path` with all of `text`, on the disk itself; gone at the end if it was not moved."""
    with reaching(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(rights)
        yield part
    finally:
        part.unlink(missing_ok=True)


def settle_file(path: Path) -> None:
    """Waits until what was written to this file is on the disk itself."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle_folder(path: Path) -> None:
    """Waits until the folder's list of files is on the disk: a new file without this may vanish in a power cut."""
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of(path: Path) -> str:
    """What the bytes of this file are."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
