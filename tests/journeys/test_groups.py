"""Groups: planted ones are found, the same question gives the same bytes, names are only names."""

from __future__ import annotations

import json
import random
import statistics
from collections import Counter
from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.journeys.groups import SAMPLE

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]
HABITS = {"buyer": ["see", "cart", "buy"], "reader": ["read", "like", "share"], "caller": ["call", "wait", "complain"]}


def planted(people: dict[str, int], seed: int = 7) -> Log:
    """So many customers of each habit: its own steps in any order, and one step of anybody's."""
    chance = random.Random(seed)
    anything = [name for names in HABITS.values() for name in names]
    log: Log = []
    for habit, many in people.items():
        for number in range(many):
            names = [chance.choice(HABITS[habit]) for _ in range(chance.randint(5, 10))]
            names[chance.randrange(len(names))] = chance.choice(anything)
            log += [
                {"customer": f"{habit}-{number}", "event": name, "ts": f"2024-05-06T10:{minute:02d}:00Z"}
                for minute, name in enumerate(names)
            ]
    return log


def likeness(names: list[str]) -> set[tuple[object, int]]:
    counts: Counter[object] = Counter(names)
    counts.update(pairwise(names))
    return {(thing, 2**level) for thing, count in counts.items() for level in range(9) if count >= 2**level}


def apart(one: list[str], other: list[str]) -> float:
    a, b = likeness(one), likeness(other)
    return 1 - 2 * len(a & b) / (len(a) + len(b))


@pytest.mark.parametrize("times", [1, 20])
def test_planted_groups_are_found(ask: Ask, times: int) -> None:
    sizes = {"reader": 25 * times, "buyer": 40 * times, "caller": 15 * times}
    found = ask("groups", {}, planted(sizes), about=True)
    groups = found["result"]["groups"]
    assert [group["customers"] for group in groups] == [40 * times, 25 * times, 15 * times]
    order = ["buyer", "reader", "caller"]
    members = found["result"]["members"]
    assert members == {who: order.index(who.split("-")[0]) + 1 for who in members}
    assert found["result"]["silhouette"] > 0.4
    assert (sum(sizes.values()) > SAMPLE) == (times == 20)
    for group, habit in zip(groups, ("buyer", "reader", "caller"), strict=True):
        assert set(group["more_often"]) == set(HABITS[habit])
        assert set(group["less_often"]).isdisjoint(HABITS[habit])
        assert sum(name in HABITS[habit] for name in group["representatives"][0]["path"]) >= 3
    assert found["about"]["/groups/0/share"]["n"] == 40 * times
    behind = ask("groups", {}, planted(sizes), behind="/groups/2/customers")["result"]
    assert behind["total"] == 15 * times
    assert all(who.startswith("caller") for who in behind["customers"])


def test_order_alone_sets_groups_apart(ask: Ask, log_of: Callable[[str], Log]) -> None:
    there = "; ".join(f"u{n}: a {n}, b {n + 1}, c {n + 2}, d {n + 3}" for n in range(5))
    back = "; ".join(f"v{n}: d {n}, c {n + 1}, b {n + 2}, a {n + 3}" for n in range(4))
    found = ask("groups", {"k": 2}, log_of(f"{there}; {back}"))["result"]
    assert [group["representatives"] for group in found["groups"]] == [
        [{"path": list("abcd"), "coverage": 1}],
        [{"path": list("dcba"), "coverage": 1}],
    ]
    assert found["silhouette"] == 1


def test_the_same_question_gives_the_same_bytes(ask: Ask) -> None:
    log = planted({"reader": 300, "buyer": 300, "caller": 200})
    for seed in (0, 1):
        once, again = (json.dumps(ask("groups", {"seed": seed}, log)["result"]) for _ in range(2))
        assert once == again


def test_names_are_only_names(ask: Ask, logs: st.SearchStrategy[Log]) -> None:
    @settings(deadline=None, max_examples=40)
    @given(log=logs, order=st.permutations(["ż", "k", "你好", "B"]))
    def check(log: Log, order: list[str]) -> None:
        other = dict(zip("abcd", order, strict=True))
        one = ask("groups", {}, log)["result"]
        two = ask("groups", {}, [event | {"event": other[event["event"]]} for event in log])["result"]
        assert one["members"] == two["members"]
        assert one["silhouette"] == two["silhouette"]
        for group, same in zip(one["groups"], two["groups"], strict=True):
            for key in ("more_often", "less_often"):
                assert {other[name] for name in group[key]} == set(same[key])
            paths = [[other[name] for name in row["path"]] for row in group["representatives"]]
            assert paths == [row["path"] for row in same["representatives"]]
            assert [row["coverage"] for row in group["representatives"]] == [
                row["coverage"] for row in same["representatives"]
            ]

    check()


def test_coverage_is_within_a_third_of_the_median(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @settings(deadline=None, max_examples=40)
    @given(log=logs, k=st.integers(1, 3))
    def check(log: Log, k: int) -> None:
        people = {who: [name for name, _ in events] for who, events in by_customer(log).items()}
        found = ask("groups", {"k": k}, log)["result"]
        assert len(found["groups"]) == min(k, len({frozenset(likeness(names)) for names in people.values()}))
        for number, group in enumerate(found["groups"], 1):
            mine = [people[who] for who, label in found["members"].items() if label == number]
            assert group["customers"] == len(mine)
            gaps = [apart(one, other) for one, other in combinations(mine, 2)]
            radius = statistics.median(gaps) / 3 if gaps else 0
            assert 1 <= len(group["representatives"]) <= 3
            for row in group["representatives"]:
                assert row["path"] in mine
                near = sum(apart(row["path"], one) <= radius + 1e-12 for one in mine)
                assert row["coverage"] == pytest.approx(near / len(mine))

    check()


def test_what_sets_a_group_apart(ask: Ask, log_of: Callable[[str], Log]) -> None:
    # two of five do "c"; of the names all do, one is done four times as often by these two
    often = "x: a 0, c 1, c 2, b 3, b 4, b 5, b 6; y: a 0, c 1, b 2, b 3, b 4, b 5"
    log = log_of(f"u: a 0, b 1; v: a 0, b 1; w: a 0, b 1; {often}")
    first, second = ask("groups", {"k": 2}, log)["result"]["groups"]
    assert (first["more_often"], first["less_often"]) == ([], ["b", "c"])
    assert (second["more_often"], second["less_often"]) == (["b", "c"], [])


def test_nobody_and_everybody_alike(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("u: a 0, b 1; v: a 0, b 1; w: a 5, b 9")
    alike = ask("groups", {"representatives": 1}, log)["result"]
    assert alike == {
        "groups": [
            {
                "customers": 3,
                "share": 1,
                "more_often": [],
                "less_often": [],
                "representatives": [{"path": ["a", "b"], "coverage": 1}],
            }
        ],
        "silhouette": None,
        "members": {"u": 1, "v": 1, "w": 1},
    }
    nobody = ask("groups", {"filter": {"colour": "none"}}, log)["result"]
    assert nobody == {"groups": [], "silhouette": None, "members": {}}
