"""However batches come, no more gets through than the limit allows over time; who waits long enough gets in."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.api.collect.limit import BURST, Limits
from cesta.model.errors import CestaError


@given(st.lists(st.tuples(st.floats(0, 5), st.integers(1, 50)), max_size=60), st.integers(1, 20))
def test_over_time_no_more_gets_through(sent: list[tuple[float, int]], per_second: int) -> None:
    now, through = 0.0, 0
    limits = Limits(lambda: now)
    for pause, events in sent:
        now += pause
        with suppress(CestaError):
            limits.admit("site", events, per_second)
            through += events
        assert through <= per_second * (BURST + now) + 50


def test_who_waits_gets_in_and_others_do_not_wait() -> None:
    now = 0.0
    limits = Limits(lambda: now)
    limits.admit("site", 25, 2)
    with pytest.raises(CestaError, match="2 events a second"):
        limits.admit("site", 1, 2)
    limits.admit("till", 1, 2)
    now = 3.0
    limits.admit("site", 1, 2)
    limits.admit("any", 10**9, 0)
