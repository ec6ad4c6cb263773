"""At the public port there is nothing but collection, whatever a client says of itself."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from cesta.api.house import House
from cesta.api.public import Public
from cesta.api.served import Served
from cesta.store.keys import Keys

PORT = 9000
BATCH = b'{"batch":[{"type":"track","event":"buy","userId":"ann","messageId":"1"}]}'


def asked(app: Public, method: str, path: str, port: int, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
    said: Mapping[str, str] = {"host": "127.0.0.1", "content-length": str(len(body)), **headers}
    scope: Any = {
        "type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "",
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in said.items()],
        "server": ("10.0.0.5", port), "client": ("203.0.113.9", 5), "scheme": "http", "http_version": "1.1",
        "state": {}, "extensions": {},
    }  # fmt: skip
    got: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        got.append(message)

    asyncio.run(app(scope, receive, send))
    return got[0]["status"], b"".join(message.get("body", b"") for message in got[1:])


@pytest.fixture
def app(served: Served) -> Public:
    return Public(House({"shop": served}), PORT)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/maps"),
        ("GET", "/api/workspace"),
        ("GET", "/api/sources"),
        ("POST", "/api/events"),
        ("POST", "/api/ask"),
        ("POST", "/api/sources/keys"),
        ("GET", "/metrics"),
        ("GET", "/w/shop/api/workspace"),
        ("DELETE", "/v1/batch"),
        ("GET", "//api/workspace"),
    ],
)
def test_nothing_else_is_there(app: Public, method: str, path: str) -> None:
    status, body = asked(app, method, path, PORT, x_forwarded_host="127.0.0.1:8000", x_forwarded_port="8000")
    assert (status, body[:19]) == (404, b'{"code":"not_found"')


@pytest.mark.parametrize("place", ["", "/w/shop"])
def test_events_with_a_key_are_taken(app: Public, served: Served, place: str) -> None:
    key = Keys(served.workspace.data).create("site", 0)
    status, _ = asked(app, "POST", f"{place}/v1/batch", PORT, BATCH, x_write_key=key)
    assert status == 200
    assert served.workspace.log.read("select name from events where source = 'site'") == [("buy",)]
    assert asked(app, "POST", f"{place}/v1/batch", PORT, BATCH)[0] == 401


def test_the_private_port_is_as_before(app: Public) -> None:
    assert asked(app, "GET", "/health", 8000)[0] == 200
    assert asked(app, "GET", "/api/workspace", 8000, host="evil.example")[0] != 200


def test_too_many_events_are_asked_to_come_later(app: Public, served: Served) -> None:
    manifest = served.workspace.root / "cesta.yaml"
    manifest.write_text(manifest.read_text(encoding="utf-8") + "max_events_per_second: 1\n", encoding="utf-8")
    key = Keys(served.workspace.data).create("site", 0)
    many = b'{"batch":[%s]}' % b",".join(
        b'{"type":"track","event":"buy","userId":"ann","messageId":"%d"}' % n for n in range(20)
    )
    assert asked(app, "POST", "/v1/batch", PORT, many, x_write_key=key)[0] == 200
    status, body = asked(app, "POST", "/v1/batch", PORT, BATCH, x_write_key=key)
    assert (status, b"too_many" in body) == (429, True)
    assert served.workspace.log.read("select count(*) from events where source = 'site'") == [(20,)]
