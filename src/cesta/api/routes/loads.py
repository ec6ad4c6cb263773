"""What was loaded: listed, compared, taken back, brought back, decided upon."""

from __future__ import annotations

from dataclasses import dataclass

from litestar import delete, get, post
from litestar.params import FromPath, JSONBody

from cesta.api.served import TheServed
from cesta.ingest.changes import ChangedRows, changes
from cesta.ingest.loads import LoadView, Unloaded, decide, list_loads, restore, unload


@dataclass(frozen=True, slots=True)
class Loads:
    """Every load in the order they came, those in the bin too."""

    loads: tuple[LoadView, ...]


@dataclass(frozen=True, slots=True)
class DecisionAsked:
    """What to do with rows that say something else about known ids: keep, replace, or ask."""

    decision: str


@get("/api/loads", sync_to_thread=True)
def loads(served: TheServed) -> Loads:
    """What was loaded, and what of it counts."""
    return Loads(list_loads(served.workspace))


@get("/api/loads/{load:str}/changes", sync_to_thread=True)
def changes_of(served: TheServed, load: FromPath[str]) -> ChangedRows:
    """The first rows of a load that say something else about known ids, before a decision or after it.

    Each with the fields that differ, as they were and as they are now: customer, event, time, or properties.NAME; null
    where one is not set. total: how many rows there are; null where counting would take long.
    """
    return changes(served.workspace, load)


@delete("/api/loads/{load:str}", sync_to_thread=True, status_code=200)
def unload_one(served: TheServed, load: FromPath[str]) -> Unloaded:
    """Take a load back wholly; it stays in the bin for thirty days."""
    return unload(served.workspace, load)


@post("/api/loads/{load:str}/restore", sync_to_thread=True, status_code=200)
def restore_one(served: TheServed, load: FromPath[str]) -> LoadView:
    """Bring a load back from the bin."""
    return restore(served.workspace, load)


@post("/api/loads/{load:str}/decision", sync_to_thread=True, status_code=200)
def decide_one(served: TheServed, load: FromPath[str], data: JSONBody[DecisionAsked]) -> LoadView:
    """Settle what to do with a load's changed rows."""
    return decide(served.workspace, load, data.decision)


ROUTES = (loads, changes_of, unload_one, restore_one, decide_one)
