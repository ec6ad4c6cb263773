"""A workspace knows whether all, some or none of its data were made up."""

from __future__ import annotations

from pathlib import Path

from cesta.ingest.door import accept
from cesta.ingest.loads import unload
from cesta.samples.retail.make import make
from cesta.store.made_up import made_up
from cesta.store.workspace import Workspace


def test_nothing_is_made_up_in_a_workspace_of_ones_own(workspace: Workspace) -> None:
    assert made_up(workspace) == "none"
    accept(workspace, [{"customer": "a", "event": "visit", "ts": "2024-01-01T00:00:00Z"}], "shop")
    assert made_up(workspace) == "none"


def test_a_sample_is_all_made_up_until_real_events_come(tmp_path: Path) -> None:
    with make(tmp_path / "shop", events=1000) as workspace:
        assert made_up(workspace) == "all"
        accept(workspace, [{"customer": "a", "event": "visit", "ts": "2024-01-01T00:00:00Z"}], "shop")
        assert made_up(workspace) == "some"
        unload(workspace, workspace.log.loads()[0].load_id)
        assert made_up(workspace) == "none"
