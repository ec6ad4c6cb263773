"""A segment's report: its numbers are those of its members against everybody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.two_habits import two_habits

from cesta.maps.bind import view
from cesta.maps.report import report
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

COMPARERS = """cesta: segment/1
id: comparers
name: Those who compare
rule: {share: {did: {where: "source = 'ad'"}, of: {where: source is set}, at_least: 0.01}}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with two_habits(tmp_path / "shop") as found:
        (found.root / "segments").mkdir(exist_ok=True)
        (found.root / "segments" / "comparers.yaml").write_text(COMPARERS, encoding="utf-8")
        yield found


def test_behaviour_against_everybody_else(workspace: Workspace) -> None:
    found = report(workspace, "comparers")
    assert (found.name, found.customers.n, found.customers.of) == ("Those who compare", 80, 120)
    assert {(tell.kind, tell.name, tell.answer) for tell in found.more} >= {("which", "source", "ad")}
    assert {(tell.kind, tell.name, tell.answer) for tell in found.less} >= {("which", "source", "direct")}
    columns = workspace.columns()
    looks = columns.codes == columns.names.index("look")
    comparers = [columns.customers[owner].startswith("comparer") for owner in columns.owners().tolist()]
    here = next(row for row in found.amounts if row.what == "look")
    assert here.inside == sum(bool(look) and mine for look, mine in zip(looks, comparers, strict=True)) / 80
    assert (here.low or 0) < (here.inside or 0) < (here.high or 0)


def test_nobody_to_compare_with(workspace: Workspace) -> None:
    for rule, code in (("did nothing", "nothing_to_compare"), ("did visit", "nothing_to_compare")):
        text = f"cesta: segment/1\nid: odd\nname: Odd\nrule: {rule}\n"
        (workspace.root / "segments" / "odd.yaml").write_text(text, encoding="utf-8")
        with pytest.raises(CestaError) as error:
            report(workspace, "odd")
        assert error.value.code == code
    with pytest.raises(CestaError) as error:
        report(workspace, "missing")
    assert error.value.code == "unknown_segment"


def test_shares_are_those_of_the_map(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> None:
    with shop_maker(tmp_path / "shop") as workspace:
        found = report(workspace, "app-shoppers")
        goal = next(row for row in found.maps if row.pointer == "/goal/rate")
        alone = view(workspace, "buy-clothes", segment="app-shoppers").goal
        assert alone is not None
        assert (goal.side.inside.n, goal.side.inside.of) == (alone.rate.n, alone.rate.of)
