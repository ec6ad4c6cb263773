"""`cesta check` says what is damaged and fails; a whole workspace passes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.cli.check import lines
from cesta.store.checking import Checked, Damage

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_a_whole_one_passes_and_a_damaged_one_fails(cesta: Run, root: Path) -> None:
    done = cesta("check", root)
    assert (done.returncode, json.loads(done.stdout)["damaged"]) == (0, [])
    (root / "segments" / "app-shoppers.yaml").write_text("rule: [")
    (root / "collection.yaml").write_text("cesta: collection/1\ndomain: [shop.example]\n")
    done = cesta("check", root)
    assert done.returncode == 1
    assert [each["file"] for each in json.loads(done.stdout)["damaged"]] == [
        "segments/app-shoppers.yaml", "collection.yaml"
    ]  # fmt: skip


def test_a_person_reads_what_was_seen_or_what_is_wrong() -> None:
    assert lines(Checked(3, 1200, 2, 0, ())) == ["1,200 events, 2 shards, 3 documents: all is whole."]
    told = lines(Checked(3, 1200, 2, 1, (Damage("data/shards/a.parquet", "It is missing."),)))
    assert told[0] == "data/shards/a.parquet: It is missing."
    assert "cesta restore" in told[-1]
