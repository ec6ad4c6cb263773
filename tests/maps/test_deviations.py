"""Deviations against `cesta ask`: the same journeys, the same path, every kind and stop counted alike."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.desired import desired_of
from cesta.maps.deviations import EXTRA_STOP, strays
from cesta.maps.document import parse
from cesta.maps.questions import ask
from cesta.maps.trace import trace
from cesta.model.event import Event
from cesta.store.columns import from_events

HOUR = 3_600_000_000
HEAD = "cesta: map/1\nid: m\ntitle: m\nstart: {first_of: [a]}\ngoal: {event: e}\nstages:\n  - id: s\n    name: s\n"
STOPS = "".join(f"\n      - {{id: {one}, name: {one}, match: {{event: {one}}}}}" for one in "abcdexyz")
Log = list[list[str]]


def counted(paths: Log, desired: str) -> dict[tuple[str, str], int]:
    """Journeys by kind and stop. Each path is a customer's, an event an hour; it begins with an `a`."""
    document = parse(f"{HEAD}    touchpoints:{STOPS}\ndesired: {desired}\n", Path("m.yaml"))
    events = [
        Event("t", f"{row}-{place}", f"c{row}", name, place * HOUR, {})
        for row, path in enumerate(paths)
        for place, name in enumerate(path)
    ]
    found = trace(document, from_events(events), UTC)
    wanted = desired_of(document)
    assert wanted is not None
    rows = strays(found, document, wanted, np.ones(len(found.won), np.bool_))
    for one in rows:
        assert not np.any(one.journeys & ~one.peers)
    return {(one.kind, found.ids[one.touchpoint]): int(one.journeys.sum()) for one in rows}


def asked(paths: Log, names: list[str]) -> dict[tuple[str, str], int]:
    """The same from `cesta ask`: a path that may end after every step is one optional tail inside another."""
    model: Any = names[-1]
    for name in reversed(names[:-1]):
        model = [name, {"optional": model}]
    events = []
    for row, path in enumerate(paths):
        runs = [name for place, name in enumerate(path) if place == 0 or path[place - 1] != name]
        times = [f"2026-01-01T{place:02d}:00:00Z" for place in range(len(runs))]
        events += [{"customer": f"c{row}", "event": n, "ts": t} for n, t in zip(runs, times, strict=True)]
    params = {"model": {"sequence": [{"optional": model}]}, "cost_log_move": EXTRA_STOP}
    answer: Any = ask(None, {"analysis": "conformance", "params": params, "events": events})
    return {(one["kind"], one["step"]): one["customers"] for one in answer["result"]["deviations"]}


PATHS = st.lists(st.lists(st.sampled_from("abcdx"), max_size=7).map(lambda path: ["a", *path]), min_size=1, max_size=5)


@given(PATHS)
@settings(max_examples=30, deadline=None)
def test_as_cesta_ask_counts_them(paths: Log) -> None:
    assert counted(paths, "{path: [a, b, c, d]}") == asked(paths, ["a", "b", "c", "d"])


@given(PATHS)
@settings(max_examples=15, deadline=None)
def test_what_may_happen_at_any_time_is_never_a_deviation(paths: Log) -> None:
    found = counted(paths, "{path: [a, b, c, d], optional: [x], again: [a, b]}")
    assert not {kind for kind, stop in found if stop == "x"}
    assert not {kind for kind, stop in found if stop in "ab"} & {"repeated", "order"}


def test_each_kind_by_hand() -> None:
    paths = [list("abcd"), list("acd"), list("abxcd"), list("acbd"), list("abcbcd"), list("ab")]
    assert counted(paths, "{path: [a, b, c, d]}") == {
        ("missing", "b"): 1,
        ("extra", "x"): 1,
        ("order", "b"): 1,
        ("repeated", "b"): 1,
        ("repeated", "c"): 1,
    }


def test_late_is_counted_from_the_first_touch_to_the_next() -> None:
    paths = [list("ab"), list("axxb"), list("axxx"), list("baxxxb")]
    found = counted(paths, "{path: [a, b], optional: [x], again: [a, b], max_time: {a -> b: 2h}}")
    assert found == {("late", "b"): 2}


def test_one_of_a_choice_is_enough() -> None:
    found = counted([list("abd"), list("acd"), list("abcd")], "{path: [a, {choice: [b, c]}, d]}")
    assert found == {("order", "c"): 1}
