"""The small shop is the same on every machine, and tells a story worth drawing."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

from cesta.ingest.door import accept
from cesta.samples.small_shop import events
from cesta.store.workspace import Workspace

DIGEST = "67cfd2fb4143cb20"


def test_it_never_changes_by_accident() -> None:
    text = json.dumps(events(), sort_keys=True)
    assert hashlib.sha256(text.encode()).hexdigest()[:16] == DIGEST


def test_the_door_takes_all_of_it(tmp_path: Path) -> None:
    everything = events()
    with Workspace.create(tmp_path / "shop") as workspace:
        taken = accept(workspace, everything, "small-shop")
        assert (taken.accepted, taken.duplicates, taken.set_aside) == (len(everything), 0, 0)
        columns = workspace.columns()
    assert len(columns.customers) == 60
    assert 300 <= len(columns.times) <= 600
    by_hand = Counter(str(event["event"]) for event in everything)
    assert {name: int((columns.codes == code).sum()) for code, name in enumerate(columns.names)} == by_hand
    assert {"visit", "product_view", "add_to_cart", "payment_details", "purchase", "support_chat"} <= set(by_hand)


def test_nobody_buys_before_paying_and_events_come_in_order_of_time() -> None:
    everything = events()
    assert [str(event["ts"]) for event in everything] == sorted(str(event["ts"]) for event in everything)
    paying: set[object] = set()
    for event in everything:
        if event["event"] == "payment_details":
            paying.add(event["customer"])
        if event["event"] == "purchase":
            assert event["customer"] in paying
