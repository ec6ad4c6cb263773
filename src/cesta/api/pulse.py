"""One look at a workspace in every half second, whoever asks: all open pages hear of changes from the same look."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cesta.maps.drafts import Desk
from cesta.maps.remarks import talked
from cesta.store.workspace import Workspace

EVERY = 0.5
"""Seconds between two looks."""


@dataclass(frozen=True, slots=True)
class Look:
    """generation: of the workspace. drafts, talk: of each map the newest edit, and the state of what is said on it."""

    generation: str
    drafts: Mapping[str, int] = field(default_factory=dict)
    talk: Mapping[str, str] = field(default_factory=dict)


class Pulse:
    """Of one served workspace. Beats are counted from one clock, so that all who wait for one wake together."""

    def __init__(self, workspace: Workspace, desk: Desk, clock: Callable[[], float] = time.monotonic) -> None:
        self._workspace, self._desk, self._clock = workspace, desk, clock
        self._lock = threading.Lock()
        self._last: tuple[int, Look] | None = None

    def look(self) -> Look:
        """What this beat's look saw; the first who asks looks."""
        with self._lock:
            beat = int(self._clock() / EVERY)
            if self._last is None or self._last[0] != beat:
                self._last = beat, Look(self._workspace.generation(), self._desk.versions(), talked(self._desk))
            return self._last[1]

    def rest(self) -> float:
        """Seconds until the next beat."""
        return EVERY - self._clock() % EVERY
