"""A served workspace runs its jobs by itself; a document that cannot be read stops no server."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from cesta.api.clockwork import Clockwork
from cesta.api.rota import Rota
from cesta.store.job_runs import runs_of
from cesta.store.workspace import Workspace

PATIENCE = 60


def test_what_is_due_runs_until_the_server_leaves(tmp_path: Path) -> None:
    leaving = threading.Event()
    with Workspace.create(tmp_path / "shop") as workspace:
        clockwork = Clockwork(workspace, leaving, rota := Rota())
        assert clockwork.due() == []
        (workspace.root / "jobs").mkdir()
        (workspace.root / "jobs" / "a.yaml").write_text("id: exports\nfrom: in\nevery: 1h\n")
        (workspace.root / "in").mkdir()
        (workspace.root / "in" / "visits.csv").write_text("customer,event,time\nann,come,2026-03-01 10:00\n")
        assert [job.id for job in clockwork.due()] == ["exports"]
        clockwork.start()
        end = time.monotonic() + PATIENCE
        while not runs_of(workspace.log, "exports") and time.monotonic() < end:
            time.sleep(0.1)
        leaving.set()
        clockwork.close(PATIENCE)
        assert [run.state for run in runs_of(workspace.log, "exports")] == ["loaded"]
        assert clockwork.due() == []
        (workspace.root / "jobs" / "b.yaml").write_text("id: 5\n")
        assert clockwork.due() == []
        rota.want("exports")
        assert [job.id for job in clockwork.due()] == ["exports"]
