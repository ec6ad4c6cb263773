"""The envelope: what holds for every question, whatever it asks."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cesta.journeys.answer import answer
from cesta.journeys.pointer import numbers, write
from cesta.model.errors import CestaError

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
LOOSE = settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
DATES = {"date_from": "2024-05-06", "date_to": "2024-05-07"}
STEPS = [{"event": "a"}, {"event": "b"}, {"event": "c"}]

QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("funnel", {"steps": STEPS, "window": "1h"}),
    ("funnel", {"steps": STEPS, "order": "unordered", "breakdown": "colour"}),
    ("funnel", {"steps": STEPS, "order": "strict", "breakdown": "colour", "attribution": "all_events"}),
    ("funnel", {"steps": STEPS[:2], "exclusions": [{"event": "d"}], "breakdown": "colour", "attribution": "step"}),
    ("funnel_trend", {"steps": STEPS[:2], "interval": "hour", **DATES}),
    ("time_to_convert", {"steps": STEPS}),
    ("window_funnel", {"steps": STEPS, "window": "1h"}),
    ("conversion", {"start": "a", "end": "b", "window": "1h"}),
    ("transitions", {}),
    ("transitions", {"compare": {"property": "colour", "a": "red"}}),
    ("paths", {}),
    ("path_dropoff", {}),
    ("next_node", {"chain": ["a"]}),
    ("step_matrix", {"max_steps": 4}),
    ("step_matrix", {"centre": "b"}),
    ("retention", {"date_from": "2024-05-06T00:00:00Z", "interval": "hour", "intervals": 5}),
    ("retention", {"date_from": "2024-05-06", "interval": "hour", "brackets": [1, 2], "rolling": True}),
    ("durations", {"breakdown": "event"}),
    ("lifecycle", {"interval": "hour", **DATES}),
    ("stickiness", {"interval": "hour", **DATES}),
    ("retention_flags", {"conditions": ["a", "b"]}),
    ("variants", {"max_variants": 2}),
    ("dfg", {}),
    ("efg", {}),
    ("arrival", {}),
    ("positions", {}),
    ("rework", {}),
    ("self_distance", {}),
    ("temporal_profile", {}),
    ("sessions", {}),
    ("sessions", {"separator": "a"}),
    ("collapse", {}),
    ("truncate", {"start": "a", "end": "path_end"}),
    ("sequence", {"conditions": ["a", "b"], "pattern": "(?1)(?t<=1h)(?2)"}),
    ("sequence", {"conditions": ["a"], "pattern": "(?1).*(?1)", "breakdown": "colour"}),
    ("attribution", {"conversion": "d", "channel": "colour", "model": "shapley"}),
    ("attribution", {"conversion": "d", "channel": "colour", "model": "time_decay", "breakdown": "event"}),
    ("attribution", {"conversion": "d", "channel": "colour", "model": "markov", "markov_order": 2}),
]
NAMES = [f"{analysis}-{place}" for place, (analysis, _) in enumerate(QUESTIONS)]
COUNTING = {"counts", "with_start", "converted", "reach", "continue", "drop", "entered", "completed", "sums", "starts",
            "ends", "next_counts", "new", "returning", "resurrecting", "customers_with_repeat", "other",
            "matched"}  # fmt: skip


@pytest.mark.parametrize(("analysis", "params"), QUESTIONS, ids=NAMES)
def test_equal_questions_give_equal_bytes(
    analysis: str, params: dict[str, Any], ask: Ask, logs: st.SearchStrategy[Log]
) -> None:
    @LOOSE
    @given(log=logs)
    def check(log: Log) -> None:
        first, second = (json.dumps(ask(analysis, params, log)["result"], allow_nan=False) for _ in range(2))
        assert first == second

    check()


@pytest.mark.parametrize(("analysis", "params"), QUESTIONS, ids=NAMES)
def test_customers_behind_a_number_are_that_many(
    analysis: str, params: dict[str, Any], ask: Ask, logs: st.SearchStrategy[Log]
) -> None:
    @LOOSE
    @given(log=logs)
    def check(log: Log) -> None:
        whole = ask(analysis, params, log, about=True)
        for path in numbers(whole["result"]):
            pointer = write(path)
            if pointer not in whole["about"]:
                continue
            told = whole["about"][pointer]
            behind = ask(analysis, params, log, behind=pointer)["result"]
            value = value_at(whole["result"], path)
            assert behind["total"] == len(behind["customers"])
            assert behind["customers"] == sorted(set(behind["customers"]))
            assert told["low"] <= value + 1e-9
            assert told["high"] >= value - 1e-9
            if "difference" not in path and COUNTING & {str(token) for token in path}:
                assert behind["total"] == told["n"] == value, pointer
            assert told["n"] <= told["of"] or "difference" in path

    check()


def value_at(result: Any, path: tuple[str | int, ...]) -> float:
    for token in path:
        result = result[token]
    return float(result)


# in a comparison "a" and "b" are also the names of the sides
ALONE = [(analysis, params) for analysis, params in QUESTIONS if "compare" not in params]


@pytest.mark.parametrize(("analysis", "params"), ALONE)
def test_other_names_a_year_later_give_the_same_answer(
    analysis: str, params: dict[str, Any], ask: Ask, logs: st.SearchStrategy[Log]
) -> None:
    # the new names keep their order, by which ties are broken
    @LOOSE
    @given(log=logs)
    def check(log: Log) -> None:
        one = json.dumps(ask(analysis, params, log)["result"], ensure_ascii=False)
        other = json.dumps(ask(analysis, renamed(params), moved(log))["result"], ensure_ascii=False)
        for old, new in zip("abcd", "éжшя", strict=True):
            one = one.replace(f'"{old}"', f'"{new}"')
        assert json.loads(one.replace("2024-05-", "2025-05-")) == json.loads(other)

    check()


def renamed(document: Any) -> Any:
    table = dict(zip("abcd", "éжшя", strict=True))
    if isinstance(document, dict):
        return {key: renamed(value) for key, value in document.items()}
    if isinstance(document, list):
        return [renamed(value) for value in document]
    if isinstance(document, str) and document in table:
        return table[document]
    return document.replace("2024-05-", "2025-05-") if isinstance(document, str) else document


def moved(log: Log) -> Log:
    found = []
    for one in renamed(log):
        moment = datetime.fromisoformat(one["ts"])
        assert moment.year == 2025
        found.append({**one, "ts": moment.isoformat()})
    return found


def test_the_page_of_customers_behind(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("ann: a 0; bob: a 1; eva: a 2; jan: b 3")
    first = ask("funnel", {"steps": ["a"]}, log, behind="/counts/0", limit=2)["result"]
    assert first == {"customers": ["ann", "bob"], "total": 3}
    rest = ask("funnel", {"steps": ["a"]}, log, behind="/counts/0", limit=2, after="bob")["result"]
    assert rest == {"customers": ["eva"], "total": 3}


def test_the_envelope(ask: Ask, log_of: Callable[[str], Log]) -> None:
    found = ask("transitions", {"segment": {"did": {"event": "bye"}}}, log_of("ann: buy 0; bob: buy 5"))
    assert found["as_of"] == "2024-05-06T00:05:00Z"
    assert found["customers"] == 0
    assert found["warnings"] == [{"code": "unknown_event", "value": "bye", "did_you_mean": "buy"}]
    assert set(found) == {"result", "customers", "as_of", "warnings", "took_ms"}


BAD: list[tuple[dict[str, Any], str]] = [
    ({"analysis": "funel", "params": {}}, "unknown_analysis"),
    ({"analysis": "sequences", "params": {}}, "unknown_analysis"),
    ({"params": {}}, "missing_param"),
    ({"analysis": 3}, "unknown_analysis"),
    ({"analysis": "dfg", "paramz": {}}, "unknown_param"),
    ({"analysis": "dfg", "params": []}, "bad_value"),
    ({"analysis": "dfg", "params": {"x": 1}}, "unknown_param"),
    ({"analysis": "dfg", "events": "all"}, "bad_value"),
    ({"analysis": "dfg", "events": [{"customer": "u", "event": "a"}]}, "missing_param"),
    ({"analysis": "dfg", "events": [{"customer": 1, "event": "a", "ts": "2024-05-06"}]}, "bad_value"),
    ({"analysis": "dfg", "events": [{"customer": "u", "event": "a", "ts": "soon"}]}, "bad_time"),
    ({"analysis": "dfg", "events": None}, "missing_param"),
    ({"analysis": "dfg", "limit": 0}, "bad_value"),
    ({"analysis": "dfg", "about": "yes"}, "bad_value"),
    ({"analysis": "dfg", "behind": "edges"}, "bad_pointer"),
    ({"analysis": "dfg", "behind": "/link_seconds"}, "bad_pointer"),
    ({"analysis": "dfg", "params": {"timezone": "Mars/Olympus"}}, "bad_timezone"),
    ({"analysis": "dfg", "params": {"timezone": 7}}, "bad_timezone"),
    ({"analysis": "dfg", "params": {"date_from": "2024-02-31"}}, "bad_time"),
    ({"analysis": "dfg", "params": {"date_from": "2024-05-07", "date_to": "2024-05-06"}}, "bad_range"),
    ({"analysis": "dfg", "params": {"segment": "who"}}, "unknown_segment"),
    ({"analysis": "dfg", "params": {"segment": {"who": 1}}}, "unknown_param"),
    ({"analysis": "dfg", "params": {"segment": 5}}, "bad_value"),
    ({"analysis": "dfg", "params": {"count_by": "house"}}, "bad_value"),
    ({"analysis": "dfg", "params": {"compare": {"a": "x"}}}, "missing_param"),
    ({"analysis": "dfg", "params": {"breakdown": "event", "attribution": "step"}}, "bad_value"),
    ({"analysis": "dfg", "params": {"session_gap": "0s"}}, "bad_duration"),
    ({"analysis": "dfg", "params": {"filter": "a >"}}, "bad_condition"),
    ({"analysis": "dfg", "params": {"filter": 5}}, "bad_value"),
    ({"analysis": "dfg", "params": {"identity": {"a": 1}}}, "bad_value"),
    ({"analysis": "funnel", "params": {"steps": []}}, "bad_step"),
    ({"analysis": "funnel", "params": {"steps": "a"}}, "bad_value"),
    ({"analysis": "funnel", "params": {"steps": [{"event": "a", "optional": True}]}}, "bad_step"),
    ({"analysis": "funnel", "params": {"steps": ["a"], "window": "-1d"}}, "bad_window"),
    ({"analysis": "funnel", "params": {"steps": ["a", "b"], "exclusions": [{"from_step": 2}]}}, "bad_exclusion"),
    ({"analysis": "time_to_convert", "params": {"steps": ["a"]}}, "bad_step"),
    ({"analysis": "funnel_trend", "params": {"steps": ["a", "b"]}}, "missing_param"),
    ({"analysis": "retention", "params": {"date_from": "2024-05-06", "intervals": 0}}, "bad_value"),
]


@pytest.mark.parametrize(("question", "code"), BAD, ids=[f"{code}-{place}" for place, (_, code) in enumerate(BAD)])
def test_bad_questions_get_their_code(question: dict[str, Any], code: str) -> None:
    events = [{"customer": "u", "event": "a", "ts": "2024-05-06T10:00:00Z"}]
    with pytest.raises(CestaError) as caught:
        answer({"events": events, **question}, None)
    assert caught.value.code == code


def test_no_events_at_all(ask: Ask) -> None:
    for analysis, params in QUESTIONS:
        found = ask(analysis, params, [], about=True)
        json.dumps(found, allow_nan=False)
        assert found["as_of"] is None


def test_a_question_nested_too_deep_is_refused(ask: Ask) -> None:
    segment: dict[str, Any] = {"did": "a"}
    for _ in range(5000):
        segment = {"not": segment}
    with pytest.raises(CestaError, match="nested too deep"):
        ask("dfg", {"segment": segment}, [])


def test_one_day_later_nothing_changes_but_dates(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("ann: a 0, b 9; bob: a 3, b 700")
    later = [{**one, "ts": (datetime.fromisoformat(one["ts"]) + timedelta(days=1)).isoformat()} for one in log]
    assert ask("dfg", {}, log)["result"] == ask("dfg", {}, later)["result"]
