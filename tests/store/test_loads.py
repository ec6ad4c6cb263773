"""The list of loads says what was written, wholly or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.store.loads import (
    LoadFile,
    LoadHead,
    ShardEntry,
    bin_load,
    forget_load,
    insert_load,
    insert_shards,
    next_place,
    read_loads,
    read_shards,
    same_files,
    unbin_load,
    update_counts,
    update_shards,
)
from cesta.store.log import Log

FILES = (LoadFile("orders.csv", 10, "abc", 3), LoadFile("lines.csv", 20, "def", 4))
HEAD = LoadHead("web-1", "web", "Web shop", FILES, "id: web", "keep", generated=True)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    log = Log(tmp_path / "log.sqlite")
    yield log
    log.close()


def list_one(log: Log, head: LoadHead, *shards: ShardEntry) -> None:
    with log.transaction() as sql:
        insert_load(sql, head, 1)
        insert_shards(sql, shards)


def test_a_load_is_read_as_it_was_listed(log: Log) -> None:
    list_one(log, HEAD, ShardEntry("web-1-0.parquet", "web-1", 9, 4, 3, 0, b"mask", 2))
    with log.transaction() as sql:
        update_counts(sql, "web-1", 3, 1)
    (load,) = log.loads()
    assert (load.load_id, load.source, load.name, load.files, load.mapping) == ("web-1", "web", "Web shop", FILES,
                                                                               "id: web")  # fmt: skip
    assert (load.events, load.customers, load.set_aside, load.duplicates, load.waiting) == (7, 3, 0, 2, 1)
    assert (load.decision, load.generated, load.binned) == ("keep", True, None)
    assert log.shards() == [ShardEntry("web-1-0.parquet", "web-1", 9, 4, 3, 0, b"mask", 2)]


def test_a_load_is_listed_wholly_or_not_at_all(log: Log) -> None:
    shard = ShardEntry("a-0.parquet", "a", 1, 1, 1)
    with pytest.raises(sqlite3.IntegrityError):
        list_one(log, LoadHead("a", "a"), shard, shard)
    assert (log.loads(), log.shards(), log.marks()) == ([], [], (0, 0, 0))
    list_one(log, LoadHead("a", "a"), shard)
    assert log.shards() == [shard]


def test_what_is_in_the_bin_is_not_read(log: Log) -> None:
    list_one(log, HEAD, ShardEntry("web-1-0.parquet", "web-1", 1, 1, 1))
    with log.transaction() as sql:
        bin_load(sql, "web-1")
    assert (log.loads(), log.shards(), len(log.all_loads())) == ([], [], 1)
    with log.reading() as sql:
        assert len(read_shards(sql, ["web-1"])) == 1, "those of a load that is named are there"
    with log.transaction() as sql:
        unbin_load(sql, "web-1")
        update_shards(sql, [ShardEntry("web-1-0.parquet", "web-1", 1, 0, 1, 0, b"x", 1)])
    assert [shard.hidden_count for shard in log.shards()] == [1]


def test_numbers_are_never_used_again(log: Log) -> None:
    list_one(log, HEAD, ShardEntry("web-1-0.parquet", "web-1", 1, 1, 1))
    with log.transaction() as sql:
        forget_load(sql, "web-1")
        assert (read_loads(sql), next_place(sql, "loads"), next_place(sql, "shards")) == ([], 2, 2)


def test_the_same_files_are_known_by_their_bytes(log: Log) -> None:
    list_one(log, HEAD)
    loads = log.loads()
    renamed = (LoadFile("other.csv", 20, "def", 4), LoadFile("orders.csv", 10, "abc", 3))
    assert [load.load_id for load in same_files(loads, LoadHead("web-2", "web", files=renamed))] == ["web-1"]
    for other in (LoadHead("web-2", "app", files=FILES), LoadHead("web-2", "web", files=FILES[:1]),
                  LoadHead("web-2", "web"), HEAD):  # fmt: skip
        assert same_files(loads, other) == []
