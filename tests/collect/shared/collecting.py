"""A server that clients really send to, a proxy before it that fails as told, and what `cesta events` shows then."""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

CESTA = [sys.executable, "-W", "error", "-m", "cesta.cli.main"]
SAID: dict[str, object] = {
    "price": 9.5,
    "whole": 3,
    "large": 2**53 - 1,
    "below": -0.25,
    "yes": True,
    "no": False,
    "nought": 0,
    "text": 'zażółć "gęślą" 😀 корзина',
    "digits": "0042",
    "empty": "",
    "list": [1, "a", None, {"b": [2.5]}],
    "nested": {"plan": "x", "deep": {"n": 1}},
}
"""Properties that every client sends; what is nested is whole in `raw`."""
TROUBLE = ("503", "429", "drop", "lost")
"""Told to come later, told that it is too much, hung up on, and hung up on once all was taken. Beside them "late":
taken, but told to come later, as by a gateway that had waited too long."""
Line = dict[str, Any]


class Proxy(ThreadingHTTPServer):
    """Passes requests on to the server; while there is trouble left, each POST of events meets the next of it."""

    daemon_threads = True

    def __init__(self, server: str) -> None:
        super().__init__(("127.0.0.1", 0), Passing)
        self.server_at = server.removeprefix("http://")
        self.trouble: deque[str] = deque()
        self.met: list[str] = []
        self.passed: list[tuple[str, str, int]] = []
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no error here."""


class Passing(BaseHTTPRequestHandler):
    """One connection of a client."""

    protocol_version = "HTTP/1.1"
    server: Proxy

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        self.handle_one("GET")

    def do_POST(self) -> None:
        self.handle_one("POST")

    def do_OPTIONS(self) -> None:
        self.handle_one("OPTIONS")

    def handle_one(self, method: str) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        counts = method == "POST" and not self.path.startswith(("/flags", "/decide"))
        trouble = self.server.trouble.popleft() if counts and self.server.trouble else ""
        if trouble:
            self.server.met.append(trouble)
        if trouble in ("", "lost", "late"):
            passed = http.client.HTTPConnection(self.server.server_at, timeout=30)
            headers = {name: value for name, value in self.headers.items() if name.lower() != "connection"}
            passed.request(method, self.path, body, headers)
            answer = passed.getresponse()
            told, status, said = answer.read(), answer.status, answer.getheaders()
            passed.close()
            self.server.passed.append((method, self.path, status))
        if trouble in ("drop", "lost"):
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        if trouble:
            told, status = b'{"code":"busy","message":"Come again."}', int(trouble if trouble.isdecimal() else 504)
            said = [("retry-after", "1"), ("content-type", "application/json"), *self.open_to_all()]
        self.send_response_only(status)
        for name, value in said:
            if name.lower() not in ("content-length", "transfer-encoding", "connection"):
                self.send_header(name, value)
        self.send_header("content-length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def open_to_all(self) -> list[tuple[str, str]]:
        origin = self.headers.get("origin")
        allow = "access-control-allow-"
        return [(f"{allow}origin", origin), (f"{allow}credentials", "true")] if origin else []


@dataclass
class Served:
    """A workspace that is being served; `address`: without the proxy."""

    root: Path
    address: str
    sources: dict[str, str] = field(default_factory=dict)

    def key(self, source: str) -> str:
        """A write key, as a person gets one."""
        if source not in self.sources:
            self.sources[source] = self.cesta("key", self.root, "--source", source).strip()
        return self.sources[source]

    def shown(self, source: str) -> list[Line]:
        """What `cesta events` shows of a source, in the order it came."""
        lines = [json.loads(line) for line in self.cesta("events", self.root, "--json").split("\n") if line]
        return [line for line in lines if line["source"] == source]

    def settled(self, source: str, wanted: int, seconds: float = 30) -> list[Line]:
        """The same, once there are this many; what came until then if they never are."""
        until = time.monotonic() + seconds
        while len(lines := self.shown(source)) < wanted and time.monotonic() < until:
            time.sleep(0.5)
        return lines

    def set_aside(self) -> str:
        return self.cesta("events", self.root, "--set-aside", "--json")

    def cesta(self, *words: object) -> str:
        done = subprocess.run([*CESTA, *map(str, words)], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout


def same(shown: Mapping[str, object], raw: Mapping[str, object], said: Mapping[str, object] = SAID) -> None:
    """Every property is shown as it was said, with its type; what is nested whole, or as its text."""
    for name, value in said.items():
        assert raw[name] == value, name
        if isinstance(value, list | dict):
            found = shown[name]
            assert (json.loads(found) if isinstance(found, str) else found) == value, name
        else:
            assert (shown[name], type(shown[name])) == (value, type(value)), name


class Files(SimpleHTTPRequestHandler):
    """Answers with files, and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class Site(ThreadingHTTPServer):
    """Another site: pages in a folder, at an address that is not the server's."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(Files, directory=str(folder)))
        self.folder = folder
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://localhost:{self.server_address[1]}"

    def page(self, name: str, head: str = "", body: str = "") -> str:
        """The address of a page that says this."""
        head = f"<meta charset=utf-8><title>{name}</title>{head}"
        text = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
        (self.folder / f"{name}.html").write_text(text, encoding="utf-8")
        return f"{self.address}/{name}.html"
