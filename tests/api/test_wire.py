"""Every client's request arrives with its body, whatever else it offers and in whatever pieces it comes."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from litestar.types import Receive, Scope, Send

from cesta.api.server import listen
from cesta.api.wire import Wire

OFFER = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAAB\r\n"


async def echo(_scope: Scope, receive: Receive, send: Send) -> None:
    body, more = b"", True
    while more:
        message = await receive()
        assert message["type"] == "http.request"
        body, more = body + message["body"], message["more_body"]
    answer = b"got " + body
    headers = [(b"content-length", str(len(answer)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": answer, "more_body": False})


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    bound = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(echo, http=Wire, lifespan="off", log_config=None))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield int(bound.getsockname()[1])
    server.should_exit = True
    thread.join()
    bound.close()


def told(port: int, pieces: list[bytes], ends: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(0.01)
        seen = b""
        while not seen.endswith(ends):
            more = connection.recv(65_536)
            assert more, seen
            seen += more
        return seen


def request(body: str, offer: str = "") -> bytes:
    return f"POST /v1/track HTTP/1.1\r\nHost: here\r\n{offer}Content-Length: {len(body)}\r\n\r\n{body}".encode()


@pytest.mark.parametrize("offer", ["", OFFER, OFFER.lower()])
@pytest.mark.parametrize("cut", [10_000, 60, 7])
def test_the_body_arrives(port: int, offer: str, cut: int) -> None:
    whole = request("one event", offer)
    pieces = [whole[low : low + cut] for low in range(0, len(whole), cut)]
    assert b" 200 " in told(port, pieces, b"got one event")


@pytest.mark.parametrize("offer", ["", OFFER])
def test_a_connection_serves_one_request_after_the_other(port: int, offer: str) -> None:
    assert told(port, [request("first", offer), request("second", offer)], b"got second").count(b" 200 ") == 2


def test_what_is_no_request_is_refused(port: int) -> None:
    assert b" 400 " in told(port, [b"hello\r\n\r\n"], b"received.")
