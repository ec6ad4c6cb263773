"""What sets a group apart: the habits it has surely more, or less, often than everybody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cesta.journeys.habits import Question, of_trait
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Mask, text_values
from cesta.kernels.intervals import newcombe
from cesta.kernels.replies import Numbers, Replies

SURE = 3.29
"""The normal quantile of one error in a thousand: many habits are looked at for one group."""
LEAST = 0.03
"""A difference that may be smaller than so many points sets nobody apart."""
MOST, MOST_TRAITS, MOST_VALUES = 6, 4, 3


@dataclass(frozen=True, slots=True)
class Tell:
    """How often an answer is given: `here` by the group, `elsewhere` by all others; low, high: of the difference.

    kind, name, hours, answer: as in a question of habits (`next`, `which`, `gap`); of a trait `trait`.
    """

    kind: str
    name: str
    hours: int
    answer: str
    here: float
    elsewhere: float
    low: float
    high: float

    @property
    def sure(self) -> float:
        """By how many points it differs at the least; below 0 less often."""
        return max(self.low, 0.0) + min(self.high, 0.0)


def tells(questions: Sequence[Question], replies: Replies, mine: Mask) -> list[Tell]:
    """Everything that surely sets these units apart from the others, the greatest sure difference first.

    Of each question and property the greatest stands alone, once more and once less.
    """
    group, others = _rates(replies, mine), _rates(replies, ~mine)
    gap = group[0] - others[0]
    half = SURE * np.sqrt(group[1] + others[1])
    found: list[Tell] = []
    for place, question in enumerate(questions):
        for answer in range(int(replies.firsts[place]), int(replies.firsts[place + 1])):
            low, high = float(gap[answer] - half[answer]), float(gap[answer] + half[answer])
            tell = Tell(
                question.kind,
                question.name,
                question.hours,
                question.answers[answer - int(replies.firsts[place])],
                float(group[0][answer]),
                float(others[0][answer]),
                low,
                high,
            )
            if abs(tell.sure) >= LEAST:
                found.append(tell)
    found.sort(key=lambda tell: -abs(tell.sure))
    first: dict[tuple[str, str, bool], Tell] = {}
    for tell in found:
        first.setdefault((tell.kind, tell.name, tell.sure > 0), tell)
    return list(first.values())


def _rates(replies: Replies, mine: Mask) -> tuple[Numbers, Numbers]:
    """For each answer, how often it is given when its question is asked, and the variance of that between units.

    Variances infinite where nobody was asked.
    """
    taken = replies.take(np.flatnonzero(mine))
    many, questions = int(taken.firsts[-1]), taken.question_of
    owner = np.repeat(np.arange(taken.size), np.diff(taken.offsets))
    gave = np.bincount(taken.answers, taken.counts, many)
    asked = np.zeros((taken.size, len(taken.firsts) - 1))
    np.add.at(asked, (owner, questions[taken.answers]), taken.counts)
    whole = asked.sum(axis=0)[questions]
    rate = np.divide(gave, whole, out=np.zeros(many), where=whole > 0)
    # sum over units of (gave - rate * asked)²: those who gave it, and for all the rest only what they were asked
    count, on = taken.counts.astype(np.float64), asked[owner, questions[taken.answers]]
    apart = (count - rate[taken.answers] * on) ** 2 - (rate[taken.answers] * on) ** 2
    squares = np.bincount(taken.answers, apart, many) + rate**2 * (asked**2).sum(axis=0)[questions]
    variance = np.divide(squares, whole**2, out=np.full(many, np.inf), where=whole > 0)
    return rate, np.maximum(variance, 0)


def described(journeys: Journeys, traits: tuple[str, ...], mine: Mask) -> list[Tell]:
    """Who they are, by traits that played no part in finding them: values that are surely more frequent here."""
    found: list[Tell] = []
    for name, values in of_trait(journeys, traits).items():
        texts = text_values(journeys.asked.columns.props[name])
        here, there = values[mine & (values >= 0)], values[~mine & (values >= 0)]
        common = np.argsort(-np.bincount(here, minlength=1), kind="stable")[: MOST_VALUES * 4]
        rows = [_of_trait(name, texts[code], here == code, there == code) for code in common.tolist() if len(texts)]
        found += sorted((row for row in rows if row.low > 0), key=lambda row: -row.low)[:MOST_VALUES]
    return sorted(found, key=lambda row: -row.low)[:MOST_TRAITS]


def _of_trait(name: str, text: str, here: Mask, there: Mask) -> Tell:
    counts = int(here.sum()), len(here), int(there.sum()), len(there)
    low, high = newcombe(*counts, z=SURE)
    return Tell("trait", name, 0, text, counts[0] / max(counts[1], 1), counts[2] / max(counts[3], 1), low, high)


def some_of(group: Places, lengths: Places, many: int = 3) -> Places:
    """Units that stand for a group: one who did little, one who did as much as is usual, one who did much.

    >>> some_of(np.array([4, 7, 9, 2, 5]), np.arange(10)).tolist()
    [2, 5, 9]
    """
    order = group[np.lexsort((group, lengths[group]))]
    places = np.unique(((np.arange(many) + 0.5) * len(order) / many).astype(np.int64))
    return np.asarray(order[places[places < len(order)]])
