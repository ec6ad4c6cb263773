"""A segment's size at earlier moments is what it was then."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

from chances import SECOND, histories, rules
from hypothesis import given, settings

from cesta.ingest.door import accept
from cesta.model.event import Event
from cesta.model.instant import parse_instant
from cesta.segments.shelf import members
from cesta.segments.tree import Rule
from cesta.segments.trend import sizes_at, trend
from cesta.store.columns import from_events
from cesta.store.workspace import Workspace


@settings(max_examples=30)
@given(histories(), rules)
def test_each_point_is_the_members_then(events: list[Event], rule: Rule) -> None:
    columns = from_events(events)
    moments = [second * SECOND for second in (25, 3, 12, 12)]
    found = sizes_at(columns, rule, {}, moments, UTC)
    assert [size for size, _ in found] == [len(members(rule, columns, at, {}, UTC)) for at in moments]
    assert [seen for _, seen in found] == [len({e.customer for e in events if e.time <= at}) for at in moments]


def test_week_by_week(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        (workspace.root / "segments" / "here.yaml").write_text(
            "cesta: segment/1\nid: here\nname: X\nrule: did see in last 8d\n"
        )
        sent = [{"customer": f"c{n}", "event": "see", "ts": f"2024-03-{n:02d}T10:00:00Z"} for n in (1, 8, 15)]
        accept(workspace, sent, "web")
        found = trend(workspace, "here", parse_instant("2024-03-16"), 2)
        assert [(point.size, point.customers) for point in found.points] == [(1, 1), (2, 2), (2, 3)]
        assert found.points[-1].at == "2024-03-16T00:00:00Z"
