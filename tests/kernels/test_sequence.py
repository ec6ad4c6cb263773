"""Patterns against trying every choice of events."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.kernels.sequence import sequence_matches

LONG = 2**62
EVENTS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 4)), min_size=1, max_size=9)
STEP = st.tuples(st.integers(0, 2), st.booleans(), st.integers(0, 6), st.integers(0, 9))
STEPS = st.lists(STEP, min_size=1, max_size=4)


@settings(deadline=None)  # the first call compiles
@given(EVENTS, STEPS, st.booleans())
def test_matches_agree_with_trying_everything(
    events: list[tuple[int, int]], steps: list[tuple[int, bool, int, int]], tail: bool
) -> None:
    names = [name for name, _ in events]
    times = np.cumsum([gap for _, gap in events])
    taken = len(steps) - 1 if tail and len(steps) > 1 else len(steps)
    apart = np.array([anywhere for _, anywhere, _, _ in steps])
    least = np.array([low if anywhere else 0 for _, anywhere, low, _ in steps])
    most = np.array([low + wide if anywhere else LONG for _, anywhere, low, wide in steps])
    met = np.array([[name == wanted for name in names] for wanted, *_ in steps])

    def fits(places: tuple[int, ...]) -> bool:
        if not all(met[k, place] for k, place in enumerate(places)):
            return False
        pairs = zip(places, places[1:], range(1, len(places)), strict=False)
        return all((least[k] <= times[b] - times[a] <= most[k]) if apart[k] else b == a + 1 for a, b, k in pairs)

    every = [places for places in combinations(range(len(names)), len(steps)) if fits(places)]
    count, after, first = 0, -1, None
    while left := [places for places in every if places[0] > after]:
        chosen = min(left)
        first = first or chosen[:taken]
        count, after = count + 1, chosen[taken - 1]
    counts, found = sequence_matches(np.array([0, len(names)]), times, met, apart, least, most, taken)
    assert counts.tolist() == [count]
    assert found[0].tolist() == list(first or [-1] * taken)
