"""Two pages for people in a shop, check-in and tally: their files, and what this workspace wants on them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from cesta.api.collect.keys import source_of
from cesta.api.collect.route import Answer, Handler, Request, Room, Route, as_json, taking
from cesta.api.collect.segment import batch_of
from cesta.api.collect.unfollowed import ASKS
from cesta.api.screen import ASK_AGAIN, DIST, FOR_EVER, found, read
from cesta.ingest.protocols.segment import segment
from cesta.ingest.shapes.reading import COUNTRIES
from cesta.ingest.shop import shop_of
from cesta.model.errors import CestaError

FILES = "counter"
NAME = re.compile(r"[\w.-]+")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
AROUND = {"content-security-policy": POLICY, "referrer-policy": "no-referrer", "vary": "accept-encoding"}


def file(request: Request, name: str, cache: str) -> Answer:
    """A file of these pages, compressed for those who can read it. Raises unknown_address."""
    path = found(name, DIST)
    if path is None:
        raise CestaError("unknown_address", f"There is no {name}.", "In a checkout of the source, run make web.")
    ready = read(path, path.stat().st_mtime_ns, False)
    headers = AROUND | {"cache-control": cache}
    if ready.zipped is not None and "gzip" in request.headers.get("accept-encoding", ""):
        return Answer(ready.zipped, ready.media, headers=headers | {"content-encoding": "gzip"})
    return Answer(ready.body, ready.media, headers=headers)


def check_in(_: Room, request: Request) -> Answer:
    """The page that a visitor opens by the QR code in the shop."""
    return file(request, "check-in.html", ASK_AGAIN)


def tally(_: Room, request: Request) -> Answer:
    """The page on which staff count by tapping."""
    return file(request, "tally.html", ASK_AGAIN)


def kept(_: Room, request: Request) -> Answer:
    """What lets the tally open without a connection."""
    return file(request, "tally-kept.js", ASK_AGAIN)


def part(_: Room, request: Request) -> Answer:
    """A script, a style or a font of these pages; their names carry a hash. Raises unknown_address."""
    name = request.path["name"]
    if not NAME.fullmatch(name):
        raise CestaError("unknown_address", f"There is no {name}.", None)
    return file(request, f"{FILES}/{name}", FOR_EVER)


def told(room: Room, request: Request) -> Answer:
    """What both pages show, for whoever holds a key that may write. Raises no_key, unknown_key, bad_shop."""
    source_of(room.keys, request.headers, request.query, {})
    workspace = room.served.workspace
    shop = shop_of(workspace.root)
    return as_json(
        {
            "name": shop.name,
            "privacy": shop.privacy,
            "ask": shop.ask,
            "tally": [{"did": button.did, "text": button.text} for button in shop.tally],
            "country": COUNTRIES.get(workspace.settings.timezone, ""),
        }
    )


def told_by_hand(handler: Handler) -> Handler:
    """Takes what a person tells by these pages also where their browser asks not to be followed: nobody is."""
    return lambda room, request: handler(room, replace(request, headers=without_wishes(request.headers)))


def without_wishes(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name not in ASKS}


ROUTES = (
    Route("/check-in", check_in, ("GET",)),
    Route("/tally", tally, ("GET",)),
    Route("/tally-kept.js", kept, ("GET",)),
    Route(f"/{FILES}/{{name}}", part, ("GET",)),
    Route("/v1/shop", told, ("GET",)),
    Route("/v1/shop/visits", told_by_hand(taking(segment, batch_of))),
)
