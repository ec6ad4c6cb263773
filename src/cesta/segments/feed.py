"""Who entered and who left which segment, one after the other, for whoever wants to act on it."""

from __future__ import annotations

import secrets
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from cesta.model.errors import CestaError
from cesta.model.instant import show_instant
from cesta.segments.live import Change

KEPT = 100_000
ENTERED, LEFT = "segment.entered", "segment.left"


@dataclass(frozen=True, slots=True)
class Move:
    """A change as readers get it. event: segment.entered or segment.left. time: when it was seen."""

    event: str
    segment: str
    customer: str
    time: str


@dataclass(frozen=True, slots=True)
class Moves:
    """Changes behind a cursor, and the cursor to go on from.

    reset: some before them are no longer kept, or the server has begun anew: take the members as they are, and go on.
    """

    changes: tuple[Move, ...]
    cursor: str
    reset: bool


class Feed:
    """The newest changes in memory; of them nothing is ever on disk. Safe to use from several threads."""

    def __init__(self, kept: int = KEPT) -> None:
        self._name = secrets.token_hex(4)
        self._changes: deque[Change] = deque(maxlen=kept)
        self._count = 0
        self._lock = threading.Lock()

    def put(self, changes: Sequence[Change]) -> None:
        """Changes in the order they were seen."""
        with self._lock:
            self._changes.extend(changes)
            self._count += len(changes)

    @property
    def cursor(self) -> str:
        """The cursor behind everything that was seen."""
        with self._lock:
            return f"{self._name}-{self._count}"

    def after(self, cursor: str | None, most: int = 1000, segment: str | None = None) -> Moves:
        """At most so many changes behind a cursor; without one, those still kept. Raises bad_value."""
        name, place = _read(cursor)
        with self._lock:
            first = self._count - len(self._changes)
            begun_anew = cursor is not None and name != self._name
            start = first if cursor is None or begun_anew else max(place, first)
            lost = begun_anew or (cursor is not None and place < first)
            taken = list(islice(self._changes, start - first, start - first + most))
        shown = tuple(_move(change) for change in taken if segment in (None, change.segment))
        return Moves(shown, f"{self._name}-{start + len(taken)}", lost)


def _read(cursor: str | None) -> tuple[str, int]:
    name, _, place = (cursor or "-0").partition("-")
    if not place.isdecimal() or len(place) > 18:
        raise CestaError("bad_value", f"{cursor!r} is no cursor.", "Take the one that the last answer gave.")
    return name, int(place)


def _move(change: Change) -> Move:
    return Move(ENTERED if change.entered else LEFT, change.segment, change.customer, show_instant(change.time))
