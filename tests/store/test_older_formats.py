"""A workspace of each released format opens with the events, loads and answers it had, and passes every check."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cesta.ingest.door import list_loads
from cesta.maps.questions import ask
from cesta.store.accepted import accepted
from cesta.store.workspace import Workspace

HERE = Path(__file__).parent


@pytest.mark.parametrize("old", sorted(path.name for path in HERE.glob("format_*")))
def test_it_opens_with_equal_answers(old: str, tmp_path: Path) -> None:
    root = tmp_path / old
    shutil.copytree(HERE / old, root)
    before = json.loads((root / "answers.json").read_text(encoding="utf-8"))
    for _ in range(2):
        with Workspace.open(root) as workspace:
            assert workspace.log.counts() == before["counts"]
            loads = [[v.load_id, v.source, v.events, v.customers, v.set_aside] for v in list_loads(workspace)]
            assert loads == [load[:5] for load in before["loads"]]
            events = [each.event for each in accepted(workspace)]
            told = [[e.customer, e.name, e.time, e.assumed_time, dict(e.properties)] for e in events]
            assert sorted(told, key=repr) == sorted(before["rows"], key=repr)
            for asked in before.get("asked", ()):
                answer = ask(workspace, asked["question"])
                assert answer["result"] == asked["result"]
                assert answer["customers"] == asked["customers"]
