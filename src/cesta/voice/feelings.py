"""What a text feels like: its language, bad or good on -2 to 2, how sure that is, which feelings, what decided it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cesta.model.errors import CestaError
from cesta.voice.cleaning import cleaned
from cesta.voice.folding import in_cyrillic
from cesta.voice.languages import LANGUAGES, UNKNOWN, languages
from cesta.voice.scores import EMOTIONS, SIDES, Floats, Reader
from cesta.voice.sentences import sentences
from cesta.voice.signs import faces

Doubles = NDArray[np.float64]
Tier = Literal["fast", "best"]
TIERS: tuple[Tier, ...] = ("fast", "best")
MOST_SENTENCES = 48
"""Of a longer text the first and the last so many halves are read: there people say what they think."""
LONG = 240
"""From so many letters on a text is read sentence by sentence."""
_WORD, _SPOILT = re.compile(r"[^\W\d_]{2}"), 0.1
"""Two letters together; the share of signs that could not be decoded, above which a text is none."""
_SURE, _BOTH, _BALANCED, _LEAST = 0.7, 0.3, 0.2, 0.36
"""A plain sentence; the share of plain ones on both sides that makes a text mixed; no lean; no label below."""


@dataclass(frozen=True)
class Part:
    """A sentence, and how bad or good it is."""

    text: str
    polarity: float


@dataclass(frozen=True)
class Feeling:
    """What one text feels like. `label` is the side, `mixed` where both are there, `unknown` where nothing tells."""

    lang: str
    polarity: float
    label: str
    confidence: float
    emotions: dict[str, float]
    because: list[Part] = field(default_factory=list)


NOTHING = Feeling(UNKNOWN, 0.0, "unknown", 0.0, {})


def reader(tier: str) -> Reader:
    """The reader of that name. Raises bad_value."""
    if tier == "fast":
        from cesta.voice.fast import fast_reader

        return fast_reader()
    if tier == "best":
        from cesta.voice.best import best_reader

        return best_reader()
    raise CestaError("bad_value", f'There is no model "{tier}".', "Say fast or best.")


def feel(texts: Sequence[str], langs: Sequence[str | None] | None = None, tier: str = "fast") -> list[Feeling]:
    """What each text feels like, in the same order; the language may be told."""
    return felt(reader(tier), texts, langs)


def felt(read: Reader, texts: Sequence[str], langs: Sequence[str | None] | None = None) -> list[Feeling]:
    """What each text feels like to this reader."""
    said = [cleaned(text) for text in texts]
    tongues = _tongues(said, langs)
    parts = [_parts(text) if _has_words(text) else [] for text in said]
    pieces = [piece for own in parts for piece in own]
    spoken = [tongue for own, tongue in zip(parts, tongues, strict=True) for _ in own]
    chances = read.chances(
        [in_cyrillic(piece) if tongue == "ru-Latn" else piece for piece, tongue in zip(pieces, spoken, strict=True)],
        [tongue.partition("-")[0] for tongue in spoken],
    )
    return list(_told(said, tongues, parts, chances, read.thresholds))


def _tongues(said: Sequence[str], langs: Sequence[str | None] | None) -> list[str]:
    """The languages told, or else found out."""
    told = [None if lang is None else _short(lang) for lang in langs] if langs is not None else [None] * len(said)
    return [given if given in LANGUAGES else guess.lang for given, guess in zip(told, languages(said), strict=True)]


def _short(lang: str) -> str:
    """`pl-PL` and `pl_PL` are `pl`; `ru-Latn` stays itself.

    >>> _short("pl_PL"), _short("ru-Latn")
    ('pl', 'ru-Latn')
    """
    return lang if lang in LANGUAGES else lang.replace("_", "-").partition("-")[0].lower()


def _has_words(text: str) -> bool:
    """Whether there is anything to read: a letter or two make no word, and what is full of � was never text.

    >>> [_has_words(text) for text in ("ok", "k.o.", "x 1", "\ufffdab\ufffd\ufffd")]
    [True, False, False, False]
    """
    return _WORD.search(text) is not None and text.count("\ufffd") <= len(text) * _SPOILT


def _parts(text: str) -> list[str]:
    if len(text) < LONG:
        return [text]
    found = sentences(text)
    half = MOST_SENTENCES // 2
    return found if len(found) <= MOST_SENTENCES else found[:half] + found[-half:]


def _told(
    said: Sequence[str], tongues: Sequence[str], parts: Sequence[list[str]], chances: Floats, thresholds: Floats
) -> Iterator[Feeling]:
    at = 0
    for text, tongue, own in zip(said, tongues, parts, strict=True):
        rows = chances[at : at + len(own)]
        at += len(own)
        yield _whole(tongue, own, rows, thresholds) if own else _of_faces(text)


def _of_faces(text: str) -> Feeling:
    """A text without a word is what its faces are."""
    table = faces()
    worths = [table[char] for char in text if char in table]
    if not worths:
        return NOTHING
    polarity = float(np.clip(2 * np.mean(worths) / 3, -2, 2))
    label = "positive" if polarity > 0.3 else "negative" if polarity < -0.3 else "neutral"
    return Feeling(UNKNOWN, round(polarity, 3), label, 0.6, {})


def _whole(tongue: str, parts: list[str], rows: Floats, thresholds: Floats) -> Feeling:
    """A text from its parts, longer ones counting for more."""
    weights = np.array([len(part) ** 0.5 for part in parts])
    sides = (weights[:, None] * rows[:, :3]).sum(axis=0) / weights.sum()
    polarity, named = float(2 * (sides[2] - sides[0])), rows[:, 3:].max(axis=0)
    emotions = {name: round(float(named[at]), 3) for at, name in enumerate(EMOTIONS) if named[at] >= thresholds[at]}
    label, confidence = _label(sides, rows, weights)
    if label == "neutral" and tongue == UNKNOWN:
        # In no language that it can read, no side was found: that is not the same as there being none.
        return NOTHING
    decided = {part: round(float(2 * (row[2] - row[0])), 3) for part, row in zip(parts, rows, strict=True)}
    because = [Part(part, worth) for part, worth in sorted(decided.items(), key=lambda pair: -abs(pair[1]))[:3]]
    return Feeling(
        tongue.partition("-")[0],
        round(polarity, 3),
        label,
        round(confidence, 3),
        dict(sorted(emotions.items(), key=lambda pair: -pair[1])),
        because if len(parts) > 1 else [],
    )


def _label(sides: Doubles, rows: Floats, weights: Doubles) -> tuple[str, float]:
    """The side of a text. Of a longer one that praises and blames about as much neither side is told."""
    best = int(sides.argmax())
    lean = float(sides[2] - sides[0])
    if len(rows) > 1 and abs(lean) < _BALANCED:
        good, bad = (float(weights[rows[:, side] > _SURE].sum() / weights.sum()) for side in (2, 0))
        return ("mixed" if min(good, bad) > _BOTH else "neutral"), max(float(sides[1]), 1 - abs(lean) / _BALANCED / 2)
    confidence = float(sides[best])
    return (SIDES[best] if confidence >= _LEAST else "unknown"), confidence
