"""Conformance against Dijkstra's shortest way through journey and model side by side, the model unfolded to a graph."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.errors import CestaError

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
LogOf = Callable[[str], Log]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]
Edges = list[tuple[int, str | None, int]]
PARTS = st.recursive(
    st.sampled_from("abcd"),
    lambda inner: st.one_of(
        st.builds(lambda parts: {"choice": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: {"loop": parts}, st.lists(inner, min_size=1, max_size=2)),
        st.builds(lambda part: {"optional": part}, inner),
    ),
    max_leaves=4,
)
MODELS = st.lists(PARTS, min_size=1, max_size=4)
ABC: dict[str, Any] = {"model": {"sequence": ["a", "b", "c"]}}


def unfold(part: Any, begin: int, edges: Edges, count: list[int]) -> int:
    """Adds the part's edges from `begin`; gives the node where it ends."""
    if isinstance(part, list):
        for one in part:
            begin = unfold(one, begin, edges, count)
        return begin
    count[0] += 2
    enter, end = count[0] - 1, count[0]
    edges.append((begin, None, enter))
    if isinstance(part, str):
        edges.append((enter, part, end))
        return end
    ((kind, inside),) = part.items()
    for way in inside if kind == "choice" else [inside]:
        edges.append((unfold(way, enter, edges, count), None, end))
    if kind != "choice":
        edges.append((enter, None, end) if kind == "optional" else (end, None, enter))
    return end


def cheapest(parts: list[Any], names: list[str], log_move: float, model_move: float) -> float:
    edges: Edges = []
    goal = (len(names), unfold(parts, 0, edges, [0]))
    waiting, settled = [(0.0, 0, 0)], set()
    while True:
        cost, place, node = heapq.heappop(waiting)
        if (place, node) == goal:
            return cost
        if (place, node) in settled:
            continue
        settled.add((place, node))
        if place < len(names):
            heapq.heappush(waiting, (cost + log_move, place + 1, node))
        for a, label, b in edges:
            if a == node:
                heapq.heappush(waiting, (cost + (model_move if label else 0), place, b))
                if label and place < len(names) and names[place] == label:
                    heapq.heappush(waiting, (cost, place + 1, b))


