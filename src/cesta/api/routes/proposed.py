"""What keeps a map true: the changes proposed for it, dismissing one, and since when its numbers are others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from litestar import Request, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from cesta.api.noting import asked_by
from cesta.api.served import Served, TheServed
from cesta.maps.drift import DriftView, drift
from cesta.maps.proposed import ProposalsView, dismiss, proposals


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why a proposed change is none."""

    reason: str


def _drafted(served: Served, map_id: str) -> str | None:
    """What the map says as it is being edited, where that is something else: what was accepted is proposed no more."""
    draft = served.desk.draft(map_id)
    return draft.text if draft.differs else None


@get("/api/maps/{map_id:str}/proposals", sync_to_thread=True)
def map_proposals(served: TheServed, map_id: FromPath[str], lang: FromQuery[str] = "en") -> ProposalsView:
    """Changes that a map needs to stay true, the most pressing first."""
    return proposals(served.workspace, map_id, lang, _drafted(served, map_id))


@post("/api/maps/{map_id:str}/proposals/{key:str}/dismiss", sync_to_thread=True, status_code=200)
def dismiss_proposal(
    served: TheServed,
    request: Request[Any, Any, Any],
    map_id: FromPath[str],
    key: FromPath[str],
    data: JSONBody[WhyNot],
    lang: FromQuery[str] = "en",
) -> ProposalsView:
    """Say why a proposed change is none; it comes again only if it grows clearly."""
    who, text = asked_by(request), _drafted(served, map_id)
    dismiss(served.workspace, map_id, key, data.reason, who.name if who else "", text)
    return proposals(served.workspace, map_id, lang, text)


@get("/api/maps/{map_id:str}/drift", sync_to_thread=True)
def map_drift(served: TheServed, map_id: FromPath[str], lang: FromQuery[str] = "en") -> DriftView:
    """Since when a map's numbers are others than before, the newest change first."""
    return drift(served.workspace, map_id, lang)


ROUTES = (map_proposals, dismiss_proposal, map_drift)
