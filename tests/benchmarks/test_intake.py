"""What the benchmarks of the front door count is right, with few trials."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def run(name: str, *words: str) -> dict[str, Any]:
    command = [sys.executable, str(BENCHMARKS / name), *words, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_what_was_acknowledged_is_there_once_after_kills(tmp_path: Path) -> None:
    found = run("crash.py", "--trials", "2", "--seed", "3", "--folder", str(tmp_path))
    assert (found["trials"], found["lost"], found["doubled"], found["answers_equal_a_rebuild"]) == (2, 0, 0, True)
    assert 0 < found["acked"] <= found["there"]


def test_what_is_sent_is_measured_and_on_disk(tmp_path: Path) -> None:
    found = run("collect.py", "--seconds", "1", "--batch", "10", "--known", "1000", "--folder", str(tmp_path))
    (measured,) = found["runs"]
    assert measured["acknowledged"] == measured["on_disk"] > 0
    assert (measured["refused"], measured["failed"]) == (0, 0)


def test_strange_requests_make_no_fault_and_leave_nothing_unreadable() -> None:
    found = run("fuzz.py", "--inputs", "400", "--seed", "5")
    assert found["faults"] == []
    assert found["unreadable"] == 0 < found["kept"]
    assert sum(found["statuses"].values()) == 400


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here to watch the server")
def test_before_each_answer_the_disk_had_everything(tmp_path: Path) -> None:
    assert run("synced.py", "--batches", "5", "--folder", str(tmp_path)) == {"answers": 5, "synced": 5}
