"""Which proposed changes of maps were dismissed, why and by whom: a small file beside the data."""

from __future__ import annotations

import threading
from pathlib import Path

import msgspec

from cesta.store.disk import write_whole

FILE = "proposed.json"
_writing = threading.Lock()


class Dismissal(msgspec.Struct, frozen=True):
    """high: the upper end of the share's interval then; last: the last event of a silent touchpoint then."""

    reason: str
    by: str
    when: str
    high: float | None = None
    last: str | None = None


def dismissals(data: Path, map_id: str) -> dict[str, Dismissal]:
    """By the key of the proposal."""
    return _read(data).get(map_id, {})


def keep(data: Path, map_id: str, key: str, dismissal: Dismissal) -> None:
    """The newest dismissal counts."""
    with _writing:
        book = _read(data)
        book.setdefault(map_id, {})[key] = dismissal
        write_whole(data / FILE, msgspec.json.encode(book).decode())


def _read(data: Path) -> dict[str, dict[str, Dismissal]]:
    try:
        return msgspec.json.decode((data / FILE).read_bytes(), type=dict[str, dict[str, Dismissal]])
    except (FileNotFoundError, msgspec.DecodeError):
        return {}
