"""Rows come back as they came, from memory or from the disk, and nothing of them stays."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.event import Event
from cesta.store import runs, spill
from cesta.store.content import hash_texts
from cesta.store.passing import sweep_passing
from cesta.store.shards import table_of
from cesta.store.spill import NUMBER, Spill

batches = st.lists(st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=6), max_size=6)


@pytest.fixture
def few() -> Iterator[None]:
    """Memory for five rows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spill, "MOST_ROWS", 5)
        yield


@pytest.mark.usefixtures("few")
@settings(max_examples=60, deadline=None)
@given(batches, st.integers(1, 8))
def test_every_row_comes_back_once_with_its_customers_others(
    given_batches: list[list[tuple[int, bool]]], most: int
) -> None:
    made: list[Event] = []
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch, Spill(Path(name)) as held:
        patch.setattr(runs, "ROWS_AT_ONCE", 2)
        for lot, batch in enumerate(given_batches):
            new = [
                Event("web", str(len(made) + n), f"c{who}", "see", lot, {"price": 1.5} if priced else {"n": who})
                for n, (who, priced) in enumerate(batch)
            ]
            made += new
            held.add(table_of(new), lot)
        hashes = hash_texts(pa.array([e.message_id for e in made], pa.string())).tolist()
        assert [each for portion in held.ids.portions() for each in portion.tolist()] == sorted(hashes)
        numbers = [n for table in held.tables([NUMBER]) for n in table[NUMBER].to_pylist()]
        assert sorted(numbers) == list(range(len(made)))
        groups = list(held.groups(most))
        rows = [row for table in groups for row in table.select([NUMBER, "message_id", "customer"]).to_pylist()]
        assert sorted(row[NUMBER] for row in rows) == list(range(len(made)))
        assert all(made[row[NUMBER]].message_id == row["message_id"] for row in rows)
        seen = [sorted(set(table["customer"].to_pylist())) for table in groups]
        assert all(low[-1] < high[0] for low, high in pairwise(seen)), "groups do not ascend"
        assert len({str(table.schema) for table in groups}) <= 1
        for customer in {customer for customers in seen for customer in customers}:
            mine = [row[NUMBER] for row in rows if row["customer"] == customer]
            assert mine == sorted(mine)
        lots = [made[row[NUMBER]].time for row in rows]
        assert held.lots_of(np.array([row[NUMBER] for row in rows], np.int64)).tolist() == lots if rows else not made
    assert not Path(name).exists()


ABANDONED = """
import os, signal, sys
from pathlib import Path
from cesta.model.event import Event
from cesta.store import runs, spill
from cesta.store.shards import table_of

spill.MOST_ROWS = 1
held = spill.Spill(Path(sys.argv[1]))
held.add(table_of([Event("web", str(n), "ann", "see", n) for n in range(5)]))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.usefixtures("few")
def test_only_what_nobody_holds_is_swept(tmp_path: Path) -> None:
    with Spill(tmp_path) as held:
        held.add(table_of([Event("web", str(n), "ann", "see", n) for n in range(9)]))
        assert len(list(tmp_path.iterdir())) == 1
        subprocess.run([sys.executable, "-c", ABANDONED, str(tmp_path)], check=False)
        assert len(list(tmp_path.iterdir())) == 2
        assert len(sweep_passing(tmp_path)) == 1
        assert sum(len(table) for table in held.groups(3)) == 9
    assert list(tmp_path.iterdir()) == []
