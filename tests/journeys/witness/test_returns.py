"""Coming back: cohorts, life cycles and stickiness over days, weeks and months of a zone, against Python's calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
PLAIN = settings(deadline=None, max_examples=40)
KINDS = [("day", "monday"), ("week", "monday"), ("week", "sunday"), ("month", "monday")]
ZONES = ["UTC", "America/New_York", "Asia/Tokyo"]


def begin_of(day: date, kind: str, week_start: str) -> date:
    """The first day of the interval that a day lies in."""
    if kind == "month":
        return day.replace(day=1)
    return day - timedelta(days=(day.weekday() + (week_start == "sunday")) % 7) if kind == "week" else day


def intervals(first: date, last: date, kind: str, week_start: str) -> list[date]:
    """The first days of all intervals between two days."""
    days = [first + timedelta(days=k) for k in range((last - first).days + 1)]
    return sorted({begin_of(day, kind, week_start) for day in days})


def done(log: Log, kind: str, week_start: str, zone: str) -> dict[str, list[tuple[date, dict[str, Any]]]]:
    """Each customer's events with the first day of their interval."""
    found: dict[str, list[tuple[date, dict[str, Any]]]] = {}
    for one in sorted(log, key=lambda one: datetime.fromisoformat(one["ts"])):
        day = datetime.fromisoformat(one["ts"]).astimezone(ZoneInfo(zone)).date()
        found.setdefault(one["customer"], []).append((begin_of(day, kind, week_start), one))
    return found


@pytest.mark.parametrize(("kind", "week_start"), KINDS)
def test_cohorts(
    ask: Ask, long_logs: st.SearchStrategy[Log], daily_logs: st.SearchStrategy[Log], kind: str, week_start: str
) -> None:
    @PLAIN
    @given(
        log=long_logs | daily_logs,
        zone=st.sampled_from(ZONES),
        rolling=st.booleans(),
        least=st.integers(1, 2),
        first_time=st.sampled_from([None, "event", "matching"]),
        brackets=st.sampled_from([None, [1, 2], [2, 1, 1]]),
        cells=st.sampled_from([None, 2, 4]),
    )
    def check(
        log: Log, zone: str, rolling: bool, least: int, first_time: Any, brackets: Any, cells: int | None
    ) -> None:
        start = {"event": "a", "where": {"colour": "red"}, "first_time": first_time}
        params = {"start": start, "return": "b", "interval": kind, "week_start": week_start, "timezone": zone}
        more = {"rolling": rolling, "min_occurrences": least, "brackets": brackets, "cells": cells}
        dates = {"date_from": "2024-05-08", "date_to": "2024-05-30"}
        found = ask("retention", params | more | dates, log)["result"]
        rows = intervals(date(2024, 5, 8), date(2024, 5, 30), kind, week_start)
        line = [*rows, *following(rows[-1], 12, kind)]
        lengths = [1, *(brackets or [1] * ((cells or len(rows)) - 1))][: cells or 99]
        edges = [sum(lengths[:k]) for k in range(len(lengths) + 1)]
        fixed = bool(brackets or cells)
        assert found["dates"] == [row.isoformat() for row in rows]
        people = done(log, kind, week_start, zone)
        for number, row in enumerate(rows):
            assert len(found["matrix"][number]) == (len(lengths) if fixed else len(rows) - number)
            cohort = [who for who, events in people.items() if row in starts(events, first_time, rows[0])]
            for cell, told in enumerate(found["matrix"][number]):
                until = edges[-1] if rolling else edges[cell + 1]
                last = number + until if fixed else min(number + until, len(rows))
                wanted = line[number + edges[cell] : last]
                back = [who for who in cohort if enough(people[who], wanted, least)]
                assert told == len(back if cell else cohort)
        assert found["unfinished"] == [
            [number + 1, cell]
            for number in range(len(rows))
            for cell in range(len(found["matrix"][number]))
            if midnight(line[number + edges[cell + 1]], zone) > max(datetime.fromisoformat(one["ts"]) for one in log)
        ]

    check()


def following(last: date, many: int, kind: str) -> list[date]:
    """The intervals after one."""
    found = []
    for _ in range(many):
        step = {"day": 1, "week": 7}.get(kind) or (last.replace(day=28) + timedelta(days=4)).replace(day=1)
        last = last + timedelta(days=step) if isinstance(step, int) else step
        found.append(last)
    return found


def midnight(day: date, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def starts(events: list[tuple[date, dict[str, Any]]], first_time: str | None, _first: date) -> list[date]:
    named = [(day, one["props"].get("colour") == "red") for day, one in events if one["event"] == "a"]
    if first_time == "event":
        named = named[:1]
    met = [day for day, red in named if red]
    return met[:1] if first_time == "matching" else met


def enough(events: list[tuple[date, dict[str, Any]]], wanted: list[date], least: int) -> bool:
    returns = [day for day, one in events if one["event"] == "b"]
    return any(returns.count(day) >= least for day in wanted)


@pytest.mark.parametrize(("kind", "week_start"), KINDS)
def test_life_cycles_and_stickiness(ask: Ask, long_logs: st.SearchStrategy[Log], kind: str, week_start: str) -> None:
    @PLAIN
    @given(log=long_logs, zone=st.sampled_from(ZONES))
    def check(log: Log, zone: str) -> None:
        dates = {"date_from": "2024-05-10", "date_to": "2024-06-20", "timezone": zone}
        params = {"interval": kind, "week_start": week_start, **dates}
        line = intervals(date(2024, 5, 10), date(2024, 6, 20), kind, week_start)
        before = line[0] - timedelta(days=1)
        line = [begin_of(before, kind, week_start), *line]
        people = [{day for day, _ in events} for events in done(log, kind, week_start, zone).values()]
        found = ask("lifecycle", params, log)["result"]
        assert found["dates"] == [day.isoformat() for day in line[1:]]
        for place, (before, now) in enumerate(pairwise(line)):
            here = [days for days in people if now in days]
            assert found["new"][place] == sum(min(days) == now for days in here)
            assert found["returning"][place] == sum(before in days for days in here)
            assert found["resurrecting"][place] == sum(min(days) < now and before not in days for days in here)
            assert found["dormant"][place] == -sum(before in days and now not in days for days in people)
        inside = [len(days & set(line[1:])) for days in people]
        counts = ask("stickiness", params, log)["result"]["counts"]
        assert counts == [inside.count(k) for k in range(1, len(line))]

    check()


def test_flags(ask: Ask, crowded: st.SearchStrategy[Log]) -> None:
    @PLAIN
    @given(log=crowded)
    def check(log: Log) -> None:
        found = ask("retention_flags", {"conditions": ["a", {"where": {"colour": "red"}}, "b"]}, log)["result"]
        flags = {}
        for who in sorted({one["customer"] for one in log}):
            own = [one for one in log if one["customer"] == who]
            names = {one["event"] for one in own}
            met = ["a" in names, any(one["props"].get("colour") == "red" for one in own), "b" in names]
            flags[who] = [met[0] and one for one in met]
        assert found == {"flags": flags, "sums": [sum(flag[k] for flag in flags.values()) for k in range(3)]}

    check()
