"""A map beside the truth over HTTP."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient


def test_a_map_without_a_desired_journey_says_so(client: TestClient[Any]) -> None:
    found = client.get("/api/maps/buy-clothes/deviations").json()
    assert (found["path"], found["deviations"], found["compared"]) == ([], [], 0)


def test_barriers_come_with_how_many_comparisons_were_made(client: TestClient[Any]) -> None:
    for address in ("/api/maps/buy-clothes/barriers", "/api/barriers"):
        found = client.get(address).json()
        assert found["compared"] >= 0
        assert isinstance(found["barriers"], list)


def test_the_six_steps_say_what_is_missing_and_propose_it(client: TestClient[Any]) -> None:
    found = client.get("/api/maps/buy-clothes/steps").json()
    assert 0 < found["complete"]["share"] < 1
    assert [one for point in found["complete"]["points"] for one in point["missing"]]
    assert all(one["edits"] for one in found["proposals"])


def test_a_map_that_is_not_there(client: TestClient[Any]) -> None:
    for part in ("deviations", "barriers", "steps"):
        assert client.get(f"/api/maps/no-map/{part}").json()["error"]["code"] == "unknown_map"
