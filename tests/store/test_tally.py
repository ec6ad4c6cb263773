"""Numbers put down on the disk come back ascending, and what is there twice is found."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.store.tally import Tally

numbers = st.sampled_from([0, 1, 5, 1 << 40, 1 << 58, 1 << 63, (1 << 64) - 1]) | st.integers(0, 2**64 - 1)
batches = st.lists(st.tuples(st.lists(numbers, max_size=6), st.booleans()), max_size=6)


@settings(max_examples=60, deadline=None)
@given(batches, st.lists(st.lists(numbers, max_size=3), max_size=3))
def test_all_numbers_come_back_in_order(given_batches: list[tuple[list[int], bool]], others: list[list[int]]) -> None:
    every = [number for batch, _ in given_batches for number in batch]
    with tempfile.TemporaryDirectory() as name:
        tally = Tally()
        for batch, put_down in given_batches:
            tally.add(np.array(batch, np.uint64))
            if put_down:
                tally.put_down(Path(name) / "numbers")
        portions = [portion.tolist() for portion in tally.portions()]
        assert [number for portion in portions for number in portion] == sorted(every)
        known = [set(portion) for portion in portions]
        assert sum(map(len, known)) == len(set(every)), "a number is in two portions"
        several, sizes = tally.repeated()
        twice = {number: times for number, times in Counter(every).items() if times > 1}
        assert dict(zip(several.tolist(), sizes.tolist(), strict=True)) == twice
        assert several.tolist() == sorted(twice)
        asked = [np.array(other, np.uint64) for other in others]
        assert tally.has_any(asked) == bool(set(every).intersection(*[{n for other in others for n in other}]))
