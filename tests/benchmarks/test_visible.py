"""What the benchmark of freshness counts is right, with few events."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "visible.py"


def test_each_event_becomes_visible(tmp_path: Path) -> None:
    words = ["--events", "2000", "--rounds", "3", "--batch", "5", "--beside", "50", "--folder", str(tmp_path), "--json"]
    done = subprocess.run([sys.executable, str(BENCHMARK), *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert 0 < found["visible"]["p50_s"] <= found["visible"]["worst_s"]
    assert found["asked"] >= 3
    assert list(tmp_path.iterdir()) == []
