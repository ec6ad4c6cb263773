"""Properties that say what somebody does, against those that say who she is."""

from __future__ import annotations

import random

from tests.journeys.shop import Event, shop

from cesta.journeys.behaviour import Kinds, kinds
from cesta.journeys.units import Asked, by_stretch
from cesta.model.event import Value


def someone(chance: random.Random) -> list[Event]:
    """A year in which what she looks at changes, where she lives does not, and the town is one of her country's."""
    country = chance.choice(["CZ", "PL"])
    found: list[Event] = []
    for day in range(8):
        town = chance.choice({"CZ": ["Brno", "Plzeň"], "PL": ["Poznań", "Gdynia"]}[country])
        kind = chance.choice(["coat", "shirt"])
        said: dict[str, Value] = {
            "country": country,
            "town": town,
            "kind": kind,
            "sort": {"coat": "warm", "shirt": "light"}[kind],
            "number": chance.randrange(10**9),
        }
        found.append(("see", day * 86_400_000_000, said))
    return found


def test_traits_and_what_follows_from_them_are_left_aside() -> None:
    chance = random.Random(5)
    journeys = by_stretch(Asked(shop([someone(chance) for _ in range(80)])), (None, None), None)
    # of kind and sort, which say the same, one is enough; a number that never comes twice tells nothing
    assert kinds(journeys) == Kinds(("kind",), ("country", "town"))
