"""Processes against plain loops over names."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]
PLAIN = settings(deadline=None, max_examples=60)


def cells(table: dict[str, dict[str, Any]]) -> dict[tuple[str, str], Any]:
    return {(a, b): value for a, row in table.items() for b, value in row.items()}


def test_what_follows_what(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=logs)
    def check(log: Log) -> None:
        people = list(by_customer(log).values())
        gaps: dict[tuple[str, str], list[int]] = {}
        for events in people:
            for one, other in pairwise(events):
                gaps.setdefault((one[0], other[0]), []).append(other[1] - one[1])
        found = ask("dfg", {}, log)["result"]
        assert cells(found["edges"]) == {pair: len(values) for pair, values in gaps.items()}
        assert found["starts"] == Counter(events[0][0] for events in people)
        assert found["ends"] == Counter(events[-1][0] for events in people)
        for pair, told in cells(found["link_seconds"]).items():
            values = gaps[pair]
            middle = statistics.median(values)
            wanted = [statistics.mean(values), middle, min(values), max(values), sum(values)]
            assert [told[key] for key in ("mean", "median", "min", "max", "sum")] == pytest.approx(wanted)

    check()


def test_at_any_distance(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=logs)
    def check(log: Log) -> None:
        gaps: dict[tuple[str, str], list[int]] = {}
        for events in by_customer(log).values():
            for one, other in combinations(events, 2):
                gaps.setdefault((one[0], other[0]), []).append(other[1] - one[1])
        assert cells(ask("efg", {}, log)["result"]["edges"]) == {pair: len(values) for pair, values in gaps.items()}
        profile = cells(ask("temporal_profile", {}, log)["result"]["pairs"])
        assert set(profile) == set(gaps)
        for pair, values in gaps.items():
            deviation = statistics.stdev(values) if len(values) > 1 else 0
            assert profile[pair]["mean"] == pytest.approx(statistics.mean(values), abs=1e-6)
            assert profile[pair]["stdev"] == pytest.approx(deviation, abs=1e-4)

    check()


def test_variants_positions_and_repeats(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=logs, most=st.integers(1, 3))
    def check(log: Log, most: int) -> None:
        people = {who: [name for name, _ in events] for who, events in by_customer(log).items()}
        counted = Counter(tuple(names) for names in people.values())
        ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        found = ask("variants", {"max_variants": most}, log)["result"]
        assert found["variants"] == [{"path": list(path), "count": count} for path, count in ranked[:most]]
        assert found["other"] == sum(count for _, count in ranked[most:])
        positions = Counter((name, str(place)) for names in people.values() for place, name in enumerate(names, 1))
        assert cells(ask("positions", {}, log)["result"]["positions"]) == positions
        rework = ask("rework", {}, log)["result"]
        repeats = Counter(name for names in people.values() for name in set(names) if names.count(name) > 1)
        assert rework["customers_with_repeat"] == repeats
        assert rework["per_customer"] == {
            who: {"events": len(names), "repeats": len(names) - len(set(names))} for who, names in people.items()
        }
        between: dict[str, int] = {}
        for names in people.values():
            for (i, a), (j, b) in combinations(enumerate(names), 2):
                if a == b:
                    between[a] = min(between.get(a, 99), j - i - 1)
        assert ask("self_distance", {}, log)["result"]["min_events_between"] == between

    check()


def test_arrivals(ask: Ask, log_of: Callable[[str], Log]) -> None:
    assert ask("arrival", {}, log_of("u: a 0, b 90; v: a 10; w: a 40"))["result"] == {"avg_seconds": 1200}
    assert ask("arrival", {}, log_of("u: a 0"))["result"] == {"avg_seconds": None}


def test_the_others_are_journeys(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("u: a 0; v: a 0; w: b 0; x: b 0; y: c 0")
    found = [ask("variants", {"max_variants": most}, log)["result"] for most in (1, 2)]
    assert [one["other"] for one in found] == [3, 1]
    assert [["".join(row["path"]) for row in one["variants"]] for one in found] == [["a"], ["a", "b"]]
