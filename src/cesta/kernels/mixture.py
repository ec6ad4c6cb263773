"""Groups of units that answer many small questions alike, each group with habits of its own, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.replies import Numbers, Replies

ROUNDS, TRIALS, INNER = 60, 25, 3
CLOSE = 1e-6
"""A round that betters the likelihood of a unit by less ends the search."""
FEWEST = 20
"""No group of so few is parted."""
AXES = 3
LARGEST = 1e4
"""Answers of a group may vary no less between units than tosses of one coin."""


@dataclass(frozen=True)
class Groups:
    """Group g is the share shares[g] of all; habits[g, a] says how strongly it leans to answer a.

    A unit's answers to one question are drawn from an urn (Pólya): the leanings over their sum are the chances, and the
    smaller the sum, the more each unit keeps to what it did before.
    """

    shares: Numbers
    habits: Numbers


def chances(replies: Replies, groups: Groups) -> tuple[Numbers, Numbers]:
    """For each unit, the log of its likelihood, and (units x groups) the chance that it belongs to each group.

    >>> replies = Replies(np.array([0, 1, 2]), np.array([0, 1]), np.array([3, 3]), np.array([0, 2]))
    >>> alike = Groups(np.array([0.5, 0.5]), np.array([[1.0, 1.0], [1.0, 1.0]]))
    >>> chances(replies, alike)[1].tolist()
    [[0.5, 0.5], [0.5, 0.5]]
    >>> apart = Groups(np.array([0.5, 0.5]), np.array([[9.0, 1.0], [1.0, 9.0]]))
    >>> chances(replies, apart)[1].round(3).tolist()
    [[0.994, 0.006], [0.006, 0.994]]
    """
    ladder = replies.ladder
    likely = np.stack([ladder.sums(_climbed(replies, habits)) for habits in groups.habits], axis=1)
    likely += np.log(groups.shares)
    highest = likely.max(axis=1, keepdims=True)
    weights = np.exp(likely - highest)
    whole = weights.sum(axis=1, keepdims=True)
    return (highest + np.log(whole))[:, 0], weights / whole


def _climbed(replies: Replies, habits: Numbers) -> Numbers:
    """For each rung, the log of the rising product up to it; of questions, the product is divided by."""
    ladder, sums = replies.ladder, replies.per_question(habits)
    things = np.concatenate((habits, sums))
    steps = np.log(things[ladder.thing_of] + ladder.height)
    whole = np.concatenate(([0.0], np.cumsum(steps)))
    climbed = whole[:-1] - whole[ladder.starts[:-1]][ladder.thing_of]
    return np.where(ladder.thing_of < len(habits), climbed, -climbed)


def improved(replies: Replies, weights: Numbers, habits: Numbers, usual: Numbers) -> Numbers:
    """The habits under which units of these weights are likelier (Minka, "Estimating a Dirichlet distribution", 2000).

    `usual`: the chances of answers among all; each group is taken to have heard one such answer to every question.
    """
    ladder, questions = replies.ladder, replies.question_of
    tails = ladder.tails(weights)
    for _ in range(INNER):
        sums = replies.per_question(habits)
        things = np.concatenate((habits, sums))
        gained = np.bincount(ladder.thing_of, tails / (things[ladder.thing_of] + ladder.height), len(things))
        above = habits * gained[: len(habits)] + usual
        habits = above / (gained[len(habits) :] + 1 / sums)[questions]
        sums = replies.per_question(habits)
        habits = np.maximum(habits * np.minimum(1, LARGEST / sums)[questions], 1e-6)
    return habits


@dataclass(frozen=True)
class Fit:
    """Groups, how likely the units are with them, and the chance of each unit for each group."""

    groups: Groups
    likely: float
    belongs: Numbers

    @property
    def many(self) -> int:
        return len(self.groups.shares)

    @classmethod
    def of_one(cls, units: int) -> Fit:
        """All in one group of which nothing is known."""
        return cls(Groups(np.ones(1), np.zeros((1, 0))), 0.0, np.ones((units, 1)))


def usual_of(replies: Replies) -> Numbers:
    """The chance of each answer among all answers to its question."""
    given = np.bincount(replies.answers, replies.counts, int(replies.firsts[-1]))
    counts: Numbers = np.asarray(given, np.float64) + 0.5
    return np.asarray(counts / replies.per_question(counts)[replies.question_of])


def fitted(replies: Replies, belongs: Numbers, usual: Numbers, rounds: int, habits: Numbers | None = None) -> Fit:
    """Goes on from these chances of belonging until it becomes no better (expectation and maximisation in turn)."""
    if habits is None:
        habits = np.repeat(2 * usual[None, :], belongs.shape[1], axis=0)
    before = -np.inf
    for _ in range(rounds):
        habits = np.stack([improved(replies, belongs[:, g], habits[g], usual) for g in range(belongs.shape[1])])
        shares = (belongs.sum(axis=0) + 1) / (len(belongs) + belongs.shape[1])
        groups = Groups(shares, habits)
        logs, belongs = chances(replies, groups)
        likely = float(logs.sum())
        if likely - before < CLOSE * len(belongs):
            break
        before = likely
    return Fit(groups, likely, belongs)


def cost(replies: Replies, fit: Fit) -> float:
    """What the groups cost to tell, plus what is left to tell: the fewer the better (BIC, with doubt as in ICL)."""
    sizes = np.diff(replies.firsts)
    free = (sizes * np.log(np.maximum(replies.ladder.asked, 2))).sum() * fit.many + (fit.many - 1) * np.log(
        replies.size
    )
    doubt = -(fit.belongs * np.log(np.maximum(fit.belongs, 1e-300))).sum()
    return float(-2 * fit.likely + free + 2 * doubt)


def halves(replies: Replies, usual: Numbers) -> Iterator[NDArray[np.bool_]]:
    """Ways to part units in two: along the directions in which their answers differ most from what is usual."""
    questions = replies.question_of
    owner = np.repeat(np.arange(replies.size), np.diff(replies.offsets))
    table = np.zeros((replies.size, int(replies.firsts[-1])), np.float32)
    table[owner, replies.answers] = replies.counts
    asked = np.add.reduceat(table, replies.firsts[:-1], axis=1)[:, questions]
    table -= asked * usual.astype(np.float32)
    # who answers often says not much more each time, so what counts is the mean, held back where little was said
    table /= np.sqrt((asked + 1) * np.maximum(usual, 0.01)).astype(np.float32)
    _, directions = np.linalg.eigh((table.T @ table).astype(np.float64))
    along = table @ directions[:, ::-1][:, :AXES].astype(np.float32)
    for axis in range(along.shape[1]):
        yield along[:, axis] > along[:, axis].mean()


def found(replies: Replies, most: int) -> Fit:
    """As many groups as pay for themselves: one is parted in two as long as telling the units becomes cheaper."""
    usual = usual_of(replies)
    best = fitted(replies, np.ones((replies.size, 1)), usual, ROUNDS)
    price = cost(replies, best)
    while best.many < most:
        parted = max(
            (_parted(replies, best, group, usual) for group in range(best.many)), key=lambda parted: parted.saved
        )
        if parted.saved <= 0:
            break
        more = fitted(replies, parted.belongs, usual, ROUNDS, parted.habits)
        new = cost(replies, more)
        if new >= price:
            break
        best, price = more, new
    return best


def saved(replies: Replies) -> float:
    """How much cheaper all units are told as two groups than as one; below 0 where one is cheaper."""
    usual = usual_of(replies)
    return _parted(replies, fitted(replies, np.ones((replies.size, 1)), usual, ROUNDS), 0, usual).saved


def again(replies: Replies, groups: Groups) -> Fit:
    """The same number of groups, learned from more units."""
    _, belongs = chances(replies, groups)
    return fitted(replies, belongs, usual_of(replies), TRIALS, groups.habits)


@dataclass(frozen=True)
class Parted:
    """Where to go on from with one group in two halves, and how much cheaper its own units are told so."""

    saved: float
    belongs: Numbers
    habits: Numbers


def _parted(replies: Replies, fit: Fit, group: int, usual: Numbers) -> Parted:
    mine = np.flatnonzero(fit.belongs.argmax(axis=1) == group)
    nothing = Parted(-np.inf, fit.belongs, fit.groups.habits)
    if len(mine) < FEWEST:
        return nothing
    inside, own = replies.take(mine), fit.groups.habits[group]
    whole = fitted(inside, np.ones((len(mine), 1)), usual, TRIALS, own[None, :])
    own_usual = own / replies.per_question(own)[replies.question_of]
    both = np.stack([own, own])
    tried = [
        fitted(inside, np.stack([half, ~half], axis=1).astype(np.float64), usual, TRIALS, both)
        for half in halves(inside, own_usual)
        if half.any() and not half.all()
    ]
    if not tried:
        return nothing
    best = max(tried, key=lambda fit: fit.likely)
    _, parts = chances(replies, best.groups)
    belongs = np.insert(fit.belongs, group + 1, fit.belongs[:, group] * parts[:, 1], axis=1)
    belongs[:, group] *= parts[:, 0]
    habits = np.insert(fit.groups.habits, group + 1, best.groups.habits[1], axis=0)
    habits[group] = best.groups.habits[0]
    return Parted(cost(inside, whole) - cost(inside, best), belongs, habits)
