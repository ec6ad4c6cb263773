"""The usual KPIs for the events there are; each can be worked out, and nothing is proposed of what is not there."""

from __future__ import annotations

from pathlib import Path

from cesta.journeys.own_events import own_columns
from cesta.measures.document import as_measure
from cesta.measures.proposals import proposals
from cesta.store.documents import Document
from cesta.store.workspace import Workspace


def test_of_a_shop(shop_root: Path) -> None:
    with Workspace.open(shop_root) as workspace:
        found = {one["id"]: one for one in proposals(workspace.snapshot())}
    assert set(found) >= {"conversion", "retention", "churn", "average-basket", "clv", "nps", "csat", "smoothness"}
    assert (found["nps"]["numerator"], found["nps"]["of"]) == ("survey_answer", "score")
    for id_, data in found.items():
        document = as_measure(Document(Path(f"{id_}.yaml"), "", data, data))
        assert document.complaints == ()
        document.wanted()
        assert set(data["name"]) == {"en", "pl", "cs", "ru"}
        assert all(guard in found for guard in document.words("guards"))


def test_of_events_that_sell_nothing() -> None:
    events = [{"customer": "ann", "event": "login", "ts": "2026-01-01T10:00:00Z", "props": {}}]
    ids = [one["id"] for one in proposals(own_columns(events, {}))]
    assert ids == ["new-customers", "retention", "churn", "engagement", "relationship"]
