"""Two sides compared: numbers are those of the two maps, each person counts once, and chance is not called clear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from cesta.kernels.intervals import newcombe
from cesta.maps.bind import ground, view
from cesta.maps.compare import FALSE, MapComparison, compare, compared, other_side
from cesta.maps.compose import Picked, compose
from cesta.samples.retail.make import make
from cesta.segments.document import parse
from cesta.store.workspace import Workspace

MAP = "buy-clothes"
NAMED = {name: parse(f"cesta: segment/1\nid: {name}\nname: {name}\nrule: {{}}\n") for name in ("one", "other")}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with make(tmp_path_factory.mktemp("compare") / "shop", events=20_000, seed=5) as workspace:
        yield workspace


def ids(found: MapComparison) -> dict[tuple[str, str | None, str | None], tuple[float | None, float | None]]:
    return {(one.kind, one.stage, one.touchpoint): (one.one.value, one.other.value) for one in found.numbers}


def test_each_number_is_that_of_its_map(shop: Workspace) -> None:
    here, there = view(shop, MAP, segment="passing-phones"), view(shop, MAP)
    found = compare(shop, MAP, Picked("passing-phones"), Picked())
    assert (found.one.people, found.other.people) == (here.people, there.people)
    assert found.shared == here.people.n  # everyone holds the segment
    numbers = ids(found)
    for one, other in zip(here.stages, there.stages, strict=True):
        if one.conversion and other.conversion:
            assert numbers["goes_on", one.id, None] == (one.conversion.value, other.conversion.value)
        assert numbers["time", one.id, None] == (one.median_seconds.value, other.median_seconds.value)
        assert numbers["leaves", one.id, None][1] == pytest.approx(other.lost.n / other.reached.n)
        for stop, beside in zip(one.touchpoints, other.touchpoints, strict=True):
            assert numbers["touched", one.id, stop.id] == (stop.share.value, beside.share.value)
    assert found.compared == sum(one.difference.value is not None for one in found.numbers)


def test_a_side_beside_itself_is_no_different(shop: Workspace) -> None:
    found = compare(shop, MAP, Picked("passing-phones"), Picked("passing-phones"))
    for one in found.numbers:
        if one.difference.value is not None and one.kind != "mood":
            assert (one.difference.value, one.difference.low, one.difference.high) == (0.0, 0.0, 0.0)
        assert not one.clear


def test_turned_around_differences_change_their_sign_alone(shop: Workspace) -> None:
    one, other = Picked(date_to="2025-09-30"), Picked(date_from="2025-10-01")
    forth, back = compare(shop, MAP, one, other), compare(shop, MAP, other, one)
    for here, there in zip(forth.numbers, back.numbers, strict=True):
        assert (here.one, here.other, here.clear) == (there.other, there.one, there.clear)
        if here.difference.value is not None and there.difference.value is not None:
            assert here.difference.value == pytest.approx(-there.difference.value)
            assert here.difference.low == pytest.approx(-(there.difference.high or 0))


def test_people_who_come_once_and_to_one_side_give_newcombes_interval(shop: Workspace) -> None:
    found = compare(shop, MAP, Picked(date_to="2025-09-30"), Picked(date_from="2025-10-01"))
    goal = found.numbers[0]
    low, high = newcombe(goal.one.n, goal.one.of or 0, goal.other.n, goal.other.of or 0)
    assert goal.kind == "goal"
    # Who comes again widens it, whoever stands on both sides narrows it: never by much where most come once or twice.
    assert 0.5 < ((goal.difference.high or 0) - (goal.difference.low or 0)) / (high - low) < 2


def test_who_passes_by_on_a_phone_clearly_buys_less(shop: Workspace) -> None:
    """So they were made: nine in ten of all others buy more often than they do."""
    goal = compare(shop, MAP, Picked("passing-phones"), Picked()).numbers[0]
    assert goal.clear
    assert (goal.difference.high or 0) < 0


def test_cut_by_lot_hardly_anything_is_clear(shop: Workspace) -> None:
    """Ten times the customers are cut in two at random: at most one time in twenty may anything be called clear."""
    given, found, rng = ground(shop, MAP), 0, np.random.default_rng(3)
    for _ in range(10):
        lot = rng.random(len(given.trace.columns.customers)) < 0.5
        cut = replace(given, members={"one": lot, "other": ~lot}, near=replace(given.near, segments=NAMED))
        one, other = (compose(cut, Picked(name), date(2026, 7, 1)) for name in NAMED)
        found += any(each.clear for each in compared(one, other).numbers)
    assert found <= 10 * FALSE + 3 * (10 * FALSE) ** 0.5


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ((None, None, None), Picked("a", "2025-01-01")),
        (("*", None, "2025-02-01"), Picked(None, "2025-01-01", "2025-02-01")),
    ],
)
def test_what_is_not_said_of_the_other_side_is_the_same(
    wanted: tuple[str | None, str | None, str | None], found: Picked
) -> None:
    assert other_side(Picked("a", "2025-01-01"), *wanted) == found
