"""The scripts that a page of any site includes: the one that sends what visitors do there, and what it starts."""

from __future__ import annotations

from cesta.api.collect.route import Answer, Handler, Request, Room, Route
from cesta.api.screen import DIST, found, read
from cesta.model.errors import CestaError

NAME = "cesta.js"
AN_HOUR = "public, max-age=3600"


def script(name: str) -> Handler:
    """Gives a script, compressed for those who can read it. Raises unknown_address."""

    def give(_: Room, request: Request) -> Answer:
        path = found(name, DIST)
        if path is None:
            how = "In a checkout of the source, run make web."
            raise CestaError("unknown_address", "The script was not built.", how)
        file = read(path, path.stat().st_mtime_ns, False)
        headers = {"cache-control": AN_HOUR, "vary": "accept-encoding"}
        if file.zipped is not None and "gzip" in request.headers.get("accept-encoding", ""):
            return Answer(file.zipped, file.media, headers=headers | {"content-encoding": "gzip"})
        return Answer(file.body, file.media, headers=headers)

    return give


ROUTES = (Route(f"/{NAME}", script(NAME), ("GET",)),)
