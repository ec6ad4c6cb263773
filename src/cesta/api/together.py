"""Who looks at which map right now: known by the open streams of their pages, forgotten when these end."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Looker:
    """Somebody with a map open. hand: her browser's tab."""

    hand: str
    name: str


class Together:
    """Of one served workspace. A tab that lost its stream and came back counts once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: dict[tuple[str, str], list[Looker]] = {}

    @contextmanager
    def looking(self, map_id: str | None, looker: Looker) -> Iterator[None]:
        """While this lasts, she is there; None: she looks at no map."""
        if not map_id or not looker.hand:
            yield
            return
        place = map_id, looker.hand
        with self._lock:
            self._open.setdefault(place, []).append(looker)
        try:
            yield
        finally:
            with self._lock:
                self._open[place].remove(looker)
                if not self._open[place]:
                    del self._open[place]

    def there(self) -> dict[str, tuple[Looker, ...]]:
        """For each map, who has it open, first come first."""
        with self._lock:
            found: dict[str, list[Looker]] = {}
            for (map_id, _), lookers in self._open.items():
                found.setdefault(map_id, []).append(lookers[0])
            return {map_id: tuple(lookers) for map_id, lookers in found.items()}
