"""A served workspace looks at its alerts by itself, when something changed and not before its time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cesta.alerts.looking import history
from cesta.api.watching import EVERY, Watching
from cesta.measures.editing import KpiDraft, save
from cesta.store.workspace import Workspace


def test_once_in_a_while(shop_maker: Callable[[Path], Workspace], tmp_path: Path) -> None:
    now = [0.0]
    with shop_maker(tmp_path / "shop") as shop:
        watching = Watching(shop, lambda: now[0])
        save(shop, KpiDraft("buyers", {"numerator": "purchase"}))
        now[0] = EVERY
        watching.look()  # nothing to watch yet
        (shop.root / "alerts").mkdir()
        (shop.root / "alerts" / "few.yaml").write_text(
            "cesta: alert/1\nid: few\nname: Few\nmeasure: buyers\nbelow: 1000\n"
        )
        watching.look()
        watching.close()
        assert history(shop) == []  # not its time yet
        now[0] = 2 * EVERY
        watching.look()
        watching.close()
        assert [one.alert for one in history(shop)] == ["few"]
