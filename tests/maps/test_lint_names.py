"""Names in a map that mean something elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.maps.document import parse
from cesta.maps.lint import lint
from cesta.maps.lint_names import Names, check_names
from cesta.store.workspace import Workspace

PATH, MOOD, WITHIN = "  path: [visit, card]", "        emotion: {assumed: -1}", "        success: {at_least: 0.5}"
NO_WAY = "Write max_time: {search -> pay: 2d}."
KNOWN: Names = {"map": ("buy", "year"), "persona": ("runner",), "measure": ("nps",)}


def found(text: str) -> set[tuple[str, int, str, str | None]]:
    document = parse(text, Path("buy.yaml"))
    said = check_names(document, KNOWN)
    return {(c.code, document.whole.place(c.pointer)[0], c.level, c.hint) for c in said}


def test_a_map_with_every_field_has_only_warnings_of_what_is_not_there_yet(full: Workspace) -> None:
    problems = lint(full, "order-clothes")
    assert {(problem.level, problem.code) for problem in problems} == {
        ("warning", "not_measured"), ("warning", "unknown_map")
    }  # fmt: skip
    lines = (full.root / "maps" / "order-clothes.yaml").read_text().splitlines()
    named = [lines[(problem.line or 0) - 1].strip() for problem in problems if problem.code == "not_measured"]
    assert named == [
        "emotion: {from: [survey.size, reviews.size], assumed: 1}",
        "emotion: {from: [survey.cart]}",
        "emotion: {from: [csat.checkout], assumed: -1}",
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "level", "hint"),
    [
        ("level: L1", "parent: yaer", "unknown_map", "warning", 'Did you mean "year"?'),
        ("level: L1", "measures: [conversoin]", "unknown_measure", "error", 'Did you mean "conversion"?'),
        ("level: L1", "measures: [time-in-stage]", "not_measured", "warning", None),
        ("level: L1", "own_lanes: [{id: law, name: Law, cells: {crad: PSD2}}]", "unknown_step", "error",
         'Did you mean "card"?'),
        ("level: L1", "blueprint: {support: {crad: bank}}", "unknown_step", "error", 'Did you mean "card"?'),
        (PATH, "  path: [visit]\n  optional: [vist]", "unknown_step", "error", 'Did you mean "visit"?'),
        (PATH, "  path: []\n  emotion: {crad: 1}", "unknown_step", "error", 'Did you mean "card"?'),
        (PATH, "  path: []\n  max_time: {look -> pya: 1h}", "unknown_step", "error", 'Did you mean "pay"?'),
        (PATH, "  path: []\n  max_time: {look: 1h}", "bad_value", "error", NO_WAY),
        ("    owner: jana", "    measures: [action-rate]", "not_measured", "warning", None),
        (WITHIN, "        success: {measure: nps, at_least: 30}", "not_measured", "warning", None),
        (MOOD, "        zooms_to: bye", "unknown_map", "warning", 'Did you mean "buy"?'),
        (MOOD, "        emotion: {from: [csat, reviews.size]}", "not_measured", "warning",
         "words, stars, csat, nps, or a property with its scale: score 0..10."),
    ],
)  # fmt: skip
def test_each_is_found_on_its_line(shop_map: str, old: str, new: str, code: str, level: str, hint: str | None) -> None:
    text = shop_map.replace("owner: jana", "level: L1\nowner: jana", 1).replace(
        old if old != "level" else "level: L1", new, 1
    )
    line = text.splitlines().index(new.splitlines()[-1]) + 1
    assert (code, line, level, hint) in found(text)


def test_names_that_exist_are_fine(shop_map: str) -> None:
    more = "owner: jana\nparent: year\nmeasures: [conversion, nps]\n"
    assert found(shop_map.replace("owner: jana\n", more, 1)) == set()


def test_the_target_of_another_measure_is_not_shown_as_ours(shop_map: str) -> None:
    text = shop_map.replace("target: 0.2", "measure: nps, target: 30").replace(
        "success: {at_least: 0.5}", "success: {measure: nps, at_least: 30}"
    )
    document = parse(text, Path("buy.yaml"))
    assert document.complaints == ()
    assert document.goal is not None
    assert document.goal.target is None
    assert document.touchpoints[0].action is not None
    assert document.touchpoints[0].action.at_least is None
