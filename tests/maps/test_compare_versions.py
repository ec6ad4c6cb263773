"""Two versions laid over each other: every part of either stands once, at its place, with what became of it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.compare_versions import VersionsCompared, VersionStage, VersionStop, compared, laid_over, merged
from cesta.maps.drafts import Desk, Editor, Wish
from cesta.maps.edit import Edit
from cesta.store.workspace import Workspace

NAMES = st.lists(st.sampled_from("abcdef"), unique=True)
OLD: dict[str, Any] = {
    "title": "Buy",
    "stages": [
        {"id": "look", "name": "I look", "touchpoints": [{"id": "ad", "name": "Ad"}, {"id": "site", "name": "Site"}]},
        {"id": "pay", "name": "I pay", "touchpoints": [{"id": "card", "name": "Card"}, {"id": "help", "name": "Help"}]},
        {"id": "wait", "name": "I wait", "touchpoints": [{"id": "mail", "name": "Mail"}]},
    ],
}


def parts(found: VersionsCompared) -> list[VersionStage | VersionStop]:
    return [*found.stages, *(stop for stage in found.stages for stop in stage.touchpoints)]


def states(found: VersionsCompared) -> dict[str, str]:
    return {part.id: part.state for part in parts(found)}


@given(NAMES, NAMES)
def test_what_is_there_keeps_its_order_and_what_is_gone_stands_once(old: list[str], new: list[str]) -> None:
    found = merged(old, new)
    assert [name for name in found if name in new] == new
    assert sorted(found) == sorted({*old, *new})


def test_added_removed_moved_and_changed_stand_at_their_places() -> None:
    new = deepcopy(OLD)
    look, pay, wait = new["stages"]
    look["touchpoints"] = [look["touchpoints"][1], {"id": "shop", "name": "Shop"}]
    pay["touchpoints"][0]["name"] = "By card"
    pay["touchpoints"][0]["barriers"] = [{"id": "b", "text": "BLIK is missing"}]
    wait["touchpoints"].append(pay["touchpoints"].pop())
    new["stages"] = [look, pay, wait, {"id": "come", "name": "I come again", "touchpoints": []}]
    new["title"] = "Buy clothes"
    found = laid_over(OLD, new)
    assert states(found) == {
        "look": "same", "ad": "removed", "site": "same", "shop": "added", "pay": "same", "card": "changed",
        "wait": "same", "mail": "same", "help": "moved", "come": "added",
    }  # fmt: skip
    assert [stop.id for stop in found.stages[0].touchpoints] == ["ad", "site", "shop"]
    (card,) = found.stages[1].touchpoints
    assert len(card.lines) == 2
    assert found.whole == ("title: Buy → Buy clothes",)


def test_a_stage_that_is_gone_stands_where_it_stood_with_what_went_with_it() -> None:
    new = deepcopy(OLD)
    del new["stages"][1]
    found = laid_over(OLD, new)
    became = [(stage.id, stage.state) for stage in found.stages]
    assert became == [("look", "same"), ("pay", "removed"), ("wait", "same")]
    assert {stop.state for stop in found.stages[1].touchpoints} == {"removed"}


@settings(max_examples=30)
@given(st.permutations(OLD["stages"]), st.sets(st.sampled_from(["look", "pay", "wait"])))
def test_every_line_stands_at_one_place(stages: list[Any], gone: set[str]) -> None:
    found = laid_over(OLD, {**OLD, "stages": [stage for stage in stages if stage["id"] not in gone]})
    placed = [line for part in parts(found) for line in part.lines]
    assert sorted([*placed, *found.whole]) == sorted(found.changes)
    assert len(states(found)) == 8


@pytest.mark.parametrize(("before", "after", "lines"), [("published", "draft", 1), ("draft", "draft", 0)])
def test_versions_are_known_by_name(
    tmp_path: Path, shop_maker: Callable[[Path], Workspace], before: str, after: str, lines: int
) -> None:
    desk = Desk(shop_maker(tmp_path / "shop"))
    desk.edit("buy-clothes", [Wish("1", Edit("set", ("owner",), "petr", "jana"))], Editor("a"), 1)
    for language in ("en", "pl", "cs", "ru"):
        assert len(compared(desk, "buy-clothes", before, after, language).whole) == lines
    desk.close()
