"""How many who visit also buy? A question that carries its own events."""

from __future__ import annotations

import json

from cesta.journeys.answer import answer

EVENTS = [
    {"customer": "ann", "event": "visit", "ts": "2024-03-20T09:00:00Z"},
    {"customer": "ann", "event": "buy", "ts": "2024-03-20T09:10:00Z"},
    {"customer": "bob", "event": "visit", "ts": "2024-03-20T09:05:00Z"},
]

funnel = answer(
    {"analysis": "funnel", "params": {"steps": ["visit", "buy"], "window": "7d"}, "events": EVENTS, "about": True}, None
)
print(json.dumps(funnel, indent=2))
