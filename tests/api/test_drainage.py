"""A served workspace has its log drained in the background, and leaves no process behind."""

from __future__ import annotations

import time
from pathlib import Path

from cesta.api.drainage import Drainage
from cesta.model.event import Event
from cesta.store.drained import FOLDER
from cesta.store.workspace import Workspace

PATIENCE = 60


def append(workspace: Workspace, first: int, count: int) -> None:
    numbers = range(first, first + count)
    workspace.log.append([Event("web", f"m{number}", "ann", "see", number) for number in numbers])


def laid(workspace: Workspace) -> int:
    return len(list((workspace.data / FOLDER).glob("*.parquet")))


def test_each_block_is_laid_once_it_is_full(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        with workspace.log.transaction() as sql:
            sql.execute("update meta set block = 5")
        drainage = Drainage(workspace)
        append(workspace, 0, 3)
        drainage.look()
        assert not (workspace.data / FOLDER).exists()
        for blocks, first in ((1, 3), (2, 8)):
            append(workspace, first, 5)
            end = time.monotonic() + PATIENCE
            while laid(workspace) < blocks and time.monotonic() < end:
                drainage.look()
                time.sleep(0.05)
            assert laid(workspace) == blocks
        drainage.close()
