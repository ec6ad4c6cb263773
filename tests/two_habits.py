"""A workspace whose customers have one of two habits: comparers look and look, deciders buy at once."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cesta.ingest.door import accept
from cesta.store.workspace import Workspace

BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)


def two_habits(root: Path, each: int = 80) -> Workspace:
    """The workspace, open: so many comparers (`comparer-0` …) and half as many deciders."""
    workspace = Workspace.create(root, name="Two habits", languages=("en",))
    chance = random.Random(4)
    comparers = [event for number in range(each) for event in _visits(chance, f"comparer-{number}", 0.8, "ad")]
    deciders = [event for number in range(each // 2) for event in _visits(chance, f"decider-{number}", 0.1, "direct")]
    accept(workspace, [*comparers, *deciders], "shop")
    return workspace


def _visits(chance: random.Random, customer: str, looks_on: float, source: str) -> Iterator[dict[str, Any]]:
    time = BEGIN + timedelta(days=chance.randrange(10))
    country = chance.choice(["CZ", "PL"])
    for _ in range(chance.randint(4, 7)):
        looks = 1 + sum(chance.random() < looks_on for _ in range(5))
        came = source if chance.random() < 0.85 else "friend"
        names = ["visit", *["look"] * looks, *(["buy"] if chance.random() > looks_on else [])]
        for minute, name in enumerate(names):
            props = {"source": came, "country": country} if name == "visit" else {}
            ts = (time + timedelta(minutes=minute)).isoformat()
            yield {"customer": customer, "event": name, "ts": ts, "props": props}
        time += timedelta(days=chance.randint(2, 9))
