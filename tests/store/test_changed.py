"""Changed rows are found whatever stands in how many shards, and with them what counted before."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.model.event import Event
from cesta.store import changed as module
from cesta.store.changed import Came, Pair, Place, changed, portions
from cesta.store.loads import Rank, ShardEntry
from cesta.store.log import Log
from cesta.store.shards import event_at, laid_out, table_of, write_shards


def shards(folder: Path, load: str, says: dict[int, int]) -> list[ShardEntry]:
    events = [Event("web", str(n), f"c{n}", "see", said) for n, said in says.items()]
    return write_shards(folder, load, laid_out(table_of(events)), per_shard=2)


@pytest.fixture
def came(tmp_path: Path) -> Came:
    """A load of the ids 1 to 5; before it, 1 and 2 came as they are, 3 otherwise, and then replaced, 4 in the log."""
    log = Log(tmp_path / "log.sqlite")
    log.append([Event("web", "4", "c4", "see", 9), Event("app", "5", "c5", "see", 9)])
    first, second = shards(tmp_path, "a", {1: 0, 2: 0, 3: 1}), shards(tmp_path, "b", {3: 2, 2: 7})
    mine = shards(tmp_path, "c", {1: 0, 2: 0, 3: 0, 4: 0, 5: 0})
    ranks = [Rank("a", 1, "ask"), Rank("b", 2, "replace")]
    return Came(tmp_path, log, "web", Rank("c", 3, "ask"), mine, ranks, [*first, *second])


@pytest.mark.parametrize("at_once", [1, 4, 100])
def test_what_counted_before_stands_beside_what_is_said_now(
    came: Came, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_AT_ONCE", at_once)
    parts = [changed(came, each, 9) for each in portions(came.mine)]
    assert len(parts) == {1: 3, 4: 2, 100: 1}[at_once]
    assert sum(part.rows for part in parts) == 3
    pairs = [pair for part in parts for pair in part.first]
    assert pairs[2] == Pair(Place(None, 1), Place("c-00001.parquet", 1))
    told = [[event_at(came.folder / place.shard, place.row) for place in (pair.was, pair.now) if place.shard]
            for pair in pairs[:2]]  # fmt: skip
    assert [[(event.message_id, event.time) for event in pair] for pair in told] == [
        [("2", 7), ("2", 0)],
        [("3", 2), ("3", 0)],
    ]


def test_no_more_are_told_than_wanted(came: Came) -> None:
    found = changed(came, came.mine, 1)
    assert (found.rows, len(found.first)) == (3, 1)
