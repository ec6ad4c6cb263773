"""Credit for conversions against sharing it out by hand, path by path."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.journeys.answer import answer

TOUCH = st.tuples(st.sampled_from("ab"), st.sampled_from(["x", "y", "z", None, "sale"]), st.integers(1, 9))


def log(items: list[tuple[str, str | None, int]]) -> list[dict[str, Any]]:
    """Touches of channels x, y, z, events without one, and sales; one after another, days apart."""
    day, events = 0, []
    for customer, what, days in items:
        day += days
        name = "sale" if what == "sale" else "see"
        props = {"channel": what} if what in ("x", "y", "z") else {}
        moment = f"2024-{1 + day // 28:02d}-{1 + day % 28:02d}T00:00:00Z"
        events.append({"customer": customer, "event": name, "ts": moment, "props": props})
    return events


def paths(items: list[tuple[str, str | None, int]]) -> list[tuple[list[tuple[str, int]], int | None]]:
    """Each path's touches with their day, and the day of its sale (None: not yet)."""
    day, done = 0, []
    open_: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for customer, what, days in items:
        day += days
        if what == "sale":
            done.append((open_.pop(customer, []), day))
        elif what:
            open_[customer].append((what, day))
    return [path for path in done if path[0]] + [(touches, None) for touches in open_.values()]


def by_hand(model: str, names: list[str]) -> list[float]:
    n = len(names)
    if model == "first_touch":
        return [1.0] + [0.0] * (n - 1)
    if model == "last_touch":
        return [0.0] * (n - 1) + [1.0]
    if model == "u_shaped" and n > 2:
        return [0.4, *[0.2 / (n - 2)] * (n - 2), 0.4]
    if model == "shapley":
        return [1 / len(set(names)) / names.count(name) for name in names]
    return [1 / n] * n


@pytest.mark.parametrize("model", ["first_touch", "last_touch", "linear", "u_shaped", "shapley"])
@settings(max_examples=40, deadline=None)
@given(items=st.lists(TOUCH, min_size=1, max_size=24))
def test_credit_agrees_with_sharing_by_hand(model: str, items: list[tuple[str, str | None, int]]) -> None:
    wanted: dict[str, float] = defaultdict(float)
    for touches, sale in paths(items):
        if sale is not None:
            names = [name for name, _ in touches]
            for name, part in zip(names, by_hand(model, names), strict=True):
                wanted[name] += part
    params = {"conversion": "sale", "channel": "channel", "model": model}
    question = {"analysis": "attribution", "params": params, "events": log(items), "about": True}
    found: Any = answer(question, None)
    assert found["result"]["credit"] == pytest.approx({k: v for k, v in wanted.items() if v})
    assert sum(found["result"]["shares"].values()) == pytest.approx(1 if wanted else 0)
    for name in found["result"]["credit"]:
        assert 1 <= found["about"][f"/credit/{name}"]["n"] <= 2


def test_time_decay_halves_the_credit_with_each_half_life(ask: Callable[..., dict[str, Any]]) -> None:
    events = log([("a", "x", 1), ("a", "y", 2), ("a", "sale", 2)])
    params = {"conversion": "sale", "channel": "channel", "model": "time_decay", "half_life": "2d"}
    assert ask("attribution", params, events)["result"]["credit"] == pytest.approx({"x": 1 / 3, "y": 2 / 3})


@pytest.mark.parametrize("order", [1, 2])
def test_markov_agrees_with_counting_over_long_walks(ask: Callable[..., dict[str, Any]], order: int) -> None:
    items: list[tuple[str, str | None, int]] = [
        ("a", "x", 1), ("a", "y", 1), ("a", "x", 1), ("a", "sale", 1), ("a", "y", 1), ("a", "sale", 1), ("a", "z", 1),
        ("b", "y", 1), ("b", "z", 1), ("b", "x", 1), ("b", "sale", 1), ("b", "x", 1), ("b", "x", 1), ("b", "y", 1),
    ]  # fmt: skip
    params = {"conversion": "sale", "channel": "channel", "model": "markov", "markov_order": order}
    found = ask("attribution", params, log(items))["result"]
    moves: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for touches, sale in paths(items):
        names = [name for name, _ in touches]
        states = [(), *[tuple(names[max(0, i + 1 - order) : i + 1]) for i in range(len(names))]]
        for a, b in pairwise([*states, ("won",) if sale is not None else ("lost",)]):
            moves[a].append(b)

    def chance(without: str | None) -> float:
        standing: dict[tuple[str, ...], float] = {(): 1.0}
        won = 0.0
        for _ in range(500):
            after: dict[tuple[str, ...], float] = defaultdict(float)
            for state, share in standing.items():
                for b in moves[state]:
                    part = share / len(moves[state])
                    won += part if b == ("won",) else 0
                    if b not in (("won",), ("lost",)) and without not in b:
                        after[b] += part
            standing = after
        return won

    whole = chance(None)
    effects = {name: 1 - chance(name) / whole for name in "xyz"}
    assert found["conversion_probability"] == pytest.approx(whole)
    assert found["removal_effect"] == pytest.approx({name: one for name, one in effects.items() if one > 1e-12})
    assert sum(found["credit"].values()) == pytest.approx(3)
    assert {state: sum(row.values()) for state, row in found["transitions"].items()} == pytest.approx(
        dict.fromkeys(found["transitions"], 1)
    )


def test_without_conversions_nobody_has_credit(ask: Callable[..., dict[str, Any]]) -> None:
    params = {"conversion": "sale", "channel": "channel", "model": "markov"}
    touched = ask("attribution", params, log([("a", "x", 1)]))["result"]
    assert (touched["credit"], touched["conversion_probability"]) == ({}, 0)
    assert ask("attribution", params, log([("a", None, 1)]))["result"]["conversion_probability"] is None
