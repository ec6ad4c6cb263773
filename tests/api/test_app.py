"""Every noun's routes are in the app, each short and with a line that says what it does."""

from __future__ import annotations

import inspect
from typing import Any

from litestar.testing import TestClient

from cesta.api.app import NOUNS


def test_routes_are_short_and_say_what_they_do() -> None:
    for noun in NOUNS:
        assert noun.ROUTES
        for route in noun.ROUTES:
            lines = inspect.getsource(route.fn).splitlines()
            assert route.fn.__doc__, f"{route} says nothing"
            start = next(i for i, line in enumerate(lines) if '"""' in line)
            assert len(lines) - start <= 10, f"{route} is long"


def test_long_answers_are_compressed(client: TestClient[Any]) -> None:
    answer = client.get("/api/maps/buy-clothes", headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.json()["id"] == "buy-clothes"


def test_the_description_is_served_too(client: TestClient[Any]) -> None:
    paths = client.get("/api/openapi/openapi.json").json()["paths"]
    assert {"/api/ask", "/api/maps/{map_id}", "/api/events"} <= set(paths)
