"""What is told about a message when it comes in: how its customer came, and whether it is one at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from cesta.ingest.bots import BROWSER_TYPE, bot_of, trial_of
from cesta.ingest.campaigns import touch_properties
from cesta.ingest.collection import Collection, collection_now
from cesta.ingest.said import AGENT, CAMPAIGN, EMAIL, REFERRER, URL
from cesta.model.arrival import Arrival
from cesta.store.kept_out import KEPT_OUT


def mark_all(root: Path, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Each message with what the rules of the workspace in `root` tell about it."""
    rules = collection_now(root)
    return [marked(arrival, rules) for arrival in arrivals]


def marked(arrival: Arrival, rules: Collection) -> Arrival:
    """The message with its channel, and out of all numbers if it is a bot's or a test. What it said stays in `raw`."""
    event = arrival.event
    if event.properties.keys().isdisjoint(names_asked(rules)) and "@" not in event.customer and not rules.customers:
        return arrival
    found = touch_properties(event.properties, rules) if arrival.is_step else {}
    kept_out = False
    if bot := bot_of(event.properties, rules):
        found[KEPT_OUT], kept_out = f"bot: {bot}", not rules.count_bots
    elif test := trial_of(event.properties, event.customer, rules):
        found[KEPT_OUT], kept_out = f"test: {test}", not rules.count_tests
    if not found:
        return arrival
    return replace(arrival, event=replace(event, properties={**event.properties, **found}), kept_out=kept_out)


@lru_cache(maxsize=16)
def names_asked(rules: Collection) -> frozenset[str]:
    """Every property that a rule may look at: most messages have none of them."""
    campaign = (name for names in CAMPAIGN.values() for name in names)
    return frozenset((*URL, *REFERRER, *AGENT, *EMAIL, *campaign, *rules.clicks, *rules.flags, BROWSER_TYPE))
