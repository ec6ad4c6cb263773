"""A served workspace tells its messages anew when somebody writes its rules, once for each time it is written."""

from __future__ import annotations

import time
from pathlib import Path

from cesta.api.told_anew import ToldAnew
from cesta.ingest.collection import FILE
from cesta.ingest.retelling import is_due
from cesta.model.arrival import Arrival
from cesta.model.event import Event
from cesta.store.arrived import ArrivedTally
from cesta.store.workspace import Workspace

PATIENCE = 60


def test_rules_are_followed_while_it_is_served(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        page = Event("site", "1", "ann", "page", 10, {"user_agent": "OurMonitor/1"})
        workspace.log.append([Arrival(page, "page", '{"properties": {"user_agent": "OurMonitor/1"}}', 20)])
        tally, anew = ArrivedTally(workspace.log), ToldAnew(workspace)
        assert not tally.now()["site"].kept_out
        assert len(workspace.columns().times) == 1
        anew.look()
        (workspace.root / FILE).write_text("cesta: collection/1\nbots: {agents: [OurMonitor*]}\n")
        assert is_due(workspace)
        end = time.monotonic() + PATIENCE
        while is_due(workspace) and time.monotonic() < end:
            anew.look()
            time.sleep(0.05)
        assert len(workspace.columns().times) == 0
        assert dict(tally.now()["site"].kept_out) == {"bot: own rule": 1}
        assert tally.now()["site"].messages == 1
        anew.close()
