"""Rows without an id are numbered as counting by hand numbers them; of equal ids the first counts, whatever comes."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.event import Event
from cesta.store import spill
from cesta.store.content import hash_texts
from cesta.store.shards import table_of
from cesta.store.spill import NUMBER, TWIN, Spill
from cesta.store.twins import find_twins, said_before

ids = st.sampled_from(["a", "b", "a#2", "a#3", "b#2", "c"])
lots = st.sampled_from([None, 0, 1])
batches = st.lists(st.tuples(lots, st.sampled_from([0, 1, 2]), st.lists(ids, min_size=1, max_size=5)), max_size=7)


@settings(max_examples=150, deadline=None)
@given(batches, st.integers(1, 12))
def test_twins_are_numbered_and_of_equal_ids_the_first_counts(
    given_batches: list[tuple[int | None, int, list[str]]], memory: int
) -> None:
    """The file of a batch is told where it is not 0."""
    names: list[str] = []
    seen = Counter[tuple[int, int, str]]()
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(spill, "MOST_ROWS", memory)
        with Spill(Path(folder)) as held:
            for lot, file, texts in given_batches:
                table = table_of([Event("web", text, f"c{n}", "see", 0) for n, text in enumerate(texts)])
                if lot is not None and file:
                    kinds = hash_texts(table["message_id"]) ^ np.uint64(file)
                    table = table.append_column(TWIN, pa.array(kinds))
                held.add(table, lot)
                for text in texts:
                    seen[lot or 0, file, text] += lot is not None
                    nth = seen[lot or 0, file, text] if lot is not None else 1
                    names.append(text if nth == 1 else f"{text}#{nth}")
            twins = find_twins(held)
            left_out = said_before(held, twins).tolist()
            tables = [twins.named(table).select([NUMBER, "message_id"]) for table in held.groups()]
    told = {row[NUMBER]: row["message_id"] for table in tables for row in table.to_pylist()}
    assert [told[number] for number in range(len(names))] == names
    assert left_out == [number for number, name in enumerate(names) if name in names[:number]]
