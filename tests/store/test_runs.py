"""Whatever runs hold, it comes back whole, customer after customer, each one's rows in the order of the runs."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.store import runs
from cesta.store.runs import batches, ranges, write_run

customers = st.text(st.characters(codec="utf-8"), max_size=2)
several = st.lists(st.lists(customers, min_size=1, max_size=9), min_size=1, max_size=5)


def run_of(names: list[str], first: int, odd: bool) -> pa.Table:
    table = pa.table({"customer": pa.array(names, pa.string()), "place": pa.array(range(first, first + len(names)))})
    return table.append_column("odd", table["place"]) if odd else table


@settings(max_examples=60, deadline=None)
@given(several, st.integers(1, 9), st.integers(1, 4))
def test_ranges_of_customers_are_whole_and_ascend(given_runs: list[list[str]], rows: int, at_once: int) -> None:
    expected: list[tuple[str, int]] = []
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "ROWS_AT_ONCE", at_once)
        written = []
        for number, names in enumerate(given_runs):
            table = run_of(sorted(names), len(expected), odd=number % 2 == 1)
            written.append(write_run(Path(name) / f"{number}.arrow", table))
            expected += zip(sorted(names), table["place"].to_pylist(), strict=True)
            kept = [batch.to_pylist() for batch in batches(written[-1], ["place", "nowhere"])]
            assert [row for batch in kept for row in batch] == table.select(["place"]).to_pylist()
        found = list(ranges(written, rows))
    told = [{(who, place) for who, place in zip(*(table[n].to_pylist() for n in ("customer", "place")), strict=True)}
            for table in found]  # fmt: skip
    assert sum(map(len, told)) == len(expected)
    assert set().union(*told) == set(expected)
    seen = [sorted({who for who, _ in part}) for part in told]
    assert all(low[-1] < high[0] for low, high in pairwise(seen))
    for table in found:
        for who in set(table["customer"].to_pylist()):
            mine = [row["place"] for row in table.to_pylist() if row["customer"] == who]
            assert mine == sorted(mine)


def test_no_table_is_much_longer_than_was_asked_for(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "ROWS_AT_ONCE", 4)
        written = [
            write_run(tmp_path / f"{number}.arrow", run_of([f"c{n:04d}" for n in range(number, 400, 5)], 0, odd=False))
            for number in range(5)
        ]
        sizes = [len(table) for table in ranges(written, 40)]
    assert sum(sizes) == 400
    assert max(sizes) <= 80
