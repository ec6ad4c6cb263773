"""Hypotheses: written down, and followed by what events say since."""

from __future__ import annotations

import datetime as dt

from litestar import get, post
from litestar.params import FromQuery, JSONBody

from cesta.api.served import TheServed
from cesta.maps.hypotheses import Hypotheses, followed
from cesta.maps.hypothesis import HypothesisDraft, save
from cesta.model.calendar import zone_named


@get("/api/hypotheses", sync_to_thread=True)
def list_hypotheses(served: TheServed, lang: FromQuery[str] = "en") -> Hypotheses:
    """Every hypothesis with the numbers of both sides, before it was written and since, with intervals."""
    return followed(served.workspace, lang)


@post("/api/hypotheses", sync_to_thread=True, status_code=200)
def save_hypothesis(served: TheServed, data: JSONBody[HypothesisDraft], lang: FromQuery[str] = "en") -> Hypotheses:
    """Write a hypothesis down, or change the one of this id; the day of a new one is today."""
    today = dt.datetime.now(zone_named(served.workspace.settings.timezone)).date()
    save(served.workspace, data, today, lang)
    return followed(served.workspace, lang, data.id)


ROUTES = (list_hypotheses, save_hypothesis)
