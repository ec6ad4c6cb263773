"""What funnels take besides steps and a window, against plain loops: ties, options, first times, values, periods."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable
from itertools import pairwise, permutations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Event = tuple[str, int, str]
Plain = Callable[[Log], dict[str, list[Event]]]
PLAIN = settings(deadline=None, max_examples=50)
STEPS = ["a", "b", "c"]


def furthest(events: list[Event], steps: list[str], window: float = math.inf) -> int:
    """The longest chain from any start; at one moment the order does not matter, but an event serves once."""
    best = 0
    for start, (name, began, _) in enumerate(events):
        if name != steps[0]:
            continue
        level, at, used = 1, began, {start}
        while level < len(steps):
            fits = [
                (when, place)
                for place, (other, when, _) in enumerate(events)
                if other == steps[level] and at <= when <= began + window and place not in used
            ]
            if not fits:
                break
            at, place = min(fits)
            used.add(place)
            level += 1
        best = max(best, level)
    return best


def counts(levels: list[int], steps: int) -> list[int]:
    return [sum(level >= step for level in levels) for step in range(1, steps + 1)]


@pytest.mark.parametrize("steps", [["a", "b", "c"], ["b", "x", "a"], ["b", "a"]])
def test_equal_moments(ask: Ask, crowded: st.SearchStrategy[Log], plain_log: Plain, steps: list[str]) -> None:
    @PLAIN
    @given(log=crowded, minutes=st.integers(1, 12))
    def check(log: Log, minutes: int) -> None:
        found = ask("funnel", {"steps": steps, "window": f"{minutes}m"}, log)["result"]["counts"]
        levels = [furthest(events, steps, minutes * 60) for events in plain_log(log).values()]
        assert found == counts(levels, len(steps))

    check()


def test_one_event_serves_one_step(ask: Ask) -> None:
    """All at one moment: as far as each step has an event of its own, in whatever order they were stored."""
    fits = ["ab", "a", "c"]

    @PLAIN
    @given(names=st.lists(st.sampled_from("abcx"), min_size=1, max_size=4))
    def check(names: list[str]) -> None:
        log = [{"customer": "ann", "event": name, "ts": "2024-05-06T10:00:00Z"} for name in names]
        found = ask("funnel", {"steps": [{"any": ["a", "b"]}, "a", "c"]}, log)["result"]["counts"]
        orders = [line for many in range(len(names) + 1) for line in permutations(names, min(many, 3))]
        best = max(len(line) for line in orders if all(name in fit for name, fit in zip(line, fits, strict=False)))
        assert found == counts([best], 3)

    check()


def test_optional_steps(ask: Ask, steady_logs: st.SearchStrategy[Log], plain_log: Plain) -> None:
    @PLAIN
    @given(log=steady_logs)
    def check(log: Log) -> None:
        steps = ["a", {"event": "b", "optional": True}, "c"]
        found = ask("funnel", {"steps": steps, "window": "30m"}, log)["result"]
        ends = {"1": [], "2": [], "3": []}  # type: dict[str, list[str]]
        takes = []
        for who, events in plain_log(log).items():
            starts = [at for name, at, _ in events if name == "a"]
            done = []
            for end in [at for name, at, _ in events if name == "c"]:
                done += [(end, start) for start in starts if start < end <= start + 1800]
                if done:
                    break
            # the latest start of the first end counts; "b" counts where it lies inside an attempt that can be it
            ends["1"] += [who] if starts else []
            ends["3"] += [who] if done else []
            takes += [done[-1][0] - done[-1][1]] if done else []
            last = done[-1][0] if done else math.inf
            allowed = [done[-1][1]] if done else starts
            inside = any(
                name == "b" and start < at <= min(start + 1800, last) for start in allowed for name, at, _ in events
            )
            ends["2"] += [who] if inside else []
        assert found["customers_at"] == ends
        assert found["avg_seconds"] == [None, None, pytest.approx(statistics.mean(takes)) if takes else None]

    check()


@pytest.mark.parametrize("kind", ["event", "matching"])
def test_first_times(ask: Ask, long_logs: st.SearchStrategy[Log], plain_log: Plain, kind: str) -> None:
    @PLAIN
    @given(log=long_logs)
    def check(log: Log) -> None:
        step = {"event": "a", "where": {"colour": "red"}, "first_time": kind}
        params = {"steps": [step, "b"], "window": "none", "date_from": "2024-05-20"}
        begin = 1_716_163_200
        levels = []
        for events in plain_log(log).values():
            firsts = [event for event in events if event[0] == "a" and (kind == "event" or event[2] == "red")][:1]
            good = [at for _, at, colour in firsts if colour == "red" and at >= begin]
            levels.append(1 + any(name == "b" and at >= good[0] for name, at, _ in events) if good else 0)
        assert ask("funnel", params, log)["result"]["counts"] == counts(levels, 2)

    check()


def test_a_value_held(ask: Ask, crowded: st.SearchStrategy[Log], plain_log: Plain) -> None:
    @PLAIN
    @given(log=crowded)
    def check(log: Log) -> None:
        found = ask("funnel", {"steps": STEPS, "hold_constant": "colour"}, log)["result"]["customers_at"]
        levels = {
            f"{who}:{colour}": furthest([event for event in events if event[2] == colour], STEPS)
            for (who, events), colour in product(plain_log(log).items(), ("red", "blue"))
        }
        for step in (1, 2, 3):
            assert sorted(found[str(step)]) == sorted(who for who, level in levels.items() if level >= step)

    check()


@pytest.mark.parametrize("kind", ["first_touch", "last_touch", "all_events"])
def test_values_of_a_funnel(ask: Ask, steady_coloured: st.SearchStrategy[Log], plain_log: Plain, kind: str) -> None:
    @PLAIN
    @given(log=steady_coloured)
    def check(log: Log) -> None:
        params = {"steps": STEPS, "breakdown": "colour", "attribution": kind, "window": "20m"}
        parts = ask("funnel", params, log)["result"]["breakdown"]
        levels: dict[str, list[int]] = {}
        for events in plain_log(log).values():
            own = [colour for name, _, colour in events if colour and name in STEPS] or [""]
            mine = {"first_touch": own[:1], "last_touch": own[-1:], "all_events": ["", "red", "blue"]}[kind]
            for value in mine:
                inside = [event for event in events if kind != "all_events" or event[2] == value]
                levels.setdefault(value, []).append(furthest(inside, STEPS, 1200))
        wanted = {value: counts(found, 3) for value, found in levels.items()}
        assert {value: part["counts"] for value, part in parts.items()} == {v: c for v, c in wanted.items() if c[0]}

    check()


def test_values_at_a_step(ask: Ask, steady_coloured: st.SearchStrategy[Log], plain_log: Plain) -> None:
    @PLAIN
    @given(log=steady_coloured)
    def check(log: Log) -> None:
        params = {"steps": STEPS, "breakdown": "colour", "attribution": "step", "attribution_step": 2}
        parts = ask("funnel", params | {"window": "20m"}, log)["result"]["breakdown"]
        wanted: dict[str, list[int]] = {}
        for value in ("", "red", "blue"):
            people = [
                furthest([event for event in events if event[0] != "b" or event[2] == value], STEPS, 1200)
                for events in plain_log(log).values()
            ]
            reached = counts([level for level in people if level >= 2], 3)
            wanted |= {value: reached} if reached[0] else {}
        assert {value: part["counts"] for value, part in parts.items()} == wanted

    check()


@pytest.mark.parametrize(("first", "last"), [(1, 3), (1, 2), (2, 3)])
def test_times_between_two_steps(
    ask: Ask, steady_logs: st.SearchStrategy[Log], plain_log: Plain, first: int, last: int
) -> None:
    @PLAIN
    @given(log=steady_logs, bins=st.none() | st.integers(1, 5))
    def check(log: Log, bins: int | None) -> None:
        params = {"steps": STEPS, "window": "none", "from_step": first, "to_step": last, "bins": bins}
        found = ask("time_to_convert", params, log)["result"]
        takes = [when[last] - when[first] for when in map(first_chain, plain_log(log).values()) if last in when]
        assert found["avg_seconds"] == (pytest.approx(statistics.mean(takes)) if takes else None)
        assert found["median_seconds"] == (pytest.approx(statistics.median(takes)) if takes else None)
        assert sum(row["count"] for row in found["bins"]) == len(takes)
        many = bins or next(k for k in range(99) if k**3 >= len(takes))
        assert len(found["bins"]) == (many + 1 if takes else 0)
        edges = [row["from"] for row in found["bins"]] + [math.inf]
        for row, (low, high) in zip(found["bins"], pairwise(edges), strict=True):
            assert row["count"] == sum(low <= take < high for take in takes)

    check()


def first_chain(events: list[Event]) -> dict[int, int]:
    """When the steps of the counted attempt were taken: of each level, the first time anybody came so far."""
    slots: dict[int, dict[int, int]] = {}
    best: dict[int, int] = {}
    for name, at, _ in events:
        level = STEPS.index(name) + 1 if name in STEPS else 0
        came = {} if level == 1 else slots.get(level - 1)
        if not level or came is None or len(best) == len(STEPS):
            continue
        if level == 1 or slots.get(level, {}).get(1) != came[1]:
            slots[level] = {**came, level: at}
            best = slots[level] if level > len(best) else best
    return best


@pytest.mark.parametrize("entry", ["every", "first"])
def test_a_trend_over_days(ask: Ask, daily_logs: st.SearchStrategy[Log], plain_log: Plain, entry: str) -> None:
    day, begin = 86_400, 1_714_953_600

    @PLAIN
    @given(log=daily_logs)
    def check(log: Log) -> None:
        dates = {"date_from": "2024-05-06", "date_to": "2024-05-16"}
        params = {"steps": STEPS, "window": "1d", "from_step": 2, "to_step": 3, "entry": entry, **dates}
        found = ask("funnel_trend", params, log)["result"]
        people = [[e for e in events if e[1] < begin + 11 * day] for events in plain_log(log).values()]
        wanted = []
        for number in range(11):
            levels = []
            for events in people:
                low = begin + number * day
                starts = [e for e in events if e[0] == "a" and low <= e[1] < low + day]
                kept = starts[:1] if entry == "first" else starts
                levels.append(furthest([e for e in events if e[0] != "a" or e in kept], STEPS, day))
            wanted.append((sum(level >= 2 for level in levels), sum(level >= 3 for level in levels)))
        assert [(row["entered"], row["completed"]) for row in found["periods"]] == wanted
        for row in found["periods"]:
            assert row["rate"] == (pytest.approx(row["completed"] / row["entered"]) if row["entered"] else None)

    check()


def test_only_the_first_entry(ask: Ask, steady_coloured: st.SearchStrategy[Log], plain_log: Plain) -> None:
    @PLAIN
    @given(log=steady_coloured, minutes=st.integers(2, 9))
    def check(log: Log, minutes: int) -> None:
        found = ask("funnel", {"steps": ["a", "b"], "entry": "first", "window": f"{minutes}m"}, log)["result"]["counts"]
        levels = []
        for events in plain_log(log).values():
            starts = [at for name, at, _ in events if name == "a"][:1]
            done = any(name == "b" and start < at <= start + minutes * 60 for start in starts for name, at, _ in events)
            levels.append(len(starts) + done)
        assert found == counts(levels, 2)

    check()
