"""What is worth comparing: kinds of things, not single things, and never what only tells when or how many-th."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cesta.maps.barriers.happened import Happened
from cesta.maps.barriers.suspects import LEAST, suspects

Past = Callable[[Any], Happened]
DAY = 24 * 60


def test_values_that_only_tell_when_or_how_many_th_are_left_out(past: Past) -> None:
    rng = np.random.default_rng(3)
    log: list[tuple[str, str, int, dict[str, Any]]] = []
    for person in range(100):
        for turn in range(4):
            at = int(rng.integers(0, 300)) * DAY
            props = {"device": str(rng.integers(0, 2)), "first": turn == 0, "season": at > 200 * DAY, "id": f"{person}"}
            log += [(f"c{person:03d}", "a", at, props), (f"c{person:03d}", "b", at + 5, props)]
    log.sort(key=lambda one: one[2])
    seen: dict[str, int] = {}
    for row, one in enumerate(log):
        if one[1] == "a":
            seen[one[0]] = seen.get(one[0], 0) + 1
        log[row] = (*one[:3], {**one[3], "first": seen.get(one[0], 1) == 1})
    assert {one.what for one in suspects(past(log)) if one.kind == "drop_off"} == {"device"}


def test_a_step_that_makes_the_way_long(past: Past) -> None:
    log: list[tuple[str, str, int, dict[str, Any]]] = []
    for person in range(120):
        long = person % 2 == 0
        steps = [("a", 0), ("b", 1), *([("x", 2)] if long else []), ("goal", 600 if long else 3), ("b", 2000)]
        log += [(f"c{person:03d}", name, at, {}) for name, at in steps]
    found = [one for one in suspects(past(log)) if one.kind == "wait"]
    assert not found, "the goal is no step of this map"


def test_every_suspect_has_both_sides_and_knows_how_it_went(shop_past: Callable[..., Happened]) -> None:
    for one in suspects(shop_past(11, 1, "all", 400)):
        assert len(one.rows) == len(one.exposed) == len(one.bad)
        assert one.kind in LEAST
        assert (np.diff(one.rows) > 0).all()
