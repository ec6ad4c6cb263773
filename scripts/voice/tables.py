"""Texts as numbers to learn from: meaning (kept in a file, as it takes long), signs, pieces, targets and weights."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from voice.corpus import Example

from cesta.voice.best import embedded
from cesta.voice.folding import folded
from cesta.voice.scores import EMOTIONS, Scaled
from cesta.voice.signs import signs_of
from cesta.voice.spans import spans

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
WORTH = {"seed": 4.0, "vader_nyt": 0.5, "goemotions": 0.7}
"""How much a source counts against another of 1, whatever its size."""
HEAVIEST = 8.0


def meanings(texts: Sequence[str], cache: Path) -> Floats:
    """The meaning of each text, from the file where it is there already."""
    with sqlite3.connect(cache, timeout=60) as kept:
        kept.execute("create table if not exists e (k text primary key, v blob)")
        keys = [hashlib.sha1(text.encode()).hexdigest() for text in texts]
        known = dict(kept.execute("select k, v from e").fetchall())
        missing = [place for place, key in enumerate(keys) if key not in known]
        for start in range(0, len(missing), 200):
            part = missing[start : start + 200]
            rows = embedded([texts[place] for place in part]).astype(np.float16)
            new = {keys[place]: row.tobytes() for place, row in zip(part, rows, strict=True)}
            kept.executemany("insert or ignore into e values (?, ?)", new.items())
            kept.commit()
            known |= new
            print(f"  {start + len(part)} of {len(missing)} texts read for their meaning", flush=True)
    return np.vstack([np.frombuffer(known[key], np.float16) for key in keys]).astype(np.float32)


@dataclass(frozen=True)
class Table:
    """All that is known of the texts, in rows."""

    examples: list[Example]
    meaning: Floats
    signs: Floats
    counts: Ints
    buckets: Ints
    wanted: Floats
    weight: Floats

    def pieces(self, rows: Ints) -> tuple[Ints, Ints]:
        """The pieces of some rows, one after the other, and where each row begins."""
        starts = np.concatenate([[0], np.cumsum(self.counts)])
        counts = self.counts[rows]
        inner = np.concatenate([[0], np.cumsum(counts)])
        return inner, self.buckets[np.repeat(starts[rows] - inner[:-1], counts) + np.arange(inner[-1])]


def family(source: str) -> str:
    return source.partition("_")[0] if source.startswith(("seed", "xed")) else source


def table(examples: list[Example], cache: Path) -> Table:
    texts = [example.text for example in examples]
    found = spans([folded(text) for text in texts])
    order = np.argsort(found.text, kind="stable")
    kinds = [(family(one.source), one.side) for one in examples]
    sizes = Counter(kinds)
    weight = np.array([WORTH.get(kind[0], 1.0) / sizes[kind] for kind in kinds], np.float32)
    return Table(
        examples,
        meanings(texts, cache),
        signs_of(texts, [example.lang for example in examples]),
        np.bincount(found.text, minlength=len(texts)),
        found.bucket[order],
        np.array([_wanted(example) for example in examples], np.float32),
        np.minimum(weight / weight.mean(), HEAVIEST),
    )


def _wanted(example: Example) -> list[float]:
    sides = [np.nan] * 3 if example.side is None else [float(example.side == side) for side in (-1, 0, 1)]
    return sides + [float(name in example.named) if name in example.asked else np.nan for name in EMOTIONS]


def scaling(dense: Floats) -> Scaled:
    return Scaled(dense.mean(axis=0), dense.std(axis=0) + 1e-6)
