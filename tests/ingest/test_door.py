"""The door takes each event once, keeps it through anything, and never lets a bad one stop the others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest import door, sealing
from cesta.ingest.door import LoadHead, Sealed, accept, begin_seal
from cesta.model.event import Event
from cesta.store.columns import Columns
from cesta.store.loads import ShardEntry
from cesta.store.mask import Mask
from cesta.store.shards import table_of, write_shards
from cesta.store.workspace import Workspace


def json_event(number: int, customer: str = "ann", **more: object) -> dict[str, object]:
    return {
        "customer": customer,
        "event": "see",
        "ts": f"2026-01-05T08:{number:02d}:00Z",
        "message_id": str(number),
    } | more


def seal(workspace: Workspace, load_id: str, source: str, table: pa.Table, per_shard: int = 1000) -> Sealed:
    with begin_seal(workspace, LoadHead(load_id, source), per_shard) as begun:
        begun.add(table)
        return begun.finish()


def event(number: int, source: str = "web") -> Event:
    return Event(source, str(number), f"c{number % 3}", "see", number, {"n": number})


def rows_of(columns: Columns) -> list[tuple[str, int, str, list[tuple[str, object]]]]:
    owners = columns.owners().tolist()
    return [
        (
            columns.customers[owner],
            int(columns.times[place]),
            columns.names[columns.codes[place]],
            sorted((n, repr(c.values[c.codes[place]])) for n, c in columns.props.items() if c.codes[place] >= 0),
        )
        for place, owner in enumerate(owners)
    ]


def test_a_batch_adds_up(workspace: Workspace) -> None:
    batch: list[dict[str, object]] = [json_event(1), json_event(2), json_event(1), json_event(3, customer=""), {"x": 1}]
    taken = accept(workspace, batch, "web")
    assert (taken.accepted, taken.duplicates, taken.set_aside) == (2, 1, 2)
    assert [(problem.row, problem.field) for problem in taken.problems] == [(4, "customer"), (5, "x")]
    again = accept(workspace, batch, "web")
    assert (again.accepted, again.duplicates, again.set_aside) == (0, 3, 2)
    assert accept(workspace, [json_event(1)], "app").accepted == 1
    assert workspace.log.counts() == {"log": 3, "shards": 0, "set_aside": 2}, "what is sent again is one"
    assert (accept(workspace, [], "web").accepted, len(workspace.columns().times)) == (0, 3)


def test_times_without_a_zone_are_the_workspaces_and_are_told(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop", timezone="Europe/Prague") as workspace:
        batch = [json_event(1, ts="2026-01-05T08:00:00"), json_event(2, ts="2026-10-25T02:30:00"), json_event(3)]
        taken = accept(workspace, batch, "web")
        assert (taken.local_times, taken.unclear_times) == (2, 1)
        times = workspace.columns().times.tolist()
        assert times == [1_767_596_400_000_000, 1_767_600_180_000_000, 1_792_888_200_000_000]


def test_a_load_counts_once(workspace: Workspace) -> None:
    load = ("web-1", "web", table_of([event(1), event(2), event(1)]))
    first = seal(workspace, *load)
    assert (first.load.events, first.load.customers, first.duplicates, first.already) == (2, 2, 1, False)
    generation = workspace.generation()
    again = seal(workspace, *load)
    assert (again.load, again.duplicates, again.already) == (first.load, 0, True)
    assert workspace.generation() == generation


def test_what_one_entry_of_the_door_knows_the_other_knows(workspace: Workspace) -> None:
    accept(workspace, [json_event(1)], "web")
    sealed = seal(workspace, "web-1", "web", table_of([event(1), event(2)]))
    assert (sealed.load.events, sealed.duplicates, sealed.changed) == (1, 0, 1), "the log's event says something else"
    sealed = seal(workspace, "web-2", "web", table_of([event(2), event(3)]))
    assert (sealed.load.events, sealed.duplicates) == (1, 1)
    taken = accept(workspace, [json_event(n) for n in (1, 2, 3, 4)], "web")
    assert (taken.accepted, taken.duplicates) == (1, 3)
    assert accept(workspace, [json_event(2)], "app").accepted == 1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 12), max_size=12), st.integers(0, 12), st.integers(1, 5))
def test_however_events_come_in_the_columns_are_the_same(numbers: list[int], cut: int, per_shard: int) -> None:
    everything = [event(number) for number in numbers]
    with tempfile.TemporaryDirectory() as name:
        with Workspace.create(Path(name) / "split") as split:
            seal(split, "a", "web", table_of(everything[:cut]), per_shard)
            known = {e.message_id for e in everything[:cut]}
            split.log.append([e for e in everything[cut:] if e.message_id not in known])
            together = rows_of(split.columns())
        with Workspace.create(Path(name) / "log") as only_log:
            only_log.log.append(everything)
            assert rows_of(only_log.columns()) == together
        with Workspace.create(Path(name) / "sealed") as only_shards:
            seal(only_shards, "b", "web", table_of(everything), per_shard)
            assert rows_of(only_shards.columns()) == together
    expected = sorted((f"c{n % 3}", n, "see", [("n", repr(n))]) for n in set(numbers))
    assert together == expected


KILLED = """
import os, signal, sys
from pathlib import Path
from cesta.ingest import sealing
from cesta.ingest.door import LoadHead, begin_seal
from cesta.model.event import Event
from cesta.store import recount, shards
from cesta.store.workspace import Workspace

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

