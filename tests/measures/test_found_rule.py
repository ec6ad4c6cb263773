"""A rule for a group: it is one that segments can be made of, and the segment has the members it promises."""

from __future__ import annotations

import json
import random

import numpy as np
from tests.journeys.shop import Event, shop

from cesta.journeys.units import Asked, by_stretch
from cesta.measures.found_rule import rule_for
from cesta.measures.tells import Tell
from cesta.segments.document import parse
from cesta.segments.shelf import Members

DAY = 86_400_000_000


def tell(kind: str, name: str, answer: str) -> Tell:
    return Tell(kind, name, 0, answer, 0.0, 0.0, 0.0, 0.0)


def someone(chance: random.Random, saves: bool) -> list[Event]:
    found: list[Event] = []
    for day in range(chance.randint(3, 12)):
        reduced = chance.random() < (0.85 if saves else 0.15)
        found.append(("see", day * DAY, {"label": "it's reduced" if reduced else "new"}))
        if chance.random() < 0.3:
            found.append(("buy", day * DAY + 1, {}))
    return found


def test_the_rule_is_readable_and_its_segment_agrees() -> None:
    chance = random.Random(8)
    saves = np.array([number % 3 == 0 for number in range(600)])
    columns = shop([someone(chance, one) for one in saves.tolist()])
    journeys = by_stretch(Asked(columns), (None, None), None)
    found = rule_for(journeys, [tell("which", "label", "it's reduced"), tell("next", "see", "buy")], saves)
    assert found is not None
    text = json.dumps({"cesta": "segment/1", "id": "savers", "name": "Savers", "rule": found.rule})
    inside = Members({"savers": parse(text)}, columns)("savers")
    both = int(saves[inside].sum())
    assert found.precision == both / len(inside) > 0.9
    assert found.recall == both / int(saves.sum()) > 0.9
    assert "it''s reduced" in str(found.rule)


def test_no_rule_where_nothing_tells() -> None:
    chance = random.Random(9)
    columns = shop([someone(chance, False) for _ in range(200)])
    journeys = by_stretch(Asked(columns), (None, None), None)
    assert rule_for(journeys, [], np.arange(200) % 2 == 0) is None
