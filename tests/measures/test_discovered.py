"""Groups found in behaviour: those that were planted in the generated shop, and none among customers of one kind."""

from __future__ import annotations

import random

import numpy as np
import pytest
from tests.journeys.shop import Event, shop

from cesta.journeys.stays import dealt
from cesta.journeys.units import Journeys
from cesta.measures.discovered import Discovered, assigned, discover, everybody

DAY = 86_400_000_000


def someone(chance: random.Random, kind: str) -> list[Event]:
    """A comparer looks and looks and comes back; a buyer puts things into the cart at once."""
    time = chance.randrange(30) * DAY
    found: list[Event] = []
    country = chance.choice(["CZ", "PL"])
    for _ in range(chance.randint(2, 8)):
        looks = 1 + sum(chance.random() < (0.8 if kind == "comparer" else 0.2) for _ in range(6))
        source = chance.choices(["ad", "direct"], [4, 1] if kind == "comparer" else [1, 4])[0]
        said = {"source": source, "country": country}
        names = ["visit", *["look"] * looks, *(["cart"] if chance.random() < 0.5 else [])]
        found += [(name, time + 60_000_000 * n, said if not n else {}) for n, name in enumerate(names)]
        time += chance.randint(1, 20) * DAY
    return found


def people(seed: int, comparers: int, buyers: int) -> Journeys:
    chance = random.Random(seed)
    kinds = ["comparer"] * comparers + ["buyer"] * buyers
    return everybody(shop([someone(chance, kind) for kind in kinds]))


def told(found: Discovered) -> list[set[tuple[str, str, str]]]:
    return [{(tell.kind, tell.name, tell.answer) for tell in group.more} for group in found.groups]


def test_planted_groups_are_found_named_and_described() -> None:
    found = discover(people(1, 300, 200))
    assert [group.number for group in found.groups] == [1, 2]
    assert abs(found.groups[0].customers - 300) < 20
    assert sum(group.customers for group in found.groups) == found.customers == 500
    assert found.habits == ("source",)
    assert found.traits == ("country",)
    comparers, buyers = told(found)
    assert {("which", "source", "ad"), ("next", "look", "look")} <= comparers
    assert {("which", "source", "direct")} <= buyers
    for group in found.groups:
        assert group.rule is not None
        assert group.rule.precision > 0.8
        assert len(set(group.examples)) == 3
        assert not group.traits


def test_customers_who_are_alike_fall_into_no_groups() -> None:
    found = discover(people(2, 400, 0))
    assert (found.groups, found.customers) == ((), 400)


@pytest.mark.parametrize("seed", range(3))
def test_where_stays_belong_to_anybody_there_are_no_groups(seed: int) -> None:
    """Two kinds of stays, dealt out by lot: occasions, not groups."""
    assert assigned(dealt(people(seed, 200, 200), seed + 50), sample=300).fit.many == 1


def test_few_are_enough_to_learn_from_and_all_are_assigned() -> None:
    journeys = people(3, 400, 400)
    found = assigned(journeys, sample=300)
    truth = np.arange(800) < 400
    right = (found.labels == found.labels[0]) == truth
    assert found.fit.many == 2
    assert right.mean() > 0.9
    again = assigned(journeys, sample=300)
    assert found.labels.tolist() == again.labels.tolist()


def test_nobody_and_a_handful() -> None:
    assert discover(people(4, 0, 0)).groups == ()
    assert discover(people(4, 3, 3)).groups == ()
