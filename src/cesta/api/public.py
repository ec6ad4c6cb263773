"""An address of its own for collection: what comes in there reaches the desks of clients' events and nothing else."""

from __future__ import annotations

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send

from cesta.api.collect.desk import Desk
from cesta.api.house import House, named
from cesta.api.outside import HEADERS

CLOSED = b'{"code":"not_found","message":"Nothing is here but the collection of events."}'


class Public:
    """Wraps the house: connections to the public port may only send events; all others go on as before."""

    def __init__(self, house: House, port: int) -> None:
        self.house = house
        self.port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # By the port that the operating system took the connection at: nothing a client says can change it.
        server = scope.get("server")
        if server is None or server[1] != self.port:
            await self.house(scope, receive, send)
            return
        desk = self.desk(str(scope.get("path", "")), str(scope.get("method", "")))
        if scope["type"] == ScopeType.HTTP:
            await (_closed(send) if desk is None else self.house(scope, receive, send))

    def desk(self, path: str, method: str) -> ASGIApp | None:
        """The desk that takes this request; None where there is none."""
        name, inner = named(path)
        room = self.house.rooms.get(name or self.house.first)
        if not isinstance(room, Desk):
            return None
        found = room.found(inner)
        return room if found is not None and method in (*found[0].methods, "OPTIONS") else None


async def _closed(send: Send) -> None:
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(CLOSED)).encode()), *HEADERS]
    await send({"type": "http.response.start", "status": 404, "headers": headers})
    await send({"type": "http.response.body", "body": CLOSED, "more_body": False})
