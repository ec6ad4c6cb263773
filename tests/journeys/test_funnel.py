"""Funnels against a plain walk, written from the rules."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]
PLAIN = settings(deadline=None, max_examples=150)
STEPS = ["a", "b", "c"]


def furthest(events: list[tuple[str, int]], steps: list[str], window: int) -> int:
    """Every start by itself: take the next step as soon as it comes."""
    best = 0
    for place, (name, began) in enumerate(events):
        if name == steps[0]:
            level = 1
            for later, at in events[place + 1 :]:
                if level < len(steps) and later == steps[level] and at - began <= window:
                    level += 1
            best = max(best, level)
    return best


def standing(events: list[tuple[str, int]], window: int, first: int, last: int) -> int:
    """With an exclusion "x" between two steps: level, or 0 when the best attempt is spoiled."""
    slots: dict[int, dict[str, Any]] = {}
    best: dict[str, Any] = {"level": 0, "spoiled": False, "began": 0}
    for name, at in events:
        if name == "x":
            for level in range(first, last):
                attempt = slots.get(level)
                ahead = [one["began"] for other, one in slots.items() if other > level]
                if attempt and at - attempt["began"] <= window and attempt["began"] not in ahead:
                    attempt["spoiled"] = True
                if best["level"] == level and at - best["began"] <= window:
                    best["spoiled"] = True
            continue
        level = STEPS.index(name) + 1
        came = {"began": at, "spoiled": False} if level == 1 else slots.get(level - 1)
        if came is None or at - came["began"] > window or slots.get(level, {}).get("began") == came["began"]:
            continue
        slots[level] = dict(came)
        if level > best["level"] or (level == best["level"] and best["spoiled"] and not came["spoiled"]):
            best = {"level": level, **came}
        if best["level"] == len(STEPS) and not best["spoiled"]:
            break
    return 0 if best["spoiled"] else int(best["level"])


def counts(levels: list[int]) -> list[int]:
    return [sum(level >= step for level in levels) for step in (1, 2, 3)]


def test_ordered(ask: Ask, steady_logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=steady_logs, minutes=st.integers(1, 60))
    def check(log: Log, minutes: int) -> None:
        found = ask("funnel", {"steps": STEPS, "window": f"{minutes}m"}, log)["result"]
        people = by_customer(log)
        levels = {who: furthest(events, STEPS, minutes * 60) for who, events in people.items()}
        assert found["counts"] == counts(list(levels.values()))
        for step in (1, 2, 3):
            assert found["customers_at"][str(step)] == [who for who, level in levels.items() if level >= step]

    check()


def test_the_same_step_twice_needs_two_events(ask: Ask, steady_logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=steady_logs)
    def check(log: Log) -> None:
        found = ask("funnel", {"steps": ["a", "a", "b"], "window": "40m"}, log)["result"]
        levels = [furthest(events, ["a", "a", "b"], 2400) for events in by_customer(log).values()]
        assert found["counts"] == counts(levels)

    check()


def test_the_stored_order_of_one_moment_does_not_matter(ask: Ask, log_of: Callable[[str], Log]) -> None:
    for text in ("u: a 0, a 1, b 1", "u: a 0, b 1, a 1", "u: b 1, a 1, a 0"):
        told = ask("funnel", {"steps": ["a", "b"]}, log_of(text))["result"]
        assert (told["counts"], told["avg_seconds"]) == ([1, 1], [None, 0]), text


def strictly(events: list[tuple[str, int]], window: int) -> int:
    """The best of all attempts: whatever is not the next step ends one, unless it repeats the step it stands at."""
    best = 0
    for place, (first, began) in enumerate(events):
        level = int(first == STEPS[0])
        for name, at in events[place + 1 :] if level else []:
            if level < len(STEPS) and name == STEPS[level] and at - began <= window:
                level += 1
            elif level == 1 or name != STEPS[level - 1]:
                break
        best = max(best, level)
    return best


def test_strict_lets_a_step_repeat(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("u: a 0, b 1, b 2, c 3; v: a 0, b 1, d 2, c 3; w: a 0, b 1, a 2, c 3")
    assert ask("funnel", {"steps": STEPS, "order": "strict"}, log)["result"]["counts"] == [3, 3, 1]


def test_strict_allows_nothing_between(ask: Ask, steady_logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=steady_logs)
    def check(log: Log) -> None:
        found = ask("funnel", {"steps": STEPS, "order": "strict", "window": "30m"}, log)["result"]
        levels = [strictly(events, 1800) for events in by_customer(log).values()]
        assert found["counts"] == counts(levels)

    check()


def test_an_exclusion_spoils_only_what_still_stands(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("u: a 0, d 1, x 2; v: a 0, x 1; w: a 0, d 1, a 2, x 3; y: a 0, b 1, d 2, a 3, x 4")
    params = {"steps": STEPS, "order": "strict", "exclusions": ["x"]}
    told = ask("funnel", params, log)["result"]
    # an attempt that another event ended is out of reach of what comes later
    assert told["customers_at"] == {"1": ["u", "w", "y"], "2": ["y"], "3": []}


@pytest.mark.parametrize(("first", "last"), [(1, 2), (2, 3), (1, 3)])
def test_exclusions(ask: Ask, steady_logs: st.SearchStrategy[Log], by_customer: Sort, first: int, last: int) -> None:
    @PLAIN
    @given(log=steady_logs, minutes=st.integers(5, 60))
    def check(log: Log, minutes: int) -> None:
        exclusion = {"event": "x", "from_step": first, "to_step": last}
        params = {"steps": STEPS, "window": f"{minutes}m", "exclusions": [exclusion]}
        levels = [standing(events, minutes * 60, first, last) for events in by_customer(log).values()]
        assert ask("funnel", params, log)["result"]["counts"] == counts(levels)

    check()


def test_unordered_is_the_best_window(ask: Ask, steady_logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=steady_logs, minutes=st.integers(1, 40))
    def check(log: Log, minutes: int) -> None:
        found = ask("funnel", {"steps": STEPS, "order": "unordered", "window": f"{minutes}m"}, log)["result"]
        levels, spans = [], []
        for events in by_customer(log).values():
            windows = [
                (len({name for name, _ in inside} & set(STEPS)), inside[-1][1] - inside[0][1])
                for a, b in itertools.combinations_with_replacement(range(len(events)), 2)
                if (inside := events[a : b + 1]) and inside[-1][1] - inside[0][1] <= minutes * 60
            ]
            level = max(level for level, _ in windows)
            levels.append(level)
            if level == 3:
                spans.append(min(span for found_level, span in windows if found_level == 3))
        assert found["counts"] == counts(levels)
        steps = [found["avg_seconds"][1], found["avg_seconds"][2]]
        if spans and min(levels) == 3:
            assert sum(steps) == pytest.approx(statistics.mean(spans))

    check()


def test_unordered_gives_every_event_to_one_step(ask: Ask, log_of: Callable[[str], Log]) -> None:
    steps = [{"any": ["a", "b"]}, {"event": "a"}]
    for text in ("u: a 0, b 1", "u: b 0, a 1"):
        assert ask("funnel", {"steps": steps, "order": "unordered"}, log_of(text))["result"]["counts"] == [1, 1]
    assert ask("funnel", {"steps": steps, "order": "unordered"}, log_of("u: a 0, c 1"))["result"]["counts"] == [1, 0]


def test_unordered_exclusion_leaves_an_entry(ask: Ask, log_of: Callable[[str], Log]) -> None:
    params = {"steps": ["a", "b", "c"], "order": "unordered", "exclusions": ["x"], "window": "10m"}
    cases = {"u: b 0, a 1, x 2, c 3": [1, 0, 0], "u: b 0, a 1, x 20": [1, 1, 0], "u: b 0, a 1, c 2, x 3": [1, 1, 1]}
    for text, wanted in cases.items():
        assert ask("funnel", params, log_of(text))["result"]["counts"] == wanted


def test_stored_order_of_different_events_at_one_moment_does_not_matter(ask: Ask) -> None:
    @settings(deadline=None, max_examples=80)
    @given(order=st.permutations(["a", "b", "c", "x"]), late=st.booleans())
    def check(order: list[str], late: bool) -> None:
        log = [{"customer": "u", "event": name, "ts": "2024-05-06T10:00:00Z"} for name in order]
        if late:
            log.append({"customer": "u", "event": "c", "ts": "2024-05-06T11:00:00Z"})
        for steps in (["a", "b", "c"], [{"any": ["a", "b"]}, "a", "c"]):
            found = ask("funnel", {"steps": steps, "exclusions": ["x"]}, log)["result"]
            assert found["counts"] == [1, 1, 1]

    check()


def test_times_lie_inside_the_counted_attempt(ask: Ask, log_of: Callable[[str], Log]) -> None:
    found = ask("funnel", {"steps": STEPS, "window": "1h"}, log_of("u: a 0, b 5, a 10, b 12, c 30"))["result"]
    assert found["avg_seconds"] == [None, 120, 1080]
    assert found["median_seconds"] == [None, 120, 1080]


def test_time_over_more_customers(ask: Ask, steady_logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=steady_logs)
    def check(log: Log) -> None:
        found = ask("funnel", {"steps": ["a", "b"], "window": "none"}, log)["result"]
        takes = []
        for events in by_customer(log).values():
            # done at the first b that has an a before it; the latest such a counts
            for place, (name, at) in enumerate(events):
                starts = [began for earlier, began in events[:place] if earlier == "a"]
                if name == "b" and starts:
                    takes.append(at - starts[-1])
                    break
        assert found["avg_seconds"][1] == (pytest.approx(statistics.mean(takes)) if takes else None)
        assert found["median_seconds"][1] == (pytest.approx(statistics.median(takes)) if takes else None)

    check()


def test_share_of_all_differs_from_step_rate(ask: Ask, log_of: Callable[[str], Log]) -> None:
    found = ask("funnel", {"steps": ["a", "b"]}, log_of("u: a 0, b 1; v: a 0; w: z 0; x: z 0"))["result"]
    assert found["step_rate"] == [0.5, 0.5]
    assert found["share_of_all"] == [0.5, 0.25]


def test_only_the_first_entry(ask: Ask, steady_logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=steady_logs)
    def check(log: Log) -> None:
        found = ask("funnel", {"steps": STEPS, "entry": "first", "window": "20m"}, log)["result"]
        levels = []
        for events in by_customer(log).values():
            names = [name for name, _ in events]
            from_first = events[names.index("a") :] if "a" in names else []
            only = [from_first[0], *((name, at) for name, at in from_first[1:] if name != "a")] if from_first else []
            levels.append(furthest(only, STEPS, 1200))
        assert found["counts"] == counts(levels)

    check()


def test_how_sure_a_rate_after_an_optional_step_is(ask: Ask, log_of: Callable[[str], Log]) -> None:
    steps = ["a", {"event": "b", "optional": True}, "c"]
    log = log_of("u: a 0, c 1; v: a 0, c 1; w: a 0, b 1, c 2; x: a 0; y: a 0, b 1")
    found = ask("funnel", {"steps": steps}, log, about=True)
    assert found["result"]["counts"] == [5, 2, 3]
    assert found["result"]["step_rate"] == [1, 0.4, 1.5]
    rate = found["about"]["/step_rate/2"]
    assert (rate["n"], rate["of"]) == (3, 5)
    assert rate["low"] < 1.5 < rate["high"]
    assert found["about"]["/avg_seconds/2"]["of"] == 5


def test_unordered_takes_the_smallest_of_the_best_windows(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("u: a 0, b 20, b 30, a 32, a 50, b 60; v: b 0, a 1, a 30, b 90")
    told = ask("funnel", {"steps": ["a", "b"], "order": "unordered"}, log)["result"]
    assert (told["counts"], told["avg_seconds"]) == ([2, 2], [None, (120 + 60) / 2])
