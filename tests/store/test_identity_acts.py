"""What people decide holds at once in every answer, and can be taken back to the byte."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.who import hear, journeys, message

from cesta.identity.rules import Limit, Rules
from cesta.journeys.answer import answer
from cesta.model.errors import CestaError
from cesta.store.identity import FILE
from cesta.store.identity_acts import apart, preview, redo, save_rules, share, together, undo
from cesta.store.identity_told import merges
from cesta.store.workspace import Workspace

QUESTIONS = (
    {"analysis": "funnel", "params": {"steps": ["see", "buy"]}},
    {"analysis": "transitions", "params": {}},
)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workspace]:
    """Each of eight customers looked around on two devices and bought on one; two share another."""
    with Workspace.create(tmp_path / "shop") as workspace:
        for n in range(8):
            visits = [message(n * 10 + at, {"anonymous_id": f"x{n}-{at}"}, day=at) for at in (0, 1)]
            names = [
                message(n * 10 + at + 2, {"anonymous_id": f"x{n}-{at}", "user_id": f"u{n}"}, "buy", at + 1)
                for at in (0, 1)
            ]
            hear(workspace, [*visits, *names])
        hear(workspace, [message(100 + n, {"anonymous_id": "family", "user_id": f"u{n}"}, day=5) for n in (1, 2)])
        hear(workspace, [message(110, {"anonymous_id": "family"}, day=6)])
        yield workspace


def answers(workspace: Workspace) -> tuple[object, ...]:
    """The journeys, and what questions say about them."""
    snapshot = workspace.snapshot()
    return journeys(workspace), *(answer(question, snapshot) | {"took_ms": 0} for question in QUESTIONS)


def test_every_merge_undone_in_random_order_restores_earlier_answers_to_the_byte(shop: Workspace) -> None:
    order, seen, undone = random.Random(7), [answers(shop)], list[str]()
    while found := merges(shop, most=1000).merges:
        undone.append(order.choice(found).id)
        undo(shop, undone[-1], "ann")
        seen.append(answers(shop))
    by_id = dict(journeys(shop))
    assert {"x0-0", "x0-1", "u0", "family"} <= by_id.keys()
    assert len(undone) >= 17
    while undone:
        assert answers(shop) == seen.pop()
        redo(shop, undone.pop(), "ann")
    assert answers(shop) == seen.pop()


def test_a_restart_and_another_process_see_the_same(shop: Workspace) -> None:
    undo(shop, merges(shop).merges[0].id, "ann")
    with Workspace.open(shop.root) as other:
        assert answers(other) == answers(shop)
        undo(other, merges(other).merges[0].id, "ann")
        assert answers(shop) == answers(other)


def test_by_hand_and_apart(shop: Workspace) -> None:
    before = answers(shop)
    decision = together(shop, ["u3", "x4-0"], "ann")
    assert dict(journeys(shop)).keys() & {"u3", "u4"} == {"u3"}
    with pytest.raises(CestaError) as told:
        redo(shop, f"d{decision.seq}", "ann")
    assert told.value.code == "unknown_merge"
    undo(shop, f"d{decision.seq}", "ann")
    assert answers(shop) == before
    apart(shop, ["u5", "x5-1"], "ann")
    assert "x5-1" in dict(journeys(shop))
    with pytest.raises(CestaError) as told:
        together(shop, ["x5-0", "x5-1"], "ann")
    assert told.value.code == "kept_apart"
    for few in ([], ["u1"], ["u1", "u1"]):
        with pytest.raises(CestaError) as told:
            apart(shop, few, "ann")
        assert told.value.code == "bad_value"


def test_a_shared_device_is_nobodys(shop: Workspace) -> None:
    assert "family" not in dict(journeys(shop))
    share(shop, ["family"], "ann")
    assert dict(journeys(shop))["family"] == [("see", 6 * 86_400_000_000 + 110)]
    with pytest.raises(CestaError) as told:
        share(shop, [], "ann")
    assert told.value.code == "bad_value"


def test_looked_at_before_nothing_changes(shop: Workspace) -> None:
    before = answers(shop)
    found = preview(shop, Rules(limits={"anonymous_id": Limit(0)}))
    assert (found.people_before, found.people_after, found.gone_count, found.new_count) == (8, 25, 17, 0)
    last = merges(shop).merges[0]
    assert [each.id for each in preview(shop, without=last.id).gone] == [last.id]
    assert answers(shop) == before
    with pytest.raises(CestaError) as told:
        preview(shop, without="m0")
    assert told.value.code == "unknown_merge"


def test_rules_are_checked_before_they_are_kept(shop: Workspace) -> None:
    with pytest.raises(CestaError) as told:
        save_rules(shop, "cesta: identity/1\ncountry: Poland\n")
    assert (told.value.code, (shop.root / FILE).exists()) == ("bad_identity", False)
    save_rules(shop, "cesta: identity/1\nlimits: {anonymous_id: 0}\n")
    assert merges(shop).count == 0
    assert len(journeys(shop)) == 25
