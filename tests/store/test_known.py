"""Ids are known when they are there, whatever their hashes say."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from cesta.model.event import Event
from cesta.store import known
from cesta.store.content import Hashes
from cesta.store.known import KnownIds, known_ids
from cesta.store.shards import laid_out, table_of, write_shards


def shards(folder: Path, numbers: range) -> tuple[Path, ...]:
    events = [Event("web", str(n), f"c{n % 5}", "see", n) for n in numbers]
    return tuple(folder / entry.name for entry in write_shards(folder, "a", laid_out(table_of(events)), 4))


def test_what_is_there_is_known(tmp_path: Path) -> None:
    ids = KnownIds(shards(tmp_path, range(20)))
    assert ids.among(["3", "20", "", "19"]).tolist() == [True, False, False, True]
    assert ids.among([]).tolist() == []
    assert KnownIds(()).among(["1"]).tolist() == [False]
    assert known_ids(()) is known_ids(())


def test_equal_hashes_are_not_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def same(texts: pa.Array) -> Hashes:
        return np.ones(len(texts), np.uint64)

    monkeypatch.setattr(known, "hash_texts", same)
    assert KnownIds(shards(tmp_path, range(9))).among(["8", "9"]).tolist() == [True, False]
