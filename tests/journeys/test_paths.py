"""Paths against a plain walk through each session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]


def visits(people: dict[str, list[tuple[str, int]]], gap: int) -> list[tuple[str, list[tuple[str, int]]]]:
    """Each customer's sessions, neighbours of one name joined, the last time kept."""
    found = []
    for who, events in people.items():
        sessions: list[list[tuple[str, int]]] = []
        before = -(10**12)
        for name, at in events:
            if at - before > gap:
                sessions.append([])
            if sessions[-1] and sessions[-1][-1][0] == name:
                sessions[-1].pop()
            sessions[-1].append((name, at))
            before = at
        found += [(who, session) for session in sessions]
    return found


def test_links_of_sessions(ask: Ask, steady_logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @settings(deadline=None, max_examples=100)
    @given(log=steady_logs, gap=st.integers(2, 20))
    def check(log: Log, gap: int) -> None:
        found = ask("paths", {"session_gap": f"{gap}m", "max_steps": 4}, log)["result"]["links"]
        wanted: Counter[tuple[int, str, str]] = Counter()
        took: Counter[tuple[int, str, str]] = Counter()
        for _, session in visits(by_customer(log), gap * 60):
            cut = session[:4]
            for step, (one, other) in enumerate(pairwise(cut), start=1):
                wanted[step, one[0], other[0]] += 1
                took[step, one[0], other[0]] += other[1] - one[1]
        assert [(row["step"], row["from"], row["to"], row["count"]) for row in found] == [
            (*link, count) for link, count in sorted(wanted.items(), key=lambda item: (-item[1], item[0]))
        ]
        for row in found:
            link = (row["step"], row["from"], row["to"])
            assert row["avg_seconds"] == pytest.approx(took[link] / wanted[link])

    check()


def test_who_goes_on(ask: Ask, steady_logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @settings(deadline=None, max_examples=100)
    @given(log=steady_logs)
    def check(log: Log) -> None:
        rows = ask("path_dropoff", {"session_gap": "15m"}, log)["result"]["nodes"]
        reach: dict[tuple[int, str], set[str]] = {}
        onward: dict[tuple[int, str], set[str]] = {}
        for who, session in visits(by_customer(log), 900):
            for step, (name, _) in enumerate(session[:5], start=1):
                reach.setdefault((step, name), set()).add(who)
                if step < min(len(session), 5):
                    onward.setdefault((step, name), set()).add(who)
        wanted = [
            (step, name, len(who), len(onward.get((step, name), set())))
            for (step, name), who in sorted(reach.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1]))
        ]
        assert [(row["step"], row["node"], row["reach"], row["continue"]) for row in rows] == wanted
        assert all(row["drop"] == row["reach"] - row["continue"] for row in rows)

    check()


def test_links_that_cannot_be_reached_are_dropped(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("u: a 0, b 1, z 2; v: c 0, d 1, z 2; w: c 0, e 1; x: c 0, e 1")
    links = ask("paths", {"max_links": 2}, log)["result"]["links"]
    # c → e twice, then a → b; b → z and d → z come later by rank
    assert [(row["from"], row["to"]) for row in links] == [("c", "e"), ("a", "b")]


def test_a_link_whose_way_there_was_cut_off_is_dropped(ask: Ask, log_of: Callable[[str], Log]) -> None:
    # m → z three times at step 2; three different links lead to m, once each
    log = log_of("u: a 0, m 1, z 2; v: b 0, m 1, z 2; w: c 0, m 1, z 2")
    for params in ({}, {"node": {"*": "event"}, "via_node": "m"}):
        links = [ask("paths", params | {"max_links": most}, log)["result"]["links"] for most in (1, 2)]
        assert [[(row["step"], row["from"], row["to"]) for row in rows] for rows in links] == [
            [],
            [(2, "m", "z"), (1, "a", "m")],
        ]


def test_the_two_halves(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("u: a 0, b 1, c 2, d 3, e 4, f 5")
    links = ask("paths", {"start_node": "a", "end_node": "f", "max_steps": 4}, log)["result"]["links"]
    assert [(row["from"], row["to"]) for row in links] == [("a", "b"), ("b", "..."), ("...", "e"), ("e", "f")]


def test_a_pattern_meant_to_hang(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("u: " + "a" * 5000 + " 0, b 1")
    found = ask("paths", {"groupings": ["a*" * 200 + "z"]}, log)["result"]["links"]
    assert len(found) == 1


def test_behind_a_link_are_its_own_customers_where_names_are_left_out(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("u: a 0, b 1, c 2; v: c 0, b 1, a 5; w: c 0, b 3, a 7")
    params = {"node": {"a": "event", "c": "event"}}
    told = ask("paths", params, log, about=True)
    assert [(row["from"], row["count"], row["avg_seconds"]) for row in told["result"]["links"]] == [
        ("c", 2, 360),
        ("a", 1, 120),
    ]
    about = told["about"]["/links/1/avg_seconds"]
    assert (about["n"], about["low"], about["high"]) == (1, 120, 120)
    behind = [ask("paths", params, log, behind=f"/links/{place}/count")["result"]["customers"] for place in (0, 1)]
    assert behind == [["v", "w"], ["u"]]
