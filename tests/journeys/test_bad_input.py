"""Whatever a question or the events bring, each analysis gives the right answer, an empty one, or a clear error."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import numpy as np
import pytest

from cesta.journeys.answer import answer
from cesta.journeys.common import PARAMS
from cesta.journeys.registry import ANALYSES
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.columns import Column, Columns, from_events

DAY = 86_400_000_000
START = 19_797 * DAY
DATES = {"date_from": "2024-03-15", "date_to": "2024-03-30"}
STEPS = {"steps": ["visit", "buy"]}
VALID: dict[str, dict[str, Any]] = {
    "arrival": {},
    "attribution": {"conversion": "buy", "channel": "channel"},
    "collapse": {},
    "conformance": {"model": {"sequence": ["visit", "cart", "buy"]}},
    "conversion": {"start": "visit", "end": "buy"},
    "dfg": {},
    "durations": {},
    "efg": {},
    "funnel": STEPS,
    "funnel_trend": STEPS | DATES,
    "groups": {},
    "lifecycle": DATES,
    "next_node": {"chain": ["visit"]},
    "path_dropoff": {},
    "paths": {},
    "positions": {},
    "retention": {"date_from": "2024-03-15"},
    "retention_flags": {"conditions": ["visit", "buy"]},
    "rework": {},
    "self_distance": {},
    "sequence": {"conditions": ["visit", "buy"], "pattern": "(?1).*(?2)"},
    "sessions": {},
    "step_matrix": {},
    "stickiness": DATES,
    "temporal_profile": {},
    "time_to_convert": STEPS,
    "transitions": {},
    "truncate": {"start": "visit", "end": "buy"},
    "variants": {},
    "window_funnel": STEPS | {"window": "7d"},
}
NAMING = {"attribution", "conformance", "conversion", "funnel", "funnel_trend", "next_node", "retention_flags",
          "sequence", "time_to_convert", "truncate", "window_funnel"}  # fmt: skip
STEPPED = ("funnel", "funnel_trend", "time_to_convert")
JUNK: list[Any] = [
    0, -1, 1.5, 1e308, 10**400, "", "x", [], {}, [1], [None], [[]], {"a": 1}, True, "0d", "9" * 400 + "d",
    float("inf"), float("nan"), {"event": 5}, {"where": 1}, {"any": []}, "a\x00b", "\ud800", "99999999999d",
    "0001-01-01", "9999-12-31", [{"event": "visit", "optional": True}], {"property": "price", "a": "1"},
    {"not": {"customers": []}}, {"sequence": []},
]  # fmt: skip
SHARED = ("funnel", "paths", "retention")
"""Where the parameters that all share are tried, too."""
every = pytest.mark.parametrize("analysis", sorted(ANALYSES))


def journeys(names: dict[str, str] | None = None, moved: int = 0) -> Columns:
    """Six customers who visit, put into the cart and buy; price is a number for some and text for others."""
    called = names or {}
    walk = ("visit", "cart", "buy", "cart", "visit", "buy")
    return from_events(
        Event(
            "web", f"{who}-{place}", f"c{who}", called.get(name, name), START + moved + who * DAY + place * DAY // 3,
            {"channel": "web" if place % 2 else "app", "price": place if who % 2 else str(place), "word": "x"},
        )
        for who in range(6)
        for place, name in enumerate(walk[: 2 + who % 5])
    )  # fmt: skip


COLUMNS = journeys()


def asked(analysis: str, columns: Columns = COLUMNS, **params: Any) -> dict[str, Any]:
    return answer({"analysis": analysis, "params": VALID[analysis] | params}, columns)


def refused(analysis: str, **params: Any) -> str:
    with pytest.raises(CestaError) as error:
        asked(analysis, **params)
    return error.value.code


def test_every_analysis_is_tried() -> None:
    assert sorted(VALID) == sorted(ANALYSES)


@every
def test_whatever_a_parameter_is_there_is_an_answer_or_a_clear_error(analysis: str) -> None:
    names = ANALYSES[analysis].params | (PARAMS if analysis in SHARED else frozenset())
    for name in sorted(names):
        for value in JUNK:
            with suppress(CestaError):
                json.dumps(asked(analysis, **{name: value}), allow_nan=False)


@every
def test_names_never_seen_give_the_empty_answer_and_say_so(analysis: str) -> None:
    other = {"visit": "visite", "cart": "karta", "buy": "bought"}
    told = asked(analysis, journeys(other))
    codes = {warning["code"] for warning in told["warnings"]}
    assert codes == ({"unknown_event"} if analysis in NAMING else set())
    if analysis in STEPPED:
        assert not any(_numbers(told["result"], "counts", "entered", "completed"))


@every
def test_lengths_of_zero_or_less_are_refused(analysis: str) -> None:
    params = ANALYSES[analysis].params
    for length in (0, -5, "0s", "-1d", "-0h"):
        assert refused(analysis, session_gap=length) == "bad_duration"
        if "window" in params:
            assert refused(analysis, window=length) == "bad_window"
        if "half_life" in params:
            assert refused(analysis, half_life=length, model="time_decay") == "bad_duration"


@pytest.mark.parametrize("analysis", STEPPED)
def test_step_ranges_that_make_no_sense_are_refused(analysis: str) -> None:
    known = ANALYSES[analysis].params
    for first, last in ((2, 1), (1, 1), (1, 3), (3, 4), (0, 2), (-1, 2), (1, 1.5), ("a", 2)):
        if "from_step" in known:
            assert refused(analysis, from_step=first, to_step=last) in ("bad_step", "bad_value")
        exclusion = {"event": "cart", "from_step": first, "to_step": last}
        assert refused(analysis, exclusions=[exclusion]) in ("bad_exclusion", "bad_value")
    for steps in ([], [{"event": "visit", "optional": True}, "buy"], "visit", [None], [{"evnt": "visit"}]):
        assert refused(analysis, steps=steps) in (
            "bad_step",
            "bad_value",
            "bad_condition",
            "unknown_param",
            "missing_param",
        )


@pytest.mark.parametrize("analysis", STEPPED)
@pytest.mark.parametrize("name", ["visit", "buy"])
def test_an_exclusion_that_is_a_step_never_adds_anybody(analysis: str, name: str) -> None:
    free, held = asked(analysis), asked(analysis, exclusions=[name])
    if analysis == "funnel":
        assert all(a >= b for a, b in zip(free["result"]["counts"], held["result"]["counts"], strict=True))
    assert held == {**asked(analysis, exclusions=[{"event": name}]), "took_ms": held["took_ms"]}


@every
def test_an_empty_period_or_segment_gives_the_empty_answer(analysis: str) -> None:
    empty: dict[str, Any] = {"date_from": "2031-01-01", "date_to": "2031-01-05"}
    assert refused(analysis, date_from="2024-03-30", date_to="2024-03-15") == "bad_range"
    assert asked(analysis, **empty)["customers"] == 0 or analysis == "lifecycle"
    empty_segments: list[dict[str, Any]] = [
        {"customers": []}, {"customers": ["c99"]}, {"did": "never"}, {"not": {"not": {"customers": []}}},
    ]  # fmt: skip
    for nobody in empty_segments:
        told = asked(analysis, segment=nobody)
        assert told["customers"] == 0
        assert not any(_numbers(told["result"], "counts", "entered", "completed", "customers"))
    with pytest.raises(CestaError) as error:
        asked(analysis, segment="nobody")
    assert error.value.code == "unknown_segment"


@every
def test_a_filter_on_a_mixed_property_says_so_and_on_a_text_is_refused(analysis: str) -> None:
    told = asked(analysis, filter="price > 1")
    assert "mixed_types" in {warning["code"] for warning in told["warnings"]}
    numbers = from_events(_events_with_numbers())
    # How far the data goes is known from all events, so a filter does not change which cells are unfinished.
    left = asked(analysis, numbers)["result"]
    assert {**told["result"], "unfinished": None} == {**left, "unfinished": None}
    assert refused(analysis, filter="word > 1") == "bad_condition"


@every
@pytest.mark.parametrize("weeks", [-54 * 52, -104_000 // 52, 52 * 7_000])
def test_before_1970_and_in_the_far_future_the_numbers_are_the_same(analysis: str, weeks: int) -> None:
    moved = weeks * 7
    dates = {
        name: str(np.datetime64(value) + np.timedelta64(moved, "D"))
        for name, value in VALID[analysis].items()
        if name in DATES
    }
    here, there = asked(analysis), asked(analysis, journeys(moved=moved * DAY), **dates)
    assert _without_times(here["result"]) == _without_times(there["result"])


@every
def test_names_of_300_letters_in_any_script_give_the_same_numbers(analysis: str) -> None:
    for sign in "ž", "я", "字", "ع", "🛒":
        # As the short names do, these begin with b, c and v, so that lists keep their order.
        names = {name: name[0] + sign * 299 for name in ("buy", "cart", "visit")}
        question = json.dumps(VALID[analysis])
        for short, long in names.items():
            question = question.replace(f'"{short}"', json.dumps(long))
        told = answer({"analysis": analysis, "params": json.loads(question)}, journeys(names))
        shown = json.dumps(told["result"], ensure_ascii=False)
        for short, long in names.items():
            shown = shown.replace(long, short)
        assert json.loads(shown) == json.loads(json.dumps(asked(analysis)["result"]))


@every
def test_one_customer_may_have_two_hundred_thousand_events(analysis: str) -> None:
    many = 200_000
    random = np.random.default_rng(1)
    columns = Columns(
        customers=("ann",),
        offsets=np.array([0, many], np.int64),
        codes=random.integers(0, 3, many).astype(COLUMNS.codes.dtype),
        times=START + np.sort(random.integers(0, 30 * 86_400, many)) * 1_000_000,
        names=("buy", "cart", "visit"),
        props={"channel": Column(random.integers(0, 2, many).astype(np.int32), ("app", "web"))},
    )
    assert asked(analysis, columns)["customers"] <= 1


def _events_with_numbers() -> Iterator[Event]:
    """The events whose price is a number above 1."""
    walk = ("visit", "cart", "buy", "cart", "visit", "buy")
    for who in (1, 3, 5):
        for place, name in enumerate(walk[: 2 + who % 5]):
            if place > 1:
                properties = {"channel": "web" if place % 2 else "app"}
                yield Event("web", f"{who}-{place}", f"c{who}", name, START + who * DAY + place * DAY // 3, properties)


def _numbers(value: Any, *names: str) -> Iterator[Any]:
    """All that stands under these names, whatever the depth."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in names:
                yield from inner if isinstance(inner, list) else [inner]
            yield from _numbers(inner, *names)
    elif isinstance(value, list):
        for inner in value:
            yield from _numbers(inner, *names)


def _without_times(value: Any) -> Any:
    """The result without its moments, which move with the events."""
    if isinstance(value, dict):
        return {name: _without_times(inner) for name, inner in value.items() if name not in ("date", "dates", "times")}
    return [_without_times(inner) for inner in value] if isinstance(value, list) else value
