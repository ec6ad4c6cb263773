"""Comparisons over HTTP: what is not said of the other side is the same, and each small map is there."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

MAP = "/api/maps/buy-clothes"


def test_two_sides_of_a_map(client: TestClient[Any]) -> None:
    view = client.get(MAP, params={"segment": "app-shoppers"}).json()
    same = client.get(f"{MAP}/compared", params={"segment": "app-shoppers"}).json()
    assert same["one"] == same["other"]
    assert same["one"]["people"]["n"] == view["people"]["n"] == same["shared"]
    found = client.get(f"{MAP}/compared", params={"segment": "app-shoppers", "with": "*"}).json()
    assert found["other"]["people"]["n"] == client.get(MAP).json()["people"]["n"]
    days = {"with_from": view["date_to"], "with_to": view["date_to"]}
    period = client.get(f"{MAP}/compared", params=days).json()
    assert (period["other"]["date_from"], period["one"]["date_from"]) == (view["date_to"], view["date_from"])
    assert client.get(f"{MAP}/compared", params={"with": "none"}).json()["error"]["code"] == "unknown_segment"


def test_the_maps_of_all_segments(client: TestClient[Any]) -> None:
    found = client.get(f"{MAP}/segments", params={"lang": "pl"}).json()
    view = client.get(MAP).json()
    assert [each["segment"] for each in found["maps"]] == [None, "app-shoppers"]
    assert found["maps"][0]["stages"][0]["reached"]["n"] == view["stages"][0]["reached"]["n"]
