"""The families of the practice, from the events there are; every proposal is a rule that can be read."""

from __future__ import annotations

from datetime import UTC

from cesta.model.event import Event, Value
from cesta.segments.families import FamilyProposal, proposals
from cesta.segments.rule import read_rule
from cesta.segments.sentence import show_rule
from cesta.segments.shelf import members
from cesta.store.columns import Columns, from_events

DAY = 86_400_000_000
DONE: list[tuple[str, str, int, dict[str, Value]]] = [
    ("ann", "search", 20, {"query": "red coat"}),
    ("bob", "search", 1, {"query": "boots"}),
    ("bob", "product_view", 20, {"category": "shoes", "brand": "Kiwi", "discount": 0.2}),
    ("cid", "search", 1, {}),
    ("cid", "product_view", 19, {"category": "coats"}),
    ("cid", "size_guide", 20, {}),
    ("dan", "product_view", 18, {"category": "coats"}),
    ("dan", "add_to_cart", 20, {}),
    ("eve", "add_to_cart", 18, {}),
    ("eve", "purchase", 19, {"gift": True, "occasion": "birthday"}),
    ("eve", "filter_used", 18, {}),
    ("eve", "quiz_answered", 18, {}),
]


def columns() -> Columns:
    return from_events(
        [Event("t", str(n), who, name, day * DAY, told) for n, (who, name, day, told) in enumerate(DONE)]
    )


def of(family: str, what: str) -> list[FamilyProposal]:
    return [one for one in proposals(columns()) if (one.family, one.what) == (family, what)]


def test_every_proposal_is_a_settled_rule() -> None:
    found = proposals(columns())
    assert {one.family for one in found} == {"choice_criteria", "need", "motive", "decision_stage"}
    assert [show_rule(read_rule(one.rule)) for one in found] == [one.rule for one in found]


def test_each_question_of_the_families_is_met() -> None:
    assert [one.value for one in of("choice_criteria", "filters")] == ["filter_used"]
    assert [one.value for one in of("choice_criteria", "attribute")] == ["brand: Kiwi"]
    assert [one.value for one in of("choice_criteria", "decides")] == ["discount"]
    assert [one.value for one in of("need", "category")] == ["coats", "shoes"]
    assert {one.value for one in of("need", "search")} == {"red coat", "boots"}
    assert [one.value for one in of("need", "answer")] == ["quiz_answered"]
    assert [one.value for one in of("motive", "reason")] == ["gift", "birthday"]


def test_everybody_is_in_at_most_one_stage_of_a_decision() -> None:
    found, data = (
        {one.what: read_rule(one.rule) for one in proposals(columns()) if one.family == "decision_stage"},
        columns(),
    )
    stages = {
        what: [data.customers[place] for place in members(rule, data, 21 * DAY, {}, UTC)]
        for what, rule in found.items()
    }
    assert stages == {"seeks": ["ann"], "learns": ["bob"], "compares": ["cid"], "ready": ["dan"]}


def test_events_without_a_meaning_propose_nothing() -> None:
    assert proposals(from_events([Event("t", "1", "ann", "zzz", 1)])) == ()
    assert proposals(from_events([])) == ()
