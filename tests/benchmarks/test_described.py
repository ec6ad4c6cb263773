"""The described interface asked by schemathesis, with few requests an address."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "described.py"


def test_clients_addresses_bear_what_fits_and_what_does_not() -> None:
    command = [sys.executable, str(BENCHMARK), "--tag", "collection", "--examples", "1", "--seed", "7", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["faults"], found["hung"]) == ([], [])
    assert found["operations"] > 60
    assert found["unreadable"] == 0 < found["kept"]
    assert found["statuses"]["200"] > 50
