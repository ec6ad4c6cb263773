"""Places keep their addresses to themselves; chats go through the real Apprise."""

from __future__ import annotations

import json
import stat
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from cesta.model.errors import CestaError
from cesta.notify.places import FILE, keep_place, places_of, tell


@pytest.fixture
def hook() -> Iterator[tuple[int, list[dict[str, Any]]]]:
    said: list[dict[str, Any]] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            said.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            self.send_response({"/away": 302, "/wrong": 500}.get(self.path, 200))
            self.send_header("location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, said
    server.shutdown()
    server.server_close()


def code(data: Path, to: str) -> str:
    with pytest.raises(CestaError) as error:
        tell(data, to, "Title", "Text")
    return error.value.code


def test_webhooks_and_chats(tmp_path: Path, hook: tuple[int, list[dict[str, Any]]]) -> None:
    port, said = hook
    for name, address in (("team", f"http://127.0.0.1:{port}/in"), ("chat", f"json://127.0.0.1:{port}/in")):
        keep_place(tmp_path, name, address)
        tell(tmp_path, name, "Title", "Text")
    assert [each["title"] for each in said] == ["Title", "Title"]
    assert said[0]["text"] == "Title\n\nText"
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    keep_place(tmp_path, "chat", "")
    assert list(places_of(tmp_path)) == ["team"]


def test_what_did_not_arrive_is_told(tmp_path: Path, hook: tuple[int, list[dict[str, Any]]]) -> None:
    port, said = hook
    for name, address in (
        ("away", f"http://127.0.0.1:{port}/away"),
        ("wrong", f"http://127.0.0.1:{port}/wrong"),
        ("closed", "http://127.0.0.1:1/"),
        ("chat", "json://127.0.0.1:1/"),
        ("odd", "nothing://x"),
    ):
        keep_place(tmp_path, name, address)
        assert code(tmp_path, name) == "no_chat"
    assert len(said) == 2  # nobody was followed elsewhere
    assert code(tmp_path, "nobody") == "unknown_place"
    assert code(tmp_path, "jana@shop.example") == "no_mail"
    with pytest.raises(CestaError, match="no address"):
        keep_place(tmp_path, "team", "team")
