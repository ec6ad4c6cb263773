"""Rules are chances, and a plant changes nothing but its own numbers."""

from __future__ import annotations

import numpy as np
import pytest

from cesta.samples.retail.plants import NAMES
from cesta.samples.retail.rules import rules

CHANCES = (
    "accept", "in_store", "on_app", "devices", "source", "category", "buys", "search", "more_views", "more_visits",
    "size_guide", "discounted", "confirms", "returns", "joins", "opens", "again", "special", "calls", "goes_on",
    "checked", "fails", "retries", "offered", "takes_chat", "late", "leaves", "mood", "writes", "online_hours",
    "store_hours",
)  # fmt: skip
CUMULATIVE = ("devices", "source", "category", "mood", "online_hours", "store_hours")
OWN = {
    "phone_payment": {"fails"}, "slow_step": {"check_hours"}, "helpful_chat": {"chat_gain"}, "loop": {"again"},
    "late_delivery": {"leaves", "mood"}, "confounded_call": {"goes_on"},
}  # fmt: skip


@pytest.mark.parametrize("noise", [0, 1, 2])
def test_chances_are_chances(noise: int) -> None:
    known = rules(noise, NAMES)._asdict()
    for name in CHANCES:
        assert ((np.asarray(known[name]) >= 0) & (np.asarray(known[name]) <= 1 + 1e-12)).all(), name
    for name in CUMULATIVE:
        assert np.allclose(np.asarray(known[name])[..., -1], 1), name
    assert (known["confirms"] + known["chat_gain"] <= 1).all()


@pytest.mark.parametrize("plant", NAMES)
def test_a_plant_touches_only_its_own_numbers(plant: str) -> None:
    bare, planted = rules(1, [])._asdict(), rules(1, [plant])._asdict()
    assert {name for name in bare if not np.array_equal(bare[name], planted[name])} == OWN[plant]
