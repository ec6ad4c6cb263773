"""What events say of a hypothesis: each side as its own KPI says, and nothing since it was written counts as before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from cesta.ingest.door import accept
from cesta.maps.hypotheses import followed
from cesta.maps.hypothesis import HypothesisDraft, save
from cesta.store.workspace import Workspace

SEGMENT = "cesta: segment/1\nid: callers\nname: Callers\nrule: did call\n"
MEASURE = """\
cesta: measure/1
id: buyers
name: Share who buy
type: conversion
numerator: {event: purchase}
denominator: {event: visit}
min_n: 20
"""
WRITTEN = dt.date(2026, 2, 1)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Until it is written nobody of sixty buys; in the month after it 30 of 40 callers do, and 4 of 40 others."""
    with Workspace.create(tmp_path_factory.mktemp("shop") / "shop") as workspace:
        for folder, name, content in (("segments", "callers", SEGMENT), ("measures", "buyers", MEASURE)):
            (workspace.root / folder).mkdir(exist_ok=True)
            (workspace.root / folder / f"{name}.yaml").write_text(content)
        sent = [(f"p{n}", "visit", f"2026-01-{5 + n % 20:02}") for n in range(60)]
        sent += [(f"p{n}", "call", "2026-01-10") for n in range(30)]
        for n in range(80):
            day = f"2026-02-{2 + n % 25:02}"
            sent += [(f"c{n}", "visit", f"{day}T10:00:00Z")]
            sent += [(f"c{n}", "call", f"{day}T11:00:00Z")] if n < 40 else []
            sent += [(f"c{n}", "purchase", f"{day}T12:00:00Z")] if n < 30 or n >= 76 else []
        accept(workspace, [{"customer": who, "event": what, "ts": when} for who, what, when in sent], "api")
        yield workspace


def test_both_sides_before_and_since(workspace: Workspace) -> None:
    save(workspace, HypothesisDraft("more", "Callers buy more often", "callers", "buyers", "higher"), WRITTEN)
    save(workspace, HypothesisDraft("less", "Callers buy less often", "callers", "buyers", "lower"), WRITTEN)
    save(workspace, HypothesisDraft("gone", "Nobody knows", "nobody", "buyers", "lower"), WRITTEN)
    found = {one.id: one for one in followed(workspace).hypotheses}
    more, less = found["more"], found["less"]
    assert more.since is not None and more.before is not None  # noqa: PT018 - for types
    assert more.since.here is not None and more.since.there is not None  # noqa: PT018
    assert (more.since.date_from, more.since.here.value, more.since.there.value) == ("2026-02-02", 0.75, 0.1)
    assert more.since.gap == pytest.approx(0.65)
    assert (more.since.here.of, more.since.there.of, more.since.verdict) == (40, 40, "for")
    assert (more.before.date_to, more.before.gap, more.before.verdict) == ("2026-02-01", 0, "unclear")
    assert less.since is not None
    assert less.since.verdict == "against"
    assert "nobody" in (found["gone"].problem or "")
    assert followed(workspace).by_chance == 0.1
