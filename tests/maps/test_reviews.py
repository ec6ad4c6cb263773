"""Maps that wait for a look: late only after their day, by days that people count; archived ones promise nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cesta.maps.document import parse
from cesta.maps.reviews import late_reviews, review_days
from cesta.store.workspace import Workspace

DAY = dt.date(2026, 1, 1)


def said(shop_map: str, rest: str) -> str:
    kept = [line for line in shop_map.splitlines() if not line.startswith("review")]
    return "\n".join(kept).replace("owner: jana", f"owner: jana\n{rest}", 1) + "\n"


@pytest.mark.parametrize("rest", ["", "reviewed: 2026-01-01", "review_every: 30d"])
def test_without_both_nothing_is_promised(shop_map: str, rest: str) -> None:
    assert review_days(parse(said(shop_map, rest)))[1] is None


def test_who_waits_and_for_how_long(shop_map: str, tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop", name="Shop") as shop:
        promise = said(shop_map, "reviewed: 2026-01-01\nreview_every: 30d")
        (shop.root / "maps" / "buy.yaml").write_text(promise)
        (shop.root / "maps" / "old.yaml").write_text(promise.replace("owner: jana", "owner: jana\nstatus: archived", 1))
        (shop.root / "maps" / "odd.yaml").write_text("title: [")
        assert list(late_reviews(shop, DAY + dt.timedelta(30))) == []
        (late,) = late_reviews(shop, DAY + dt.timedelta(41))
        assert (late.map, late.owner, late.waited, late.promised) == ("buy", "jana", 41, 30)
        assert late.due == DAY + dt.timedelta(30)
