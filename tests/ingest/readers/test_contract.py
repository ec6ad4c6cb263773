"""Rows become batches: all of them, in order, none too large."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.readers.contract import MOST_ROWS, Reader, parted


@given(st.integers(0, 3 * MOST_ROWS))
def test_parted_rows_are_the_same_rows(count: int) -> None:
    batches = list(parted("t", iter([{"n": n} for n in range(count)]), lambda row: str(row["n"])))
    assert [row["n"] for batch in batches for row in batch.rows] == list(range(count))
    assert all(0 < len(batch.rows) <= MOST_ROWS for batch in batches)
    assert [batch.cursor for batch in batches] == [str(batch.rows[-1]["n"]) for batch in batches]


def test_a_reader_that_does_not_say_how_its_files_look_is_never_taken_for_it() -> None:
    assert not Reader("mine", lambda _place, _cursor: iter(()), (".mine",)).looks(b"mine")
