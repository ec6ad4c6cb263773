"""Who is who: which ids are one customer, why, and what people decide about it."""

from __future__ import annotations

from typing import Any

from litestar import Request, get, post
from litestar.params import FromQuery, JSONBody

from cesta.api.identity import Deed, Looked, RulesText, WhoIsWho, at_a_glance, decide, keep, look
from cesta.api.noting import asked_by
from cesta.api.served import TheServed
from cesta.store.identity_acts import Change
from cesta.store.identity_told import TheMerges, merges


@get("/api/identity", sync_to_thread=True)
def identity(served: TheServed) -> WhoIsWho:
    """How many customers are made of how many ids, ids that several people claim, decisions, and the rules."""
    return at_a_glance(served.workspace)


@get("/api/identity/merges", sync_to_thread=True)
def identity_merges(
    served: TheServed, skipped: FromQuery[int] = 0, limit: FromQuery[int] = 50, customer: FromQuery[str] = ""
) -> TheMerges:
    """Merges with their causes, the newest first; only those of the customer who has this id."""
    return merges(served.workspace, max(0, skipped), max(1, limit), customer)


@post("/api/identity/decisions", sync_to_thread=True, status_code=200)
def identity_decide(served: TheServed, request: Request[Any, Any, Any], data: JSONBody[Deed]) -> WhoIsWho:
    """Undo or redo a merge, keep ids apart, join them, take them for shared, or take a decision back."""
    return decide(served.workspace, data, asked_by(request))


@post("/api/identity/preview", sync_to_thread=True, status_code=200)
def identity_preview(served: TheServed, data: JSONBody[Looked]) -> Change:
    """What other rules, or a merge undone, would change; nothing is changed."""
    return look(served.workspace, data)


@post("/api/identity/rules", sync_to_thread=True, status_code=200)
def identity_rules(served: TheServed, data: JSONBody[RulesText]) -> WhoIsWho:
    """Keep rules, as identity.yaml says them; mistakes are told with their line."""
    return keep(served.workspace, data.rules)


ROUTES = (identity, identity_merges, identity_decide, identity_preview, identity_rules)
