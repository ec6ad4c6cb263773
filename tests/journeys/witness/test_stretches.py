"""Sessions, joined repeats, cut stretches, lengths and arrivals against plain loops."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Event = tuple[str, int, str]
Plain = Callable[[Log], dict[str, list[Event]]]
PLAIN = settings(deadline=None, max_examples=40)


@pytest.mark.parametrize("boundary", [">", ">="])
def test_silence(ask: Ask, crowded: st.SearchStrategy[Log], plain_log: Plain, boundary: str) -> None:
    @PLAIN
    @given(log=crowded, minutes=st.integers(1, 6))
    def check(log: Log, minutes: int) -> None:
        params = {"session_gap": f"{minutes}m", "boundary": boundary}
        found = ask("sessions", params, log)["result"]
        total = 0
        for who, events in plain_log(log).items():
            number = [1]
            for (_, one, _), (_, other, _) in pairwise(events):
                silent = other - one > minutes * 60 or (boundary == ">=" and other - one == minutes * 60)
                number.append(number[-1] + silent)
            assert found["session_index"][who] == number
            assert found["events"][who] == [name for name, _, _ in events]
            total += number[-1]
        assert found["sessions"] == total
        counted = ask("variants", params | {"count_by": "session", "max_variants": 99}, log)["result"]["variants"]
        assert sum(row["count"] for row in counted) == total

    check()


def test_separators(ask: Ask, crowded: st.SearchStrategy[Log], plain_log: Plain) -> None:
    @PLAIN
    @given(log=crowded)
    def check(log: Log) -> None:
        found = ask("sessions", {"separator": "x"}, log)["result"]
        opened = 0
        for who, events in plain_log(log).items():
            number, told = 0, []
            for name, _, _ in events:
                if name == "x":
                    number += 1
                else:
                    told.append(number or None)
            assert found["session_index"][who] == told
            opened += number
        assert found["sessions"] == opened

    check()


@pytest.mark.parametrize("keep", ["first", "last"])
def test_repeats(ask: Ask, crowded: st.SearchStrategy[Log], plain_log: Plain, keep: str) -> None:
    @PLAIN
    @given(log=crowded, names=st.sampled_from([None, ["a"], ["a", "b"]]))
    def check(log: Log, names: list[str] | None) -> None:
        found = ask("collapse", {"names": names, "keep": keep}, log)["result"]
        for who, events in plain_log(log).items():
            kept: list[Event] = []
            for event in events:
                if kept and kept[-1][0] == event[0] and event[0] in (names or "abcx"):
                    kept[-1] = event if keep == "last" else kept[-1]
                else:
                    kept.append(event)
            assert found["events"][who] == [name for name, _, _ in kept]
            times = [int(datetime.fromisoformat(moment).timestamp()) for moment in found["times"][who]]
            assert times == [at for _, at, _ in kept]

    check()


@pytest.mark.parametrize(("start", "end"), [("path_start", "b"), ("a", "path_end"), ("a", "a"), ("path_end", "b")])
def test_stretches(ask: Ask, crowded: st.SearchStrategy[Log], plain_log: Plain, start: str, end: str) -> None:
    @PLAIN
    @given(log=crowded)
    def check(log: Log) -> None:
        found = ask("truncate", {"start": start, "end": end}, log)["result"]["events"]
        for who, events in plain_log(log).items():
            names = ["path_start", *(name for name, _, _ in events), "path_end"]
            rest = names[names.index(start) :] if start in names else []
            kept = rest[: rest.index(end) + 1] if end in rest else []
            assert found[who] == [name for name in kept if not name.startswith("path_")]

    check()


def test_lengths_and_arrivals(ask: Ask, long_logs: st.SearchStrategy[Log], plain_log: Plain) -> None:
    @PLAIN
    @given(log=long_logs)
    def check(log: Log) -> None:
        people = plain_log(log)
        lengths = {who: events[-1][1] - events[0][1] for who, events in people.items()}
        found = ask("durations", {}, log)["result"]
        assert found["seconds"] == lengths
        assert found["avg_seconds"] == pytest.approx(statistics.mean(lengths.values()))
        assert found["median_seconds"] == pytest.approx(statistics.median(lengths.values()))
        begins = sorted(events[0][1] for events in people.values())
        gaps = [other - one for one, other in pairwise(begins)]
        arrival = ask("arrival", {}, log)["result"]["avg_seconds"]
        assert arrival == (pytest.approx(statistics.mean(gaps)) if gaps else None)

    check()
