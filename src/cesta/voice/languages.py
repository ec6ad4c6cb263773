"""Which language a text is in: Polish, Czech, Russian, English and those near them, also without diacritics."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.voice.spans import Spans, spans

MODEL = Path(__file__).parent / "models" / "languages.npz"
LANGUAGES = ("pl", "cs", "ru", "en", "sk", "uk", "de", "es", "pt", "fr", "ru-Latn")
NARROW = 2
"""Of the 16 bits of a piece's number this model drops so many."""
UNKNOWN = "und"
_LEAST = 0.30
_FIRST = np.array([0, 0, 0, 0, -1, -0.5, -0.3, -0.3, -0.3, -0.3, -0.3], dtype=np.float32)
"""Where a word or two would do for several languages, the four of the product come first."""

_RUSSIAN = MODEL.with_name("ru-Latn.txt")
"""Russian in Latin letters that is a word of no neighbour, however little of it there is to see."""
_EACH = 3.0
_SEVERAL = 4
"""With fewer different words and none of these, what stands in Latin letters is not Russian."""


class Tongue(NamedTuple):
    """A language and how sure that is, 0 to 1."""

    lang: str
    sure: float


@cache
def _weights() -> NDArray[np.float32]:
    with np.load(MODEL) as stored:
        return np.asarray(stored["weights"], dtype=np.float32) * np.float32(stored["scale"])


@cache
def _russian() -> frozenset[str]:
    return frozenset(_RUSSIAN.read_text(encoding="utf-8").split())


def summed(pieces: Spans, weights: NDArray[np.float32], texts: int) -> NDArray[np.float32]:
    """What the pieces of each text add up to, on the scale of one piece to the square root of their number."""
    counts = np.bincount(pieces.text, minlength=texts)
    order = np.argsort(pieces.text, kind="stable")
    found = np.zeros((texts, weights.shape[1]), dtype=np.float32)
    some = np.flatnonzero(counts)
    if len(some):
        starts = (np.cumsum(counts) - counts)[some]
        found[some] = np.add.reduceat(weights[pieces.bucket[order]], starts, axis=0)
        found[some] /= np.sqrt(counts[some])[:, None]
    return found


def languages(texts: Sequence[str]) -> list[Tongue]:
    """The language of each cleaned text, `und` where there are too few words to tell."""
    if not texts:
        return []
    # A few hundred letters tell the language as well as a book does.
    pieces = spans([text[:600].lower() for text in texts])
    scores = summed(pieces._replace(bucket=pieces.bucket >> NARROW), _weights(), len(texts))
    scores += _FIRST
    scores[:, LANGUAGES.index("ru-Latn")] += [_latin_russian(text[:600].lower()) for text in texts]
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    return [_told(text, row) for text, row in zip(texts, chances, strict=True)]


def _latin_russian(text: str) -> float:
    """What speaks for Russian in Latin letters, minus infinity where nothing can; one word said often is one word."""
    words = {word.strip(".,!?:;()'") for word in text.split()}
    known = len(words & _russian())
    return _EACH * known if known or len(words) >= _SEVERAL else float("-inf")


def _told(text: str, chances: NDArray[np.float32]) -> Tongue:
    best = int(chances.argmax())
    sure = float(chances[best])
    if LANGUAGES[best] in ("ru", "uk"):
        # Each has letters that the other does not.
        lowered = set(text.lower())
        ukrainian, russian = bool(lowered & set("іїєґ")), bool(lowered & set("ыэъё"))
        if ukrainian != russian:
            return Tongue("uk" if ukrainian else "ru", max(sure, 0.9))
    if sum(map(str.isalpha, text)) < 2 or sure < _LEAST:
        return Tongue(UNKNOWN, 0.0)
    return Tongue(LANGUAGES[best], sure)
