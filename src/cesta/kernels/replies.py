"""How often each of many units gave each answer to each of many questions, laid out to be counted over and over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Replies:
    """How often each unit gave each answer to each question.

    Question q has the answers firsts[q] … firsts[q + 1] - 1. Unit u gave the answer answers[i] counts[i] times, for i
    from offsets[u] to offsets[u + 1] - 1; no answer stands twice.
    """

    offsets: Places
    answers: Places
    counts: Places
    firsts: Places

    @property
    def size(self) -> int:
        return len(self.offsets) - 1

    @property
    def question_of(self) -> Places:
        """For each answer, its question."""
        return np.repeat(np.arange(len(self.firsts) - 1), np.diff(self.firsts))

    def take(self, units: Places) -> Replies:
        """Only these units."""
        lengths = np.diff(self.offsets)[units]
        offsets = _offsets(lengths)
        places = np.repeat(self.offsets[:-1][units] - offsets[:-1], lengths) + np.arange(offsets[-1])
        return Replies(offsets, self.answers[places], self.counts[places], self.firsts)

    def per_question(self, of_answers: Numbers) -> Numbers:
        """For each question, the sum over its answers."""
        return np.asarray(np.add.reduceat(of_answers, self.firsts[:-1]))

    @cached_property
    def ladder(self) -> Ladder:
        """The counts as rungs, see there."""
        return _ladder(self)


@dataclass(frozen=True)
class Ladder:
    """Every count that occurs, of an answer or of all answers to a question, as a place in one flat list.

    Thing t (first the answers, then the questions) has the rungs starts[t] … starts[t + 1] - 1, one for each count from
    0 on. Unit u stands on rungs[offsets[u]:offsets[u + 1]]. thing_of, height: of each rung.
    """

    offsets: Places
    rungs: Places
    starts: Places
    thing_of: Places
    height: Places
    asked: Places
    """For each question, how many units answered it."""

    def tails(self, weights: Numbers) -> Numbers:
        """For each rung, the weight of the units that stand higher."""
        here = np.bincount(self.rungs, np.repeat(weights, np.diff(self.offsets)), len(self.height))
        after = np.cumsum(here[::-1])[::-1]
        whole = np.append(after, 0.0)[self.starts[1:]]
        return np.asarray(np.maximum(after - here - whole[self.thing_of], 0))

    def sums(self, of_rung: Numbers) -> Numbers:
        """For each unit, the sum over the rungs it stands on."""
        padded = np.append(of_rung[self.rungs], 0.0)
        found = np.add.reduceat(padded, np.minimum(self.offsets[:-1], len(self.rungs)))
        return np.asarray(np.where(np.diff(self.offsets) > 0, found, 0.0))


def _offsets(lengths: Places) -> Places:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)))


def replies_of(owner: Places, answers: Places, size: int, firsts: Places, most: int = 255) -> Replies:
    """One pair of unit and answer for each time it was given; `most`: more often counts as so often.

    >>> found = replies_of(np.array([1, 0, 1]), np.array([1, 0, 1]), 3, np.array([0, 2]))
    >>> found.offsets.tolist(), found.answers.tolist(), found.counts.tolist()
    ([0, 1, 2, 2], [0, 1], [1, 2])
    """
    many = max(int(firsts[-1]), 1)
    keys, counts = np.unique(owner * many + answers, return_counts=True)
    offsets = _offsets(np.bincount(keys // many, minlength=size))
    return Replies(offsets, keys % many, np.minimum(counts, most).astype(np.int64), firsts)


def _ladder(replies: Replies) -> Ladder:
    many, questions = int(replies.firsts[-1]), len(replies.firsts) - 1
    owner = np.repeat(np.arange(replies.size), np.diff(replies.offsets))
    keys, places = np.unique(owner * questions + replies.question_of[replies.answers], return_inverse=True)
    totals = np.bincount(places.reshape(-1), replies.counts, len(keys)).astype(np.int64)
    things = np.concatenate((replies.answers, many + keys % max(questions, 1)))
    counts = np.concatenate((replies.counts, totals))
    units = np.concatenate((owner, keys // max(questions, 1)))
    highest = np.zeros(many + questions, np.int64)
    np.maximum.at(highest, things, counts)
    starts = _offsets(highest + 1)
    order = np.argsort(units, kind="stable")
    offsets = _offsets(np.bincount(units, minlength=replies.size))
    thing_of = np.repeat(np.arange(many + questions), highest + 1)
    return Ladder(
        offsets,
        (starts[things] + counts)[order],
        starts,
        thing_of,
        np.arange(starts[-1]) - starts[thing_of],
        np.bincount(keys % max(questions, 1), minlength=questions),
    )
