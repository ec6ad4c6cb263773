"""The demo map's journeys cut by hand from the raw files: a plain loop over each household, after the written rules.

Takes the events from the demo's plain recount (tests/demo/raw.py); shares nothing with the product.
"""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

RAW = Path(__file__).resolve().parents[1] / "demo" / "raw.py"
SIX_WEEKS = timedelta(days=42)
STAGES = ("they-write", "shop", "pick-up", "hand-over", "use-another")


@dataclass(frozen=True, slots=True)
class Cut:
    """A journey: whose, from when, the furthest stage, the touchpoints outside the third stage, how it went."""

    household: str
    started: datetime
    furthest: int
    touched: frozenset[str]
    outcome: str


def raw_events(read: Callable[..., Any]) -> dict[str, list[Any]]:
    """Every household's events in order of time."""
    spec = importlib.util.spec_from_file_location("raw_journey", RAW)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["raw_journey"] = module
    spec.loader.exec_module(module)
    told: dict[str, list[Any]] = module.happenings(read)
    return told


def place(event: Any, redeemed: set[object]) -> tuple[int, str] | None:
    """The stage and the touchpoint of an event; None where the map has none."""
    if event.name == "campaign_received":
        return 0, {"Type A": "booklet", "Type B": "leaflet", "Type C": "long-offer"}[event.facts["campaign_type"]]
    if event.name == "shop_visit":
        value = round(event.facts["basket_value"], 2)
        return 1, "quick-trip" if value < 15 else "usual-shop" if value < 60 else "big-shop"
    if event.name == "offer_product_bought":
        return 2, "offer"
    if event.name == "coupon_redeemed":
        campaign = event.facts["campaign"]
        first = campaign not in redeemed
        redeemed.add(campaign)
        return (3, "first-coupon") if first else (4, "next-coupon")
    return None


def cut(told: dict[str, list[Any]]) -> list[Cut]:
    """All journeys: a letter opens one unless one is open; what comes later than six weeks is outside."""
    now = max(events[-1].at for events in told.values())
    journeys: list[Cut] = []
    for household, events in told.items():
        redeemed: set[object] = set()
        inside: list[tuple[Any, tuple[int, str] | None]] = []
        for event in events:
            where = place(event, redeemed)
            if inside and event.at > inside[0][0].at + SIX_WEEKS:
                journeys.append(close(household, inside, now))
                inside = []
            if inside or event.name == "campaign_received":
                inside.append((event, where))
        if inside:
            journeys.append(close(household, inside, now))
    return journeys


def close(household: str, inside: list[tuple[Any, tuple[int, str] | None]], now: datetime) -> Cut:
    touched = [where for _, where in inside if where is not None]
    won = any(event.name == "coupon_redeemed" for event, _ in inside)
    started = inside[0][0].at
    outcome = "reached" if won else "lost" if now - started > SIX_WEEKS else "open"
    furthest = max(stage for stage, _ in touched)
    return Cut(household, started, furthest, frozenset(name for _, name in touched), outcome)


class Recount:
    """What can be counted of the map without the product."""

    def __init__(self, read: Callable[..., Any]) -> None:
        self.told = raw_events(read)
        self.journeys = cut(self.told)
        self.visits = {
            household: sum(event.name == "shop_visit" for event in events) for household, events in self.told.items()
        }

    def counted(self, *, visits: int = 0, first: str = "2017-01-01", last: str = "2017-12-31") -> list[Cut]:
        """Journeys that start on these days, of households with at least so many visits to the shop."""
        begin = datetime.fromisoformat(first).replace(tzinfo=UTC)
        end = datetime.fromisoformat(last).replace(tzinfo=UTC) + timedelta(days=1)
        return [cut for cut in self.journeys if begin <= cut.started < end and self.visits[cut.household] >= visits]


def reached(journeys: list[Cut]) -> list[int]:
    """How many get to each stage or beyond."""
    return [sum(cut.furthest >= stage for cut in journeys) for stage in range(len(STAGES))]


def touching(journeys: list[Cut]) -> Counter[str]:
    """How many touch each touchpoint."""
    return Counter(name for cut in journeys for name in cut.touched)
