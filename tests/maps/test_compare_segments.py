"""Small maps of all segments: each number is that of the segment's own map, and what comes is what leaves and stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cesta.maps.bind import view
from cesta.maps.compare_segments import small_maps
from cesta.maps.compose import Picked
from cesta.samples.retail.make import make
from cesta.store.workspace import Workspace

MAP = "buy-clothes"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with make(tmp_path_factory.mktemp("small") / "shop", events=12_000, seed=6) as workspace:
        yield workspace


def test_each_small_map_says_what_the_map_of_its_segment_says(shop: Workspace) -> None:
    found = small_maps(shop, MAP, Picked("gift-buyers", "2025-03-01", "2026-02-28"))
    assert found.maps[0].segment is None
    people = [each.people.n for each in found.maps[1:]]
    assert people == sorted(people, reverse=True)
    assert len(found.maps) == 1 + len(view(shop, MAP).segments)
    for each in found.maps:
        own = view(shop, MAP, segment=each.segment, date_from="2025-03-01", date_to="2026-02-28")
        assert (each.people.n, each.journeys.n) == (own.people.n, own.journeys.n)
        assert own.goal is not None
        assert each.goal is not None
        assert (each.goal.value, each.goal.n, each.goal.of) == (own.goal.rate.value, own.goal.rate.n, own.goal.rate.of)
        for small, stage in zip(each.stages, own.stages, strict=True):
            assert (small.reached.n, small.lost.n, small.open.n) == (stage.reached.n, stage.lost.n, stage.open.n)
            assert (small.conversion and small.conversion.value) == (stage.conversion and stage.conversion.value)


def test_what_comes_to_a_stage_leaves_it_or_goes_on(shop: Workspace) -> None:
    for each in small_maps(shop, MAP, Picked()).maps:
        for here, there in zip(each.stages, each.stages[1:], strict=False):
            assert here.reached.n == there.reached.n + here.lost.n + here.open.n + here.won.n


def test_only_surely_different_segments_are_called_clear(shop: Workspace) -> None:
    found = small_maps(shop, MAP, Picked())
    differences = [each.difference for each in found.maps if each.difference is not None]
    assert found.compared == sum(difference.value is not None for difference in differences)
    for each in found.maps:
        if each.clear:
            assert each.difference is not None
            assert (each.difference.low or 0) > 0 or (each.difference.high or 0) < 0
    assert any(each.clear for each in found.maps)
