"""Jobs as the page shows them: with their runs, without passwords, and beside documents that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.api.reading import reading, want_run
from cesta.api.rota import Rota
from cesta.ingest.jobs.document import the_job
from cesta.ingest.jobs.running import run_job
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


def test_each_job_with_what_its_runs_said(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        folder = workspace.root / "jobs"
        folder.mkdir()
        (folder / "a.yaml").write_text("id: exports\nfrom: in\nevery: 15m\n")
        (folder / "b.yaml").write_text("id: post\nfrom: imaps://help:pass@mail.example\nevery: 1h\nshape: mail\n")
        (folder / "c.yaml").write_text("id: till\nfrom: postgresql://u:${SECRET}@db/shop\nevery: 1d\n")
        (folder / "d.yaml").write_text("id: 5\n")
        rota = Rota()
        seen = reading(workspace, rota)
        assert [(job.job, job.kind, job.place, job.every, job.next, job.runs) for job in seen.jobs] == [
            ("exports", "folder", "in", 900, None, ()),
            ("post", "mailbox", "imaps://help:•••@mail.example", 3600, None, ()),
            ("till", "database", "postgresql://u:${SECRET}@db/shop", 86400, None, ()),
        ]
        assert [problem.file for problem in seen.problems] == ["d.yaml"]
        run_job(workspace, the_job(workspace.root, "exports"))
        (exports, *_) = reading(workspace, rota).jobs
        assert [run.state for run in exports.runs] == ["failed"]
        assert "There is no folder" in str(exports.runs[0].said)
        assert exports.next is not None


def test_a_job_is_wanted_once_it_is_known(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        rota = Rota()
        with pytest.raises(CestaError, match="exports") as caught:
            want_run(workspace, rota, "exports")
        assert caught.value.code == "unknown_job"
        (workspace.root / "jobs").mkdir()
        (workspace.root / "jobs" / "a.yaml").write_text("id: exports\nfrom: in\nevery: 15m\n")
        (workspace.root / "jobs" / "b.yaml").write_text("- none\n")
        assert want_run(workspace, rota, "exports").now == "wanted"
        with rota.running("exports"):
            assert reading(workspace, rota).jobs[0].now == "running"
