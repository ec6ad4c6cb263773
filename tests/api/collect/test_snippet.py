"""Any page may include the script, and it is small."""

from __future__ import annotations

from pathlib import Path

import pytest
from litestar.testing import TestClient

from cesta.api.collect import snippet
from cesta.api.house import House

FOREIGN = {"host": "collect.example", "referer": "https://shop.example/", "sec-fetch-site": "cross-site"}
LARGEST = 5 * 1024


def test_the_script_is_small_and_for_every_page(client: TestClient[House]) -> None:
    told = client.get("/cesta.js", headers=FOREIGN)
    assert (told.status_code, told.headers["content-type"]) == (200, "text/javascript; charset=utf-8")
    assert told.headers["cross-origin-resource-policy"] == "cross-origin"
    assert told.headers["cache-control"] == "public, max-age=3600"
    assert "v1/batch" in told.text
    assert int(told.headers["content-length"]) <= LARGEST
    plain = client.get("/cesta.js", headers={"accept-encoding": "identity"})
    assert plain.text == told.text


def test_without_it_the_way_to_it_is_told(
    client: TestClient[House], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snippet, "DIST", tmp_path)
    told = client.get("/cesta.js")
    assert (told.status_code, told.json()["code"]) == (404, "unknown_address")
    assert "make web" in told.json()["message"]
