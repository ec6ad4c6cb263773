"""What was told, with times as people and programs read them."""

from __future__ import annotations

from pathlib import Path

from cesta.alerts.book import Firings
from cesta.alerts.judging import Verdict
from cesta.alerts.past import past
from cesta.store.workspace import Workspace


def test_the_newest_first(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as shop:
        assert past(shop) == []
        book = Firings(shop.data)
        book.begin("few", Verdict("below", 0.2, 0.3), 0)
        book.end("few", 1_000_000)
        book.begin("few", Verdict("below", 0.1, 0.3), 2_000_000)
        book.close()
        assert [(one.began, one.ended) for one in past(shop)] == [
            ("1970-01-01T00:00:02Z", None),
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:01Z"),
        ]
