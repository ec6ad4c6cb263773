"""What every analysis takes: the answer is that of the events, customers and names that are left by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
PLAIN = settings(deadline=None, max_examples=5)
STEPS = ["a", "b", "c"]
ASKED: list[tuple[str, dict[str, Any]]] = [
    ("funnel", {"steps": STEPS, "window": "9m"}),
    ("conversion", {"start": "a", "end": "b"}),
    ("paths", {}),
    ("transitions", {}),
    ("next_node", {"chain": ["a"]}),
    ("step_matrix", {"max_steps": 3}),
    ("sessions", {}),
    ("collapse", {}),
    ("retention_flags", {"conditions": ["a", "b"]}),
    ("sequence", {"conditions": ["a", "b"], "pattern": "(?1).*(?2)"}),
    ("attribution", {"conversion": "x", "channel": "colour"}),
    ("dfg", {}),
    ("temporal_profile", {}),
    ("variants", {}),
    ("durations", {}),
    ("rework", {}),
    ("conformance", {"model": {"sequence": STEPS}}),
]
NAMES = [name for name, _ in ASKED]


@pytest.mark.parametrize(("analysis", "params"), ASKED, ids=NAMES)
def test_what_is_left(ask: Ask, crowded: st.SearchStrategy[Log], analysis: str, params: dict[str, Any]) -> None:
    def only(log: Log, more: dict[str, Any], left: Log) -> None:
        found, wanted = ask(analysis, params | more, log), ask(analysis, params, left)
        assert (found["result"], found["customers"]) == (wanted["result"], wanted["customers"]), more

    @PLAIN
    @given(log=crowded, minutes=st.integers(0, 30))
    def check(log: Log, minutes: int) -> None:
        red = [one for one in log if one["props"].get("colour") == "red"]
        only(log, {"filter": {"colour": "red"}}, red)
        other = [one for one in log if one["props"].get("colour") != "red"]
        only(log, {"filter": "colour != 'red'"}, other)
        only(log, {"segment": {"customers": ["ann", "eva"]}}, [one for one in log if one["customer"] != "bob"])
        buyers = {one["customer"] for one in log if one["event"] == "x"}
        only(log, {"segment": {"did": "x"}}, [one for one in log if one["customer"] in buyers])
        only(log, {"segment": {"not": {"did": "x"}}}, [one for one in log if one["customer"] not in buyers])
        edge = f"2024-05-06T00:{minutes:02d}:00+00:00"
        only(log, {"date_from": edge}, [one for one in log if one["ts"] >= edge])
        only(log, {"date_to": edge}, [one for one in log if one["ts"] <= edge])
        merged = [one | {"customer": {"bob": "ann"}.get(one["customer"], one["customer"])} for one in log]
        only(log, {"identity": {"bob": "ann"}}, merged)

    check()


@pytest.mark.parametrize(("analysis", "params"), ASKED, ids=NAMES)
def test_what_is_counted(
    ask: Ask, steady_coloured: st.SearchStrategy[Log], analysis: str, params: dict[str, Any]
) -> None:
    @PLAIN
    @given(log=steady_coloured)
    def check(log: Log) -> None:
        coloured = [one | {"customer": one["props"]["colour"]} for one in log if one["props"]]
        found = ask(analysis, params | {"count_by": {"property": "colour"}}, log)["result"]
        assert found == ask(analysis, params, coloured)["result"]
        parted, last, number = [], dict[str, datetime](), dict[str, int]()
        for one in log:
            who, at = one["customer"], datetime.fromisoformat(one["ts"])
            silent = who not in last or (at - last[who]).total_seconds() > 180
            number[who], last[who] = number.get(who, 0) + silent, at
            parted.append(one | {"customer": f"{who}#{number[who]}"})
        gap = {"session_gap": "3m"}
        found = ask(analysis, params | gap | {"count_by": "session"}, log)["result"]
        assert found == ask(analysis, params | gap, parted)["result"]

    check()


@pytest.mark.parametrize(("analysis", "params"), ASKED, ids=NAMES)
def test_two_sides(ask: Ask, crowded: st.SearchStrategy[Log], analysis: str, params: dict[str, Any]) -> None:
    @PLAIN
    @given(log=crowded)
    def check(log: Log) -> None:
        first: dict[str, str] = {}
        for one in log:
            first.setdefault(one["customer"], one["props"].get("colour", ""))
        found = ask(analysis, params | {"compare": {"property": "colour", "a": "red", "b": "blue"}}, log)["result"]
        for side, value in (("a", "red"), ("b", "blue")):
            own = [one for one in log if first[one["customer"]] == value]
            assert_told(ask(analysis, params, own)["result"], found[side])

    check()


def assert_told(wanted: Any, found: Any) -> None:
    """All that one side says; a list may have the other side's places, too, with nothing in them."""
    if isinstance(wanted, dict):
        for key, inside in wanted.items():
            assert_told(inside, found[key])
    else:
        assert found == wanted


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Tokyo"])
def test_days_of_a_zone(ask: Ask, long_logs: st.SearchStrategy[Log], zone: str) -> None:
    @PLAIN
    @given(log=long_logs, days=st.tuples(st.integers(6, 12), st.integers(12, 30)))
    def check(log: Log, days: tuple[int, int]) -> None:
        first, last = (date(2024, 5, day) for day in days)
        dates = {"date_from": first.isoformat(), "date_to": last.isoformat(), "timezone": zone}
        local = [datetime.fromisoformat(one["ts"]).astimezone(ZoneInfo(zone)).date() for one in log]
        left = [one for one, day in zip(log, local, strict=True) if first <= day <= last]
        assert ask("variants", dates, log)["result"] == ask("variants", {}, left)["result"]

    check()
