"""Groups in replies: the likelihood is that of drawing from urns, planted groups are found, and nothing else."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.mixture import Groups, chances, fitted, found, usual_of
from cesta.kernels.replies import Replies, replies_of

FIRSTS = np.array([0, 2, 5])


def urn(draws: list[int], habits: list[float]) -> float:
    """The chance of drawing these answers one after the other, each put back with another of its kind."""
    chance, weights = 1.0, list(habits)
    for answer in draws:
        chance *= weights[answer] / sum(weights)
        weights[answer] += 1
    return chance


@given(
    st.lists(st.integers(0, 1), max_size=6),
    st.lists(st.integers(0, 2), max_size=6),
    st.lists(st.floats(0.1, 20), min_size=5, max_size=5),
)
def test_likelihood_is_that_of_drawing_from_urns(one: list[int], two: list[int], habits: list[float]) -> None:
    answers = np.array([*one, *(2 + answer for answer in two)], np.int64)
    replies = replies_of(np.zeros(len(answers), np.int64), answers, 1, FIRSTS)
    logs, belongs = chances(replies, Groups(np.ones(1), np.array([habits])))
    assert math.isclose(math.exp(logs[0]), urn(one, habits[:2]) * urn(two, habits[2:]), rel_tol=1e-9)
    assert belongs.tolist() == [[1.0]]


def drawn(rng: np.random.Generator, groups: list[list[float]], each: int, times: int) -> Replies:
    """So many units of each group, which answer six yes-or-no questions so often, with habits of their own."""
    owner, answers = [], []
    for number, chance in enumerate(np.repeat(np.array(groups), each, axis=0)):
        own = rng.beta(chance * 6, (1 - chance) * 6)
        for question, yes in enumerate(own.tolist()):
            said = (rng.random(times) < yes).astype(np.int64)
            owner.append(np.full(times, number))
            answers.append(2 * question + said)
    return replies_of(np.concatenate(owner), np.concatenate(answers), len(groups) * each, np.arange(0, 13, 2))


PLANTED = [[0.9, 0.9, 0.1, 0.1, 0.5, 0.5], [0.1, 0.1, 0.9, 0.9, 0.5, 0.5], [0.1, 0.9, 0.1, 0.9, 0.9, 0.1]]


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_planted_groups_are_found(seed: int) -> None:
    replies = drawn(np.random.default_rng(seed), PLANTED, each=150, times=8)
    fit = found(replies, most=8)
    assert fit.many == 3
    labels = fit.belongs.argmax(axis=1).reshape(3, 150)
    usual = [int(np.bincount(row).argmax()) for row in labels]
    assert sorted(usual) == [0, 1, 2]
    assert np.mean([np.mean(row == most) for row, most in zip(labels, usual, strict=True)]) > 0.95


@pytest.mark.parametrize("seed", range(20, 30))
def test_habits_of_ones_own_are_no_groups(seed: int) -> None:
    """Everybody keeps to what she did before, but what she does in one thing tells nothing of another."""
    replies = drawn(np.random.default_rng(seed), [[0.3, 0.5, 0.7, 0.2, 0.5, 0.4]], each=400, times=8)
    assert found(replies, most=8).many == 1


@given(st.integers(0, 50), st.permutations([0, 1, 2, 3, 4, 5]))
def test_the_order_of_questions_changes_nothing(seed: int, order: list[int]) -> None:
    replies = drawn(np.random.default_rng(seed), PLANTED[:2], each=15, times=4)
    place = np.array([2 * order[answer // 2] + answer % 2 for answer in range(12)])
    owner = np.repeat(np.arange(replies.size), np.diff(replies.offsets))
    other = replies_of(
        np.repeat(owner, replies.counts), np.repeat(place[replies.answers], replies.counts), 30, replies.firsts
    )
    one, two = (
        fitted(each, np.random.default_rng(1).dirichlet([1, 1], 30), usual_of(each), rounds=5)
        for each in (replies, other)
    )
    assert np.allclose(one.belongs, two.belongs, atol=1e-6)


def test_more_rounds_never_make_it_less_likely() -> None:
    replies = drawn(np.random.default_rng(3), PLANTED, each=40, times=5)
    start = np.random.default_rng(4).dirichlet([1, 1, 1], 120)
    likely = [fitted(replies, start, usual_of(replies), rounds).likely for rounds in (1, 3, 9, 27)]
    assert all(later > earlier - 1 for earlier, later in pairwise(likely))
