"""Stages: cut where the meaning changes, in the customer's order; what happens beside stands where it happens."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.maps.propose.cutting import MOST, stages_of
from cesta.maps.propose.draft import Draft
from cesta.maps.propose.kinds import Kind
from cesta.maps.propose.meanings import meaning_of
from cesta.maps.propose.order import in_order, ways
from cesta.store.columns import Columns


def kind_of(name: str) -> Kind:
    meaning = meaning_of(name)
    return Kind((name,), name, meaning, meaning.stage if meaning else None)


POOL = ("home", "search", "wishlist", "add to cart", "purchase", "login", "error", "chat", "qqa", "qqb", "qqc", "qqd")


@given(
    st.lists(st.sampled_from(POOL), min_size=1, max_size=12, unique=True),
    st.lists(st.integers(0, 11), min_size=60, max_size=60),
)
def test_every_kind_is_in_one_stage(names: list[str], steps: list[int]) -> None:
    kinds = [kind_of(name) for name in names]
    size = len(kinds)
    walk, unit = np.array(steps) % size, np.arange(60) // 6
    found = ways(walk, np.arange(60), unit, unit, size)
    order = in_order(found, [None] * size)
    stages = stages_of(kinds, found, order, None)
    assert sorted(place for stage in stages for place in stage) == list(range(size))
    assert 1 <= len(stages) <= MOST


def test_help_before_the_goal_is_beside_and_after_it_is_a_stage(
    world: Callable[..., Columns], drawn: Callable[[Columns], Draft], stages: Callable[[Draft], dict[str, list[str]]]
) -> None:
    before = stages(drawn(world("9 x: home 0m, payment 1m, chat 2m, purchase 3m")))
    assert before == {"I look around": ["I open the home page"], "I buy": ["I pay", "I buy", "I write to the chat"]}
    after = stages(drawn(world("9 x: home 0m, payment 1m, purchase 3m, chat 90m")))
    assert list(after) == ["I look around", "I buy", "I ask for help"]


def test_a_long_time_parts_what_has_no_meaning(
    world: Callable[..., Columns], drawn: Callable[[Columns], Draft], stages: Callable[[Draft], dict[str, list[str]]]
) -> None:
    found = stages(drawn(world("9 x: qqa 0m, qqb 1m, qqc 2m, qqd 20d, qqe 20d, qqf 60d")))
    assert len(found) >= 3
    assert [name for names in found.values() for name in names] == ["Qqa", "Qqb", "Qqc", "Qqd", "Qqe", "Qqf"]


def test_a_goal_that_few_come_to_is_a_stage_of_its_own(
    world: Callable[..., Columns], drawn: Callable[[Columns], Draft], stages: Callable[[Draft], dict[str, list[str]]]
) -> None:
    columns = world("9 x: campaign 0d, first purchase 3d", "2 x: campaign 0d, coupon redeemed 2d, first purchase 3d")
    assert list(stages(drawn(columns)).items())[-1] == ("I use a coupon", ["I use a coupon"])
