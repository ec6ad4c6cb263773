"""Alerts as documents: tried without being kept, kept, changed with their comments, and what is wrong is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cesta.alerts.looking import history
from cesta.alerts.shelf import AlertDraft, list_alerts, save_alert, try_alert
from cesta.measures.editing import KpiDraft, save
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

FEW = AlertDraft("few", {"name": "Few buyers", "measure": "buyers", "below": 1000})


@pytest.fixture(scope="module")
def shop(shop_maker: Callable[[Path], Workspace], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with shop_maker(tmp_path_factory.mktemp("alerts") / "shop") as workspace:
        save(workspace, KpiDraft("buyers", {"type": "count", "numerator": "purchase"}))
        yield workspace


def test_tried_kept_and_changed(shop: Workspace) -> None:
    seen = try_alert(shop, FEW, 1)
    assert (seen.name, seen.why, seen.new) == ("Few buyers", "below", False)
    assert list_alerts(shop).alerts == ()
    assert history(shop) == []
    before = shop.generation()
    assert save_alert(shop, FEW).problem == ""
    assert shop.generation() != before
    path = shop.root / "alerts" / "few.yaml"
    path.write_text("# ours\n" + path.read_text())
    save_alert(shop, AlertDraft("few", {"below": None, "above": 5, "off": True}))
    assert path.read_text().startswith("# ours\n")
    (row,) = list_alerts(shop).alerts
    assert (row.fields["above"], row.fields["off"], "below" in row.fields) == (5, True, False)


@pytest.mark.parametrize(
    ("id_", "fields", "code"),
    [("../few", {}, "bad_value"), ("one", {"measure": "buyers"}, "bad_alert"), ("one", {"below": 1}, "bad_alert")],
)
def test_what_is_wrong_is_not_kept(shop: Workspace, id_: str, fields: dict[str, object], code: str) -> None:
    with pytest.raises(CestaError) as error:
        save_alert(shop, AlertDraft(id_, dict(fields)))
    assert error.value.code == code
    assert not (shop.root / "alerts" / "one.yaml").exists()


def test_one_that_cannot_be_read_is_named(shop: Workspace) -> None:
    odd = shop.root / "alerts" / "odd.yaml"
    odd.write_text("name: [")
    assert "odd.yaml" in list_alerts(shop).broken[0]
    odd.write_text("cesta: alert/1\nid: odd\nname: {pl: Dziwny}\n")
    row = next(row for row in list_alerts(shop, "pl").alerts if row.id == "odd")
    assert (row.name, row.problem != "") == ("Dziwny", True)
    odd.unlink()
