"""The map's journeys against a witness that walks them one event at a time, for any events and any rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cesta.model.event import Event

HOUR = 3_600_000_000
NAMES = ("visit", "see", "cart", "buy", "sneeze")
STAGES = [
    ("look", [("cheap", "see where price < 5"), ("see", "see"), ("visit", "visit")]),
    ("choose", [("cart", "cart"), ("dear", "see where price > 7")]),
    ("pay", [("buy", "buy")]),
]
SLOW = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def parts(draw: st.DrawFn) -> dict[str, Any]:
    """The parts of any small case."""
    spans = st.integers(1, 9).map(lambda hours: f"{hours}h")
    ends = []
    if draw(st.booleans()):
        ends.append(draw(st.sampled_from(["buy", "cart where price > 3"])))
    if draw(st.booleans()):
        ends.append(f"silence {draw(spans)}")
    if draw(st.booleans()):
        ends.append(f"after {draw(spans)}")
    rows = draw(
        st.lists(
            st.tuples(st.sampled_from("abc"), st.integers(0, 20), st.sampled_from(NAMES), st.integers(0, 9)),
            min_size=1,
            max_size=30,
        )
    )
    rows.sort(key=lambda row: (row[0], row[1]))
    return {
        "starts": draw(st.sampled_from([["visit"], ["visit", "see where price > 3"], ["cart", "visit"]])),
        "fresh": draw(st.none() | spans),
        "ends": ends,
        "goal": draw(st.sampled_from([None, "buy", "cart where price > 6"])),
        "stages": STAGES,
        "events": [
            Event("t", str(place), who, name, hour * HOUR, {"price": price})
            for place, (who, hour, name, price) in enumerate(rows)
        ],
    }


@SLOW
@given(parts())
def test_the_witness_finds_the_same_journeys(
    new_case: Callable[..., Any], witness: Callable[[Any], list[Any]], given_parts: dict[str, Any]
) -> None:
    case = new_case(**given_parts)
    trace, expected = case.ground().trace, witness(case)
    ours = [
        (
            trace.columns.customers[int(trace.cut.owner[j])],
            int(trace.started[j]),
            int(trace.cut.stop[j] - trace.cut.first[j]),
            None if trace.cut.running[j] else int(trace.cut.ended[j]),
            int(trace.flow.furthest[j]),
            "won" if trace.won[j] else "open" if trace.open[j] else "lost",
        )
        for j in range(len(trace.won))
    ]
    assert ours == [(w.customer, w.started, len(w.events), w.ended, w.furthest, w.outcome) for w in expected]


@SLOW
@given(parts())
def test_the_numbers_of_the_map_are_those_of_the_witness(
    new_case: Callable[..., Any], witness: Callable[[Any], list[Any]], given_parts: dict[str, Any]
) -> None:
    case = new_case(**given_parts)
    view, expected = case.bound().view, witness(case)
    assert view.journeys.n == len(expected)
    assert view.people.n == len({walk.customer for walk in expected})
    for place, stage in enumerate(view.stages):
        assert stage.reached.n == sum(walk.furthest >= place for walk in expected)
        assert stage.visited.n == sum(any(s == place for s, _ in walk.touches) for walk in expected)
        for stop in stage.touchpoints:
            assert stop.reach.n == sum((place, stop.id) in walk.touches for walk in expected)
            assert stop.visits.value == sum(walk.touches.count((place, stop.id)) for walk in expected)
            for outcome, number in (("lost", stop.lost), ("open", stop.open)):
                here = [w for w in expected if (w.outcome, w.furthest, w.rests_at) == (outcome, place, stop.id)]
                assert number.n == len(here)
    moves: Counter[tuple[int, int]] = Counter()
    for walk in expected:
        stages = [stage for stage, _ in walk.touches]
        moves.update((a, b) for a, b in pairwise(stages) if b < a)
    names = [stage.id for stage in view.stages]
    assert {(names.index(r.origin), names.index(r.target)): r.moves.value for r in view.returns} == moves


@SLOW
@given(parts())
def test_what_came_is_what_left_stayed_won_and_went_on(
    new_case: Callable[..., Any], given_parts: dict[str, Any]
) -> None:
    bound = new_case(**given_parts).bound()
    view, trace = bound.view, bound.trace
    reached = [stage.reached.n for stage in view.stages]
    assert reached == sorted(reached, reverse=True)
    for place, stage in enumerate(view.stages):
        won = int((trace.won & (trace.flow.furthest == place)).sum())
        on = view.stages[place + 1].reached.n if place + 1 < len(view.stages) else 0
        assert stage.reached.n == stage.lost.n + stage.open.n + won + on
        assert stage.reached.n == stage.visited.n + stage.skipped.n
        assert stage.lost.n == sum(stop.lost.n for stop in stage.touchpoints)
        assert stage.open.n == sum(stop.open.n for stop in stage.touchpoints)
    assert not (trace.won & (trace.lost | trace.open)).any()


@SLOW
@given(parts())
def test_every_list_behind_a_number_is_as_long_as_the_number(
    new_case: Callable[..., Any], given_parts: dict[str, Any]
) -> None:
    bound = new_case(**given_parts).bound()
    for number in numbers(bound.view):
        if number.behind is not None:
            journeys = bound.book.journeys_behind(number.behind)
            counted = journeys if journeys is not None else bound.book.people_behind(number.behind)
            assert len(counted) == number.n, number.behind


def numbers(value: Any) -> list[Any]:
    """Every Number anywhere in a view."""
    if type(value).__name__ == "Number":
        return [value]
    if isinstance(value, tuple):
        return [number for item in value for number in numbers(item)]
    if hasattr(value, "__dataclass_fields__"):
        return [number for name in value.__dataclass_fields__ for number in numbers(getattr(value, name))]
    return []
