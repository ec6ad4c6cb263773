"""The journeys of one state of the loads and of what is drained of the log, growing with the rest of the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from cesta.model.event import Event
from cesta.store.base import InMemory, room_for
from cesta.store.columns import Columns, Snapshot, from_events
from cesta.store.customers import customers_of
from cesta.store.drained import NOTHING, Drained
from cesta.store.live import Live, NoRoomError, SameMomentError
from cesta.store.loads import ShardEntry
from cesta.store.merging import merge
from cesta.store.parts import Parts, base_of, counting, nearly, together
from cesta.store.people import People

AT_ONCE = 100_000


class Grown:
    """Sealed shards, and the events of the log as far as somebody asked. For one thread; snapshots are for all."""

    def __init__(
        self, shards: Sequence[ShardEntry], folder: Path, loads: tuple[int, int], drained: Drained = NOTHING
    ) -> None:
        self.loads = loads
        self._folder, parts = folder, Parts.of(shards, folder, drained)
        self._shards = parts.shards
        self._live = _live(parts, folder.parent / "hot", loads[1])
        self._event, self._people = drained.upto, 0
        self._has_log = bool(parts.pieces)
        self._snapshot: Snapshot | None = None

    def takes_in(self, shards: Sequence[ShardEntry], loads: tuple[int, int]) -> bool:
        """Lays the shards of new loads behind what is there, if else nothing about loads changed; whether it could.

        Events of loads come before those of the log at equal moments, so that none may meet one where there is a log.
        False leaves half of it: then all has to be laid anew.
        """
        now, known = counting(shards, self._folder), len(self._shards)
        if loads[1] != self.loads[1] or now[:known] != self._shards:
            return False
        if now[known:]:
            try:
                self._live.add_columns(together(now[known:]), alone=self._has_log)
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


def _live(parts: Parts, kept: Path, changes: int) -> Live:
    """The journeys of these parts: made of all, or of nearly all, with the rest laid behind them."""
    found = nearly(parts, kept, changes)
    if found is not None:
        base, rest = found
        live = Live(base)
        try:
            if rest.shards:
                live.add_columns(together(rest.shards), alone=len(rest.pieces) < len(parts.pieces))
            if rest.pieces:
                live.add_columns(together(rest.pieces))
        except (NoRoomError, SameMomentError):
            pass
        else:
            return live
    return Live(base_of(parts, kept, changes))


def _events_of(ids: set[str], columns: Columns) -> int:
    """How many events these ids have: joined, they are laid once more."""
    places = customers_of(columns.customers).places(sorted(ids))
    mine = places[places >= 0]
    return int((columns.ends[mine] - columns.begins[mine]).sum())
