"""Sessions, joined repeats and cut stretches against plain loops."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]
PLAIN = settings(deadline=None, max_examples=60)


def test_sessions_between_a_start_and_an_end(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=logs)
    def check(log: Log) -> None:
        found = ask("sessions", {"start": "a", "end": "b"}, log)["result"]
        total = 0
        for who, events in by_customer(log).items():
            number, inside, told = 0, False, []
            for name, _ in events:
                if name == "a":
                    number, inside = number + 1, True
                elif name == "b":
                    inside = False
                else:
                    told.append((name, number if inside else None))
            assert found["session_index"][who] == [session for _, session in told]
            assert found["events"][who] == [name for name, _ in told]
            total += number
        assert found["sessions"] == total

    check()


def test_before_the_first_separator_is_no_session(ask: Ask, log_of: Callable[[str], Log]) -> None:
    found = ask("sessions", {"separator": "s"}, log_of("u: a 0, s 1, b 2, s 3, c 4"))["result"]
    assert found == {"sessions": 2, "session_index": {"u": [None, 1, 2]}, "events": {"u": ["a", "b", "c"]}}


def test_silence(ask: Ask, log_of: Callable[[str], Log]) -> None:
    found = ask("sessions", {}, log_of("u: a 0, b 30, c 61; v: a 0"))["result"]
    assert found["session_index"] == {"u": [1, 1, 2], "v": [1]}
    assert found["sessions"] == 3


def test_joined_repeats(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=logs)
    def check(log: Log) -> None:
        found = ask("collapse", {}, log)["result"]["events"]
        for who, events in by_customer(log).items():
            assert found[who] == [name for name, _ in groupby(name for name, _ in events)]

    check()


def test_a_stretch(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=logs)
    def check(log: Log) -> None:
        found = ask("truncate", {"start": "a", "end": "b"}, log)["result"]["events"]
        for who, events in by_customer(log).items():
            names = [name for name, _ in events]
            rest = names[names.index("a") :] if "a" in names else []
            assert found[who] == (rest[: rest.index("b") + 1] if "b" in rest else [])

    check()


def test_a_name_that_was_never_seen_is_told(ask: Ask, log_of: Callable[[str], Log]) -> None:
    found = ask("collapse", {"names": ["a", "page viwe"]}, log_of("u: a 0, a 1, page_view 2"))
    assert found["warnings"] == [{"code": "unknown_event", "value": "page viwe", "did_you_mean": "page_view"}]
