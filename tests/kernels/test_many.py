"""Many comparisons: false finds stay as seldom as promised, also when comparisons and journeys hang together."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.many import adjusted, difference_in_units, two_sided


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_adjusted_keeps_the_order_and_never_promises_more(chances: list[float]) -> None:
    given_, found = np.array(chances), adjusted(np.array(chances))
    assert (found >= given_).all()
    assert (found <= 1).all()
    order = np.argsort(given_, kind="stable")
    assert (np.diff(found[order]) >= 0).all()


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), min_size=2, max_size=40))
def test_units_are_those_of_a_count_by_hand(rows: list[tuple[int, int, bool]]) -> None:
    parts = np.array([min(k, n) for k, n, _ in rows], np.float64)
    wholes, inside = (np.array([row[at] for row in rows]) for at in (1, 2))
    found = float(difference_in_units(parts, wholes.astype(np.float64), inside[None, :])[0])
    sides = [
        [(k, n) for k, n, here in zip(parts, wholes, inside, strict=True) if here == side] for side in (True, False)
    ]
    if not all(sum(n for _, n in side) for side in sides):
        assert found == 0
        return
    share = parts.sum() / wholes.sum()
    means = [sum(k for k, _ in side) / sum(n for _, n in side) for side in sides]
    error = sum(sum((k - share * n) ** 2 for k, n in side) / sum(n for _, n in side) ** 2 for side in sides) ** 0.5
    assert np.isclose(found, (means[0] - means[1]) / error if error else 0)


def test_what_hangs_together_in_one_customer_is_no_difference() -> None:
    """Each customer has ten journeys of one kind: with journeys taken one by one, half of all would look different."""
    named = 0
    for seed in range(300):
        rng = np.random.default_rng(seed)
        parts = np.where(rng.random(200) < 0.4, 10.0, 0.0)
        named += two_sided(float(difference_in_units(parts, np.full(200, 10.0), rng.random((1, 200)) < 0.3)[0])) <= 0.05
    assert 4 <= named <= 28
