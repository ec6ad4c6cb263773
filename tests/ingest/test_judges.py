"""Each item is judged as its source is read now."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from cesta.ingest.door import LoadHead, begin_seal
from cesta.ingest.event_json import NotUnderstood
from cesta.ingest.judges import Judges
from cesta.ingest.repair import read_rule
from cesta.ingest.repairs_kept import keep_rule
from cesta.model.event import Event
from cesta.store.aside import Item, SetAside
from cesta.store.workspace import Workspace

MAPPING = """\
id: shop
timezone: Europe/Prague
files: {orders: orders.csv}
events:
  - {event: buy, from: orders, customer: who, time: paid, time_is: assumed, why: days, time_formats: ["%d.%m.%Y"]}
  - {event_is: kind, from: orders, customer: who, time: paid, time_is: recorded, time_formats: ["%Y/%m/%d"]}
"""


def item(event: str | None, load_id: str | None = "shop-1", message_id: str = "buy:1") -> Item:
    what = SetAside("shop", "", load_id=load_id, event=event, message_id=message_id, raw=json.dumps({}))
    return Item(1, "waiting", 0, what)


def read(judges: Judges, given: Item, raw: Mapping[str, object]) -> Event:
    """What the item becomes; none of these came from a client."""
    found = judges.of(given)(raw)
    assert isinstance(found, Event)
    return found


@pytest.fixture
def judges(workspace: Workspace) -> Judges:
    for load_id, text in (("shop-1", MAPPING), ("shop-0", "")):
        with begin_seal(workspace, LoadHead(load_id, "shop", mapping_text=text)) as sealing:
            sealing.finish()
    return Judges(workspace)


def test_rows_are_read_as_their_kind_of_event_is(judges: Judges) -> None:
    buy = read(judges, item("buy"), {"event": "buy", "customer": "ann", "time": "29.02.2024"})
    assert (buy.time, buy.assumed_time, buy.message_id) == (1_709_161_200_000_000, True, "buy:1")
    see = read(judges, item("see"), {"event": "see", "customer": "ann", "time": "2024/02/29"})
    assert (see.time, see.assumed_time) == (buy.time, False)
    with pytest.raises(NotUnderstood):
        read(judges, item("see"), {"event": "see", "customer": "ann", "time": "29.02.2024"})


def test_a_load_without_a_mapping_is_read_by_the_workspace(judges: Judges) -> None:
    event = read(judges, item("buy", "shop-0"), {"event": "buy", "customer": "ann", "time": "2024-02-29"})
    assert (event.time, event.source) == (1_709_164_800_000_000, "shop")


def test_a_row_that_could_not_be_named_is_named_by_its_id(judges: Judges) -> None:
    raw = {"event": "buy", "customer": "ann", "time": "2024-02-29", "id": 7}
    assert read(judges, item("buy", message_id="line:abc"), raw).message_id == "buy:7"


def test_events_of_programs_are_read_as_such(judges: Judges) -> None:
    raw = {"event": "buy", "customer": "ann", "ts": "2024-02-29", "message_id": "m"}
    assert read(judges, item("buy", None), raw).message_id == "m"


def test_rules_are_those_of_the_source(judges: Judges, workspace: Workspace) -> None:
    rule = read_rule({"field": "customer", "value": None, "becomes": "walk-in"})
    keep_rule(workspace.root, "shop", rule)
    assert (judges.rules("shop"), judges.rules("app")) == ((rule,), ())
