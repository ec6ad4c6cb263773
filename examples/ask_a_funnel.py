"""A funnel from events in memory: who gets how far, and how sure we are."""

from cesta import ask

EVENTS = [
    {"customer": "ann", "event": "visit", "ts": "2026-03-02T09:00:00Z"},
    {"customer": "ann", "event": "add_to_cart", "ts": "2026-03-02T09:05:00Z"},
    {"customer": "ann", "event": "purchase", "ts": "2026-03-02T20:20:00Z"},
    {"customer": "bob", "event": "visit", "ts": "2026-03-03T18:30:00Z"},
    {"customer": "bob", "event": "add_to_cart", "ts": "2026-03-03T18:40:00Z"},
    {"customer": "eva", "event": "visit", "ts": "2026-03-04T10:00:00Z"},
]
STEPS = ["visit", "add_to_cart", "purchase"]

answer = ask({"analysis": "funnel", "params": {"steps": STEPS, "window": "1d"}, "events": EVENTS, "about": True})
for place, step in enumerate(STEPS):
    about = answer["about"][f"/share_of_all/{place}"]
    print(f"{step}: {about['n']} of {about['of']}, {about['low']:.0%} … {about['high']:.0%}")
