"""The journeys of one state of the loads, growing with the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from cesta.model.event import Event
from cesta.store.base import InMemory
from cesta.store.columns import Snapshot, from_events
from cesta.store.live import Base, Live, NoRoomError
from cesta.store.loads import ShardEntry
from cesta.store.mask import Mask, unpack
from cesta.store.merging import merge
from cesta.store.shards import read_shard

AT_ONCE = 100_000


class Grown:
    """Sealed shards, and the events of the log as far as somebody asked. For one thread; snapshots are for all."""

    def __init__(self, shards: Sequence[ShardEntry], folder: Path, loads: tuple[int, int]) -> None:
        self.loads = loads
        self._live = Live(_base(shards, folder))
        self._event = 0
        self._snapshot: Snapshot | None = None

    def snapshot(self, event: int, events_between: Callable[[int, int], list[Event]]) -> Snapshot:
        """The journeys with the log's events up to and with this one."""
        while self._event < event:
            upto = min(event, self._event + AT_ONCE)
            self._add(events_between(self._event, upto))
            self._event, self._snapshot = upto, None
        if self._snapshot is None:
            self._snapshot = self._live.snapshot()
        return self._snapshot

    def _add(self, events: list[Event]) -> None:
        if not events:
            return
        try:
            self._live.add(events)
        except NoRoomError:
            whole = merge([self._live.snapshot().whole, from_events(events)])
            self._live = Live(InMemory(whole))


def _base(shards: Sequence[ShardEntry], folder: Path) -> Base:
    counting = [shard for shard in shards if shard.hidden_count < shard.events]
    return InMemory(merge([read_shard(folder / shard.name, _mask(shard)) for shard in counting]))


def _mask(shard: ShardEntry) -> Mask | None:
    return unpack(shard.hidden, shard.events) if shard.hidden_count else None
