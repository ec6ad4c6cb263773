"""Barriers of the generated shop: what is planted is found, and where nothing is, nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from cesta.maps.barriers.found import comes_again, linked, search
from cesta.maps.barriers.happened import Happened
from cesta.maps.barriers.suspects import suspects

Shop = Callable[[int, int, str, int], Happened]


@pytest.fixture(scope="module")
def planted(shop_past: Shop) -> Happened:
    return shop_past(31, 1, "all", 2000)


def test_what_is_planted_is_found(planted: Happened) -> None:
    found = {(one.suspect.kind, one.suspect.what, one.suspect.value) for one in search(planted).barriers}
    assert ("error", "device", "phone") in found
    assert ("wait", "between", "delivery_choice") in found
    assert ("loop", "category", "trousers") in found
    assert ("drop_off", "order_kind", "special") in found
    assert not {what for kind, what, _ in found if kind == "help"}, "calls only look harmful"


def test_where_nothing_is_planted_nothing_is_found(shop_past: Shop) -> None:
    found = search(shop_past(31, 1, "none", 2000))
    assert found.barriers == ()
    assert found.compared > 100
    assert found.same_customers


def test_who_comes_once_is_compared_with_others(past: Callable[[Any], Happened]) -> None:
    log: list[Any] = [(f"c{person}", "a", person, {}) for person in range(50)]
    assert not comes_again(past(log).found)


def test_the_nearest_moment_of_the_other_tells(planted: Happened) -> None:
    one = next(suspects(planted))
    seen = linked(planted, one, one.rows)
    assert (seen == one.exposed).all()
    owners = planted.owner[one.rows]
    others = np.flatnonzero(~np.isin(planted.owner, owners))
    assert (linked(planted, one, others) == -1).all()
