"""Segments from the command line: sizes, members at a moment, why, and their documents; served or not."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.ingest.door import accept
from cesta.store.workspace import Workspace

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Serving = Callable[..., tuple[str, "subprocess.Popen[str]"]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    with Workspace.create(tmp_path / "mine") as workspace:
        accept(
            workspace,
            [
                {"message_id": "m1", "customer": "ann", "event": "visit", "ts": "2024-03-02T10:00:00Z"},
                {"message_id": "m2", "customer": "bob", "event": "visit", "ts": "2024-03-03T10:00:00Z"},
            ],
            "web",
        )
        (workspace.root / "segments" / "here.yaml").write_text(
            "cesta: segment/1\nid: here\nname: Here lately\nrule: did visit in last 30d\n"
        )
    return tmp_path / "mine"


@pytest.mark.parametrize("served", [False, True])
def test_who_was_in_it_and_why(cesta: Run, serving: Serving, root: Path, served: bool) -> None:
    if served:
        serving("serve", root, "--port", "0")
    listed = json.loads(cesta("segments", root, "--at", "2024-03-02", "--json").stdout)
    assert [(row["id"], row["size"], row["rule"]) for row in listed["segments"]] == [
        ("here", 1, "did visit in last 30d")
    ]
    found = json.loads(cesta("segments", root, "members", "here", "--at", "2024-03-03", "--json").stdout)
    assert (found["count"], found["customers"]) == (2, ["ann", "bob"])
    assert json.loads(cesta("segments", root, "members", "here").stdout)["customers"] == []
    why = json.loads(cesta("segments", root, "why", "here", "ann", "--at", "2024-03-10").stdout)
    assert (why["member"], why["until"]) == (True, "2024-04-01T10:00:00Z")
    assert [event["message_id"] for event in why["reason"]["events"]] == ["m1"]


def test_what_is_wrong_is_told_with_its_line(cesta: Run, root: Path) -> None:
    assert json.loads(cesta("segments", root, "check").stdout) == []
    path = root / "segments" / "self.yaml"
    path.write_text("cesta: segment/1\nid: self\nname:   Self\nrule: in segment self\n")
    done = cesta("segments", root, "check")
    (problem,) = json.loads(done.stdout)
    assert (done.returncode, problem["code"], problem["line"]) == (1, "segment_cycle", 4)
    assert cesta("segments", root, "fmt", "--check").returncode == 1
    assert cesta("segments", root, "fmt").returncode == 0
    assert "name: Self\n" in path.read_text()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("membres",), "unknown_param"),
        (("members",), "missing_param"),
        (("members", "hre"), "unknown_segment"),
        (("why", "here", "zoe"), "unknown_customer"),
        (("members", "here", "--at", "soon"), "bad_time"),
    ],
)
def test_mistakes_are_told(cesta: Run, root: Path, words: tuple[str, ...], code: str) -> None:
    done = cesta("segments", root, *words)
    assert (done.returncode, done.stderr.partition(":")[0]) == (1, code)
