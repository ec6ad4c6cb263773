"""What is in a workspace, counted a second time by hand."""

from __future__ import annotations

from collections import Counter

from cesta.api.overview import kinds, overview
from cesta.model.instant import parse_instant, show_instant
from cesta.samples.retail.small import small
from cesta.store.columns import from_events
from cesta.store.workspace import Workspace


def test_the_shop_at_a_glance(workspace: Workspace) -> None:
    found, sent = overview(workspace, "en"), small()
    assert found.events_total == len(sent)
    assert found.customers == len({event["customer"] for event in sent})
    assert found.as_of == show_instant(max(parse_instant(event["ts"]) for event in sent))
    assert found.first == show_instant(min(parse_instant(event["ts"]) for event in sent))
    counts = Counter(str(event["event"]) for event in sent)
    assert {kind.name: kind.events for kind in found.events} == counts
    assert [kind.events for kind in found.events] == sorted(counts.values(), reverse=True)
    for kind in found.events:
        mine = [event for event in sent if event["event"] == kind.name]
        assert kind.people == len({event["customer"] for event in mine})
        props = {name for event in mine if isinstance(event["props"], dict) for name in event["props"]}
        assert kind.properties == tuple(sorted(props))
    assert [entry.id for entry in found.maps] == ["buy-clothes"]
    assert [(entry.id, entry.name) for entry in found.segments] == [("app-shoppers", "App shoppers")]
    assert (found.name, found.min_n, found.timezone) == ("The small shop", 5, "UTC")


def test_nothing_is_there_yet() -> None:
    assert kinds(from_events([])) == ()
