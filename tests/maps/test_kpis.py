"""The list of KPIs: every number is that of the question beside it, now, before and in the past."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from cesta.maps.kpis import Wish, kpis, on_days
from cesta.maps.questions import ask
from cesta.measures.editing import KpiDraft, add_missing, save
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

MARCH = {"date_from": "2026-03-01", "date_to": "2026-03-28"}


@pytest.fixture(scope="module")
def shop(shop_maker: Callable[[Path], Workspace], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with shop_maker(tmp_path_factory.mktemp("kpis") / "shop") as workspace:
        add_missing(workspace)
        save(
            workspace,
            KpiDraft("choose", {"type": "conversion", "map": "buy-clothes", "stage": "choose", "numerator": None}),
        )
        save(workspace, KpiDraft("wrong", {"type": "count", "numerator": "purchase", "target": 10**6, "warn_at": 5}))
        yield workspace


def asked(shop: Workspace, question: dict[str, object], **over: object) -> dict[str, object]:
    params = question["params"]
    assert isinstance(params, dict)
    result = ask(shop, {**question, "params": {**params, **over}})["result"]
    assert isinstance(result, dict)
    return result


@pytest.mark.parametrize("segment", [None, "app-shoppers"])
def test_every_number_is_that_of_its_question(shop: Workspace, segment: str | None) -> None:
    found = kpis(shop, Wish((), segment, **MARCH))
    assert (found.date_from, found.date_to) == (MARCH["date_from"], MARCH["date_to"])
    assert len(found.kpis) > 15
    for kpi in found.kpis:
        assert kpi.now is not None, kpi.problem
        answer = asked(shop, kpi.question)
        assert (kpi.now.n, kpi.now.of) == (answer["n"], answer["of"]), kpi.id
        assert kpi.now.too_few or kpi.now.value == answer["value"], kpi.id
        behind = ask(shop, {**kpi.question, "behind": "/n"})["result"]
        assert isinstance(behind, dict)
        assert kpi.journeys or behind["total"] == kpi.now.n
        for point in kpi.trend[-3:]:
            answer = asked(shop, kpi.question, date_from=point.date_from, date_to=point.date_to)
            assert (point.number.n, point.number.of) == (answer["n"], answer["of"]), kpi.id
        assert kpi.before == kpi.trend[-2].number


def test_without_days_it_is_the_four_weeks_up_to_now(shop: Workspace) -> None:
    found = kpis(shop, Wish(("revenue",)))
    assert found is kpis(shop, Wish(("revenue",)))
    assert found.as_of is not None
    assert found.date_to == found.as_of[:10]
    (revenue,) = found.kpis
    # three months are known: this period, the one before, and one more begun before the first event
    assert [point.date_to for point in revenue.trend][-1] == found.date_to
    assert len(revenue.trend) == 3


def test_days_alone_are_those_of_the_question(shop: Workspace) -> None:
    days = [date(2026, 3, 2), date(2026, 3, 9), date(1990, 1, 1)]
    *told, early = on_days(shop, "wrong", "app-shoppers", days)
    (wrong,) = kpis(shop, Wish(("wrong",), "app-shoppers", **MARCH)).kpis
    assert told == [asked(shop, wrong.question, date_from=f"{day}", date_to=f"{day}")["value"] for day in days[:2]]
    assert early is None


def test_a_target_far_away_is_surely_missed(shop: Workspace) -> None:
    found = kpis(shop, Wish(("wrong", "buyers"), **MARCH)).kpis
    assert found[1].state == "none"
    assert (found[0].state, found[0].sure) == ("bad", True)


def test_what_cannot_be_worked_out_says_why(shop: Workspace) -> None:
    path = shop.root / "measures" / "odd.yaml"
    path.write_text("cesta: measure/1\nid: odd\nname: Odd\ntype: conversion\nmap: nowhere\n")
    (shop.root / "measures" / "torn.yaml").write_text("a: [\n")
    found = kpis(shop, Wish())
    odd = next(kpi for kpi in found.kpis if kpi.id == "odd")
    assert odd.now is None
    assert odd.problem is not None
    assert "nowhere" in odd.problem
    assert len(found.broken) == 1
    path.unlink()
    (shop.root / "measures" / "torn.yaml").unlink()
    with pytest.raises(CestaError, match="no measure"):
        kpis(shop, Wish(("reveneu",)))
