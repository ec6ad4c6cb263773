"""Several workspaces behind one address: each answers for itself, the first also without its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from cesta.api.house import House
from cesta.api.served import Served
from cesta.store.workspace import Workspace

BASE = "http://127.0.0.1:8000"


@pytest.fixture
def street(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Iterator[TestClient[House]]:
    with shop_maker(tmp_path / "shop") as shop, Workspace.create(tmp_path / "nový obchod") as new:
        rooms = {"shop": Served(shop), "nový obchod": Served(new)}
        with TestClient(House(rooms), base_url=BASE, raise_server_exceptions=False) as client:
            yield client


@pytest.mark.parametrize(
    ("place", "name"), [("", "The small shop"), ("/w/shop", "The small shop"), ("/w/nov%C3%BD%20obchod", "nový obchod")]
)
def test_each_answers_below_its_name(street: TestClient[House], place: str, name: str) -> None:
    told = street.get(f"{place}/api/workspace").json()
    assert (told["name"], told["customers"] > 0) == (name, name != "nový obchod")


def test_what_one_receives_the_other_never_sees(street: TestClient[House]) -> None:
    batch = {"events": [{"customer": "zoe", "event": "hello", "ts": "2026-01-10T10:00:00Z"}]}
    assert street.post("/w/nov%C3%BD%20obchod/api/events", json=batch).json()["accepted"] == 1
    assert "hello" not in {kind["name"] for kind in street.get("/api/workspace").json()["events"]}
    assert street.get("/w/nov%C3%BD%20obchod/api/customers/zoe").status_code == 200
    assert street.get("/w/shop/api/customers/zoe").status_code == 404


def test_the_door_is_guarded_everywhere(street: TestClient[House]) -> None:
    refused = street.post("/w/shop/api/events", json={"events": []}, headers={"origin": "https://evil.example"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "foreign_origin")


def test_a_name_nobody_has_is_told_with_those_there_are(street: TestClient[House]) -> None:
    told = street.get("/w/shpo/maps")
    assert (told.status_code, told.json()["error"]["code"]) == (404, "unknown_workspace")
    assert 'Did you mean "shop"?' in told.json()["error"]["hint"]


def test_each_knows_the_others(street: TestClient[House]) -> None:
    told = street.get("/w/nov%C3%BD%20obchod/api/workspaces").json()
    assert [(one["id"], one["name"], one["address"], one["here"]) for one in told] == [
        ("shop", "The small shop", "/", False),
        ("nový obchod", "nový obchod", "/w/nov%C3%BD%20obchod/", True),
    ]
