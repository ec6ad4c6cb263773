"""The one door to numba: a typed decorator, and a cache that can never hand out stale machine code."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def sources_hash(folder: Path) -> str:
    """A short name for the state of all kernels: it changes when any of their sources does.

    Numba notices a change in a function's own file only; a caller in another file would keep the old code.
    """
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def cache_roots() -> list[Path]:
    """Where compiled kernels may be kept, best first."""
    given = os.environ.get("CESTA_KERNEL_CACHE")
    home = os.environ.get("XDG_CACHE_HOME") or (Path(os.environ["HOME"]) / ".cache" if "HOME" in os.environ else None)
    user = f"cesta-{os.getuid()}" if hasattr(os, "getuid") else "cesta"
    places = [given, Path(home) / "cesta" if home else None, Path(tempfile.gettempdir()) / user]
    return [Path(place) for place in places if place]


def writable(roots: list[Path], name: str) -> Path | None:
    """The first folder `root/kernels-name` that can be made and written to."""
    for root in roots:
        folder = root / f"kernels-{name}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                return folder
        except OSError:
            continue
    return None


_FOLDER = writable(cache_roots(), sources_hash(Path(__file__).parent))
if _FOLDER is not None:
    os.environ["NUMBA_CACHE_DIR"] = str(_FOLDER)

import numba  # noqa: E402  (reads NUMBA_CACHE_DIR when it is imported)


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Machine code for a loop over arrays; releases the interpreter's lock while it runs.

    Integer division and index rules are Python's. Without a writable folder it still works, compiling anew each time.
    """
    wrapped: Callable[P, R] = numba.njit(cache=_FOLDER is not None, nogil=True)(function)
    return wrapped
