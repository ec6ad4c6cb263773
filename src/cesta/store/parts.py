"""Files of sorted journeys, and what journeys grow from: made of the files, or found as it was made of most of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from cesta.store.base import Base, InMemory
from cesta.store.columns import Columns
from cesta.store.drained import Drained
from cesta.store.hot import Making, Mapped, State, forget_others, hot, states
from cesta.store.loads import ShardEntry
from cesta.store.mask import Mask, unpack
from cesta.store.merging import merge, merge_into
from cesta.store.shards import outline, read_shard

MAPPED_FROM = 1_000_000
READ_AHEAD = 2
LATER = 16
"""At most this part of the journeys is laid behind them when they are opened; from there on all are laid anew."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of sorted journeys: a shard of a load, or a piece of the log. hidden: the packed mask of a shard."""

    path: Path
    events: int
    hidden: bytes | None = None

    @property
    def mask(self) -> Mask | None:
        return None if self.hidden is None else unpack(self.hidden, self.events)

    @property
    def state(self) -> str:
        """Names what counts of it."""
        return f"{self.path.name} {hashlib.sha256(self.hidden or b'').hexdigest()[:16]}"

    def read(self) -> Columns:
        return read_shard(self.path, self.mask)


@dataclass(frozen=True, slots=True)
class Parts:
    """Shards of loads, then pieces of the log: at equal moments events of loads come first."""

    shards: tuple[Part, ...] = ()
    pieces: tuple[Part, ...] = ()

    @classmethod
    def of(cls, shards: Iterable[ShardEntry], folder: Path, drained: Drained) -> Parts:
        """Those of which anything counts."""
        pieces = (Part(piece.path, piece.events) for piece in drained.pieces if piece.path is not None)
        return cls(counting(shards, folder), tuple(pieces))

    @property
    def all(self) -> tuple[Part, ...]:
        return self.shards + self.pieces

    def after(self, state: State) -> Parts | None:
        """What comes after that of which journeys of this state were made; None if they hold what does not count."""
        shards, pieces = len(state.shards), len(state.pieces)
        was = tuple(part.state for part in self.shards[:shards]), tuple(part.state for part in self.pieces[:pieces])
        return Parts(self.shards[shards:], self.pieces[pieces:]) if was == (state.shards, state.pieces) else None

    def state(self, changes: int) -> State:
        return State(changes, tuple(part.state for part in self.shards), tuple(part.state for part in self.pieces))


def counting(shards: Iterable[ShardEntry], folder: Path) -> tuple[Part, ...]:
    """The shards of which anything counts."""
    return tuple(Part(folder / shard.name, shard.events, shard.hidden) for shard in shards if shard.counts)


def together(parts: Sequence[Part]) -> Columns:
    """The events of several parts; at equal moments those of the earlier come first."""
    return merge([part.read() for part in parts])


def nearly(parts: Parts, kept: Path, changes: int) -> tuple[Base, Parts] | None:
    """Journeys that were made of nearly all parts, and the parts that they lack."""
    lacking = {state: parts.after(state) for state in states(kept) if state.changes == changes}
    few = {state: rest for state, rest in lacking.items() if rest and _events(rest) * LATER <= _events(parts)}
    state = min(few, key=lambda state: _events(few[state]), default=None)
    if state is None or not few[state].all or (found := hot(kept, state.key)) is None:
        return None
    forget_others(kept, state.key)
    return found, few[state]


def base_of(parts: Parts, kept: Path, changes: int) -> Base:
    """The parts' events that count: in memory, or where there are many, in mapped files made once."""
    if _events(parts) < MAPPED_FROM:
        return InMemory(together(parts.all))
    state = parts.state(changes)
    found = hot(kept, state.key)
    if found is None:
        try:
            found = _made(parts.all, Making(kept, state))
        except OSError:
            # Without a place to write, or room on it, the journeys lie in memory.
            return InMemory(together(parts.all))
    forget_others(kept, state.key)
    return found


def _events(parts: Parts) -> int:
    return sum(part.events for part in parts.all)


def _made(parts: Sequence[Part], making: Making) -> Mapped:
    outlines = [outline(part.path, part.mask) for part in parts]
    with making as make, ThreadPoolExecutor(READ_AHEAD) as pool:
        ahead: dict[int, Future[Columns]] = {}

        def read(number: int) -> Columns:
            for later in range(number, min(number + READ_AHEAD, len(parts))):
                if later not in ahead:
                    ahead[later] = pool.submit(parts[later].read)
            return ahead.pop(number).result()

        return making.finish(merge_into(outlines, read, make))
