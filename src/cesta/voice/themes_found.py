"""The themes of all different texts of a workspace: which text is of which, by hash, and words; no text itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.store.content import Hashes
from cesta.voice.scores import Floats
from cesta.voice.themes_grouped import FEWEST, NONE, Ints, grouped, middles_of
from cesta.voice.themes_words import deciding

NAMED = 3


@dataclass(frozen=True)
class Words:
    """What a theme is called. key: its first words in the language with the most texts, which come first in `words`.

    early: found in the newest texts alone.
    """

    key: str
    words: Mapping[str, tuple[str, ...]]
    early: bool

    def name(self, lang: str) -> tuple[str, str]:
        """Its first words, in this language where it has any, and the language they are in."""
        told = lang if lang in self.words else next(iter(self.words), "")
        return ", ".join(self.words.get(told, ())[:NAMED]), told


@dataclass(frozen=True)
class Found:
    """themes: the biggest first. hashes ascending; of: the place of each text's theme, −1 for none; near: how near it
    is to the middle of that theme."""

    hashes: Hashes
    of: Ints
    near: Floats
    themes: tuple[Words, ...]

    def at(self, hashes: Hashes) -> tuple[Ints, Floats]:
        """The theme of each of these texts, and how near; −1 also for those that came later."""
        if not len(self.hashes):
            return np.full(len(hashes), NONE), np.zeros(len(hashes), np.float32)
        place = np.minimum(np.searchsorted(self.hashes, hashes), len(self.hashes) - 1)
        known = self.hashes[place] == hashes
        return np.where(known, self.of[place], NONE), np.where(known, self.near[place], 0)


def find(hashes: Hashes, texts: Sequence[str], langs: Sequence[str], points: Floats, new: NDArray[np.bool_]) -> Found:
    """The themes of different texts. new: those among which themes are looked for once more, that are too small yet."""
    # By their hashes texts are as good as drawn, whichever way they came.
    order = np.argsort(hashes)
    points, new = points[order], new[order]
    of = grouped(points)
    first_early = int(of.max(initial=NONE)) + 1
    of = _with_early(points, of, new)
    told = deciding([texts[at] for at in order.tolist()], [langs[at] for at in order.tolist()], of.tolist())
    spoken = np.array(langs)[order]
    themes = [_by_size(told[group], spoken[of == group]) for group in range(int(of.max(initial=NONE)) + 1)]
    near = np.zeros(len(points), np.float32)
    some = of >= 0
    near[some] = (points[some] * middles_of(points, of)[of[some]]).sum(axis=1)
    keys = _keys(themes)
    return Found(
        hashes[order],
        of,
        near,
        tuple(Words(key, words, at >= first_early) for at, (key, words) in enumerate(zip(keys, themes, strict=True))),
    )


def _with_early(points: Floats, of: Ints, new: NDArray[np.bool_]) -> Ints:
    """Also the groups that the new texts alone make, of those that were in none; older ones of none may join them."""
    order = np.concatenate([np.flatnonzero(new), np.flatnonzero((of == NONE) & ~new)])
    count, told = int(new.sum()), of.copy()
    if count == len(of):
        return told
    alone = grouped(points[order], count)
    for group in range(int(alone.max(initial=NONE)) + 1):
        mine = order[alone == group]
        strays = mine[of[mine] == NONE]
        if len(strays) >= FEWEST and 2 * len(strays) > len(mine):
            told[strays] = told.max(initial=NONE) + 1
    return told


def _by_size(words: Mapping[str, Sequence[str]], langs: NDArray[np.str_]) -> dict[str, tuple[str, ...]]:
    sizes = Counter(langs.tolist())
    return {lang: tuple(words[lang]) for lang in sorted(sizes, key=lambda one: (-sizes[one], one)) if words.get(lang)}


def _keys(themes: Sequence[Mapping[str, Sequence[str]]]) -> Iterator[str]:
    """Of two themes with the same first words the second is told apart by a number."""
    seen: Counter[str] = Counter()
    for words in themes:
        key = "-".join(next(iter(words.values()), ("theme",))[:NAMED])
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key}-{seen[key]}"
