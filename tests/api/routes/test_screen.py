"""The screen's files over HTTP, compressed for those who can read it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

import pytest
from litestar.testing import TestClient

from cesta.api.routes.screen import answer
from cesta.api.screen import FOR_EVER, File


@pytest.mark.parametrize("path", ["/", "/maps", "/maps/buy-clothes", "/paths", "/funnel", "/people/jan.novak@x"])
def test_every_page_begins_at_the_start_page(client: TestClient[Any], path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.content == client.get("/").content


def test_compressed_only_for_those_who_read_it() -> None:
    file = File(b"let a", b"zipped", "text/javascript", FOR_EVER)
    zipped, plain = answer(file, "br, gzip"), answer(file, "")
    assert (zipped.content, zipped.headers["content-encoding"]) == (b"zipped", "gzip")
    assert plain.content == b"let a"
    assert "content-encoding" not in plain.headers
    assert zipped.headers["vary"] == plain.headers["vary"] == "accept-encoding"


def test_a_path_is_not_a_way_out(client: TestClient[Any]) -> None:
    assert PurePosixPath("/../x").parts[1] == ".."
    assert b"[project]" not in client.get("/%2e%2e/%2e%2e/%2e%2e/%2e%2e/pyproject.toml").content
