"""Groups, items and deeds as plain documents."""

from __future__ import annotations

import json

from cesta.api.set_aside import Which, act, at_a_glance, every, items
from cesta.ingest.door import accept
from cesta.store.workspace import Workspace


def test_items_come_in_pages_and_all_at_once(workspace: Workspace) -> None:
    accept(
        workspace, [{"customer": "ann", "event": "see", "ts": f"t{n}", "message_id": str(n)} for n in range(7)], "web"
    )
    accept(workspace, [{"customer": "ann", "event": "see", "ts": "x"}], "app")
    assert [item.value for item in every(workspace, Which(source="web"))] == [f"t{n}" for n in range(7)]
    page = items(workspace, Which(source="web"), "waiting", 5, None)
    rest = items(workspace, Which(source="web"), "waiting", 5, page.next)
    assert (page.total, len(page.items), [item.value for item in rest.items], rest.next) == (7, 5, ["t5", "t6"], None)
    assert at_a_glance(workspace, Which(ids=("1", "2", "none"))).waiting == 2


def test_deeds_are_documents(workspace: Workspace) -> None:
    accept(workspace, [{"customer": "ann", "event": "see", "ts": "x"}], "app")
    rule = {"field": "ts", "value": "x", "becomes": "2026-01-01"}
    for what in ("preview", "repair"):
        act(workspace, what, {"source": "app", "rule": rule})
    assert at_a_glance(workspace, Which()).waiting == 0
    assert json.loads(json.dumps(at_a_glance(workspace, Which()).rules[0].rule)) == rule
