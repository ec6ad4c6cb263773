"""`cesta map moods|friction`: the numbers of the map, as lines for people."""

from __future__ import annotations

from pathlib import Path

from cesta.cli.map_felt import friction_lines, mood_lines
from cesta.maps.compose import Picked
from cesta.maps.friction import FrictionView, friction
from cesta.maps.moods import MoodsView, moods
from cesta.store.workspace import Workspace


def test_months_and_segments_stand_with_their_n(root: Path) -> None:
    with Workspace.open(root) as workspace:
        view = moods(workspace, "buy-clothes", None, Picked())
        rough = friction(workspace, "buy-clothes", Picked())
    text = "\n".join(mood_lines(view))
    assert all(one.start in text and f"n {one.emotion.n}" in text for one in view.months)
    lines = "\n".join(friction_lines(rough))
    assert all(one.touchpoint in lines for one in rough.stops if one.parts)


def test_nothing_is_said_to_be_nothing() -> None:
    assert mood_lines(MoodsView("m", None, (), ())) == ["Nobody said what they feel."]
    assert friction_lines(FrictionView(())) == ["No friction was seen."]
