"""Surveys on pages and behind links: the script that shows them, what it asks here, and the page of a link."""

from __future__ import annotations

import time

from cesta.api.collect.keys import source_of
from cesta.api.collect.route import Answer, Request, Room, Route, as_json, taking
from cesta.api.collect.segment import batch_of
from cesta.api.collect.shop import AROUND, told_by_hand
from cesta.api.collect.snippet import script
from cesta.ingest.protocols.segment import segment
from cesta.profiles.whose import whose
from cesta.surveys.quiet import last_shown, left_in_peace
from cesta.surveys.told import by_link, on_pages

SCRIPT = "cesta-survey.js"
PAGE = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>…</title>
</head>
<body>
<noscript>JavaScript · Ankieta · Anketa · Опрос · Survey</noscript>
<script defer src="../{SCRIPT}" data-page></script>
</body>
</html>
"""


def page(_: Room, __: Request) -> Answer:
    """The page of a link; which survey, and by which key, its script reads from the address."""
    return Answer(PAGE.encode(), "text/html; charset=utf-8", headers={**AROUND, "cache-control": "no-cache"})


def shown(room: Room, request: Request) -> Answer:
    """The surveys that a visitor's page may show now. Raises no_key, unknown_key."""
    source_of(room.keys, request.headers, request.query, {})
    workspace, now = room.served.workspace, time.time_ns() // 1000
    surveys = on_pages(workspace, now)
    ids = [one for name in ("userId", "anonymousId") if (one := request.query.get(name))]
    if surveys and ids:
        whose_is = whose(workspace)
        last = last_shown(workspace.snapshot(), dict.fromkeys(map(whose_is.customer, ids)))
        surveys = [one for one in surveys if not left_in_peace(one, last, now)]
    return as_json({"surveys": surveys})


def one(room: Room, request: Request) -> Answer:
    """The survey behind a link, or why there is none to fill in. Raises no_key, unknown_key, unknown_survey."""
    source_of(room.keys, request.headers, request.query, {})
    return as_json(by_link(room.served.workspace, request.path["survey"], time.time_ns() // 1000))


ROUTES = (
    Route(f"/{SCRIPT}", script(SCRIPT), ("GET",)),
    Route("/s/{survey}", page, ("GET",)),
    Route("/v1/surveys", shown, ("GET",)),
    Route("/v1/surveys/answers", told_by_hand(taking(segment, batch_of))),
    Route("/v1/surveys/{survey}", one, ("GET",)),
)
