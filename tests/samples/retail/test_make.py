"""The generated workspace: made once, labelled generated, its map clean, its truth beside it; edits stay."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.ingest.mapping import read_mapping
from cesta.maps.bind import view
from cesta.maps.lint import lint
from cesta.model.errors import CestaError
from cesta.samples.retail.make import make
from cesta.segments.shelf import members_of
from cesta.store.workspace import Workspace

EVENTS = 20_000


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with make(tmp_path_factory.mktemp("retail") / "shop", events=EVENTS) as workspace:
        yield workspace


def test_all_events_are_loaded_and_labelled_generated(shop: Workspace) -> None:
    truth = json.loads((shop.root / "truth.json").read_text(encoding="utf-8"))
    assert len(shop.columns().times) == truth["events"]
    assert abs(truth["events"] - EVENTS) <= 96
    assert len(shop.columns().customers) == truth["customers_count"] == len(truth["customers"])
    assert read_mapping(shop.root / "mappings" / "retail.yaml").generated


def test_a_second_make_changes_nothing_and_keeps_edits(shop: Workspace) -> None:
    path = shop.root / "segments" / "deal-hunters.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("0.6", "0.7"), encoding="utf-8")
    generation = shop.generation()
    with make(shop.root, events=EVENTS) as again:
        assert again.generation() == generation


def test_another_workspace_is_left_alone(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "mine").close()
    with pytest.raises(CestaError, match="workspace_exists"):
        make(tmp_path / "mine")


def test_the_map_has_no_errors_and_every_stop_is_touched(shop: Workspace) -> None:
    assert not [problem for problem in lint(shop, "buy-clothes") if problem.level == "error"]
    drawn = view(shop, "buy-clothes", lang="pl")
    assert drawn.title == "Kupuję coś do ubrania"
    assert all(stop.reach.value for stage in drawn.stages for stop in stage.touchpoints)


def test_segments_by_behaviour_mostly_hold_whom_they_mean(shop: Workspace) -> None:
    truth = json.loads((shop.root / "truth.json").read_text(encoding="utf-8"))
    really = {customer["customer"]: customer["segment"] for customer in truth["customers"]}
    members, names = members_of(shop), shop.columns().customers
    for path in (shop.root / "segments").glob("*.yaml"):
        found = [really[names[place]] for place in members(path.stem).tolist()]
        meant = path.stem.replace("-", "_")
        assert len(found) > 10
        assert max(set(found), key=found.count) == meant
