"""A KPI by what events say: the parts of a count add up to the whole, and each is that of its question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cesta.ingest.door import accept
from cesta.maps.kpi_split import splits
from cesta.maps.kpis import Wish, kpis
from cesta.measures.editing import KpiDraft, save
from cesta.store.workspace import Workspace


def test_the_parts_of_a_count_are_the_whole(shop_maker: Callable[[Path], Workspace], tmp_path: Path) -> None:
    with shop_maker(tmp_path / "shop") as shop:
        save(shop, KpiDraft("buyers", {"numerator": "purchase", "by": ["language"]}))
        wish = Wish(("buyers",), None, "2026-01-01", "2026-03-31")
        found = {split.by: split for split in splits(shop, wish)}
        whole = kpis(shop, wish).kpis[0].now
        assert whole is not None
        assert next(iter(found)) == "language"
        assert sum(part.number.n for part in found["language"].parts) == whole.n
        assert not found["language"].own


def test_money_of_each_currency_is_its_own(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop", currency="EUR") as shop:
        sold = [("ann", 10, "EUR"), ("ann", 20, "PLN"), ("bob", 30, "PLN")]
        events = [
            {
                "customer": who,
                "event": "buy",
                "ts": f"2026-01-0{at}",
                "props": {"amount": amount, "currency": money},
            }
            for at, (who, amount, money) in enumerate(sold, 1)
        ]
        accept(shop, events, "shop")
        save(shop, KpiDraft("revenue", {"type": "revenue", "numerator": "buy", "of": "amount", "min_n": 1}))
        (kpi,) = kpis(shop, Wish(("revenue",))).kpis
        assert kpi.now is not None
        assert (kpi.now.value, kpi.currency, kpi.left_out) == (10, "EUR", 2)
        (split,) = splits(shop, Wish(("revenue",)))
        told = {part.value: (part.number.value, part.currency) for part in split.parts}
        assert (split.by, split.own, told) == ("currency", True, {"EUR": (10, "EUR"), "PLN": (50, "PLN")})
