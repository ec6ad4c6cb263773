"""Messages put to the reason they were written for, as learned from examples; unknown where it is not clear."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.model.errors import CestaError
from cesta.voice.cleaning import cleaned
from cesta.voice.scores import Floats
from cesta.voice.themes_points import points_of

Ints = NDArray[np.int64]
SHRINK, TURNS, FOLDS, WIDE = 1e-4, 150, 4, 8.0
"""How small weights are kept, steps of learning, parts for the trial, and by how much points are spread out."""
RIGHT = 0.9
"""Of the messages that are routed, so many are to be right: below the confidence that gives it, a reason is unknown."""
STRANGE = 0.02
"""Farther from every example than all but so many examples are from each other: nothing like it was shown."""


@dataclass(frozen=True)
class Example:
    """A message whose reason is known."""

    text: str
    reason: str


@dataclass(frozen=True)
class Route:
    """Where a message goes; `likely` is the best guess even where `reason` is unknown (none)."""

    reason: str | None
    confidence: float
    likely: str


@dataclass(frozen=True)
class Trial:
    """How the examples themselves were routed by what the others teach: the share right of all, the share routed
    at this threshold, and the share right of those."""

    examples: int
    reasons: int
    right: float
    threshold: float
    routed: float
    right_routed: float


@dataclass(frozen=True)
class Head:
    """Weights over meaning, one column a reason, and how sharp chances are."""

    weights: Floats
    sharpness: float

    def chances(self, points: Floats) -> Floats:
        return softmax(self.sharpness * _scores(points, self.weights))


class Router:
    """Learns from examples at once."""

    def __init__(self, examples: Sequence[Example]) -> None:
        known = _checked(examples)
        self.reasons = sorted({one.reason for one in known})
        self._points = points_of([cleaned(one.text) for one in known])
        wanted = np.array([self.reasons.index(one.reason) for one in known])
        apart, strange = _left_out(self._points, wanted, len(self.reasons))
        self._head = Head(learned(self._points, wanted, len(self.reasons)), honest(apart, wanted))
        self._near = strange
        self.trial = _trial(softmax(self._head.sharpness * apart), wanted)

    def routes(self, texts: Sequence[str]) -> list[Route]:
        """The reason of each message."""
        if not texts:
            return []
        said = [cleaned(text) for text in texts]
        points = points_of(said)
        chances = self._head.chances(points)
        near = (points @ self._points.T).max(axis=1)
        return [
            self._route(row, bool(close >= self._near) and any(map(str.isalpha, text)))
            for text, row, close in zip(said, chances, near, strict=True)
        ]

    def _route(self, chances: Floats, known: bool) -> Route:
        best = int(chances.argmax())
        confidence = round(float(chances[best]), 3)
        sure = known and float(chances[best]) >= self.trial.threshold
        return Route(self.reasons[best] if sure else None, confidence, self.reasons[best])


def _checked(examples: Sequence[Example]) -> list[Example]:
    """Each example once, in an order of their own. Raises bad_value."""
    once = {(one.text, one.reason): one for one in examples if any(map(str.isalpha, one.text))}
    if len({one.reason for one in once.values()}) < 2:
        raise CestaError(
            "bad_value", "The examples have fewer than two reasons.", "Show some messages for each of two or more."
        )
    return sorted(
        once.values(), key=lambda one: hashlib.sha1(f"{one.reason}\n{one.text}".encode("utf-8", "replace")).digest()
    )


def softmax(scores: Floats) -> Floats:
    """Scores as chances that add up to 1."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float32)


def _scores(points: Floats, weights: Floats) -> Floats:
    return np.asarray(WIDE * points @ weights[:-1] + weights[-1], np.float32)


def learned(points: Floats, wanted: Ints, reasons: int) -> Floats:
    """Logistic regression over several reasons, each counting the same however many examples it has."""
    dense = np.hstack([WIDE * points, np.ones((len(points), 1), np.float32)])
    target = np.eye(reasons, dtype=np.float32)[wanted]
    weight = (1 / np.bincount(wanted, minlength=reasons)[wanted] / len(np.unique(wanted))).astype(np.float32)[:, None]
    # The steepest that the error can bend says how far a step may go (Nesterov's steps).
    bend = 0.5 * float(np.linalg.eigvalsh(dense.T @ (weight * dense))[-1]) + SHRINK
    weights = ahead = np.zeros((dense.shape[1], reasons), np.float32)
    for turn in range(TURNS):
        slope = dense.T @ (weight * (softmax(dense @ ahead) - target)) + SHRINK * ahead
        new = (ahead - slope / bend).astype(np.float32)
        ahead = new + np.float32(turn / (turn + 3)) * (new - weights)
        weights = new
    return weights


def _left_out(points: Floats, wanted: Ints, reasons: int) -> tuple[Floats, float]:
    """The scores of each example as the others teach it; and how near the nearest other is to nearly all of them."""
    part = np.zeros(len(points), np.int64)
    seen: Counter[int] = Counter()
    for at, reason in enumerate(wanted.tolist()):
        part[at] = seen[reason] % FOLDS
        seen[reason] += 1
    scores = np.zeros((len(points), reasons), np.float32)
    for fold in range(FOLDS):
        here = part == fold
        if here.any() and not here.all():
            scores[here] = _scores(points[here], learned(points[~here], wanted[~here], reasons))
    alike = points @ points.T
    np.fill_diagonal(alike, -1)
    return scores, float(np.quantile(alike.max(axis=1), STRANGE))


def honest(scores: Floats, wanted: Ints) -> float:
    """How sharp chances are to be, so that they are right as often as they say."""
    tried = [float(2**step) for step in np.arange(-3, 3.01, 0.25)]
    rows = np.arange(len(wanted))
    surprise = [float(-np.log(softmax(one * scores)[rows, wanted] + 1e-9).mean()) for one in tried]
    return tried[int(np.argmin(surprise))]


def _trial(chances: Floats, wanted: Ints) -> Trial:
    sure, right = chances.max(axis=1), chances.argmax(axis=1) == wanted
    order = np.argsort(-sure, kind="stable")
    held = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(held >= RIGHT)
    # Where no confidence is enough, only what is as good as certain is routed.
    threshold = float(sure[order][enough[-1]]) if len(enough) else 0.99
    routed = sure >= threshold
    return Trial(
        len(wanted),
        chances.shape[1],
        round(float(right.mean()), 3),
        round(threshold, 4),
        round(float(routed.mean()), 3),
        round(float(right[routed].mean()), 3) if routed.any() else 0.0,
    )
