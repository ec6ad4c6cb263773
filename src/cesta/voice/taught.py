"""A reader that learned from texts somebody rated: kept only where texts it never saw are read better by it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.model.errors import CestaError
from cesta.voice.feelings import felt
from cesta.voice.languages import languages
from cesta.voice.scores import SIDES, Floats, Reader
from cesta.voice.themes_words import stems_of

SCALES: Mapping[str, tuple[int, int, int, int]] = {
    "stars": (1, 5, 2, 4),
    "csat": (1, 5, 2, 4),
    "nps": (0, 10, 6, 9),
}
"""Ratings: their ends, up to where they are bad, and from where they are good."""
Ints = NDArray[np.int64]
HELD, FEWEST, TURNS, STEP = 4, 40, 80, 0.3
"""Each fourth text is held out; fewer texts teach nothing; steps of learning, and how far one goes."""
SHRINKS = (30.0, 10.0, 3.0)
"""How small weights of words are kept, the most careful first."""
SURE = 1.64
"""By so many standard errors the texts held out are to be read better, every side counting the same."""


@dataclass(frozen=True)
class Rated:
    """A text and the side that somebody says it is on: negative, neutral, positive."""

    text: str
    side: str
    lang: str | None = None


@dataclass(frozen=True)
class Lesson:
    """What was learned. before, after: the share of the texts held out that were read right (of `held`), and what that
    is as the mean over the three sides; kept: whether it is used."""

    texts: int
    held: int
    before: float
    after: float
    before_sides: float
    after_sides: float
    kept: bool


class Taught:
    """A reader that adds what words of the rated texts say to what another reads."""

    def __init__(self, reader: Reader, weights: Mapping[str, Floats], bias: Floats) -> None:
        self._reader, self._weights, self._bias = reader, weights, bias
        self.thresholds = reader.thresholds

    def chances(self, texts: Sequence[str], langs: Sequence[str]) -> Floats:
        found = self._reader.chances(texts, langs).copy()
        scores = np.log(found[:, :3] + 1e-6) + self._bias
        for at, (text, lang) in enumerate(zip(texts, langs, strict=True)):
            for stem in stems_of(text, lang):
                if stem in self._weights:
                    scores[at] += self._weights[stem]
        found[:, :3] = _softmax(scores)
        return found


def side_of(said: Mapping[str, object]) -> str:
    """The side of a rating: `label`, `stars` or `csat` of five, or `nps` of ten. Raises missing_param, bad_value.

    >>> side_of({"stars": 2}), side_of({"nps": 8}), side_of({"label": "positive"})
    ('negative', 'neutral', 'positive')
    """
    for name, (low, high, bad, good) in SCALES.items():
        value = said.get(name)
        if value is None:
            continue
        if not isinstance(value, int | float) or not low <= value <= high:
            raise CestaError("bad_value", f'"{name}" is {value!r}.', f"Write a number from {low} to {high}.")
        return "negative" if value <= bad else "positive" if value >= good else "neutral"
    label = said.get("label")
    if label is None:
        raise CestaError(
            "missing_param", "The line has no rating.", 'Write "stars", "csat", "nps" or "label" beside "text".'
        )
    if label not in SIDES:
        raise CestaError("bad_value", f'"label" is {label!r}.', f"Write one of: {', '.join(SIDES)}.")
    return str(label)


def taught(reader: Reader, rated: Sequence[Rated]) -> tuple[Reader, Lesson]:
    """The reader that is better on the texts held out, and how good both are. Raises bad_value for too few."""
    once = {one.text: one for one in rated if any(map(str.isalpha, one.text))}
    known = sorted(once.values(), key=lambda one: hashlib.sha1(one.text.encode("utf-8", "replace")).digest())
    if len(known) < FEWEST:
        raise CestaError("bad_value", f"{len(known)} rated texts teach nothing.", f"Show {FEWEST} or more.")
    held, rest = known[::HELD], [one for at, one in enumerate(known) if at % HELD]
    shrink = _best_shrink(reader, rest)
    before, after = (_right(one, held) for one in (reader, _learned(reader, rest, shrink)))
    gain, weights = after.astype(np.float64) - before, _even(held)
    kept = bool((weights * gain).sum() > SURE * _error(gain, held) and after.mean() >= before.mean())
    lesson = Lesson(
        texts=len(known),
        held=len(held),
        before=round(float(before.mean()), 3),
        after=round(float(after.mean()), 3),
        before_sides=round(float((weights * before).sum()), 3),
        after_sides=round(float((weights * after).sum()), 3),
        kept=kept,
    )
    return (_learned(reader, known, shrink) if kept else reader), lesson


def _best_shrink(reader: Reader, known: Sequence[Rated]) -> float:
    """How small weights are to be kept, tried on each third of the texts as the others teach it."""

    def worth(shrink: float) -> float:
        parts = [
            _right(_learned(reader, [one for at, one in enumerate(known) if at % 3 != part], shrink), known[part::3])
            for part in range(3)
        ]
        tried = [one for part in range(3) for one in known[part::3]]
        return float((_even(tried) * np.concatenate(parts)).sum())

    return max(SHRINKS, key=worth)


def _right(reader: Reader, known: Sequence[Rated]) -> NDArray[np.bool_]:
    read = felt(reader, [one.text for one in known], [one.lang for one in known])
    # Who says nothing, or both, is taken for neither.
    sides = [one.label if one.label in SIDES else "neutral" for one in read]
    return np.array([side == one.side for side, one in zip(sides, known, strict=True)])


def _even(known: Sequence[Rated]) -> NDArray[np.float64]:
    """How much each text counts, so that every side counts the same and all together 1."""
    sides = np.array([SIDES.index(one.side) for one in known])
    counts = np.bincount(sides, minlength=3)
    return np.asarray(1 / counts[sides] / (counts > 0).sum(), np.float64)


def _error(gain: NDArray[np.float64], known: Sequence[Rated]) -> float:
    """The standard error of the mean gain, every side counting the same; of a side of a few texts little is sure."""
    sides = np.array([one.side for one in known])
    parts = [gain[sides == side] for side in sorted(set(sides.tolist()))]
    # As if one more text of each side had come out otherwise.
    spread = [(((part - part.mean()) ** 2).sum() + 1) / len(part) / (len(part) + 1) for part in parts]
    return float(np.sqrt(sum(spread)) / len(parts))


def _learned(reader: Reader, known: Sequence[Rated], shrink: float) -> Taught:
    """Weights of words beside what the reader says, by steps down the slope (AdaGrad)."""
    texts = [one.text for one in known]
    langs = [one.lang or guess.lang for one, guess in zip(known, languages(texts), strict=True)]
    stems = [list(stems_of(text, lang)) for text, lang in zip(texts, langs, strict=True)]
    places = {stem: at for at, stem in enumerate(sorted({stem for own in stems for stem in own}))}
    row = np.repeat(np.arange(len(stems)), [len(own) for own in stems])
    column = np.array([places[stem] for own in stems for stem in own], np.int64)
    offset = np.log(reader.chances(texts, langs)[:, :3] + 1e-6).astype(np.float64)
    target = np.eye(3)[[SIDES.index(one.side) for one in known]]
    even = len(known) * _even(known)[:, None]
    weights, bias = np.zeros((len(places), 3)), np.zeros(3)
    seen, seen_bias = np.full_like(weights, 1e-6), np.full(3, 1e-6)
    for _ in range(TURNS):
        off = even * (_softmax(offset + bias + _summed(row, weights[column], len(known))) - target)
        slope = _summed(column, off[row], len(places)) + shrink / 10 * weights
        slope_bias = off.sum(axis=0) + shrink * bias
        seen, seen_bias = seen + slope**2, seen_bias + slope_bias**2
        weights -= STEP * slope / np.sqrt(seen)
        bias -= STEP * slope_bias / np.sqrt(seen_bias)
    return Taught(
        reader, {stem: weights[at].astype(np.float32) for stem, at in places.items()}, bias.astype(np.float32)
    )


def _summed(place: Ints, rows: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    return np.stack([np.bincount(place, rows[:, side], count) for side in range(3)], axis=1)


def _softmax(scores: NDArray[np.floating]) -> NDArray[np.float64]:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float64)
