"""`cesta map compare`: the numbers of the API, as lines for people, in the unit of each."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.cli.map_compare import gap, lines
from cesta.maps.compare import ComparedNumber, compare
from cesta.maps.compose import Picked
from cesta.maps.view import Number, Unit
from cesta.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_numbers_are_those_of_the_map(cesta: Run, root: Path) -> None:
    given = ("--segment", "app-shoppers", "--with", "*", "--json")
    told = json.loads(cesta("map", "compare", root, "buy-clothes", *given).stdout)
    with Workspace.open(root) as workspace:
        found = compare(workspace, "buy-clothes", Picked("app-shoppers"), Picked())
    assert told["shared"] == found.shared
    assert [one["one"]["n"] for one in told["numbers"]] == [one.one.n for one in found.numbers]
    text = "\n".join(lines(found))
    assert "App shoppers" in text
    assert "everyone" in text


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [("share", 0.1, "+10.0 pt (+0.0 … +20.0)"), ("seconds", 7200.0, "+2.0 h (+0.0 … +4.0)"),
     ("seconds", 20.0, "+20.0 s (+0.0 … +40.0)"), ("score", 0.5, "+0.50 (+0.00 … +1.00)")],
)  # fmt: skip
def test_a_difference_is_said_in_its_unit(unit: Unit, value: float, said: str) -> None:
    number = Number(value, unit, 40, 80, 0.0, 2 * value)
    assert gap(ComparedNumber("goes_on", "pay", None, "I pay", number, number, number, clear=False)) == said
