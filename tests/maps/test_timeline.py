"""One customer's timeline."""

from __future__ import annotations

from collections import Counter

import pytest

from cesta.maps.bind import view
from cesta.maps.timeline import timeline
from cesta.model.errors import CestaError
from cesta.samples.retail.small import small
from cesta.store.workspace import Workspace


def test_all_her_events_in_order(shop: Workspace, visits: Counter[str]) -> None:
    ((her, often),) = visits.most_common(1)
    found = timeline(shop, her, map_id="buy", lang="pl")
    assert [event.event for event in found.events] == [e["event"] for e in small() if e["customer"] == her]
    assert sum(event.touchpoint == "I come in" for event in found.events) == often
    assert found.title == "Kupuję płaszcz"
    assert [event.time for event in found.events] == sorted(event.time for event in found.events)
    assert (found.first, found.last) == (found.events[0].time, found.events[-1].time)
    first = next(event for event in found.events if event.event == "visit")
    assert (first.event, first.touchpoint, first.stage, first.journey) == ("visit", "I come in", "I look", 1)
    assert [journey.number for journey in found.journeys] == list(range(1, len(found.journeys) + 1))


def test_all_timelines_together_are_the_map(shop: Workspace) -> None:
    customers = shop.columns().customers
    told = [timeline(shop, customer, map_id="buy") for customer in customers]
    found = view(shop, "buy")
    assert sum(len(one.journeys) for one in told) == found.journeys.n
    assert found.goal is not None
    reached = [journey for one in told for journey in one.journeys if journey.outcome == "reached"]
    assert len(reached) == found.goal.reached.n
    visits = [event for one in told for event in one.events if event.touchpoint == "I come in" and event.journey]
    assert len(visits) == found.stages[0].touchpoints[0].visits.value


def test_without_a_map(shop: Workspace, visits: Counter[str]) -> None:
    found = timeline(shop, next(iter(visits)))
    assert (found.map, found.journeys) == (None, ())
    assert {event.touchpoint for event in found.events} == {None}
    assert {event.channel for event in found.events if event.event == "visit"} & {"web", "app"}


def test_nobody(shop: Workspace) -> None:
    with pytest.raises(CestaError) as caught:
        timeline(shop, "zzz")
    assert caught.value.code == "unknown_customer"


def test_only_the_newest_and_still_all_are_counted(shop: Workspace, visits: Counter[str]) -> None:
    her = visits.most_common(1)[0][0]
    whole, some = timeline(shop, her, map_id="buy"), timeline(shop, her, map_id="buy", limit=3)
    assert (some.events, some.total, some.journeys) == (whole.events[-3:], len(whole.events), whole.journeys)


def test_where_she_is_on_every_map(shop: Workspace) -> None:
    for customer in shop.columns().customers:
        found = timeline(shop, customer, map_id="buy")
        here = [standing for standing in found.standings if standing.map == "buy"]
        assert bool(here) == bool(found.journeys)
        if here:
            touched = [e for e in found.events if e.journey == len(found.journeys) and e.touchpoint]
            assert (here[0].touchpoint, here[0].stage) == (touched[-1].touchpoint, touched[-1].stage)
            assert here[0].outcome == found.journeys[-1].outcome


def test_moods_are_what_she_said(shop: Workspace) -> None:
    told = [event for customer in shop.columns().customers for event in timeline(shop, customer).events]
    assert {event.mood for event in told if "stars" in event.properties} <= {-2, -1, 0, 1, 2}
    assert all(event.mood is None for event in told if not {"stars", "score"} & set(event.properties))
