"""Hands each connection to who can read it: a fast parser, or one that passes over offers of HTTP/2."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

LONGEST = 65_536
"""Bytes in which a request's head ends, or the parser says what is wrong with it."""


class Wire(asyncio.Protocol):
    """Waits for the head of the first request. Java's own client offers HTTP/2 in every one, with its body behind:

    the fast parser takes what follows such an offer for another protocol, and the body would be lost.
    """

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        self._made_of = config, server_state, app_state, _loop
        self._seen = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # Not every loop's transports are of asyncio's class.
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._seen += data
        head, end, _ = self._seen.partition(b"\r\n\r\n")
        if not end and len(self._seen) < LONGEST:
            return
        offers = b"\r\nupgrade:" in head.lower()
        reader = (H11Protocol if offers else HttpToolsProtocol)(*self._made_of)
        self._transport.set_protocol(reader)
        reader.connection_made(self._transport)
        reader.data_received(self._seen)
