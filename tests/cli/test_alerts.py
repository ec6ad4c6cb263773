"""Alerts on the command line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.cli.alerts import lines_of, past_lines

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_told_to_programs_and_people(cesta: Run, root: Path) -> None:
    assert "alerts/" in "\n".join(lines_of(json.loads(cesta("alerts", root).stdout)))
    cesta("kpis", root, "--add")
    (root / "alerts").mkdir(exist_ok=True)
    (root / "alerts" / "few.yaml").write_text(
        "cesta: alert/1\nid: few\nname: Few buyers\nmeasure: buyers\nbelow: 1000\nsend: [team]\n"
    )
    assert json.loads(cesta("alerts", root, "--place", "team=http://127.0.0.1:1/").stdout)["places"] == ["team"]
    seen = json.loads(cesta("alerts", root, "--look").stdout)
    text = "\n".join(lines_of(seen))
    assert "below 1000" in text
    assert "not sent to team" in text
    past = json.loads(cesta("alerts", root, "--history").stdout)
    assert past_lines(past)[1].startswith("few")
    assert past_lines([]) == ["Nothing yet."]
