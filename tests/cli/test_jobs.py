"""Jobs are listed with what came of them, run at once, and begin again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cesta.cli.main import main
from cesta.store.workspace import Workspace


def said(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, object]:
    with pytest.raises(SystemExit):
        main([str(word) for word in words])
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_a_job_is_run_listed_and_begun_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "shop"
    Workspace.create(root).close()
    (root / "jobs").mkdir()
    (root / "jobs" / "exports.yaml").write_text("id: exports\nfrom: in\nevery: 5m\n")
    (root / "in").mkdir()
    rows = "ann,come,2026-03-01 10:00\nbob,come,2026-03-02 10:00\n"
    (root / "in" / "visits.csv").write_text(f"customer,event,time\n{rows}")
    assert said(capsys, "jobs", root, "--json")["jobs"] == [
        {"job": "exports", "from": "in", "every_seconds": 300, "next": "at once", "runs": []}
    ]
    first = said(capsys, "jobs", root, "--run", "exports", "--json")
    assert (first["state"], first["events"], first["said"]) == ("loaded", 2, None)
    assert said(capsys, "jobs", root, "--run", "exports", "--json")["state"] == "nothing_new"
    again = said(capsys, "jobs", root, "--run", "exports", "--again", "exports", "--json")
    assert again["events"] == 0
