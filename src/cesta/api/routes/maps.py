"""Maps: the list, one with its numbers, the journeys behind a number, the document itself."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Request, get
from litestar.params import FromPath, FromQuery, QueryParameter

from cesta.api.choosing import TheChoice
from cesta.api.map_text import MapText, map_text
from cesta.api.noting import SEEN, asked_by
from cesta.api.rules import LOOK_INSIDE, check, may_see_people
from cesta.api.served import Served, TheServed
from cesta.maps.atlas import AtlasPlace, places
from cesta.maps.atlas_row import AtlasRow, row
from cesta.maps.behind import Behind, behind
from cesta.maps.compose import Picked
from cesta.maps.hidden import Hidden, hidden
from cesta.maps.shelf import MapEntry, list_maps
from cesta.maps.view import MapView
from cesta.maps.voices import Page, Voices, voices

OfDraft = Annotated[bool, QueryParameter(description="Of the map as it is being edited.")]
Limit = Annotated[int, QueryParameter(ge=1, le=1000)]
AnyRequest = Request[Any, Any, Any]


def drafted(served: Served, request: AnyRequest, map_id: str, draft: bool) -> str | None:
    """What the map says in its draft, for who may look at drafts; None: what is published. Raises not_allowed."""
    if not draft:
        return None
    check(LOOK_INSIDE, asked_by(request))
    return served.desk.draft(map_id).text


@get("/api/maps", sync_to_thread=True)
def maps(served: TheServed, lang: FromQuery[str] = "en") -> tuple[MapEntry, ...]:
    """The maps of the workspace."""
    return list_maps(served.workspace, lang)


@get("/api/atlas", sync_to_thread=True)
def all_maps(served: TheServed, lang: FromQuery[str] = "en") -> tuple[AtlasPlace, ...]:
    """The maps of the workspace, each below the one that it lies in; without numbers."""
    return places(served.workspace, lang)


@get("/api/atlas/{map_id:str}", sync_to_thread=True)
def atlas_row(served: TheServed, map_id: FromPath[str], lang: FromQuery[str] = "en") -> AtlasRow:
    """How one map does: its goal against its target, where most is lost, whose it is, when it was reviewed."""
    return row(served.workspace, map_id, lang)


@get("/api/maps/{map_id:str}", sync_to_thread=True)
def map_view(
    request: AnyRequest,
    served: TheServed,
    map_id: FromPath[str],
    chosen: TheChoice,
    lang: FromQuery[str] = "en",
    draft: OfDraft = False,
) -> MapView:
    """A map with its numbers, for a segment and a period."""
    return served.view(map_id, chosen, lang, drafted(served, request, map_id, draft))


@get("/api/maps/{map_id:str}/behind", sync_to_thread=True)
def map_behind(
    served: TheServed,
    map_id: FromPath[str],
    pointer: FromQuery[str],
    chosen: TheChoice,
    limit: Limit = 100,
    after: FromQuery[str | None] = None,
    draft: OfDraft = False,
) -> Behind:
    """Exactly the journeys or people that a number of the map counted, a page at a time."""
    text = served.desk.draft(map_id).text if draft else None
    return behind(served.workspace, map_id, pointer, limit=limit, after=after, text=text, **chosen.as_arguments())


@get("/api/maps/{map_id:str}/voices", sync_to_thread=True)
def map_voices(
    request: AnyRequest,
    served: TheServed,
    map_id: FromPath[str],
    touchpoint: FromQuery[str],
    chosen: TheChoice,
    after: FromQuery[str | None] = None,
    draft: OfDraft = False,
) -> Voices:
    """What customers said at a touchpoint in their own words, newest first, with language and feeling.

    For roles that may not see customers nobody is named, and personal data in the texts is masked.
    """
    sees = may_see_people(asked_by(request))
    page, text = Page(after=after, masked=not sees), drafted(served, request, map_id, draft)
    found = voices(served.workspace, map_id, touchpoint, Picked(**chosen.as_arguments()), page, text)
    if sees and found.items:
        request.scope["state"][SEEN] = True
    return found


@get("/api/maps/{map_id:str}/hidden", sync_to_thread=True)
def map_hidden(served: TheServed, map_id: FromPath[str], chosen: TheChoice, lang: FromQuery[str] = "en") -> Hidden:
    """Which shares of the map hide segments that differ strongly and surely from everybody else."""
    return hidden(served.workspace, map_id, lang=lang, **chosen.as_arguments())


@get("/api/maps/{map_id:str}/document", sync_to_thread=True)
def map_document(served: TheServed, map_id: FromPath[str]) -> MapText:
    """The map's YAML and the problems found in it."""
    return map_text(served.workspace, map_id)


ROUTES = (maps, all_maps, atlas_row, map_view, map_behind, map_voices, map_hidden, map_document)
