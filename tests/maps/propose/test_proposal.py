"""A proposal with its numbers: those of the map's own screen, nothing saved, honest about what it leaves out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.maps.bind import view
from cesta.maps.lint import lint
from cesta.maps.propose.choices import Choice
from cesta.maps.propose.proposal import free_id, propose
from cesta.maps.shelf import map_ids, save_new
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


def test_saved_it_shows_the_same_numbers(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> None:
    with shop_maker(tmp_path / "shop") as workspace:
        found = propose(workspace)
        assert map_ids(workspace) == ("buy-clothes",)
        save_new(workspace, found.id, found.text)
        shown = view(workspace, "first-map")
        assert [stage.reached for stage in shown.stages] == [stage.reached for stage in found.view.stages]
        assert shown.goal == found.view.goal
        assert not [problem for problem in lint(workspace, "first-map") if problem.level == "error"]
        assert propose(workspace).id == "first-map-2"


def test_the_small_shop(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> None:
    with shop_maker(tmp_path / "shop") as workspace:
        found = propose(workspace, lang="pl")
        assert [stage.name for stage in found.stages] == ["Rozglądam się", "Napełniam koszyk", "Kupuję", "Zwracam"]
        assert found.goal == "Zakup"
        assert found.view.goal is not None
        assert found.quality.coverage.value == 1
        assert found.quality.remarks == ()
        assert {moment.kind for moment in found.moments} >= {"loss"}
        fewer = propose(workspace, [Choice("discard", "chat")], "pl")
        assert fewer.quality.kinds_used == found.quality.kinds_used - 1
        assert (fewer.quality.coverage.value or 0) < 1
        assert fewer.aside[0].reach is None


def test_an_empty_workspace_has_too_little(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "empty") as workspace, pytest.raises(CestaError) as caught:
        propose(workspace)
    assert caught.value.code == "too_little"


def test_ids_count_up() -> None:
    assert free_id([]) == "first-map"
    assert free_id(["first-map"]) == "first-map-2"
