"""Each step of the first hour is done by what the workspace holds, and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.api.first_hour import FILE, STEPS, first_hour, remember, remembered
from cesta.ingest.door import accept
from cesta.samples.definitions import create
from cesta.samples.removal import HERE, remove_samples
from cesta.samples.retail.make import make
from cesta.store.workspace import Workspace

MAP = """\
cesta: map/1
id: mine
title: Mine
start: {first_of: [visit]}
stages:
  - {id: look, name: Look, touchpoints: [{id: arrive, name: I come, match: {event: visit}}]}
"""


def done(workspace: Workspace) -> list[str]:
    return [step.name for step in first_hour(workspace).steps if step.done]


def visit(workspace: Workspace) -> None:
    events = [{"customer": "a", "event": name, "ts": "2024-01-01T00:00:00Z"} for name in ("visit", "buy")]
    accept(workspace, events, "shop")


def test_step_by_step(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "mine") as workspace:
        assert first_hour(workspace).shown
        assert done(workspace) == []
        visit(workspace)
        assert done(workspace) == ["data"]
        path = workspace.root / "maps" / "mine.yaml"
        path.write_text(MAP, encoding="utf-8")
        assert done(workspace) == ["data", "map"]
        path.write_text(MAP + "goal: {event: never}\n", encoding="utf-8")
        assert done(workspace) == ["data", "map"]
        path.write_text(MAP + "goal: {event: buy}\n", encoding="utf-8")
        assert done(workspace) == ["data", "map", "goal"]
        path.write_text(MAP + "goal: {event: buy}\nowner: jana\n", encoding="utf-8")
        assert done(workspace) == ["data", "map", "goal", "owner"]
        assert {step.map for step in first_hour(workspace).steps} == {None, "mine"}
        remember(workspace, "shared")
        assert done(workspace) == list(STEPS)
        assert not first_hour(workspace).shown


def test_a_sample_does_no_step_and_what_comes_after_it_does(tmp_path: Path) -> None:
    with make(tmp_path / "shop", events=1000) as workspace:
        assert (done(workspace), first_hour(workspace).shown, first_hour(workspace).made_up) == ([], True, "all")
        visit(workspace)
        assert (done(workspace), first_hour(workspace).made_up) == (["data"], "some")
        remove_samples(workspace)
        assert (done(workspace), first_hour(workspace).made_up) == (["data"], "none")


def test_a_demo_of_real_data_shows_no_list(tmp_path: Path) -> None:
    sample = HERE / "complete_journey"
    with create(sample, tmp_path / "demo", "mappings/complete-journey.yaml", "Demo", "USD") as workspace:
        visit(workspace)
        assert not first_hour(workspace).shown


def test_the_list_can_be_put_away_and_a_broken_note_is_as_none(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "mine") as workspace:
        remember(workspace, "dismissed")
        assert not first_hour(workspace).shown
        first = remembered(workspace).dismissed
        remember(workspace, "dismissed")
        assert remembered(workspace).dismissed == first
        (workspace.data / FILE).write_text("{", encoding="utf-8")
        assert first_hour(workspace).shown


@pytest.mark.parametrize("text", ["title: [", "title: x\n"])
def test_a_map_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    with Workspace.create(tmp_path / "mine") as workspace:
        (workspace.root / "maps" / "odd.yaml").write_text(text, encoding="utf-8")
        assert done(workspace) == []
