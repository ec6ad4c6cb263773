"""Shards give back exactly the events that went in, and never cut through a customer."""

from __future__ import annotations

import tempfile
from pathlib import Path

import duckdb
import numpy as np
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.errors import CestaError
from cesta.model.event import Event, Value
from cesta.store.columns import Columns
from cesta.store.content import content_of
from cesta.store.merging import merge
from cesta.store.shards import (
    contents,
    customers_in,
    laid_out,
    message_ids,
    oldest,
    read_shard,
    sweep,
    table_of,
    write_shards,
)

values: st.SearchStrategy[Value] = st.one_of(
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False).map(lambda number: number + 0.0),
    st.booleans(),
    st.text(st.characters(codec="utf-8"), max_size=3),
    st.sampled_from([0, 1, 0.0, 1.0, True, False, "1"]),
)
names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=3)
events = st.lists(
    st.builds(
        Event,
        source=st.sampled_from(["web", "app"]),
        message_id=names,
        customer=names,
        name=st.sampled_from(["see", "buy", "ž"]),
        time=st.integers(-(10**15), 10**15) | st.integers(0, 2),
        properties=st.dictionaries(st.sampled_from(["price", "a.b", ""]), values, max_size=3),
        assumed_time=st.booleans(),
    ),
    max_size=15,
)
Row = tuple[str, int, str, bool, tuple[tuple[str, str, Value], ...]]


def rows_of(columns: Columns) -> list[Row]:
    rows: list[Row] = []
    owners = columns.owners().tolist()
    for place, owner in enumerate(owners):
        props = {n: c.values[c.codes[place]] for n, c in columns.props.items() if c.codes[place] >= 0}
        assumed = columns.assumed is not None and bool(columns.assumed[place])
        name = columns.names[columns.codes[place]]
        rows.append((columns.customers[owner], int(columns.times[place]), name, assumed, _typed(props)))
    return rows


def rows_by_hand(given_events: list[Event]) -> list[Row]:
    numbered = sorted((event.customer, event.time, place) for place, event in enumerate(given_events))
    found = [given_events[place] for _, _, place in numbered]
    return [(e.customer, e.time, e.name, e.assumed_time, _typed(dict(e.properties))) for e in found]


def _typed(props: dict[str, Value]) -> tuple[tuple[str, str, Value], ...]:
    return tuple(sorted((name, type(value).__name__, value) for name, value in props.items()))


@settings(max_examples=60, deadline=None)
@given(events, st.integers(1, 6))
def test_shards_hold_the_events_in_order(given_events: list[Event], per_shard: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        entries = write_shards(folder, "load", table_of(given_events), per_shard)
        parts = [read_shard(folder / entry.name) for entry in entries]
        owners = [customer for part in parts for customer in part.customers]
        assert owners == sorted(set(owners)), "a customer is in two shards, or out of order"
        assert [len(part.times) for part in parts] == [entry.events for entry in entries]
        assert all(entry.events >= per_shard for entry in entries[:-1])
        for entry, part in zip(entries, parts, strict=True):
            lengths = [high - low for low, high in zip(part.offsets[:-1], part.offsets[1:], strict=True)]
            assert (entry.customers, entry.longest) == (len(part.customers), max(lengths))
        assert rows_of(merge(parts)) == rows_by_hand(given_events)


def test_no_events_make_no_shard(tmp_path: Path) -> None:
    assert write_shards(tmp_path / "shards", "load", table_of([])) == []


def test_other_tools_read_the_same_file(tmp_path: Path) -> None:
    given_events = [
        Event("web", "1", "bob", "buy", 1_000_000, {"price": 9.5}),
        Event("web", "2", "ann", "see", 2_000_000, {"price": "free"}),
    ]
    (entry,) = write_shards(tmp_path, "load", table_of(given_events))
    found = duckdb.execute(
        f"""select customer, event, epoch_us(time), "float.price", "text.price" from '{tmp_path / entry.name}'"""
    ).fetchall()
    assert found == [("ann", "see", 2_000_000, None, "free"), ("bob", "buy", 1_000_000, 9.5, None)]


def test_rows_are_named_and_can_be_hidden(tmp_path: Path) -> None:
    given_events = [Event("web", str(n), f"c{n % 2}", "see" if n else "buy", n, {"n": n}) for n in range(4)]
    (entry,) = write_shards(tmp_path, "load", laid_out(table_of(given_events)))
    path = tmp_path / entry.name
    assert [ids.to_pylist() for ids in message_ids(path)] == [["0", "2", "1", "3"]]
    hidden = np.array([True, True, False, True])
    left = read_shard(path, hidden)
    assert rows_of(left) == rows_by_hand([given_events[1]])
    assert (left.customers, left.names, left.props["n"].values) == (("c1",), ("see",), (1,))
    assert customers_in(path, hidden).to_pylist() == ["c1"]
    assert contents(path).tolist() == content_of(table_of([given_events[n] for n in (0, 2, 1, 3)])).tolist()


def test_strays_are_swept_and_the_others_stay(tmp_path: Path) -> None:
    for name in ("kept.parquet", "stray.parquet", "notes.txt"):
        (tmp_path / name).touch()
    assert sweep(tmp_path, ["kept.parquet"]) == ["stray.parquet"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.parquet", "notes.txt"]
    assert sweep(tmp_path / "nothing here", []) == []


def test_a_missing_shard_is_named(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match=r"broken_workspace.*gone\.parquet"):
        read_shard(tmp_path / "gone.parquet")


def test_times_are_written_as_moments_in_utc(tmp_path: Path) -> None:
    (entry,) = write_shards(tmp_path, "load", table_of([Event("web", "1", "ann", "see", 1)]))
    assert str(pq.read_schema(tmp_path / entry.name).field("time").type) == "timestamp[us, tz=UTC]"


@pytest.mark.parametrize("content", [b"", b"PAR1", bytes(4000)])
def test_a_damaged_shard_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "orders-1-00000.parquet"
    path.write_bytes(content)
    for read in (read_shard, customers_in):
        with pytest.raises(CestaError, match=r"orders-1-00000\.parquet is damaged") as caught:
            read(path)
        assert caught.value.code == "broken_workspace"


@settings(max_examples=30)
@given(events.filter(bool))
def test_the_oldest_is_known_without_reading(made: list[Event]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for shard in write_shards(Path(folder), "a", laid_out(table_of(made)), per_shard=4):
            path = Path(folder) / shard.name
            assert oldest(path) == read_shard(path).times.min()
