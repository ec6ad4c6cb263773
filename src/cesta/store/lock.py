"""Who owns a workspace right now: one process, held by a lock of the operating system, found at its address."""

from __future__ import annotations

import fcntl
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from cesta.model.errors import CestaError
from cesta.store.disk import make_folder, reaching

SECRET = "owner.secret"
TRIES = 10
PAUSE_SECONDS = 0.02


@contextmanager
def own(root: Path, address: str) -> Iterator[None]:
    """Holds the workspace; the lock goes with the process, also when it is killed. Raises workspace_owned."""
    path = root / "data" / "owner.lock"
    make_folder(path.parent)
    with reaching(path):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(handle, root)
        os.ftruncate(handle, 0)
        os.pwrite(handle, address.encode(), 0)
        try:
            with _secret(path.with_name(SECRET)) if address.startswith("http") else nullcontext():
                yield
        finally:
            os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def read_secret(root: Path) -> str:
    """What commands show to the server of this workspace, readable by its user alone; "" while nobody serves it."""
    try:
        return (root / "data" / SECRET).read_text(encoding="ascii")
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return ""


@contextmanager
def _secret(path: Path) -> Iterator[None]:
    """A new secret for as long as somebody serves."""
    path.unlink(missing_ok=True)
    with reaching(path), os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(32))
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def owner_address(root: Path) -> str | None:
    """The address of the process that holds this workspace, None when nobody does."""
    try:
        handle = os.open(root / "data" / "owner.lock", os.O_RDONLY)
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return os.pread(handle, 4096, 0).decode(errors="replace")
    else:
        return None
    finally:
        os.close(handle)


def _take(handle: int, root: Path) -> None:
    # Whoever asks for the owner's address touches the lock for an instant, so one refusal does not mean an owner.
    for attempt in range(TRIES):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if attempt < TRIES - 1:
                time.sleep(PAUSE_SECONDS)
        else:
            return
    address = os.pread(handle, 4096, 0).decode(errors="replace") or "another process"
    raise CestaError(
        "workspace_owned", f"{root} is held by {address}.", "Send the request there, or stop that process first."
    )
