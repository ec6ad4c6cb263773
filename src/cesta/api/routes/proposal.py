"""A first map, proposed and changed before it is saved; saving a new map."""

from __future__ import annotations

from dataclasses import dataclass

from litestar import get, post
from litestar.params import FromQuery, JSONBody

from cesta.api.served import TheServed
from cesta.maps.propose.choices import Choice
from cesta.maps.propose.proposal import Proposal, propose
from cesta.maps.shelf import save_new


@dataclass(frozen=True, slots=True)
class Changes:
    """What to change about the proposed map, in this order, and in which language to tell it."""

    choices: tuple[Choice, ...]
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class NewMap:
    """The id of a new map and its YAML."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class SavedMap:
    id: str


@get("/api/proposal", sync_to_thread=True)
def proposal(served: TheServed, lang: FromQuery[str] = "en") -> Proposal:
    """The first map that the events propose, with its numbers; nothing is saved."""
    return propose(served.workspace, lang=lang)


@post("/api/proposal", sync_to_thread=True, status_code=200)
def changed_proposal(served: TheServed, data: JSONBody[Changes]) -> Proposal:
    """The proposed map with these changes, its document and its numbers; nothing is saved."""
    return propose(served.workspace, data.choices, data.lang)


@post("/api/maps", sync_to_thread=True, status_code=201)
def new_map(served: TheServed, data: JSONBody[NewMap]) -> SavedMap:
    """Put a new map on the shelf; one that is there already is never overwritten."""
    save_new(served.workspace, data.id, data.text)
    return SavedMap(data.id)


ROUTES = (proposal, changed_proposal, new_map)
