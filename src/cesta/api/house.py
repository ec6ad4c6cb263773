"""Several workspaces under one roof: each below /w/<its name>/, one of them also at the door."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AsyncExitStack
from typing import cast
from urllib.parse import quote, unquote

from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from cesta.api.app import Room, life
from cesta.api.collect import COLLECT_ROUTES, Desk
from cesta.api.outside import Outside, refuse
from cesta.api.served import Neighbour, Served
from cesta.api.veiling import Veiling
from cesta.model.errors import unknown

PLACE = "/w/"
# The framework's own type of messages knows only those of requests.
STARTED = cast(Message, {"type": "lifespan.startup.complete"})
ENDED = cast(Message, {"type": "lifespan.shutdown.complete"})


def place_of(name: str) -> str:
    """Where a workspace is found below the server's address.

    >>> place_of("retail"), place_of("sklep próbny")
    ('/w/retail', '/w/sklep%20pr%C3%B3bny')
    """
    return PLACE + quote(name, safe="")


class House:
    """Sends each request to the workspace that its address names; all others to the first."""

    def __init__(self, rooms: Mapping[str, Served]) -> None:
        self.rooms: dict[str, ASGIApp] = {
            # Clients' events come in at the desk: any site's page may send them, so they pass no guard.
            name: Desk(
                served,
                COLLECT_ROUTES,
                Outside(Veiling(Room(served), served), served.metrics, served.hosts),
            )
            for name, served in rooms.items()
        }
        self.served = rooms
        self.first = next(iter(self.rooms))
        places = {name: place_of(name) if name != self.first else "" for name in rooms}
        for served in rooms.values():
            served.neighbours = tuple(Neighbour(name, place, rooms[name]) for name, place in places.items())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if str(scope["type"]) == "lifespan":
            await self._live(receive, send)
            return
        name, path = named(scope["path"])
        if not name:
            await self.rooms[self.first](scope, receive, send)
        elif name in self.rooms:
            moved = {**scope, "path": path, "raw_path": quote(path).encode(), "root_path": ""}
            await self.rooms[name](cast(HTTPScope, moved), receive, send)
        else:
            # Nobody hears of a workspace that a password guards.
            told = [each for each, served in self.served.items() if not served.gate.accounts.people.guarded]
            await refuse(unknown("unknown_workspace", "workspace", name, told), send)

    async def _live(self, receive: Receive, send: Send) -> None:
        """Starts all workspaces, and ends them in the opposite order."""
        await receive()
        async with AsyncExitStack() as stack:
            for served in self.served.values():
                await stack.enter_async_context(life(served))
            await send(STARTED)
            await receive()
        await send(ENDED)


def named(path: str) -> tuple[str, str]:
    """The workspace that a path names, and the path inside it.

    >>> named("/w/retail/maps/buy"), named("/w/retail"), named("/maps")
    (('retail', '/maps/buy'), ('retail', '/'), ('', '/maps'))
    """
    if not path.startswith(PLACE):
        return "", path
    name, _, rest = path[len(PLACE) :].partition("/")
    return unquote(name), f"/{rest}"
