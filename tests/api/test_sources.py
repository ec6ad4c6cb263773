"""The page of sources tells what there is, also when a document has a mistake."""

from __future__ import annotations

import time

from cesta.api.sources import sources
from cesta.ingest.door import accept, take
from cesta.ingest.tracking import seen_in, write_plan
from cesta.model.arrival import Arrival
from cesta.model.event import Event, Value
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace


def send(workspace: Workspace, number: int, **properties: Value) -> None:
    event = Event("site", str(number), "ann", "order", 0, properties)
    take(workspace, "site", [Arrival(event, "track", "{}", time.time_ns() // 1000)])


def test_each_source_with_what_it_sent(workspace: Workspace) -> None:
    Keys(workspace.data).create("till", 0)
    send(workspace, 1, price=5)
    send(workspace, 2, user_agent="Googlebot/2.1")
    accept(workspace, [{"customer": "", "event": "x"}], "other")
    seen = {each.source: each for each in sources(workspace).sources}
    assert set(seen) == {"shop", "site", "till", "other"}
    assert (seen["site"].messages, sum(seen["site"].hours), len(seen["site"].hours)) == (2, 2, 24)
    assert [(each.kind, each.events) for each in seen["site"].kept_out] == [("bot: Googlebot", 1)]
    assert (seen["other"].set_aside, seen["till"].last, len(seen["till"].keys)) == (1, None, 1)
    assert next(each.source for each in sources(workspace).sources) in ("site", "shop")


def test_what_drifts_from_the_plan_is_told(workspace: Workspace) -> None:
    assert sources(workspace).plan.events is None
    send(workspace, 1, price=5)
    write_plan(workspace.root, seen_in([("order", 0, {"price": 5})]))
    assert sources(workspace).plan.drifts == ()
    send(workspace, 2, price="five")
    plan = sources(workspace).plan
    assert (plan.events, plan.looked_at, plan.problem) == (1, 2, None)
    assert [(each.what, each.property, each.example) for each in plan.drifts] == [("other_type", "price", '"five"')]


def test_a_mistake_in_a_document_is_told_and_the_rest_is_there(workspace: Workspace) -> None:
    (workspace.root / "collection.yaml").write_text("cesta: collection/1\nbots: 5\n")
    (workspace.root / "tracking.yaml").write_text("cesta: [")
    seen = sources(workspace)
    assert seen.problem is not None
    assert seen.problem.startswith("collection.yaml:2:")
    assert seen.plan.problem is not None
    assert len(seen.sources) == 1
