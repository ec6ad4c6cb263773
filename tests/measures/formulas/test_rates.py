"""Shares of customers against plain loops over what they did; who is behind a share is as many as it counts."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from tests.measures.formulas.plainly import (
    Happening,
    Histories,
    asked,
    close,
    events_of,
    histories,
    latest,
    periods,
    share,
)  # fmt: skip

from cesta.maps.questions import ask

Period = tuple[int, int]


def first(each: list[Happening], event: str, period: Period) -> int | None:
    """The place of the first such event in a period."""
    return next(
        (at for at, (hour, name, _) in enumerate(each) if name == event and period[0] <= hour < period[1]), None
    )


def did(each: list[Happening], begin: int, end: int, event: str | None = None) -> bool:
    return any(begin <= hour < end and name == (event or name) for hour, name, _ in each)


@given(histories, periods)
@settings(max_examples=20)
def test_conversion_is_that_of_the_question(told: Histories, period: Period) -> None:
    measure = {"type": "conversion", "denominator": "see", "numerator": "buy", "window": "24h"}
    found = asked(told, period, **measure)
    starts = {who: at for who, each in told.items() if (at := first(each, "see", period)) is not None}
    met = [
        who
        for who, at in starts.items()
        if any(n == "buy" and h <= told[who][at][0] + 24 and h < period[1] for h, n, _ in told[who][at + 1 :])
    ]
    assert (found["n"], found["of"]) == (len(met), len(starts))
    assert close(found["value"], share(len(met), len(starts)))
    assert asked(told, period, "/value", **measure)["customers"] == met
    assert asked(told, period, "/of", **measure)["total"] == len(starts)
    params = {"start": "see", "end": "buy", "window": "24h"}
    whole = ask(None, {"analysis": "conversion", "params": params, "events": events_of(told)})["result"]
    assert isinstance(whole, dict)
    assert whole["rate"] == asked(told, (0, 300), **measure)["value"]


@given(histories, periods)
@settings(max_examples=20)
def test_abandoned_baskets_wait_for_their_window(told: Histories, period: Period) -> None:
    found = asked(told, period, type="abandoned", denominator="cart", numerator="buy", window="12h")
    closed = left = 0
    for each in told.values():
        at = first(each, "cart", period)
        if at is None:
            continue
        bought = any(name == "buy" and hour <= each[at][0] + 12 for hour, name, _ in each[at + 1 :])
        if bought or each[at][0] + 12 <= latest(told):
            closed, left = closed + 1, left + (not bought)
    assert (found["n"], found["of"]) == (left, closed)


@given(histories, periods)
@settings(max_examples=20)
def test_staying_leaving_and_coming_again(told: Histories, period: Period) -> None:
    begin, end = period[0], min(period[1], latest(told) + 1)
    if end <= begin:
        return
    buyers = [each for each in told.values() if did(each, begin, end, "buy")]
    often = sum(sum(name == "buy" and hour < end for hour, name, _ in each) > 1 for each in buyers)
    found = asked(told, period, type="repeat_rate", numerator="buy")
    assert (found["n"], found["of"]) == (often, len(buyers))

    # the last moment of data is the end of the last hour's first microsecond
    edge = end if end == period[1] else latest(told)
    closed = 0 if edge == end else 1

    def active(each: list[Happening], a: int, b: int) -> bool:
        return any(a + closed <= hour < b + closed for hour, _, _ in each)

    base = [each for each in told.values() if active(each, edge - 96, edge - 48)]
    kept = sum(active(each, edge - 48, edge) for each in base)
    found = asked(told, period, type="retention", window="48h")
    assert (found["n"], found["of"]) == (kept, len(base))

    alive = [each for each in told.values() if did(each, begin - 48, begin)]
    gone = sum(not active(each, edge - 48, edge) for each in alive)
    found = asked(told, period, type="churn", silence="48h")
    assert (found["n"], found["of"]) == (gone, len(alive))

    here = [each for each in told.values() if did(each, 0, begin) and not did(each, 0, begin, "oops")]
    found = asked(told, period, type="churn", numerator="oops")
    assert (found["n"], found["of"]) == (sum(did(each, begin, end, "oops") for each in here), len(here))


@given(histories, periods)
@settings(max_examples=20)
def test_smooth_ways_meet_no_trouble_and_no_loop(told: Histories, period: Period) -> None:
    found = asked(told, period, type="smoothness", trouble=["oops"], repeats=2)
    base = [each for each in told.values() if did(each, *period)]

    def rough(each: list[Happening]) -> bool:
        again = any(
            one[1] == next_[1] and period[0] <= next_[0] < period[1] and run_of(each, at + 1) == 2
            for at, (one, next_) in enumerate(pairwise(each))
        )
        return again or did(each, *period, "oops")

    assert (found["n"], found["of"]) == (sum(not rough(each) for each in base), len(base))


def run_of(each: list[Happening], at: int) -> int:
    """For the so-manieth time in a row, the event at this place does what it does."""
    run = 1
    while at - run >= 0 and each[at - run][1] == each[at][1]:
        run += 1
    return run


@given(histories, periods)
@settings(max_examples=20)
def test_a_contact_went_well(told: Histories, period: Period) -> None:
    measure: dict[str, Any] = {"denominator": "cart", "numerator": "buy", "trouble": ["oops"], "window": "24h"}
    found = asked(told, period, type="quality", **measure)
    well = known = 0
    for each in told.values():
        at = first(each, "cart", period)
        if at is None:
            continue
        after = {name for hour, name, _ in each[at + 1 :] if hour <= each[at][0] + 24}
        if "oops" in after or each[at][0] + 24 <= latest(told):
            known, well = known + 1, well + ("buy" in after and "oops" not in after)
    assert (found["n"], found["of"]) == (well, known)
