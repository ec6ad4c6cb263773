"""Groups of customers found in what they do, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from litestar import get, post
from litestar.params import JSONBody, QueryParameter

from cesta.api.served import TheServed
from cesta.maps.groups import Adopted, Groups, adopt, groups


@dataclass(frozen=True, slots=True)
class NewName:
    """Which group, what it is to be called, by which id, and whether a persona is to be drafted."""

    number: int
    id: str
    name: str
    with_persona: bool = True


@get("/api/groups", sync_to_thread=True)
def found_groups(
    served: TheServed,
    afresh: Annotated[bool, QueryParameter(description="Look again, also when that was done minutes ago.")] = False,
) -> Groups:
    """Groups of customers who behave alike, with what sets each apart; none where there are none."""
    return groups(served.workspace, afresh=afresh)


@post("/api/groups", sync_to_thread=True, status_code=201)
def adopted_group(served: TheServed, data: JSONBody[NewName]) -> Adopted:
    """Make a group into a segment, and draft a persona for it; nothing that is there is overwritten."""
    return adopt(served.workspace, data.number, data.id, data.name, with_persona=data.with_persona)


ROUTES = (found_groups, adopted_group)
