"""Any number of any analysis gives back exactly the customers behind it, how many they are, and how sure it is.

And it does not matter how the events came: at once, or one after the other into journeys that were there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.journeys.answer import answer
from cesta.journeys.registry import ANALYSES
from cesta.maps.questions import ask, registry_of
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.base import InMemory
from cesta.store.columns import Snapshot, from_events
from cesta.store.live import Live

Log = list[dict[str, Any]]
STEPS = ["a", "b", "c"]
DATES = {"date_from": "2024-05-06T00:00:00Z", "date_to": "2024-05-06T01:59:00Z"}
CREDIT = {"conversion": "x", "channel": "colour"}
TOUCHPOINTS = [{"id": name, "name": name, "match": {"event": name}} for name in "abc"]
MAP = {
    "start": {"first_of": ["a"], "after_silence": "10m"},
    "end": {"any_of": ["silence 10m"]},
    "stages": [
        {"id": "look", "name": "Look", "touchpoints": TOUCHPOINTS[:1]},
        {"id": "pay", "name": "Pay", "touchpoints": TOUCHPOINTS[1:]},
    ],
}
QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("funnel", {"steps": STEPS, "window": "9m"}),
    ("funnel", {"steps": STEPS, "order": "unordered"}),
    ("funnel_trend", {"steps": STEPS, "interval": "hour", **DATES}),
    ("time_to_convert", {"steps": STEPS}),
    ("window_funnel", {"steps": STEPS, "window": "9m"}),
    ("conversion", {"start": "a", "end": "b", "window": "5m"}),
    ("paths", {"max_steps": 4}),
    ("path_dropoff", {"session_gap": "5m"}),
    ("transitions", {}),
    ("transitions", {"weight": "probability_out"}),
    ("next_node", {"chain": ["a"]}),
    ("step_matrix", {"max_steps": 3}),
    ("step_matrix", {"centre": "b"}),
    ("sessions", {"session_gap": "3m"}),
    ("collapse", {}),
    ("truncate", {"start": "a", "end": "b"}),
    ("retention", {"interval": "hour", "date_from": "2024-05-06", "intervals": 3, "start": "a", "return": "b"}),
    ("retention_flags", {"conditions": STEPS}),
    ("lifecycle", {"interval": "hour", **DATES}),
    ("stickiness", {"interval": "hour", **DATES}),
    ("sequence", {"conditions": STEPS, "pattern": "(?1)(?t<=5m)(?2)"}),
    ("attribution", CREDIT),
    ("attribution", CREDIT | {"model": "markov"}),
    ("dfg", {}),
    ("efg", {}),
    ("temporal_profile", {}),
    ("variants", {"max_variants": 2}),
    ("durations", {}),
    ("arrival", {}),
    ("positions", {}),
    ("rework", {}),
    ("self_distance", {}),
    ("conformance", {"model": {"sequence": STEPS}, "goal": "x"}),
    ("conformance", {"model": {"sequence": STEPS}, "method": "replay"}),
    ("groups", {"k": 2}),
    ("stage_touchpoints", {"map": MAP}),
]
WAYS: list[dict[str, Any]] = [{}, {"breakdown": "colour"}, {"filter": "colour is set", "segment": {"did": "a"}}]

# numbers that count customers, and shares of them, by the end of their pointer
COUNTS = re.compile(
    r"(/counts/\d+|/(entered|completed|with_start|converted|reach|continue|drop|matched|other|customers)"
    r"|/bins/\d+/count|/variants/\d+/count|/sums/\d+|/(new|returning|resurrecting|dormant)/\d+"
    r"|/(starts|ends|next_counts|customers_with_repeat)/\w+|/positions/\w+/\d+|/retention/matrix/\d+/\d+)$"
)
SHARES = re.compile(r"(/(step_rate|share_of_all)/\d+|/(rate|base_rate|goal_rate|goal_rate_without|share|fitting_share"
                    r"|coverage)|/shares/\w+/\d+|/(before|after)/\d+/\w+)$")  # fmt: skip
# places, settings and lists of customers are no numbers about customers; how well groups lie apart is one of all
NAMES = re.compile(r"/(bins/\d+/from|links/\d+/step|nodes/\d+/step|unfinished/\d+/\d+|silhouette)$")
LISTS = re.compile(r"/(customers_at|levels|next|session_index|events|times|cohort_customers|flags|per_customer|seconds|"
                   r"members)/")  # fmt: skip


def values(found: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every place of a result with its pointer."""
    yield pointer, found
    if isinstance(found, dict | list):
        for key, inside in found.items() if isinstance(found, dict) else enumerate(found):
            yield from values(inside, f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")


def test_every_analysis_is_asked() -> None:
    assert {analysis for analysis, _ in QUESTIONS} == {*ANALYSES, "stage_touchpoints"}


@pytest.mark.parametrize("way", WAYS, ids=["all", "breakdown", "some"])
@pytest.mark.parametrize(
    ("analysis", "params"), QUESTIONS, ids=[f"{name}-{place}" for place, (name, _) in enumerate(QUESTIONS)]
)
def test_behind_every_number(
    analysis: str, params: dict[str, Any], way: dict[str, Any], crowded: st.SearchStrategy[Log]
) -> None:
    @settings(deadline=None, max_examples=3)
    @given(log=crowded)
    def check(log: Log) -> None:
        question = {"analysis": analysis, "params": params | way, "events": log}
        whole = json.loads(json.dumps(ask(None, question | {"about": True})))
        everybody = {one["customer"] for one in log}
        for pointer, value in values(whole["result"]):
            if isinstance(value, bool) or not isinstance(value, int | float) or LISTS.search(pointer):
                continue
            if NAMES.search(pointer):
                assert pointer not in whole["about"]
                continue
            told = whole["about"][pointer]
            behind: Any = ask(None, question | {"behind": pointer})["result"]
            assert behind["customers"] == sorted(everybody & set(behind["customers"]))
            assert behind["total"] == len(behind["customers"])
            assert told["low"] - 1e-3 <= value <= told["high"] + 1e-3, pointer
            if analysis == "stage_touchpoints":  # counts journeys, of which a customer may have several
                assert behind["total"] <= told["n"]
                assert (behind["total"] > 0) == (value > 0)
                continue
            assert behind["total"] == told["n"] <= told["of"], pointer
            way_there = f"/{analysis}{pointer}"
            if COUNTS.search(way_there):
                assert behind["total"] == abs(value), pointer
            elif SHARES.search(way_there) and analysis != "attribution":
                assert value == pytest.approx(behind["total"] / told["of"]), pointer

    check()


# numbers that a customer brings whatever the others do, by the end of their pointer
OWN = re.compile(
    r"(/counts/\d+|/(entered|completed|with_start|converted|reach|continue|drop|matched|sessions|customers|count)"
    r"|/sums/\d+|/(new|returning|resurrecting|dormant)/\d+|/positions/\w+/\d+|/retention/matrix/\d+/\d+"
    r"|/(edges|transitions/matrix)/\w+/\w+|/(starts|ends|next_counts|customers_with_repeat)/\w+)$"
)
ALONE = [
    *(
        one
        for one in QUESTIONS
        if one[0] not in ("time_to_convert", "groups", "stage_touchpoints") and not one[1].get("weight")
    ),
    ("paths", {"node": {"a": "event", "x": "event"}}),
    ("paths", {"node": {"a": None, "b": "colour", "*": "event"}, "start_node": "x"}),
    ("path_dropoff", {"exclude_nodes": ["a"], "via_node": "b"}),
    ("transitions", {"node": {"b": "colour", "c": "event"}, "collapse": "last"}),
    ("funnel", {"steps": STEPS, "order": "strict", "exclusions": ["x"]}),
    (
        "retention",
        {"date_from": "2024-05-06", "intervals": 2, "interval": "hour", "min_occurrences": 2, "rolling": True},
    ),
]
ROW = ("step", "kind", "node", "from", "to", "path", "date")


def named(found: Any, name: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every value by the way to it, where a row is told by what it is about and not by its place."""
    if isinstance(found, dict):
        for key, inside in found.items():
            yield from named(inside, (*name, key))
    elif isinstance(found, list):
        for place, inside in enumerate(found):
            row = isinstance(inside, dict)
            about = [str(inside.get(key)) for key in ROW] if row else []
            yield from named(inside, (*name, *(about or [str(place)])))
    else:
        yield name, found


@pytest.mark.parametrize(
    ("analysis", "params"), ALONE, ids=[f"{name}-{place}" for place, (name, _) in enumerate(ALONE)]
)
def test_those_behind_a_number_make_it_and_nobody_else(
    analysis: str, params: dict[str, Any], crowded: st.SearchStrategy[Log]
) -> None:
    @settings(deadline=None, max_examples=4)
    @given(log=crowded, skip=st.integers(1, 5))
    def check(log: Log, skip: int) -> None:
        question = {"analysis": analysis, "params": params, "events": log}
        whole: Any = ask(None, question)["result"]
        # the same values in the same order, by pointer and by name
        pairs = zip(
            ((pointer, one) for pointer, one in values(whole) if not isinstance(one, dict | list)),
            named(whole),
            strict=True,
        )
        counted = [
            (at, name, one) for (at, one), (name, _) in pairs if OWN.search(f"/{analysis}{at}") and not LISTS.search(at)
        ]
        for pointer, name, value in counted[::skip]:
            behind: Any = ask(None, question | {"behind": pointer})["result"]
            some_of = {"customers": behind["customers"]}
            for segment, wanted in ((some_of, value), ({"not": some_of}, 0)):
                some: Any = ask(None, question | {"params": params | {"segment": segment}})["result"]
                assert dict(named(some)).get(name, 0) == wanted, (pointer, segment)

    check()


@pytest.mark.parametrize(
    ("analysis", "params"), QUESTIONS, ids=[f"{name}-{place}" for place, (name, _) in enumerate(QUESTIONS)]
)
def test_nothing_stands_behind_a_list(analysis: str, params: dict[str, Any]) -> None:
    log = [{"customer": "ann", "event": name, "ts": f"2024-05-06T00:0{at}:00Z"} for at, name in enumerate("abcxa")]
    question = {"analysis": analysis, "params": params, "events": log}
    for pointer, value in values(ask(None, question)["result"]):
        if pointer and isinstance(value, dict | list):
            with pytest.raises(CestaError, match="bad_pointer"):
                ask(None, question | {"behind": pointer})


@pytest.mark.parametrize("way", WAYS, ids=["all", "breakdown", "some"])
@pytest.mark.parametrize(
    ("analysis", "params"), QUESTIONS, ids=[f"{name}-{place}" for place, (name, _) in enumerate(QUESTIONS)]
)
def test_journeys_that_grew_answer_as_those_made_anew(
    analysis: str, params: dict[str, Any], way: dict[str, Any], crowded: st.SearchStrategy[Log]
) -> None:
    @settings(deadline=None, max_examples=4)
    @given(log=crowded, cuts=st.lists(st.integers(0, 24), max_size=3))
    def check(log: Log, cuts: list[int]) -> None:
        events = [as_event(place, one) for place, one in enumerate(log)]
        edges = [0, *sorted(cuts), len(events)]
        live = Live(InMemory(from_events(events[: edges[1]]), room=300))
        for low, high in pairwise(edges[1:]):
            if low < high:
                live.add(events[low:high])
        question = {"analysis": analysis, "params": params | way, "about": True, "per_customer": True}
        grown, anew = (
            json.dumps(as_told(answer_with(question, data))) for data in (live.snapshot(), from_events(events))
        )
        assert grown == anew

    check()


def as_event(place: int, one: dict[str, Any]) -> Event:
    time = int(datetime.fromisoformat(one["ts"]).timestamp() * 1_000_000)
    return Event("test", str(place), one["customer"], one["event"], time, one["props"])


def answer_with(question: dict[str, Any], data: Snapshot) -> dict[str, Any]:
    return answer(question, data, registry=registry_of(None))


def as_told(envelope: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in envelope.items() if name != "took_ms"}
