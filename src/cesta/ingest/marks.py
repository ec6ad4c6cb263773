"""What is told about a message when it comes in: how its customer came, and whether it is one at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from cesta.ingest.bots import BROWSER_TYPE, bot_of, trial_of
from cesta.ingest.campaigns import SHOWN, touch_properties
from cesta.ingest.collection import Collection, collection_now
from cesta.ingest.said import AGENT, CAMPAIGN, EMAIL, REFERRER, URL
from cesta.model.arrival import Arrival
from cesta.model.event import Event, Value
from cesta.store.kept_out import KEPT_OUT

LONGEST = 4096
"""Letters of what rules are asked about that are remembered with what they said."""
Said = tuple[str, str | tuple[type, Value]]
Marks = tuple[Mapping[str, Value], bool]
"""What is told about a message, and whether it is kept out of all numbers."""
NONE: Marks = {}, False


def mark_all(root: Path, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Each message with what the rules of the workspace in `root` tell about it."""
    rules = collection_now(root)
    return [marked(arrival, rules) for arrival in arrivals]


def marked(arrival: Arrival, rules: Collection) -> Arrival:
    """The message with its channel, and out of all numbers if it is a bot's or a test. What it said stays in `raw`."""
    event = arrival.event
    properties = event.properties
    asked = names_asked(rules).intersection(properties)
    customer = event.customer if rules.customers or "@" in event.customer else ""
    if not asked and not customer:
        return arrival
    # In the order of the message, so that what is asked often is remembered once.
    names = [name for name in properties if name in asked] if len(asked) > 1 else [*asked]
    said = tuple([(name, _alone(properties[name])) for name in names])
    known = _known_marks if sum([len(text) for _, text in said]) <= LONGEST else _marks
    found, kept_out = known(said, customer, arrival.is_step, rules)
    if not found:
        return arrival
    told = Event(
        event.source, event.message_id, event.customer, event.name, event.time, {**properties, **found},
        event.assumed_time,
    )  # fmt: skip
    return Arrival(
        told, arrival.type, arrival.raw, arrival.received, arrival.ids, arrival.original, arrival.sent, kept_out
    )


def _alone(value: Value) -> str | tuple[type, Value]:
    """The value so that only the same one is equal to it: 1 is no true here."""
    return value if type(value) is str else (type(value), value)


def _marks(said: tuple[Said, ...], customer: str, is_step: bool, rules: Collection) -> Marks:
    properties: dict[str, Value] = {name: value if isinstance(value, str) else value[1] for name, value in said}
    found = touch_properties(properties, rules) if is_step else {}
    if bot := bot_of(properties, rules):
        return {**found, KEPT_OUT: f"bot: {bot}"}, not rules.count_bots
    if test := trial_of(properties, customer, rules):
        return {**found, KEPT_OUT: f"test: {test}"}, not rules.count_tests
    return (found, False) if found else NONE


_known_marks = lru_cache(maxsize=4096)(_marks)


@lru_cache(maxsize=16)
def names_asked(rules: Collection) -> frozenset[str]:
    """Every property that a rule may look at: most messages have none of them."""
    campaign = (name for names in CAMPAIGN.values() for name in names)
    asked = (*URL, *REFERRER, *AGENT, *EMAIL, *campaign, *rules.clicks, *rules.flags, BROWSER_TYPE)
    return frozenset((*asked, *SHOWN))