workspace = Workspace.open(Path(sys.argv[1]))
events = [Event("web", str(n), f"c{n % 30}", "see", n, {"n": n}) for n in range(300)]
moment = sys.argv[2]
if moment == "during the second shard":
    real, written = shards.settle_file, []
    shards.settle_file = lambda path: (written.append(path), real(path), len(written) == 2 and die())
if moment == "before the register":
    sealing.recount = die
if moment == "inside the register":
    recount.update_counts = die
if moment == "after the register":
    real_recount = sealing.recount
    def register(*given):
        real_recount(*given)
        die()
    sealing.recount = register
with begin_seal(workspace, LoadHead("web-1", "web"), per_shard=100) as begun:
    begun.add(shards.table_of(events))
    begun.finish()
"""


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        ("during the second shard", False),
        ("before the register", False),
        ("inside the register", False),
        ("after the register", True),
    ],
)
def test_a_killed_load_is_wholly_there_or_not_at_all(workspace: Workspace, moment: str, there: bool) -> None:
    accept(workspace, [json_event(1)], "app")
    workspace.close()
    done = subprocess.run([sys.executable, "-c", KILLED, str(workspace.root), moment], check=False)
    assert done.returncode == -signal.SIGKILL
    with Workspace.open(workspace.root) as after:
        assert list(after.shard_folder.glob("*.parquet")), "nothing was written before the kill"
        assert len(after.columns().times) == (301 if there else 1)
        events = [Event("web", str(n), f"c{n % 30}", "see", n, {"n": n}) for n in range(300)]
        again = seal(after, "web-1", "web", table_of(events), per_shard=100)
        assert again.already == there
        assert len(after.columns().times) == 301
        assert {path.name for path in after.shard_folder.iterdir()} == {shard.name for shard in after.log.shards()}


ACCEPTING = """
import sys
from pathlib import Path
from cesta.ingest.door import accept
from cesta.store.workspace import Workspace

workspace = Workspace.open(Path(sys.argv[1]))
for number in range(1_000_000):
    batch = [{"customer": "ann", "event": "see", "ts": "2026-01-05", "message_id": f"{number}-{n}"} for n in range(10)]
    accept(workspace, batch, "web")
    print(number, flush=True)
"""


def test_what_was_accepted_survives_a_kill(workspace: Workspace) -> None:
    workspace.close()
    command = [sys.executable, "-c", ACCEPTING, str(workspace.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        acknowledged = [int(process.stdout.readline()) for _ in range(25)][-1]
        os.kill(process.pid, signal.SIGKILL)
    with Workspace.open(workspace.root) as after:
        kept = [row[0] for row in after.log.read("select message_id from events")]
        assert {f"{number}-{n}" for number in range(acknowledged + 1) for n in range(10)} <= set(kept)
        assert len(kept) % 10 == 0, "half a batch is there"


def test_an_event_accepted_while_its_load_is_being_sealed_counts_once(workspace: Workspace) -> None:
    """The event comes through the log after the load looked there, before the load is registered."""
    event = Event("shop", "order:1", "ann", "order", 0, {})
    real = write_shards
    came: list[int] = []

    def slowly(folder: Path, load_id: str, table: pa.Table, per_shard: int, **more: int) -> list[ShardEntry]:
        entries = real(folder, load_id, table, per_shard, **more)
        if not came:
            sent = {"customer": "ann", "event": "order", "ts": "1970-01-01T00:00:00Z", "message_id": "order:1"}
            came.append(accept(workspace, [sent], "shop").accepted)
        return entries

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealing, "write_shards", slowly)
        other = Event("shop", "order:2", "bob", "order", 1, {})
        sealed = seal(workspace, "shop-1", "shop", table_of([event, other]))
    assert (came, sealed.load.events, sealed.duplicates) == ([1], 1, 1)
    assert len(workspace.columns().codes) == 2


def test_an_event_sealed_while_it_is_being_accepted_counts_once(workspace: Workspace) -> None:
    """The load is registered after the batch was compared with the shards, before the batch is kept."""
    event = Event("shop", "order:1", "ann", "order", 0, {})
    real = door._held_by_loads
    looks: list[int] = []

    def then_seals(place: Workspace, source: str, ids: list[str], loads: tuple[int, int]) -> Mask | None:
        found = real(place, source, ids, loads)
        if not looks:
            seal(place, "shop-1", "shop", table_of([event]))
        looks.append(0 if found is None else int(found.sum()))
        return found

    sent = {"customer": "ann", "event": "order", "ts": "1970-01-01T00:00:00Z", "message_id": "order:1"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "_held_by_loads", then_seals)
        done = accept(workspace, [sent], "shop")
    assert (looks, done.accepted, done.duplicates) == ([0, 1], 0, 1)
    assert len(workspace.columns().codes) == 1


def test_eight_threads_with_the_same_events_keep_each_once(workspace: Workspace) -> None:
    sent = [
        {"customer": f"c{n % 7}", "event": "visit", "ts": "2026-01-01T00:00:00Z", "message_id": str(n)}
        for n in range(120)
    ]

    def send(thread: int) -> int:
        mine = sent[thread * 5 :] + sent[: thread * 5]
        return sum(accept(workspace, mine[low : low + 40], "app").accepted for low in range(0, 120, 40))

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(send, range(8))) == 120
    assert len(workspace.columns().codes) == 120
