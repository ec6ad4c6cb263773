"""Maps as files, and from files; templates to begin from; links that show one map."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote

from litestar import Request, Response, delete, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from cesta.accounts.shares import ShareWanted
from cesta.api import sharing
from cesta.api.choosing import TheChoice
from cesta.api.first_hour import remember
from cesta.api.gate import now
from cesta.api.noting import SEEN, asked_by
from cesta.api.routes.proposal import SavedMap
from cesta.api.rules import check_people
from cesta.api.served import TheServed
from cesta.api.sharing import ShareView
from cesta.exchange import patterns
from cesta.exchange.formats import named
from cesta.exchange.inward import Brought, bring
from cesta.exchange.outward import Wanted, export
from cesta.exchange.patterns import Template, templates
from cesta.maps.compose import Picked
from cesta.maps.shelf import save_new
from cesta.model.errors import CestaError

AnyRequest = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class BroughtFile:
    """A file to read a map from: its name, its content in base64, and an id for the map if not its own."""

    name: str
    content: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A map to begin from a template; lang: in this language only, None: in all that the template has."""

    template: str
    id: str
    title: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class KeptTemplate:
    """A map to keep as a template, and the template's id."""

    map: str
    id: str


@dataclass(frozen=True, slots=True)
class SharedFor:
    """How long a link lives, what it shows, and which sites may frame it."""

    days: int = 30
    numbers: bool = True
    lang: str = "en"
    segment: str | None = None
    frames: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewShare:
    """path: of the page, below the workspace's own address; readable only now."""

    share: ShareView
    path: str


@get("/api/maps/{map_id:str}/file", sync_to_thread=True, media_type="application/octet-stream")
def map_file(  # noqa: PLR0913 - each is a part of the question
    served: TheServed,
    request: AnyRequest,
    map_id: FromPath[str],
    chosen: TheChoice,
    format: FromQuery[str],
    layout: FromQuery[Literal["a3", "a4", "booklet"] | None] = None,
    numbers: FromQuery[bool] = True,
    lang: FromQuery[str] = "en",
) -> Response[bytes]:
    """A map as a file of any format; those made of single customers' journeys only for who may see them."""
    if named(format).kind == "journeys":
        check_people(asked_by(request))
        request.scope["state"][SEEN] = True
    picked = Picked(chosen.segment, chosen.date_from, chosen.date_to, lang)
    found = export(served.workspace, map_id, Wanted(format, picked, numbers, layout))
    remember(served.workspace, "shared")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(found.name, safe='')}"}
    return Response(found.content, media_type=found.media, headers=headers)


@post("/api/bring", sync_to_thread=True, status_code=200)
def bring_map(data: JSONBody[BroughtFile]) -> Brought:
    """The map in a file as YAML, and what is wrong with it; nothing is saved."""
    try:
        content = base64.b64decode(data.content, validate=True)
    except binascii.Error as error:
        raise CestaError("bad_file", f"{data.name} did not come as base64: {error}.") from error
    return bring(data.name, content, map_id=data.id)


@get("/api/templates", sync_to_thread=True)
def all_templates(served: TheServed, lang: FromQuery[str] = "en") -> tuple[Template, ...]:
    """The templates there are, those of the workspace first."""
    return templates(served.workspace, lang)


@post("/api/templates", sync_to_thread=True, status_code=201)
def begin(served: TheServed, data: JSONBody[Begun]) -> SavedMap:
    """Begin a map from a template; none is overwritten."""
    save_new(served.workspace, data.id, patterns.begin(served.workspace, data.template, data.id, data.title, data.lang))
    return SavedMap(data.id)


@post("/api/templates/kept", sync_to_thread=True, status_code=201)
def keep_template(served: TheServed, data: JSONBody[KeptTemplate]) -> SavedMap:
    """Keep a map as a template of this workspace."""
    patterns.save(served.workspace, data.map, data.id)
    return SavedMap(data.id)


@get("/api/maps/{map_id:str}/shares", sync_to_thread=True)
def shares(served: TheServed, map_id: FromPath[str]) -> tuple[ShareView, ...]:
    """The links of a map that still work."""
    return tuple(map(sharing.shown, served.gate.accounts.shares.of_map(map_id, now())))


@post("/api/maps/{map_id:str}/shares", sync_to_thread=True, status_code=201)
def share(served: TheServed, request: AnyRequest, map_id: FromPath[str], data: JSONBody[SharedFor]) -> NewShare:
    """A link that shows this map to whoever has it, for a while."""
    wanted = ShareWanted(map_id, data.days, data.numbers, data.lang, data.segment, data.frames)
    sharing.check(served.workspace, wanted)
    who = asked_by(request)
    made, secret = served.gate.accounts.shares.make(wanted, who.name if who is not None else "", now())
    remember(served.workspace, "shared")
    return NewShare(sharing.shown(made), f"/shared/{secret}")


@delete("/api/shares/{share:str}", sync_to_thread=True, status_code=204)
def end_share(served: TheServed, share: FromPath[str]) -> None:
    """The link works no more."""
    served.gate.accounts.shares.end(share)


@get("/shared/{secret:str}", sync_to_thread=True, include_in_schema=False)
def shared(served: TheServed, request: AnyRequest, secret: FromPath[str]) -> Response[str]:
    """The one map behind a link, for whoever has it."""
    try:
        found = served.gate.accounts.shares.open(secret, now())
        text, status, frames = sharing.page(served.workspace, found), 200, found.frames
    except CestaError:  # also a map that is gone: whoever has the link learns no more than that
        text, status, frames = sharing.gone(request.headers.get("accept-language", "")), 404, ()
    headers = {"content-security-policy": sharing.policy(frames), "cache-control": "no-store"}
    return Response(text, status_code=status, media_type="text/html; charset=utf-8", headers=headers)


ROUTES = (
    map_file, bring_map, all_templates, begin, keep_template, shares, share, end_share, shared
)  # fmt: skip
