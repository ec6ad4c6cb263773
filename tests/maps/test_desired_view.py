"""Desired beside actual for the small shop: numbers agree with each other and with the journeys behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.behind import behind, page
from cesta.maps.compose import Picked
from cesta.maps.desired_view import Beside, clustered, desired_beside
from cesta.store.workspace import Workspace

MAP = "wanted"
DESIRED = """
desired:
  path: [arrive, product, cart, details, bought]
  again: [arrive, product]
  max_time: {arrive -> bought: 1h}
  emotion: {details: 1}
"""


@pytest.fixture(scope="module")
def shop(shop_maker: Callable[[Path], Workspace], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with shop_maker(tmp_path_factory.mktemp("wanted") / "shop") as workspace:
        text = (workspace.root / "maps" / "buy-clothes.yaml").read_text().replace("id: buy-clothes", "id: wanted")
        (workspace.root / "maps" / "wanted.yaml").write_text(text + DESIRED)
        yield workspace


@pytest.fixture(scope="module")
def beside(shop: Workspace) -> Beside:
    return desired_beside(shop, MAP, Picked())


def test_the_path_and_who_keeps_to_it(beside: Beside) -> None:
    view = beside.view
    assert [stop.touchpoint for stop in view.path][:3] == ["arrive", "product", "cart"]
    straying = {
        (item.customer, item.started)
        for row in range(len(view.deviations))
        for item in page(beside.bound, f"/desired/deviations/{row}/journeys", 1000, None).items
    }
    assert len(straying) == view.journeys.n - view.keeping.n
    assert (view.goal_keeping.of or 0) + (view.goal_straying.of or 0) == view.journeys.n


def test_behind_a_deviation_stand_its_journeys(shop: Workspace, beside: Beside) -> None:
    for row, one in enumerate(beside.view.deviations):
        found = behind(shop, MAP, f"/desired/deviations/{row}/journeys")
        assert found.total == one.journeys.n == one.share.n
        assert behind(shop, MAP, f"/desired/deviations/{row}/goal_rate").total == one.goal_rate.n


def test_months_and_kinds_add_up(beside: Beside) -> None:
    view = beside.view
    assert sum(month.keeping.of or 0 for month in view.months) == view.journeys.n
    for kind in view.kinds:
        alone = [one.journeys.n for one in view.deviations if one.kind == kind.kind]
        assert max(alone, default=0) <= kind.journeys.n <= sum(alone)


def test_a_difference_too_small_to_compare_is_never_clear(beside: Beside) -> None:
    for one in beside.view.deviations:
        assert not one.clear or (one.difference.value is not None and one.chance <= beside.view.false_share)


@given(st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_journeys_of_one_customer_are_one_witness(seed: int) -> None:
    """Each journey told ten times makes nothing surer."""
    rng = np.random.default_rng(seed)
    owner = np.sort(rng.integers(0, 40, 90))
    inside, won = rng.random(90) < 0.4, rng.random(90) < 0.5
    again = np.repeat(np.arange(90), 10)
    once = clustered(owner, inside, ~inside, won)
    assert clustered(owner[again], inside[again], ~inside[again], won[again]) == pytest.approx(once)
