"""A sender of events over HTTP as Segment's Python library sends them, light enough not to be what is measured."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

CONTEXT = {"library": {"name": "analytics-python", "version": "2.4.0"}}
NAMES = ("Product Viewed", "Product Added", "Checkout Started", "Order Completed", "Signed In")


def batch(ids: list[str], minute: str = "2026-11-22T10:16") -> bytes:
    """The body of one request: a message for each id, of the shape and size that a shop sends."""
    messages = [
        {
            "integrations": {},
            "anonymousId": None,
            "properties": {
                "product_id": f"SKU-{hash(key) % 5000:05d}",
                "price": 12.5,
                "quantity": 1,
                "currency": "EUR",
                "category": "Boots",
                "url": "https://shop.example/boots/SKU",
            },
            "timestamp": f"{minute}:{place % 60:02d}.{place:03d}+00:00",
            "context": CONTEXT,
            "userId": f"user-{hash(key) % 100_000}",
            "type": "track",
            "event": NAMES[hash(key) % len(NAMES)],
            "messageId": key,
        }
        for place, key in enumerate(ids)
    ]
    return json.dumps({"batch": messages, "sentAt": f"{minute}:59.999+00:00"}).encode()


class Sender:
    """One kept connection. `send` gives the status; a connection that broke is opened anew at the next."""

    def __init__(self, address: str, key: str, path: str = "/v1/batch") -> None:
        parts = urlsplit(address)
        self.place = parts.hostname or "", parts.port or 80
        shown = base64.b64encode(f"{key}:".encode()).decode()
        self.head = (
            f"POST {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAuthorization: Basic {shown}\r\n"
            "User-Agent: analytics-python/2.4.0\r\nContent-Type: application/json\r\nContent-Length: "
        ).encode()
        self.link: socket.socket | None = None

    def send(self, body: bytes) -> int:
        """Raises OSError when no answer came."""
        try:
            if self.link is None:
                self.link = socket.create_connection(self.place, timeout=60)
                self.link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.link.sendall(self.head + f"{len(body)}\r\n\r\n".encode() + body)
            return self._status()
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        if self.link is not None:
            self.link.close()
        self.link = None

    def _status(self) -> int:
        assert self.link is not None
        got = b""
        while b"\r\n\r\n" not in got:
            got += self._more()
        head, _, rest = got.partition(b"\r\n\r\n")
        sizes = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        missing = int(sizes[0]) - len(rest) if sizes else 0
        while missing > 0:
            missing -= len(self._more())
        return int(head.split(b" ", 2)[1])

    def _more(self) -> bytes:
        assert self.link is not None
        got = self.link.recv(65536)
        if not got:
            raise ConnectionError("The server closed the connection.")
        return got


def new_key(folder: Path, source: str) -> str:
    """A write key of a workspace."""
    done = subprocess.run(
        [sys.executable, "-m", "cesta.cli.main", "key", str(folder), "--source", source],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


def start(folder: Path, *wrapped: str) -> tuple[subprocess.Popen[str], str]:
    """A server of this workspace, once it answers, and its address. `wrapped`: a command to run it under."""
    process = subprocess.Popen(
        [*wrapped, sys.executable, "-m", "cesta.cli.main", "serve", str(folder), "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    for line in process.stdout:
        for word in line.split():
            if word.startswith("http://127.0.0.1:"):
                return process, word.rstrip("/.")
    raise RuntimeError("The server did not start.")


def kill(process: subprocess.Popen[str]) -> None:
    """As a power cut ends a process: no chance to tidy up."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def served(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    process, address = start(folder)
    try:
        yield process, address
    finally:
        kill(process)
