"""Write keys: what a client shows to send events of one source; shown once, kept as a hash, revocable."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import secrets
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from cesta.model.errors import CestaError
from cesta.model.instant import show_instant
from cesta.store.disk import make_folder, write_whole

FILE = "keys.json"
LONGEST_SOURCE = 200


@dataclass(frozen=True, slots=True)
class WriteKey:
    """What is kept of a key. id: names it. ends: its last letters, so that a person finds it again.

    created, revoked: ISO times; a revoked key opens nothing.
    """

    id: str
    source: str
    hash: str
    ends: str
    created: str
    revoked: str | None = None


class Keys:
    """The keys of one workspace, in a file of their own. Safe to use from several threads and processes."""

    def __init__(self, data: Path) -> None:
        self._path = data / FILE
        self._lock = threading.Lock()
        self._read: tuple[object, dict[str, WriteKey]] = (None, {})

    def create(self, source: str, now: int) -> str:
        """A new key for this source, readable only now. `now`: microseconds since 1970. Raises bad_source."""
        if not source.strip() or len(source) > LONGEST_SOURCE or not source.isprintable():
            raise CestaError(
                "bad_source",
                f'"{source[:LONGEST_SOURCE]}" cannot name a source.',
                f"A source's name is a line of 1 to {LONGEST_SOURCE} letters, as shop-web.",
            )
        # Hexadecimal, since some clients put it into an address and one splits it at a colon.
        key = secrets.token_hex(16)
        with self._changing() as known:
            kept = WriteKey(secrets.token_hex(4), source.strip(), hash_of(key), key[-4:], show_instant(now))
            known[kept.hash] = kept
        return key

    def revoke(self, id: str, now: int) -> WriteKey:
        """From now on this key opens nothing. Raises unknown_key."""
        with self._changing() as known:
            for kept in known.values():
                if kept.id == id:
                    known[kept.hash] = replace(kept, revoked=kept.revoked or show_instant(now))
                    return known[kept.hash]
        raise CestaError("unknown_key", f'There is no write key "{id}".', "List them with: cesta key DIR")

    def every(self) -> list[WriteKey]:
        """All keys, also revoked ones, in the order they were made."""
        return list(self._known().values())

    def source_of(self, key: str) -> str | None:
        """The source that this key may write; None for a key that nobody has, or that was revoked."""
        kept = self._known().get(hash_of(key))
        return None if kept is None or kept.revoked is not None else kept.source

    def _known(self) -> Mapping[str, WriteKey]:
        with self._lock:
            try:
                state = os.stat(self._path)  # noqa: PTH116
            except FileNotFoundError:
                return {}
            stamp = (state.st_mtime_ns, state.st_size, state.st_ino)
            if self._read[0] != stamp:
                self._read = stamp, _read(self._path)
            return self._read[1]

    @contextmanager
    def _changing(self) -> Iterator[dict[str, WriteKey]]:
        """The keys by hash, to be changed; on disk when the block has ended. One change at a time."""
        make_folder(self._path.parent)
        with self._path.with_suffix(".lock").open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            known = _read(self._path) if self._path.exists() else {}
            yield known
            write_whole(self._path, json.dumps([asdict(kept) for kept in known.values()], indent=1) + "\n")


def hash_of(key: str) -> str:
    """What is kept of a key. It is long and random, so that a plain hash cannot be turned back."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def _read(path: Path) -> dict[str, WriteKey]:
    try:
        return {one["hash"]: WriteKey(**one) for one in json.loads(path.read_text(encoding="utf-8"))}
    except (ValueError, TypeError, KeyError) as error:
        raise CestaError(
            "broken_workspace",
            f"{path} is damaged: {error}.",
            "Restore it from a copy; or remove it and make new keys.",
        ) from error
