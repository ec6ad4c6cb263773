"""What the benchmark of live segments counts is right, with few events."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "segments.py"


def test_everybody_marked_enters_and_leaves(tmp_path: Path) -> None:
    words = ["--events", "2000", "--rate", "50", "--seconds", "1", "--batch", "10", "--folder", str(tmp_path), "--json"]
    done = subprocess.run([sys.executable, str(BENCHMARK), *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["segments"], found["never_entered"], found["never_left"]) == (100, 0, 0)
    assert 0 <= found["entered_s"]["p50"] <= found["entered_s"]["worst"]
    assert found["marked"] > 0
