"""How a barrier is shown: what is at stake, and an id that lasts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cesta.maps.barriers.found import search
from cesta.maps.barriers.happened import Happened
from cesta.maps.barriers.view import named, worth_of

Past = Callable[[Any], Happened]


@pytest.mark.parametrize(("amounts", "worth"), [([10, 20], 15.0), (["ten", "x"], None), ([], None)])
def test_what_a_goal_is_worth(past: Past, amounts: list[object], worth: float | None) -> None:
    log: list[Any] = [("u", "a", 0, {})] + [("u", "goal", 5 + at, {"amount": one}) for at, one in enumerate(amounts)]
    assert worth_of(past(log)) == worth


def test_ids_are_slugs(shop_past: Callable[[int, int, str, int], Happened]) -> None:
    past = shop_past(31, 1, "all", 1500)
    ids = [named(past, one) for one in search(past).barriers]
    assert "error-payment-details-device-phone" in ids
    assert all(set(one) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for one in ids)
