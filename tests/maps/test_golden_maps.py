"""The worked cases of tests/golden/maps: what the map says is what a person counted by hand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from cesta.maps.compose import Bound

DAY, HOUR, MINUTE = 86_400_000_000, 3_600_000_000, 60_000_000
FILES = sorted((Path(__file__).parent.parent / "golden" / "maps").glob("*.txt"))
TITLES = [title for path in FILES for title in re.findall(r"^-- (.+)$", path.read_text(), flags=re.M)]


def shown(moment: int) -> str:
    unit, name = next((u, n) for u, n in ((DAY, "d"), (HOUR, "h"), (MINUTE, "m")) if moment % u == 0)
    return f"{moment // unit}{name}"


def journeys(bound: Bound) -> str:
    trace, view = bound.trace, bound.view
    lines = []
    counted = bound.book.journeys_behind("/journeys")
    assert counted is not None
    for journey in counted:
        ended = "running" if trace.cut.running[journey] else shown(int(trace.cut.ended[journey]))
        outcome = "won" if trace.won[journey] else "open" if trace.open[journey] else "lost"
        furthest = int(trace.flow.furthest[journey])
        place = "-"
        if furthest >= 0:
            place = f"{view.stages[furthest].id}/{trace.ids[int(trace.flow.last[journey, furthest])]}"
        who = trace.columns.customers[int(trace.cut.owner[journey])]
        lines.append(f"{who} {shown(int(trace.started[journey]))}..{ended} {outcome} {place}")
    return "; ".join(lines)


def by_stage(bound: Bound, what: str) -> str:
    return ", ".join(f"{s.id} {getattr(s, what).n}" for s in bound.view.stages if getattr(s, what).n)


def by_stop(bound: Bound, what: str) -> str:
    found = [(f"{s.id}/{t.id}", getattr(t, what).n) for s in bound.view.stages for t in s.touchpoints]
    return ", ".join(f"{name} {n}" for name, n in found if n)


def won(bound: Bound) -> str:
    trace = bound.trace
    inside = bound.book.pool & trace.won
    found = [(s.id, int((inside & (trace.flow.furthest == place)).sum())) for place, s in enumerate(bound.view.stages)]
    return ", ".join(f"{name} {n}" for name, n in found if n)


def returns(bound: Bound) -> set[str]:
    return {f"{r.origin}>{r.target} {r.moves.n}/{r.journeys.n}" for r in bound.view.returns}


def tray(bound: Bound) -> set[str]:
    return {f"{e.event} {e.reason} {e.events.n}" for e in bound.view.tray.events}


def listed(text: str) -> set[str]:
    return {part.strip() for part in text.split(",")} if text else set()


@pytest.mark.parametrize("title", TITLES)
def test_worked_case(title: str, cases: list[Any]) -> None:
    case = next(case for case in cases if case.title == title)
    bound, expected = case.bound(), case.expected
    assert not [problem for problem in bound.view.problems if problem.level == "error"]
    assert journeys(bound) == expected["journeys"]
    assert by_stage(bound, "reached") == expected["reached"]
    for what in ("visited", "skipped"):
        if what in expected:
            assert by_stage(bound, what) == expected[what]
    assert by_stop(bound, "lost") == expected.get("lost", "")
    assert by_stop(bound, "open") == expected.get("open", "")
    assert won(bound) == expected.get("won", "")
    assert returns(bound) == listed(expected.get("returns", ""))
    assert tray(bound) == listed(expected.get("tray", ""))


def test_every_case_is_read(cases: list[Any]) -> None:
    assert [case.title for case in cases] == TITLES
    assert len(TITLES) >= 20
    assert all({"journeys", "reached"} <= set(case.expected) for case in cases)
