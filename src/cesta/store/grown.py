"""The journeys of one state of the loads and of what is drained of the log, growing with the rest of the log."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from cesta.model.event import Event
from cesta.store.base import Base, InMemory, room_for
from cesta.store.columns import Columns, Snapshot, from_events
from cesta.store.customers import customers_of
from cesta.store.drained import NOTHING, Drained
from cesta.store.hot import LAYOUT, Making, Mapped, forget_others, hot
from cesta.store.live import Live, NoRoomError, SameMomentError
from cesta.store.loads import ShardEntry
from cesta.store.mask import Mask, unpack
from cesta.store.merging import merge, merge_into
from cesta.store.people import People
from cesta.store.shards import outline, read_shard

AT_ONCE = 100_000
MAPPED_FROM = 1_000_000
READ_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A file of sorted journeys: a shard of a load, or a piece of the log. hidden: the packed mask of a shard."""

    path: Path
    events: int
    hidden: bytes | None

    @property
    def mask(self) -> Mask | None:
        return None if self.hidden is None else unpack(self.hidden, self.events)

    def read(self) -> Columns:
        return read_shard(self.path, self.mask)


class Grown:
    """Sealed shards, and the events of the log as far as somebody asked. For one thread; snapshots are for all."""

    def __init__(
        self, shards: Sequence[ShardEntry], folder: Path, loads: tuple[int, int], drained: Drained = NOTHING
    ) -> None:
        self.loads = loads
        self._folder, self._shards = folder, _counting(shards, folder)
        pieces = [Part(piece.path, piece.events, None) for piece in drained.pieces if piece.path is not None]
        self._live = Live(_base([*self._shards, *pieces], folder.parent / "hot", loads))
        self._event, self._people = drained.upto, 0
        self._has_log = bool(pieces)
        self._snapshot: Snapshot | None = None

    def takes_in(self, shards: Sequence[ShardEntry], loads: tuple[int, int]) -> bool:
        """Lays the shards of new loads behind what is there, if else nothing about loads changed; whether it could.

        Events of loads come before those of the log at equal moments, so that none may meet one where there is a log.
        False leaves half of it: then all has to be laid anew.
        """
        now, known = _counting(shards, self._folder), len(self._shards)
        if loads[1] != self.loads[1] or now[:known] != self._shards:
            return False
        if now[known:]:
            try:
                self._live.add_columns(merge([part.read() for part in now[known:]]), alone=self._has_log)
            except (NoRoomError, SameMomentError):
                return False
        self.loads, self._shards, self._snapshot = loads, now, None
        return True

    def snapshot(self, event: int, events_between: Callable[[int, int], list[Event]], people: People) -> Snapshot:
        """The journeys with the log's events up to and with this one, of the people that are known now."""
        while self._event < event:
            upto = min(event, self._event + AT_ONCE)
            self._add(events_between(self._event, upto))
            self._has_log = True
            self._event, self._snapshot = upto, None
        if self._people != people.version:
            self._live.join(people.since(self._people))
            self._people, self._snapshot = people.version, None
        if self._snapshot is None:
            self._snapshot = self._seen(people)
        return self._snapshot

    def _seen(self, people: People) -> Snapshot:
        try:
            return self._live.snapshot()
        except NoRoomError:
            whole = self._live.by_id().whole
            changed = room_for(len(whole.times)) + _events_of({*people.joined, *people.joined.values()}, whole)
            self._live = Live(InMemory(whole, changed))
            self._live.join(people.since(0))
            return self._live.snapshot()

    def _add(self, events: list[Event]) -> None:
        if not events:
            return
        try:
            self._live.add(events)
        except NoRoomError:
            self._live = Live(InMemory(merge([self._live.by_id().whole, from_events(events)])))
            self._people = 0


def _counting(shards: Sequence[ShardEntry], folder: Path) -> list[Part]:
    return [Part(folder / shard.name, shard.events, shard.hidden) for shard in shards if shard.counts]


def _events_of(ids: set[str], columns: Columns) -> int:
    """How many events these ids have: joined, they are laid once more."""
    places = customers_of(columns.customers).places(sorted(ids))
    mine = places[places >= 0]
    return int((columns.ends[mine] - columns.begins[mine]).sum())


def _base(parts: Sequence[Part], kept: Path, loads: tuple[int, int]) -> Base:
    """The parts' events that count: in memory, or where there are many, in mapped files made once."""
    if sum(part.events for part in parts) < MAPPED_FROM:
        return InMemory(merge([part.read() for part in parts]))
    state = [(part.path.name, part.hidden) for part in parts]
    key = hashlib.sha256(repr((LAYOUT, loads, state)).encode()).hexdigest()[:16]
    found = hot(kept, key)
    if found is None:
        try:
            found = _made(parts, Making(kept, key))
        except OSError:
            # Without a place to write, or room on it, the journeys lie in memory.
            return InMemory(merge([part.read() for part in parts]))
    forget_others(kept, key)
    return found


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
