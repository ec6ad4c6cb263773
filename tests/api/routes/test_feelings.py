"""Moods, friction and drivers of a map over HTTP."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient


def test_moods_friction_and_drivers_come(client: TestClient[Any]) -> None:
    told = client.get("/api/maps/buy-clothes/moods?part=bought").json()
    assert (told["map"], told["part"]) == ("buy-clothes", "bought")
    rough = client.get("/api/maps/buy-clothes/friction").json()
    assert [one["touchpoint"] for one in rough["stops"]]
    moved = client.get("/api/maps/buy-clothes/drivers?of=return").json()
    assert (moved["of"], moved["unit"]) == ("return", "share")


def test_what_is_not_there_is_said(client: TestClient[Any]) -> None:
    assert client.get("/api/maps/buy-clothes/drivers?of=fame").status_code == 404
    assert client.get("/api/maps/buy-clothes/moods?part=cat").json()["error"]["code"] == "unknown_touchpoint"
    for part in ("moods", "friction", "drivers"):
        assert client.get(f"/api/maps/no-map/{part}").json()["error"]["code"] == "unknown_map"
