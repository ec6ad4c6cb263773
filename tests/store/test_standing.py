"""Ids are compared wholly: hashes only say where to look."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from cesta.model.event import Event
from cesta.store import standing as module
from cesta.store.content import Hashes
from cesta.store.loads import Rank, ShardEntry
from cesta.store.log import Log
from cesta.store.mask import unpack
from cesta.store.shards import laid_out, table_of, write_shards
from cesta.store.standing import Holders, customers_of, is_among, standing


def shard(folder: Path, load: str, numbers: list[int], says: int = 0, part: int = 0) -> ShardEntry:
    events = [Event("web", str(n), f"c{n}", "see", says) for n in numbers]
    (entry,) = write_shards(folder, load, laid_out(table_of(events)), part=part)
    return entry


@pytest.fixture
def holders(tmp_path: Path) -> Holders:
    """Two loads that share the ids 2 and 3, of which the second says 3 otherwise, and a log that holds 4."""
    log = Log(tmp_path / "log.sqlite")
    log.append([Event("web", "4", "c4", "see", 0), Event("app", "1", "c1", "see", 0)])
    first, second = shard(tmp_path, "a", [1, 2, 3]), shard(tmp_path, "b", [2, 5])
    third, fourth = shard(tmp_path, "c", [3], says=1), shard(tmp_path, "d", [4])
    ranks = [Rank("a", 1, "ask"), Rank("b", 2, "ask"), Rank("c", 3, "ask"), Rank("d", 4, "ask")]
    return Holders(tmp_path, log, "web", ranks, [first, second, third, fourth])


def told(holders: Holders) -> list[list[bool]]:
    found = standing(holders)
    return [unpack(each.hidden, each.events).tolist() for each in found.shards]


@pytest.mark.parametrize("at_once", [1, 3, 100])
def test_the_earliest_counts_however_many_are_compared_at_once(
    holders: Holders, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_AT_ONCE", at_once)
    assert told(holders) == [[False, False, False], [True, False], [True], [True]]
    found = standing(holders)
    assert (found.waiting, found.hidden_events) == ({"a": 0, "b": 0, "c": 1, "d": 0}, frozenset())
    assert [(each.hidden_count, each.customers) for each in found.shards] == [(0, 3), (1, 1), (1, 0), (1, 0)]


def test_equal_hashes_of_other_ids_hide_nothing(holders: Holders, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = told(holders)

    def same(texts: pa.Array) -> Hashes:
        return np.ones(len(texts), np.uint64)

    holders._hashes.clear()
    monkeypatch.setattr(module, "hash_texts", same)
    assert told(holders) == expected
    assert holders.held(["4", "5", "6", ""]) == {"4", "5"}


def test_customers_of_rows_that_joined_later_count_once(tmp_path: Path) -> None:
    own, joined = shard(tmp_path, "a", [1, 2]), shard(tmp_path, "b", [2, 3], part=1)
    assert customers_of(tmp_path, [own]) == 2
    assert customers_of(tmp_path, [own, joined]) == 3


@pytest.mark.parametrize("few", [0, 100])
def test_membership_in_an_ascending_list(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FEW", few)
    hashes = np.array([0, 5, 9, 2**64 - 1], np.uint64)
    assert is_among(hashes, np.array([5, 9], np.uint64)).tolist() == [False, True, True, False]
    assert is_among(hashes, np.zeros(0, np.uint64)).tolist() == [False] * 4
