"""Channels side by side, against a plain loop over the events."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cesta.ingest.door import accept
from cesta.maps.channels import WINDOW, channels
from cesta.maps.kpis import Wish
from cesta.maps.questions import ask
from cesta.measures.editing import KpiDraft, add_missing, save
from cesta.store.workspace import Workspace

QUARTER = {"date_from": "2026-01-01", "date_to": "2026-03-31"}


def test_who_came_by_it_and_who_bought(shop_maker: Callable[[Path], Workspace], tmp_path: Path) -> None:
    with shop_maker(tmp_path / "shop") as shop:
        add_missing(shop)
        found = channels(shop, Wish((), None, **QUARTER))
        columns = shop.columns()
        assert found.goal == "purchase"
        assert [row.people.n for row in found.rows] == sorted((row.people.n for row in found.rows), reverse=True)
        for row in found.rows:
            where = f"channel = '{row.channel}'"
            params = {"start": {"where": where}, "end": "purchase", "window": f"{WINDOW // 86_400_000_000}d", **QUARTER}
            asked = ask(shop, {"analysis": "conversion", "params": params})["result"]
            assert isinstance(asked, dict)
            assert row.conversion is not None
            assert (row.conversion.n, row.conversion.of) == (asked["converted"], asked["with_start"])
            column = columns.props["channel"]
            assert row.contacts == int((column.codes == column.values.index(row.channel)).sum())
            assert row.people.of == len(columns.customers)


def test_cost_where_it_is_said_and_no_goal(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as shop:
        told = [("ann", "ad", 2.5), ("bob", "ad", 1), ("bob", "web", None)]
        events = [
            {
                "customer": who, "event": "see", "ts": f"2026-01-0{at}",
                "props": {"channel": channel, **({} if cost is None else {"cost": cost})},
            }
            for at, (who, channel, cost) in enumerate(told, 1)
        ]  # fmt: skip
        accept(shop, events, "shop")
        found = channels(shop, Wish())
        assert [(row.channel, row.people.n, row.cost) for row in found.rows] == [("ad", 2, 3.5), ("web", 1, None)]
        assert (found.goal, found.rows[0].conversion, found.rows[0].nps) == (None, None, None)
        save(shop, KpiDraft("nps", {"type": "nps"}))
        assert channels(shop, Wish()).rows[0].nps is not None
