"""From an empty map to a filled one by taking what the six steps propose; every proposal is an edit that holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.maps.barriers.looking import barriers
from cesta.maps.complete import STEPS
from cesta.maps.compose import Picked
from cesta.maps.document import load_text
from cesta.maps.edit import Edit, Sheet
from cesta.maps.library import finder
from cesta.maps.steps import SixSteps, StepProposal, six_steps
from cesta.store.workspace import Workspace

EMPTY = """\
cesta: map/1
id: mine
title: Mine
status: draft
start: {first_of: [{}], after_silence: 30d}
end: {any_of: [silence 30d]}
stages:
  - {id: first, name: Where it begins, touchpoints: []}
"""


class Walk:
    """A map on its way, edited by what is proposed."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.path = workspace, Path("maps/mine.yaml")
        (workspace.root / "maps").mkdir(exist_ok=True)
        (workspace.root / self.path).write_text(EMPTY)
        self.sheet = Sheet(EMPTY, self.path, finder(workspace))

    def look(self, language: str = "en") -> SixSteps:
        return six_steps(self.workspace, "mine", self.sheet.text, language)

    def of(self, step: str) -> list[StepProposal]:
        return [one for one in self.look().proposals if one.step == step]

    def take(self, one: StepProposal) -> None:
        for edit in one.edits:
            self.sheet.apply(edit)


@pytest.fixture
def walk(shop: Workspace) -> Walk:
    return Walk(shop)


def test_an_empty_map_is_filled_step_by_step(walk: Walk) -> None:
    shares = [walk.look().complete.share]
    for step in ("persona", "touchpoints", "goals", "goals", "focus"):
        found = walk.of(step)
        assert found, step
        walk.take(found[0])
        shares.append(walk.look().complete.share)
    assert shares == sorted(shares)
    assert shares[-1] > shares[0] + 0.3
    document = load_text(walk.workspace, "mine", walk.sheet.text)
    assert document.goal is not None
    assert document.goal.target is not None
    assert not document.complaints
    assert "first" not in {stage.id for stage in document.stages}


def test_a_stop_that_was_left_out_is_proposed_at_its_place(walk: Walk) -> None:
    walk.take(walk.of("touchpoints")[0])
    whole = load_text(walk.workspace, "mine", walk.sheet.text)
    gone = whole.touchpoints[1]
    walk.sheet.apply(Edit("remove", ("stages", whole.stages[0].id, "touchpoints", gone.id)))
    (found,) = walk.of("touchpoints")
    walk.take(found)
    assert [one.id for one in load_text(walk.workspace, "mine", walk.sheet.text).touchpoints] == [
        one.id for one in whole.touchpoints
    ]


def test_a_barrier_found_is_proposed_to_be_removed_in_four_languages(walk: Walk) -> None:
    walk.take(walk.of("touchpoints")[0])
    walk.take(walk.of("goals")[0])
    found = barriers(walk.workspace, "mine", Picked(), walk.sheet.text).view.barriers
    stop = load_text(walk.workspace, "mine", walk.sheet.text).touchpoints[0]
    at = next(
        ("stages", stage.id, "touchpoints", stop.id, "barriers")
        for stage in load_text(walk.workspace, "mine", walk.sheet.text).stages
        if stop in stage.touchpoints
    )
    id_ = found[0].id if found else "drop-off-payment-details"
    walk.sheet.apply(Edit("add", at, {"id": id_, "text": "here they stop", "evidence": "measured"}))
    fixes = walk.of("removal")
    assert fixes
    assert {one.about for one in fixes} == {"here they stop"}
    walk.take(fixes[0])
    assert walk.of("removal") == []
    points = {point.name: point for point in walk.look().complete.points}
    assert points["fixes"].filled == points["fixes"].of == 1


def test_steps_are_in_order_and_each_proposal_has_an_edit(walk: Walk) -> None:
    found = walk.look("cs").proposals
    assert [STEPS.index(one.step) for one in found] == sorted(STEPS.index(one.step) for one in found)
    assert all(one.edits for one in found)
