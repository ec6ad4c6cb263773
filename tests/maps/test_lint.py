"""The linter, on a real document with the typos that people make: each is found on its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.maps.document import parse
from cesta.maps.lint import Shelf, lint, problems_of
from cesta.store.workspace import Workspace

SHELF = Shelf({"segment": ("often",), "persona": ("runner",)}, channels=("web", "app"), languages=("en", "pl"))
NO_GOAL = "Write goal: {event: …}: without one nobody can be lost or won."
UNITS = 'Write a whole number and one unit: "15s", "30m", "24h", "7d" or "2w".'


def found(text: str) -> set[tuple[str, int, str | None]]:
    problems = problems_of(parse(text, Path("buy.yaml")), SHELF)
    return {(problem.code, problem.line or 0, problem.hint) for problem in problems}


def line(text: str, part: str) -> int:
    return next(number for number, each in enumerate(text.splitlines(), start=1) if part in each)


def test_only_the_missing_owner_is_left(shop_map: str) -> None:
    assert found(shop_map) == {("no_owner", line(shop_map, "id: pay"), "Write owner: and a name.")}


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ("owner: jana\nreviewed", "onwer: jana\nreviewed", "unknown_field", 'Did you mean "owner"?'),
        ("reviewed: 2026-01-01\n", "", "no_review_date", "Write reviewed: 2026-10-20."),
        ("reviewed: 2026-01-01", "reviewed: last week", "bad_time", 'Days are written "2024-03-20".'),
        ("persona: runner", "persona: runer", "unknown_persona", 'Did you mean "runner"?'),
        ("persona: runner", "segment: oftn", "unknown_segment", 'Did you mean "often"?'),
        ("channel: web\n", "channel: wbe\n", "unknown_channel", 'Did you mean "web"?'),
        ("id: card", "id: cart", "duplicate_id", None),
        ("path: [visit, card]", "path: [visit, crad]", "unknown_step", 'Did you mean "card"?'),
        (", target: 0.2", "", "metric_without_target", "Write target: 0.2 for 20 %."),
        ("goal: {event: purchase, target: 0.2}\n", "", "no_goal", NO_GOAL),
        ("target: 0.2", "target: 20", "bad_value", None),
        ("end: {any_of: [after 7d]}\n", "", "no_end", "Write end: {any_of: [silence 60d]}."),
        ("after 7d", "after 7 days", "bad_duration", UNITS),
        ("emotion: {assumed: -1}", "emotion: {assumed: -3}", "bad_value", None),
        ("status: idea", "status: ide", "bad_value", 'Did you mean "idea"?'),
        ("name: I come in", "nmae: I come in", "unknown_field", 'Did you mean "name"?'),
        ("title: {en: I buy a coat, pl: Kupuję płaszcz}", "title: {en: I buy a coat}", "missing_language", None),
        ("cesta: map/1", "cesta: map/2", "newer_format", "This Cesta reads map/1; a newer one may be needed."),
        ("id: buy", "id: bye", "wrong_file_name", "Give both the same name."),
    ],
)  # fmt: skip
def test_typos(shop_map: str, old: str, new: str, code: str, hint: str | None) -> None:
    text = shop_map.replace(old, new)
    assert text != shop_map
    assert (code, hint) in {(problem, told) for problem, _, told in found(text)}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("path: [visit, card]", "path: [visit, crad]", "unknown_step"),
        ("            fixes:", "            fixse:", "unknown_field"),
        ("              - {id: cm, text: Add them, status: idea}", "              - {id: cm, text: 7}", "bad_value"),
        ("success: {at_least: 0.5}", "success: {at_least: half}", "bad_value"),
    ],
)
def test_the_line_is_the_line(shop_map: str, old: str, new: str, code: str) -> None:
    text = shop_map.replace(old, new)
    assert (code, line(text, new.strip())) in {(problem, where) for problem, where, _ in found(text)}


def test_too_many_stages(shop_map: str) -> None:
    more = "".join(f"  - id: s{n}\n    name: S\n    owner: x\n    touchpoints: []\n" for n in range(8))
    codes = [code for code, _, _ in found(shop_map.replace("desired:", f"{more}desired:"))]
    assert codes.count("too_many_stages") == 1
    assert "no_touchpoints" in codes


def test_a_map_that_cannot_be_read_is_one_problem(shop: Workspace) -> None:
    path = shop.root / "maps" / "buy.yaml"
    path.write_text("a: [1\nb: 2\n")
    (problem,) = lint(shop, "buy")
    assert (problem.code, problem.level) == ("bad_yaml", "error")
    assert problem.line == 2
