"""Purchases and nothing else are parted by how much was spent."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.maps.propose.bands import bands
from cesta.maps.propose.kinds import kinds_of, places
from cesta.model.event import Event
from cesta.model.shape import say
from cesta.store.columns import Columns, from_events


def bought(amounts: list[Any]) -> Columns:
    return from_events(
        Event("any", str(place), f"c{place}", "purchase", place, {"amount": amount})
        for place, amount in enumerate(amounts)
    )


def test_three_bands_at_round_numbers() -> None:
    columns = bought([float(amount) for amount in range(1, 301)])
    found = bands(kinds_of(columns)[0], columns, np.arange(300))
    assert found is not None
    names = [say(kind.name(), "en") for kind in found]
    assert names == ["I buy (under 100)", "I buy (100 to 200)", "I buy (200 and more)"]
    assert say(found[0].short(), "pl") == "poniżej 100"


@pytest.mark.parametrize("amounts", [["a"] * 30, [5.0] * 30, [-1.0 * place for place in range(30)]])
def test_no_bands_where_amounts_say_nothing(amounts: list[Any]) -> None:
    columns = bought(amounts)
    assert bands(kinds_of(columns)[0], columns, np.arange(30)) is None


@given(st.lists(st.floats(-1e9, 1e9, allow_nan=False), min_size=11, max_size=60))
def test_every_amount_is_in_one_band(amounts: list[float]) -> None:
    columns = bought(amounts)
    found = bands(kinds_of(columns)[0], columns, np.arange(len(amounts)))
    if found is not None:
        met = [places([kind], columns) == 0 for kind in found]
        assert np.sum(met, axis=0).tolist() == [1] * len(amounts)
