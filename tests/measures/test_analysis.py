"""A KPI asked as a question: of a map it is the map's own number, and what is wrong with it is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cesta.maps.questions import ask
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

QUARTER = {"date_from": "2026-01-01", "date_to": "2026-03-31"}


@pytest.fixture(scope="module")
def shop(shop_root: Path) -> Iterator[Workspace]:
    with Workspace.open(shop_root) as workspace:
        yield workspace


def result(shop: Workspace, analysis: str, **params: Any) -> dict[str, Any]:
    found = ask(shop, {"analysis": analysis, "params": params})["result"]
    assert isinstance(found, dict)
    return found


def test_of_a_map_it_is_the_maps_own_number(shop: Workspace) -> None:
    stages = result(shop, "stage_touchpoints", map="buy-clothes", **QUARTER)["stages"]
    reached = {stage["stage"]: stage["reached"] for stage in stages}
    on_map = {"type": "conversion", "map": "buy-clothes"}
    choose = result(shop, "measure", measure={**on_map, "stage": "choose"}, **QUARTER)
    assert (choose["n"], choose["of"]) == (reached["pay"], reached["choose"])
    goal = result(shop, "measure", measure=on_map, **QUARTER)
    last = result(shop, "measure", measure={**on_map, "stage": "pay"}, **QUARTER)
    assert (goal["n"], goal["of"], last["of"]) == (last["n"], reached["look"], reached["pay"])
    wait = result(shop, "measure", measure={**on_map, "type": "duration", "stage": "look"}, **QUARTER)
    assert wait["value"] > 0


def test_a_segment_and_a_split_by_a_property(shop: Workspace) -> None:
    buyers = {"type": "count", "numerator": "purchase"}
    everybody = result(shop, "measure", measure=buyers, breakdown="source", **QUARTER)
    some = result(shop, "measure", measure=buyers, segment="app-shoppers", **QUARTER)
    others = result(shop, "measure", measure=buyers, segment={"not": "app-shoppers"}, **QUARTER)
    assert everybody["value"] == some["value"] + others["value"]
    assert sum(part["value"] for part in everybody["breakdown"].values()) == everybody["value"]


@pytest.mark.parametrize(
    ("measure", "code"),
    [
        ("nowhere", "unknown_measure"),
        (7, "bad_value"),
        ({"type": "sql", "sql": "select 1"}, "bad_measure"),
        ({"type": "revenue"}, "bad_measure"),
        ({"type": "churn", "map": "buy-clothes"}, "bad_measure"),
        ({"type": "conversion", "map": "nowhere"}, "unknown_map"),
        ({"type": "conversion", "map": "buy-clothes", "stage": "chose"}, "unknown_stage"),
        ({"type": "conversion", "map": "buy-clothes", "touchpoint": "x"}, "unknown_touchpoint"),
    ],
)
def test_what_is_wrong_is_named(shop: Workspace, measure: object, code: str) -> None:
    with pytest.raises(CestaError) as error:
        result(shop, "measure", measure=measure)
    assert error.value.code == code