def test_costs_and_fitness(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @settings(deadline=None, max_examples=60)
    @given(log=logs, parts=MODELS, extra=st.sampled_from([1, 2, 0.5]), missing=st.sampled_from([1, 3]))
    def check(log: Log, parts: list[Any], extra: float, missing: float) -> None:
        params = {"model": {"sequence": parts}, "cost_log_move": extra, "cost_model_move": missing}
        found = ask("conformance", params, log)["result"]
        least = cheapest(parts, [], extra, missing)
        costs, wholes = [], []
        for who, events in by_customer(log).items():
            told = found["per_customer"][who]
            costs.append(cheapest(parts, [name for name, _ in events], extra, missing))
            wholes.append(len(events) * extra + least)
            assert told["cost"] == costs[-1] == told["extra_steps"] * extra + told["missing_steps"] * missing
            assert told["fitness"] == pytest.approx(1 - costs[-1] / wholes[-1])
        fits = [1 - cost / whole for cost, whole in zip(costs, wholes, strict=True)]
        assert found["log_fitness"] == pytest.approx(1 - sum(costs) / sum(wholes))
        assert found["average_fitness"] == pytest.approx(sum(fits) / len(fits))
        assert found["fitting_share"] == pytest.approx(sum(cost == 0 for cost in costs) / len(costs))

    check()


def test_deviations_mean_what_they_say(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @settings(deadline=None, max_examples=60)
    @given(log=logs, parts=MODELS, goal=st.sampled_from("abcd"))
    def check(log: Log, parts: list[Any], goal: str) -> None:
        question = {"model": {"sequence": parts}, "goal": goal}
        found = ask("conformance", question, log, about=True)
        people = {who: [name for name, _ in events] for who, events in by_customer(log).items()}
        steps = {name for name in "abcd" if repr(name) in repr(parts)}
        strayed = set()
        for place, row in enumerate(found["result"]["deviations"]):
            behind = ask("conformance", question, log, behind=f"/deviations/{place}/customers")["result"]
            who = behind["customers"]
            strayed |= set(who)
            assert behind["total"] == row["customers"] == len(who) > 0
            assert row["share"] == pytest.approx(len(who) / len(people))
            for key, group in (("goal_rate", set(who)), ("goal_rate_without", set(people) - set(who))):
                rate = sum(goal in people[one] for one in group) / len(group) if group else None
                assert row[key] == (rate if rate is None else pytest.approx(rate))
            for names in (people[one] for one in who):
                times = names.count(row["step"])
                assert (row["step"] in steps) == (row["kind"] != "extra")
                assert {"missing": True, "repeated": times > 1}.get(row["kind"], times > 0)
        compared = {who for who, told in found["result"]["per_customer"].items() if told["cost"]}
        assert strayed == compared
        assert found["about"]["/fitting_share"]["n"] == len(people) - len(compared)

    check()


def test_the_ranking_of_deviations(ask: Ask, log_of: LogOf) -> None:
    found = ask("conformance", ABC, log_of("u: a 0, b 1; v: a 0, b 1; w: b 0, c 1, x 2; z: a 0, c 1, b 2"))["result"]
    told = [(row["kind"], row["step"], row["customers"]) for row in found["deviations"]]
    assert told == [("missing", "c", 2), ("extra", "x", 1), ("missing", "a", 1), ("order", "b", 1)]
    assert all(row["goal_rate"] is None for row in found["deviations"])


def test_replay_names_what_it_counts(ask: Ask, log_of: LogOf) -> None:
    found = ask("conformance", ABC | {"method": "replay"}, log_of("u: a 0, b 1, c 2; v: a 0, x 1, c 2"), about=True)
    one = {"fitness": pytest.approx(2 / 3), "missing": 1, "remaining": 1, "consumed": 3, "produced": 3}
    assert found["result"]["per_customer"]["v"] == one
    assert found["result"]["log_fitness"] == pytest.approx(1 - 2 / 14)
    assert "deviations" not in found["result"]
    # of "", "a" twice, "ax" and "ab": one name each is allowed; after "ax" b never comes
    assert found["result"]["precision"] == pytest.approx(1 - 1 / 6)
    about = found["about"]["/log_fitness"]
    assert about["n"] == 2
    assert about["low"] < found["result"]["log_fitness"] < about["high"]


def test_goal_events_are_not_compared_unless_the_model_has_them(ask: Ask, log_of: LogOf) -> None:
    log = log_of("u: a 0, b 1, sale 2, c 3; v: sale 0")
    with_goal = ask("conformance", ABC | {"goal": "sale"}, log)["result"]
    assert with_goal["per_customer"]["u"]["cost"] == 0
    assert with_goal["per_customer"]["v"] == {"fitness": 0, "cost": 3, "extra_steps": 0, "missing_steps": 3}
    assert ask("conformance", ABC, log)["result"]["per_customer"]["u"]["cost"] == 1
    # all else is compared: other names the model lacks, and a goal that is a step
    other = log_of("u: a 0, x 1, b 2, sale 3, c 4, c 5")
    assert ask("conformance", ABC | {"goal": "sale"}, other)["result"]["per_customer"]["u"]["cost"] == 2
    assert ask("conformance", ABC | {"goal": "c"}, other)["result"]["per_customer"]["u"]["cost"] == 3


@pytest.mark.parametrize("method", ["replay", "alignment"])
def test_nobody_fits_nothing(ask: Ask, log_of: LogOf, method: str) -> None:
    params = ABC | {"method": method, "filter": {"colour": "none"}}
    found = ask("conformance", params, log_of("u: a 0"), about=True)
    assert [found["result"][key] for key in ("log_fitness", "average_fitness", "fitting_share", "precision")] == [
        None
    ] * 4
    assert found["result"]["per_customer"] == {}
    assert found["customers"] == 0


def test_a_step_that_was_never_seen_is_told(ask: Ask, log_of: LogOf) -> None:
    found = ask("conformance", {"model": {"sequence": ["browse", "purchse"]}}, log_of("u: browse 0, purchase 1"))
    assert found["warnings"] == [{"code": "unknown_event", "value": "purchse", "did_you_mean": "purchase"}]


def test_two_sides_are_compared_deviation_by_deviation(ask: Ask, log_of: LogOf) -> None:
    log = log_of("u: a 0, b 1, c 2; v: a 0, c 1")
    log = [one | {"props": {"side": one["customer"]}} for one in log]
    found = ask("conformance", ABC | {"compare": {"property": "side", "a": "v", "b": "u"}}, log)["result"]
    assert found["difference"]["fitting_share"] == -1
    assert found["a"]["deviations"][0]["kind"] == "missing"


@pytest.mark.parametrize(
    "wrong",
    [{"method": "guess"}, {"cost_log_move": 0}, {"cost_model_move": "much"}, {"model": {"steps": []}}, {"goal": 7}],
)
def test_what_cannot_be_asked(ask: Ask, log_of: LogOf, wrong: dict[str, Any]) -> None:
    with pytest.raises(CestaError) as caught:
        ask("conformance", ABC | wrong, log_of("u: a 0"))
    assert caught.value.code == "bad_value"
