"""Parameters that every analysis takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from cesta.journeys.answer import answer
from cesta.journeys.own_events import own_columns
from cesta.model.errors import CestaError, unknown

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]


def paths(found: dict[str, Any]) -> list[str]:
    return ["".join(row["path"]) for row in found["result"]["variants"] for _ in range(row["count"])]


def test_both_dates_belong_to_the_range(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("u: a 0, b 1439, c 1440, d 3000")
    assert paths(ask("variants", {"date_from": "2024-05-06", "date_to": "2024-05-06"}, log)) == ["ab"]
    moments = {"date_from": "2024-05-06T23:59:00Z", "date_to": "2024-05-07T00:00:00Z"}
    assert paths(ask("variants", moments, log)) == ["bc"]


def test_the_zone_cuts_the_day(ask: Ask, log_of: Callable[[str], Log]) -> None:
    params = {"date_from": "2024-05-06", "date_to": "2024-05-06", "timezone": "Asia/Tokyo"}
    assert paths(ask("variants", params, log_of("u: a 0, b 899, c 900"))) == ["ab"]


def test_segments(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("ann: a 0; bob: b 0; eva: a 0, b 1")
    cases: list[tuple[object, list[str]]] = [
        ({"customers": ["ann", "nobody"]}, ["a"]),
        ({"did": {"event": "b"}}, ["ab", "b"]),
        ({"not": {"did": "b"}}, ["a"]),
        ({"not": {"not": {"customers": ["bob"]}}}, ["b"]),
    ]
    for segment, wanted in cases:
        assert paths(ask("variants", {"segment": segment}, log)) == wanted


def test_stored_segments_and_the_workspaces_zone(log_of: Callable[[str], Log]) -> None:
    data = own_columns(log_of("ann: a 0; bob: b 0; eva: c 0"), {})

    def segments(name: str) -> Any:
        if name != "regulars":
            raise unknown("unknown_segment", "segment", name, ["regulars"])
        return np.array([0, 2])

    question = {"analysis": "variants", "params": {"segment": "regulars"}}
    assert paths(answer(question, data, segments=segments)) == ["a", "c"]
    with pytest.raises(CestaError, match="regulars"):
        answer({"analysis": "variants", "params": {"segment": "regular"}}, data, segments=segments)
    day = {"analysis": "variants", "params": {"date_to": "2024-05-05"}}
    assert paths(answer(day, data, timezone="America/New_York")) == ["a", "b", "c"]
    assert paths(answer(day, data)) == []


def test_what_is_counted(ask: Ask) -> None:
    log = [
        {"customer": who, "event": name, "ts": f"2024-05-06T{hour:02}:00:00Z", "props": {"org": org} if org else {}}
        for who, name, hour, org in (("u", "a", 1, "x"), ("v", "b", 2, "x"), ("u", "c", 3, ""), ("u", "d", 4, "y"))
    ]
    assert paths(ask("variants", {"count_by": {"property": "org"}}, log)) == ["ab", "d"]
    assert paths(ask("variants", {"count_by": "session"}, log)) == ["a", "b", "c", "d"]
    assert paths(ask("variants", {"count_by": "session", "session_gap": "3h"}, log)) == ["acd", "b"]
    seconds = ask("durations", {"count_by": "session"}, log)["result"]["seconds"]
    assert list(seconds) == ["u#1", "u#2", "u#3", "v#1"]


def test_merged_ids(ask: Ask, log_of: Callable[[str], Log]) -> None:
    params = {"identity": {"web-7": "ann"}, "segment": {"customers": ["web-7"]}}
    assert paths(ask("variants", params, log_of("web-7: a 0; ann: b 1; bob: c 2"))) == ["ab"]


@pytest.mark.parametrize("step", [0, -1])
def test_steps_begin_at_one(ask: Ask, log_of: Callable[[str], Log], step: int) -> None:
    params = {"steps": ["a"], "breakdown": "event", "attribution": "step", "attribution_step": step}
    with pytest.raises(CestaError, match="bad_step"):
        ask("funnel", params, log_of("u: a 0"))


def test_without_a_gap_all_is_one_session(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("u: a 0, b 100000")
    assert paths(ask("variants", {"count_by": "session", "session_gap": "none"}, log)) == ["ab"]
    assert ask("paths", {"session_gap": "none", "boundary": ">="}, log)["result"]["links"][0]["count"] == 1


def test_what_was_done_outside_the_range_makes_nobody_a_member(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("u: b 0, a 1500; v: a 1500, b 1501")
    params = {"segment": {"did": "b"}, "date_from": "2024-05-07"}
    assert paths(ask("variants", params, log)) == ["ab"]
