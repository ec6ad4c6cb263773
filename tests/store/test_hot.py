"""Mapped journeys are those in memory; they are made once, and made again when they are damaged."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.event import Event, Value
from cesta.store import merging, parts
from cesta.store.columns import Snapshot
from cesta.store.grown import Grown
from cesta.store.loads import ShardEntry
from cesta.store.mask import pack
from cesta.store.people import People
from cesta.store.shards import laid_out, table_of, write_shards

Tell = Callable[[Snapshot], list[tuple[object, ...]]]
VALUES: st.SearchStrategy[Value] = st.sampled_from([1, 1.5, True, "1", "žlutá"])
EVENT = st.builds(
    Event,
    source=st.just("web"),
    message_id=st.text("ab", max_size=2),
    customer=st.sampled_from(["ann", "bob", "ž"]),
    name=st.sampled_from(["see", "buy"]),
    time=st.integers(-2, 3),
    properties=st.dictionaries(st.sampled_from(["price", "colour"]), VALUES, max_size=2),
    assumed_time=st.booleans(),
)
LOADS = st.lists(st.tuples(st.lists(EVENT, min_size=1, max_size=6), st.integers(0, 3)), max_size=4)


def shards_of(folder: Path, loads: list[tuple[list[Event], int]]) -> list[ShardEntry]:
    """Each load's shards of two events, with the first so many rows of the first one hidden."""
    entries: list[ShardEntry] = []
    for number, (events, hidden) in enumerate(loads):
        mine = write_shards(folder, f"load{number}", laid_out(table_of(events)), per_shard=2)
        rows = np.arange(mine[0].events) < hidden
        mine[0] = ShardEntry(**{name: getattr(mine[0], name) for name in mine[0].__slots__}
                             | {"hidden": pack(rows), "hidden_count": int(rows.sum())})  # fmt: skip
        entries += mine
    return entries


@settings(deadline=None, max_examples=40)
@given(LOADS, st.lists(EVENT, max_size=4), st.integers(1, 3))
def test_mapped_is_as_in_memory(
    told: Tell, loads: list[tuple[list[Event], int]], later: list[Event], at_once: int
) -> None:
    def between(after: int, last: int) -> list[Event]:
        return later[after:last]

    with TemporaryDirectory() as place, patch.object(merging, "SORTED_AT_ONCE", at_once):
        folder = Path(place) / "shards"
        shards = shards_of(folder, loads)
        memory = Grown(shards, folder, (0, 0)).snapshot(len(later), between, People())
        with patch.object(parts, "MAPPED_FROM", 0):
            for _ in range(2):
                mapped = Grown(shards, folder, (0, 0)).snapshot(len(later), between, People())
                assert (mapped.names, told(mapped)) == (memory.names, told(memory))
        assert len(list((Path(place) / "hot").iterdir())) == 1


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[ShardEntry], Path]:
    monkeypatch.setattr(parts, "MAPPED_FROM", 0)
    events = [Event("web", str(place), "ann", "see", place, {"price": place}) for place in range(3)]
    return shards_of(tmp_path / "shards", [(events, 0)]), tmp_path / "shards"


def test_made_once_and_again_when_damaged(told: Tell, two: tuple[list[ShardEntry], Path]) -> None:
    shards, folder = two
    whole = told(Grown(shards, folder, (0, 0)).snapshot(0, lambda *_: [], People()))
    (made,) = (folder.parent / "hot").iterdir()
    stamp = (made / "times").stat().st_mtime_ns
    Grown(shards, folder, (0, 0))
    assert (made / "times").stat().st_mtime_ns == stamp
    (made / "times").write_bytes(b"short")
    assert told(Grown(shards, folder, (0, 0)).snapshot(0, lambda *_: [], People())) == whole


def test_who_has_journeys_open_keeps_them(told: Tell, two: tuple[list[ShardEntry], Path]) -> None:
    shards, folder = two
    open_, again = (Grown(shards, folder, (0, 0)).snapshot(0, lambda *_: [], People()) for _ in range(2))
    whole = told(again)
    shutil.rmtree(folder.parent / "hot")
    assert told(open_) == whole


def test_those_of_other_states_go(two: tuple[list[ShardEntry], Path]) -> None:
    shards, folder = two
    kept = folder.parent / "hot"
    (kept / "older").mkdir(parents=True)
    Grown(shards, folder, (0, 0))
    assert len(list(kept.iterdir())) == 1
    assert not (kept / "older").exists()
    assert list(folder.parent.glob("*passing-*")) == []


def test_no_room_on_the_disk_leaves_them_in_memory(
    told: Tell, two: tuple[list[ShardEntry], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    shards, folder = two
    whole = told(Grown(shards, folder, (0, 0)).snapshot(0, lambda *_: [], People()))
    shutil.rmtree(folder.parent / "hot")
    monkeypatch.setattr(os, "posix_fallocate", full, raising=False)
    assert told(Grown(shards, folder, (0, 0)).snapshot(0, lambda *_: [], People())) == whole
    assert list((folder.parent / "hot").iterdir()) == []


def test_values_that_need_wider_codes(told: Tell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events = [Event("web", str(place), "ann", "see", place, {"price": place}) for place in range(120)]
    later = [Event("web", f"n{place}", "ann", "see", place, {"price": -place}) for place in range(1, 20)]
    shards = shards_of(tmp_path / "shards", [(events, 0)])

    def between(after: int, last: int) -> list[Event]:
        return later[after:last]

    memory = told(Grown(shards, tmp_path / "shards", (0, 0)).snapshot(len(later), between, People()))
    monkeypatch.setattr(parts, "MAPPED_FROM", 0)
    journeys = Grown(shards, tmp_path / "shards", (0, 0))
    first = journeys.snapshot(1, between, People())
    before = told(first)
    assert first.props["price"].codes.dtype == np.int8
    grew = journeys.snapshot(len(later), between, People())
    assert grew.props["price"].codes.dtype == np.int16
    assert told(grew) == memory
    assert told(first) == before
