"""What a question sees, against loops over lists."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.kernels import ranges
from cesta.kernels.shown import shown_codes, touched_value

EVENT = st.tuples(st.integers(0, 2), st.integers(-1, 2), st.booleans())
UNITS = st.lists(st.lists(EVENT, max_size=5), min_size=1, max_size=5)
Units = list[list[tuple[int, int, bool]]]


@settings(deadline=None)
@given(UNITS, st.integers(0, 3))
def test_events_that_do_not_exist_have_the_absent_code(units: Units, skipped: int) -> None:
    flat = [event for unit in units for event in unit]
    codes, exists = np.array([one[0] for one in flat], np.uint8), np.array([one[2] for one in flat], np.bool_)
    offsets = np.cumsum([0, *map(len, units)])
    begins = np.minimum(offsets[:-1] + skipped, offsets[1:])
    shown, counts = shown_codes(codes, exists, (offsets[:-1], offsets[1:]), (begins, offsets[1:]), 3)
    assert shown.tolist() == [code if there else 3 for code, _, there in flat]
    assert counts.tolist() == [sum(there for _, _, there in unit[skipped:]) for unit in units]


@settings(deadline=None)
@given(UNITS, st.sets(st.integers(0, 2)), st.booleans())
def test_the_first_or_last_value_among_the_wanted(units: Units, wanted: set[int], latest: bool) -> None:
    text_of = [5, 0, 6, 0]  # the second value reads like none, and so does a missing one
    expected = []
    for unit in units:
        texts = [text_of[value] for code, value, _ in unit if code in wanted and text_of[value] != 0]
        expected.append(texts[-1 if latest else 0] if texts else 0)
    flat = [event for unit in units for event in unit]
    offsets = np.cumsum([0, *map(len, units)])
    columns = np.array([one[0] for one in flat], np.uint8), np.array([one[1] for one in flat], np.int32)
    flags = np.array([code in wanted for code in range(3)], np.bool_)
    found = touched_value(columns, (offsets[:-1], offsets[1:]), flags, np.array(text_of), latest)
    assert found.tolist() == expected


def test_threads_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    codes, offsets = np.arange(12, dtype=np.uint8) % 3, np.arange(0, 13, 2)
    exists, stretches = codes != 1, (offsets[:-1], offsets[1:])
    alone = shown_codes(codes, exists, stretches, stretches, 3)
    monkeypatch.setattr(ranges, "WORTH_A_RANGE", 2)
    monkeypatch.setattr(ranges, "cores", lambda: 3)
    together = shown_codes(codes, exists, stretches, stretches, 3)
    assert [part.tolist() for part in alone] == [part.tolist() for part in together]
