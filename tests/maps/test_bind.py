"""A map of a workspace: it follows every edit at once, and broken parts do not take the rest with them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from cesta.maps.bind import bound, view
from cesta.maps.compose import Picked
from cesta.maps.lint import lint
from cesta.maps.shelf import list_maps
from cesta.model.errors import CestaError
from cesta.model.instant import show_instant
from cesta.store.workspace import Workspace


def test_the_view_of_the_shop(shop: Workspace, visits: Counter[str]) -> None:
    found = view(shop, "buy", lang="pl")
    assert found.title == "Kupuję płaszcz"
    assert [stage.id for stage in found.stages] == ["look", "pay"]
    assert found.people.value == len(visits)
    assert found.persona is not None
    assert found.persona.name == "Biegacz"
    assert found.review_due == "2026-01-31"
    assert found.review_late
    assert found.stages[0].touchpoints[0].emotion.value == -1
    assert found.stages[0].touchpoints[1].barriers[0].fixes[0].status == "idea"
    assert [choice.id for choice in found.segments] == ["often"]


def test_editing_a_segment_changes_the_map_at_once(shop: Workspace, visits: Counter[str]) -> None:
    before = view(shop, "buy", segment="often")
    path = shop.root / "segments" / "often.yaml"
    path.write_text(path.read_text().replace("at_least: 2", "at_least: 1"))
    after = view(shop, "buy", segment="often")
    assert before.people.n == sum(count >= 2 for count in visits.values())
    assert after.people.n == len(visits) != before.people.n
    assert before.generation != after.generation


def test_editing_the_map_changes_it_at_once(shop: Workspace) -> None:
    path = shop.root / "maps" / "buy.yaml"
    before = view(shop, "buy")
    path.write_text(path.read_text().replace("after 7d", "after 1h"))
    after = view(shop, "buy")
    assert after.journeys.n >= before.journeys.n
    assert after.goal is not None
    assert before.goal is not None
    assert after.goal.reached.n <= before.goal.reached.n


def test_equal_questions_are_worked_out_once(shop: Workspace) -> None:
    assert bound(shop, "buy", Picked()) is bound(shop, "buy", Picked())
    assert bound(shop, "buy", Picked()) is not bound(shop, "buy", Picked(language="pl"))


def test_a_draft_is_counted_as_its_file_would_be_and_only_what_its_rules_change_is_followed_again(
    shop: Workspace,
) -> None:
    path = shop.root / "maps" / "buy.yaml"
    text = path.read_text()
    published = bound(shop, "buy", Picked())
    renamed = bound(shop, "buy", Picked(), text.replace("id: pay", "id: pay\n    owner: eva"))
    assert renamed.trace is published.trace
    assert renamed.view.stages[1].owner == "eva"
    other = text.replace("after 7d", "after 1h")
    draft = bound(shop, "buy", Picked(), other)
    assert draft.trace is not published.trace
    path.write_text(other)
    saved = view(shop, "buy")
    assert (saved.journeys, saved.goal, saved.stages) == (draft.view.journeys, draft.view.goal, draft.view.stages)


def test_a_broken_segment_is_a_problem_not_an_end(shop: Workspace) -> None:
    (shop.root / "segments" / "bad.yaml").write_text("cesta: segment/1\nid: bad\nname: Bad\nrule: {dit: visit}\n")
    (shop.root / "segments" / "worse.yaml").write_text("{")
    found = view(shop, "buy")
    assert {problem.code for problem in found.problems} >= {"bad_segment", "bad_yaml"}
    assert [choice.id for choice in found.segments] == ["often"]
    with pytest.raises(CestaError, match=r"bad\.yaml:4"):
        view(shop, "buy", segment="bad")


def test_a_name_never_seen_is_said(shop: Workspace) -> None:
    path = shop.root / "maps" / "buy.yaml"
    path.write_text(path.read_text().replace("match: {event: payment_details}", "match: {event: payment_detials}"))
    (problem,) = [problem for problem in view(shop, "buy").problems if problem.code == "unknown_event"]
    assert problem.hint == 'Did you mean "payment_details"?'
    assert path.read_text().splitlines()[(problem.line or 0) - 1].strip() == "match: {event: payment_detials}"


def test_a_rule_that_cannot_be_used_leaves_its_stop_empty(shop: Workspace) -> None:
    path = shop.root / "maps" / "buy.yaml"
    path.write_text(
        path.read_text().replace(
            "{event: add_to_cart}\n      - id: card", "{event: add_to_cart, where: product > 3}\n      - id: card"
        )
    )
    found = view(shop, "buy")
    assert found.stages[1].touchpoints[0].reach.n == 0
    assert "bad_condition" in {problem.code for problem in found.problems}
    assert found.stages[0].reached.n > 0


@pytest.mark.parametrize(
    ("picked", "code"),
    [
        (Picked(segment="oftn"), "unknown_segment"),
        (Picked(date_from="2026-02-01", date_to="2026-01-01"), "bad_range"),
        (Picked(date_from="soon"), "bad_time"),
    ],
)
def test_what_cannot_be_picked(shop: Workspace, picked: Picked, code: str) -> None:
    with pytest.raises(CestaError) as caught:
        bound(shop, "buy", picked)
    assert caught.value.code == code


def test_a_map_before_the_first_event(tmp_path: Path, shop_map: str) -> None:
    with Workspace.create(tmp_path / "empty") as workspace:
        (workspace.root / "maps" / "buy.yaml").write_text(shop_map)
        found = view(workspace, "buy")
        assert (found.journeys.value, found.as_of, found.trend) == (0, None, ())
        assert found.goal is not None
        assert found.goal.rate.value is None
        assert "unknown_persona" in {problem.code for problem in found.problems}
        with pytest.raises(CestaError, match="buy"):
            view(workspace, "bye")


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("cesta: map/1\nid: [\n", "bad_yaml", "maps/bad.yaml:3:1: "),
        ("cesta: map/1\nreviewed: 2026-02-30\n", "bad_yaml", "maps/bad.yaml:2:11: 2026-02-30 "),
        ("cesta: map/1\nid: bad\ntitle: Bad\nstagse: []\n", "bad_map", "bad.yaml:4: "),
        ("", "bad_map", "bad.yaml:1: "),
        ("cesta: map/1\nextends: byu\n", "bad_map", "bad.yaml:2: "),
    ],
)
def test_a_broken_map_says_where_and_leaves_the_others_alone(
    shop: Workspace, visits: Counter[str], text: str, code: str, where: str
) -> None:
    (shop.root / "maps" / "bad.yaml").write_text(text)
    with pytest.raises(CestaError) as caught:
        view(shop, "bad")
    assert caught.value.code == code
    assert caught.value.message.startswith(where)
    (problem,) = lint(shop, "bad")
    assert f"bad.yaml:{problem.line}:" in where
    assert {entry.id: entry.status for entry in list_maps(shop)} == {"bad": "broken", "buy": "draft"}
    assert view(shop, "buy").people.value == len(visits)


def test_a_view_says_how_old_its_data_are(shop: Workspace) -> None:
    newest = show_instant(int(shop.columns().times.max()))
    found = view(shop, "buy")
    assert (found.as_of, found.known_to) == (newest, newest[:10])
