"""What sets a group apart: a difference that is there is named, chance alone is not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.journeys.habits import Question
from cesta.kernels.replies import Replies, replies_of
from cesta.measures.tells import some_of, tells

QUESTIONS = tuple(Question("which", f"q{n}", np.arange(2), ("no", "yes")) for n in range(40))


def answers(seed: int, apart: float) -> tuple[Replies, np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    """Forty questions to 600 customers in two groups, each four times; in the first question they are so far apart."""
    rng = np.random.default_rng(seed)
    mine = rng.random(600) < 0.3
    chance = np.full((600, 40), 0.4)
    chance[:, 0] += apart * mine
    own = rng.beta(4 * chance, 4 * (1 - chance))
    said = rng.random((4, 600, 40)) < own
    _, owner, question = np.indices(said.shape)
    codes = (2 * question + said).ravel().astype(np.int64)
    return replies_of(owner.ravel().astype(np.int64), codes, 600, np.arange(0, 81, 2)), mine


@pytest.mark.parametrize("seed", range(5))
def test_a_planted_difference_comes_first(seed: int) -> None:
    replies, mine = answers(seed, 0.35)
    first = next(tell for tell in tells(QUESTIONS, replies, mine) if tell.sure > 0)
    assert (first.name, first.answer) == ("q0", "yes")
    assert first.low < 0.35 < first.high


def test_chance_alone_names_hardly_anything() -> None:
    named = [len(tells(QUESTIONS, *answers(seed, 0.0))) for seed in range(100, 150)]
    # 50 times 40 questions at one error in a thousand, and the difference must be three points at the least
    assert sum(named) <= 6


@given(st.lists(st.integers(0, 50), min_size=1, max_size=20), st.integers(1, 5))
def test_examples_are_different_members(lengths: list[int], many: int) -> None:
    group = np.arange(len(lengths), dtype=np.int64)
    found = some_of(group, np.array(lengths, np.int64), many).tolist()
    assert len(set(found)) == len(found) == min(many, len(lengths)) or len(found) < many
    assert [lengths[place] for place in found] == sorted(lengths[place] for place in found)
