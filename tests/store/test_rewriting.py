"""A shard without some customers holds every other row as it was, counted or not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.model.event import Event
from cesta.store import shards
from cesta.store.loads import ShardEntry
from cesta.store.mask import pack, unpack
from cesta.store.rewriting import rewritten
from cesta.store.shards import table_of, write_shards

rows = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3), st.booleans()), min_size=1, max_size=12)


def written(folder: Path, given_rows: list[tuple[int, int, bool]]) -> ShardEntry:
    events = [
        Event("web", str(n), f"c{who}", "see", time, {f"of {who}": n}) for n, (who, time, _) in enumerate(given_rows)
    ]
    (shard,) = write_shards(folder, "a", table_of(events), 100)
    order = [int(text) for text in pq.read_table(folder / shard.name)["message_id"].to_pylist()]
    hidden = np.array([given_rows[n][2] for n in order], np.bool_)
    return ShardEntry(shard.name, "a", shard.events, 0, shard.longest, 2, pack(hidden), int(hidden.sum()))


@given(rows, st.sets(st.integers(0, 6)))
def test_what_is_left_is_what_was_there(
    tmp_path_factory: pytest.TempPathFactory, given_rows: list[tuple[int, int, bool]], gone: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("shards")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "ROWS_PER_GROUP", 3)
        shard = written(folder, given_rows)
    before = pq.read_table(folder / shard.name).append_column("hidden", [unpack(shard.hidden, shard.events)])
    done = rewritten(folder, shard, [f"c{who}" for who in gone], 7)
    kept = [row for row in before.to_pylist() if int(row["customer"][1:]) not in gone]
    if done is None:
        assert len(kept) == shard.events
        return
    assert done.rows == shard.events - len(kept)
    assert done.customers == {f"c{who}" for who, _, _ in given_rows if who in gone}
    if done.now is None:
        assert kept == []
        return
    assert (done.now.name, done.now.load_id, done.now.part) == ("a-00007.parquet", "a", 2)
    table = pq.read_table(folder / done.now.name).append_column("hidden", [unpack(done.now.hidden, done.now.events)])
    assert table.to_pylist() == [{name: row[name] for name in table.column_names} for row in kept]
    assert not [name for name in table.column_names if name.startswith("int.of") and int(name[-1]) in gone]
    counting = {row["customer"] for row in kept if not row["hidden"]}
    assert (done.now.events, done.now.customers) == (len(kept), len(counting))
    assert done.now.hidden_count == sum(row["hidden"] for row in kept)
