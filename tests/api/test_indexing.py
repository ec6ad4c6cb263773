"""The index of a served workspace is made in the background, and again when too much stands beside it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from cesta.api.indexing import Indexing
from cesta.profiles.search import index_of, search
from cesta.store.workspace import Workspace

PATIENCE = 60


def test_made_before_somebody_asks(tmp_path: Path, shop_maker: Any) -> None:
    workspace: Workspace
    with shop_maker(tmp_path / "shop") as workspace:
        indexing = Indexing(workspace)
        indexing.look()
        indexing.look()
        end = time.monotonic() + PATIENCE
        while index_of(workspace.data).is_due(workspace) and time.monotonic() < end:
            time.sleep(0.02)
        assert search(workspace, "c", wait=False).complete
        indexing.close()


def test_leaving_while_it_is_made_is_no_fault(tmp_path: Path, shop_maker: Any) -> None:
    workspace: Workspace = shop_maker(tmp_path / "shop")
    indexing = Indexing(workspace)
    indexing.look()
    indexing.close()
    workspace.close()
    indexing.close()
