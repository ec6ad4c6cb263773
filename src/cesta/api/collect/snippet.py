"""The script that a page of any site includes, and that sends what visitors do there."""

from __future__ import annotations

from cesta.api.collect.route import Answer, Request, Room, Route
from cesta.api.screen import DIST, found, read
from cesta.model.errors import CestaError

NAME = "cesta.js"
AN_HOUR = "public, max-age=3600"


def snippet(_: Room, request: Request) -> Answer:
    """The script, compressed for those who can read it. Raises unknown_address."""
    path = found(NAME, DIST)
    if path is None:
        raise CestaError("unknown_address", "The script was not built.", "In a checkout of the source, run make web.")
    file = read(path, path.stat().st_mtime_ns, False)
    headers = {"cache-control": AN_HOUR, "vary": "accept-encoding"}
    if file.zipped is not None and "gzip" in request.headers.get("accept-encoding", ""):
        return Answer(file.zipped, file.media, headers=headers | {"content-encoding": "gzip"})
    return Answer(file.body, file.media, headers=headers)


ROUTES = (Route(f"/{NAME}", snippet, ("GET",)),)
