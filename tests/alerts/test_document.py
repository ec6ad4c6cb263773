"""Alerts as people write them: what is wrong with one is named, and secrets stay out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cesta.alerts.document import Alert, alerts_of, as_alert
from cesta.model.errors import CestaError
from cesta.store.documents import Document
from cesta.store.workspace import Workspace

BASE = {"cesta": "alert/1", "id": "few", "name": "Few buyers", "measure": "buyers", "below": 10}


def told(**fields: Any) -> Alert:
    data = {key: value for key, value in (BASE | fields).items() if value is not None}
    return as_alert(Document(Path("few.yaml"), "", data, data))


def test_a_whole_one() -> None:
    found = told(send=["jana@shop.example", "team"], days=7, task=True, unusual="low")
    found.usable()
    assert (found.days, found.to, found.number("below")) == (7, ("jana@shop.example", "team"), 10)
    assert told().days == 28


@pytest.mark.parametrize(
    "fields",
    [
        {"below": None},
        {"measure": None},
        {"map": "buy", "cell": "/goal/rate"},
        {"measure": None, "map": "buy"},
        {"measure": None, "map": "buy", "cell": "/goal/rate", "unusual": "low"},
        {"send": ["https://hooks.example/secret"]},
        {"beolw": 3},
    ],
)
def test_what_cannot_be_used(fields: dict[str, Any]) -> None:
    with pytest.raises(CestaError) as error:
        told(**fields).usable()
    assert error.value.code == "bad_alert"


def test_from_the_folder(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as shop:
        (shop.root / "alerts").mkdir()
        (shop.root / "alerts" / "few.yaml").write_text("cesta: alert/1\nid: few\nname: Few\nmeasure: a\nabove: 3\n")
        (shop.root / "alerts" / "torn.yaml").write_text("a: [\n")
        broken: list[CestaError] = []
        assert [alert.id for alert in alerts_of(shop, broken)] == ["few"]
        assert len(broken) == 1
