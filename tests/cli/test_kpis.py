"""KPIs on the command line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.cli.kpis import lines_of

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_told_to_programs_and_people(cesta: Run, root: Path) -> None:
    assert "--add" in "\n".join(lines_of(json.loads(cesta("kpis", root, "--json").stdout)))
    assert "conversion" in json.loads(cesta("kpis", root, "--add").stdout)["ids"]
    one = cesta("kpis", root, "conversion", "--from", "2026-01-01", "--to", "2026-03-31", "--segment", "app-shoppers")
    found = json.loads(one.stdout)
    (kpi,) = found["kpis"]
    text = "\n".join(lines_of(found))
    assert text.startswith("2026-01-01 to 2026-03-31, app-shoppers")
    assert f"{kpi['now']['n']:,} of {kpi['now']['of']:,}" in text
    assert cesta("kpis", root, "nothing").stderr.startswith("unknown_measure: ")
