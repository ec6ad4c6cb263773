"""`cesta drivers`: one line a driver, those that are more than chance first, and what they are no proof of."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.cli.drivers import driver_lines
from cesta.maps.drivers import DriversView, DriverView

Run = Callable[..., subprocess.CompletedProcess[str]]
ONE = DriverView("late", "error", "Late", -0.5, -0.7, -0.3, 0.001, True, 40, -0.02, False)
TELLS = DriverView("chat", None, "Chat", -1.5, -1.7, -1.3, 0.001, True, 40, -0.1, True)


def test_a_line_a_driver() -> None:
    view = DriversView("m", "stars", (), "points", 400, 400, 300, 3.5, 0.2, None, None, (ONE, TELLS), ())
    lines = driver_lines(view)
    assert lines[0] == "stars: 3.5 on the mean of 400; 20% of its spread is explained."
    assert any("late error" in line and "-0.7 … -0.3" in line and "more than chance" in line for line in lines)
    assert any("chat" in line and "there they say how they feel" in line for line in lines)
    assert "no proof" in lines[-1]


def test_of_a_workspace_and_of_an_outcome_that_is_not_there(cesta: Run, root: Path) -> None:
    told = json.loads(cesta("drivers", root, "buy-clothes", "--of", "return").stdout)
    assert (told["of"], told["unit"], told["days"]) == ("return", "share", 90)
    assert cesta("drivers", root, "buy-clothes", "--of", "fame").stderr.startswith("unknown_outcome: ")
