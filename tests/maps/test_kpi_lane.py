"""KPIs stand at their stages, with the number that their own question gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cesta.maps.kpi_lane import kpi_lane
from cesta.maps.kpis import Wish
from cesta.maps.questions import ask
from cesta.measures.editing import KpiDraft, save
from cesta.store.workspace import Workspace

MARCH = Wish((), None, "2026-03-01", "2026-03-28")


@pytest.fixture(scope="module")
def shop(shop_maker: Callable[[Path], Workspace], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with shop_maker(tmp_path_factory.mktemp("lane") / "shop") as workspace:
        yield workspace


def test_kpis_stand_at_their_stages(shop: Workspace) -> None:
    assert kpi_lane(shop, "buy-clothes", MARCH).kpis == ()
    on = {"type": "conversion", "map": "buy-clothes"}
    save(shop, KpiDraft("whole", dict(on)))
    save(shop, KpiDraft("choose", {**on, "stage": "choose"}))
    save(shop, KpiDraft("choose-missed", {**on, "stage": "choose", "target": 0.99}))
    save(shop, KpiDraft("elsewhere", {"type": "count", "numerator": "purchase"}))
    found = kpi_lane(shop, "buy-clothes", MARCH).kpis
    assert [(one.stage, one.kpi.id) for one in found] == [
        (None, "whole"),
        ("choose", "choose-missed"),
        ("choose", "choose"),
    ]
    for one in found:
        result = ask(shop, one.kpi.question)["result"]
        assert isinstance(result, dict)
        assert one.kpi.now is not None
        assert (one.kpi.now.n, one.kpi.now.of) == (result["n"], result["of"])


def test_a_stage_brings_the_kpis_that_it_names(shop: Workspace) -> None:
    path = shop.root / "maps" / "buy-clothes.yaml"
    text = path.read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.startswith("  - id: "))
    path.write_text(text.replace(first, f"{first}\n    measures: [buyers, reach]", 1), encoding="utf-8")
    save(shop, KpiDraft("buyers", {"type": "count", "numerator": "purchase"}))
    found = [(one.stage, one.kpi.id) for one in kpi_lane(shop, "buy-clothes", MARCH).kpis]
    path.write_text(text, encoding="utf-8")
    assert (first.removeprefix("  - id: "), "buyers") in found
