"""A KPI is put on the shelf only whole, and keeps what people wrote around it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.measures.editing import KpiDraft, add_missing, missing, save
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


def test_saving_and_changing(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as shop:
        save(
            shop, KpiDraft("basket", {"name": {"en": "Basket"}, "type": "average", "numerator": "buy", "of": "amount"})
        )
        path = shop.root / "measures" / "basket.yaml"
        path.write_text(path.read_text() + "# ask Petr\n")
        save(shop, KpiDraft("basket", {"target": 80, "name": "Koszyk"}), lang="pl")
        text = path.read_text()
        assert "# ask Petr" in text
        assert "target: 80" in text
        assert "pl: Koszyk" in text
        save(shop, KpiDraft("basket", {"target": None}))
        assert "target" not in path.read_text()
        before = path.read_text()
        for draft, code in (
            (KpiDraft("basket", {"of": None}), "bad_measure"),
            (KpiDraft("basket", {"type": "averege"}), "bad_measure"),
            (KpiDraft("../basket", {}), "bad_value"),
        ):
            with pytest.raises(CestaError) as error:
                save(shop, draft)
            assert error.value.code == code
        assert path.read_text() == before


def test_the_usual_ones_are_added_once(shop_maker: Callable[[Path], Workspace], tmp_path: Path) -> None:
    with shop_maker(tmp_path / "shop") as shop:
        assert len(missing(shop)) == len(add_missing(shop)) > 10
        assert add_missing(shop) == ()
