"""Personas over HTTP."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.api.served import Served


def test_each_with_the_customers_behind_it(client: TestClient[Any], served: Served) -> None:
    assert client.get("/api/personas").json() == []
    folder = served.workspace.root / "personas"
    folder.mkdir(exist_ok=True)
    (folder / "app-ann.yaml").write_text(
        "cesta: persona/1\nid: app-ann\nname: {en: Ann, pl: Ania}\nsegment: app-shoppers\ngoals: [To be quick]\n",
        encoding="utf-8",
    )
    (found,) = client.get("/api/personas", params={"lang": "pl"}).json()
    assert (found["name"], found["goals"], found["segment_name"]) == ("Ania", ["To be quick"], "App shoppers")
    assert found["customers"] == client.get("/api/segments/app-shoppers/members").json()["count"] > 0
