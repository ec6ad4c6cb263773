"""Learns to read feelings and languages, and writes the weights into the package.

    python scripts/train_voice.py DATA [--cache FILE]

DATA holds the folders xed, cedr, goemotions_single, vader_icwsm2014 and lexicons_multilang. Our own texts are in
scripts/voice/seeds; those in scripts/voice/held_out are never read here. Chances are made honest, and feelings are
named, by what comes out for sources and domains that were left out of learning, never by a test.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from voice.corpus import LICENCES, checksums, chosen
from voice.learn import by_pieces, by_whole
from voice.tables import Table, family, scaling, table

from cesta.voice.languages import MODEL as LANGUAGES_MODEL
from cesta.voice.scores import EMOTIONS, MODELS, Scaled, as_chances
from cesta.voice.signs import WORDS
from cesta.voice.spans import BUCKETS
from voice import tongues, words

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
FOLDS = 5
SIDES_SHRINK, FEELINGS_SHRINK, TURNS = 0.4, 0.05, 60
"""How small weights are kept: for sides strongly, as that carries over best to other domains (tried 0.02 to 2)."""
TEACHER_SHARPNESS, PUPIL_TRUST = 2.0, 0.3
"""How much the fast reader believes what people said, against what the better one read from the meaning."""


class Best(NamedTuple):
    scaled: Scaled
    head: Floats

    def scores(self, of: Table, rows: Ints) -> Floats:
        dense = self.scaled.of(np.hstack([of.meaning[rows], of.signs[rows]]))
        return np.asarray(dense @ self.head[:-1] + self.head[-1], np.float32)


class Fast(NamedTuple):
    scaled: Scaled
    wide: Floats
    deep: Floats

    def scores(self, of: Table, rows: Ints) -> Floats:
        starts, buckets = of.pieces(rows)
        found = np.add.reduceat(self.wide[buckets], starts[:-1], axis=0) / np.sqrt(of.counts[rows])[:, None]
        return np.asarray(found + self.scaled.of(of.signs[rows]) @ self.deep[:-1] + self.deep[-1], np.float32)


def learn_best(of: Table, rows: Ints, plain: bool = False) -> Best:
    """The better reader; `plain` for comparison: meaning alone, each text counting the same."""
    dense = np.hstack([of.meaning[rows], of.signs[rows] * (not plain)])
    scaled = scaling(dense)
    weight = np.ones_like(of.weight[rows]) if plain else of.weight[rows]
    near = scaled.of(dense)
    sides = by_whole(near, of.wanted[rows][:, :3], weight, shrink=SIDES_SHRINK, turns=TURNS)
    feelings = by_whole(near, of.wanted[rows], weight, shrink=FEELINGS_SHRINK, turns=TURNS)[:, 3:]
    return Best(scaled, np.hstack([sides, feelings]))


def learn_fast(of: Table, rows: Ints, teacher: Best | None) -> Fast:
    scaled = scaling(of.signs[rows])
    dense = np.hstack([scaled.of(of.signs[rows]), np.ones((len(rows), 1), np.float32)])
    wanted = of.wanted[rows]
    if teacher is not None:
        taught = as_chances(teacher.scores(of, rows), TEACHER_SHARPNESS)
        trust = np.array([0.0 if of.examples[row].source.startswith("xed") else PUPIL_TRUST for row in rows])[:, None]
        sides = np.where(
            np.isnan(wanted[:, :3]), taught[:, :3], trust * np.nan_to_num(wanted[:, :3]) + (1 - trust) * taught[:, :3]
        )
        feelings = np.where(np.isnan(wanted[:, 3:]), taught[:, 3:], (wanted[:, 3:] + taught[:, 3:]) / 2)
        wanted = np.hstack([sides, feelings]).astype(np.float32)
    wide, deep = by_pieces(*of.pieces(rows), dense, wanted, of.weight[rows], width=BUCKETS)
    return Fast(scaled, wide, deep)


def folds(of: Table) -> Ints:
    """Whole sources and domains together, so that what is left out is of another kind."""
    names = sorted({example.source for example in of.examples})
    ours = [name for name in names if name.startswith("seed")]
    others = [name for name in names if not name.startswith(("seed", "xed"))]
    place = {name: at % FOLDS for group in (ours, others) for at, name in enumerate(group)}
    # Subtitles are left out by language.
    place |= {name: at % FOLDS for at, name in enumerate(name for name in names if name.startswith("xed"))}
    return np.array([place[example.source] for example in of.examples])


def honest(scores: Floats, of: Table) -> tuple[float, Floats]:
    """The sharpness at which chances are most honest, and from which chance each feeling is named."""
    told = np.isfinite(of.wanted[:, 0])
    weight = of.weight * [family(example.source) != "xed" for example in of.examples]
    losses = {}
    for sharpness in np.geomspace(0.2, 8, 60):
        chance = (as_chances(scores, float(sharpness))[:, :3] * of.wanted[:, :3]).sum(axis=1)[told]
        losses[float(sharpness)] = float(-(np.log(chance + 1e-9) * weight[told]).sum())
    chances = as_chances(scores, 1.0)[:, 3:]
    thresholds = [_threshold(chances[:, at], of.wanted[:, 3 + at]) for at in range(len(EMOTIONS))]
    return min(losses, key=losses.__getitem__), np.array(thresholds, np.float32)


def _threshold(chance: Floats, wanted: Floats) -> float:
    """Where precision and recall together are best, yet never below one in six."""
    known = np.isfinite(wanted)
    chance, wanted = chance[known], wanted[known]
    tried = np.linspace(1 / 6, 0.8, 27)
    f1 = [2 * (wanted * (chance > at)).sum() / (wanted.sum() + (chance > at).sum()) for at in tried]
    return float(tried[int(np.argmax(f1))])


def train(data: Path, cache: Path) -> dict[str, object]:
    MODELS.mkdir(exist_ok=True)
    words.write(data / "lexicons_multilang", WORDS)
    tongues.write(data, LANGUAGES_MODEL)
    of = table(chosen(data), cache)
    left, best_out, fast_out = (
        folds(of),
        np.zeros((len(of.examples), 11), np.float32),
        np.zeros((len(of.examples), 11), np.float32),
    )
    for fold in range(FOLDS):
        inside, outside = np.flatnonzero(left != fold), np.flatnonzero(left == fold)
        best = learn_best(of, inside)
        best_out[outside] = best.scores(of, outside)
        fast_out[outside] = learn_fast(of, inside, best).scores(of, outside)
        print(f"  fold {fold + 1} of {FOLDS}", flush=True)
    every = np.arange(len(of.examples))
    best = learn_best(of, every)
    fast = learn_fast(of, every, best)
    sharpness, thresholds = honest(best_out, of)
    np.savez_compressed(MODELS / "best.npz", head=best.head.astype(np.float16), middle=best.scaled.middle,
                        spread=best.scaled.spread, sharpness=sharpness, thresholds=thresholds)  # fmt: skip
    quick, lines = honest(fast_out, of)
    scale = np.abs(fast.wide).max() / 127
    np.savez_compressed(MODELS / "fast.npz", wide=np.rint(fast.wide / scale).astype(np.int8), wide_scale=scale,
                        deep=fast.deep, middle=fast.scaled.middle, spread=fast.scaled.spread, sharpness=quick,
                        thresholds=lines)  # fmt: skip
    licensed = {
        file: {"licence": LICENCES[file.partition("/")[0]], "sha256": found} for file, found in checksums(data).items()
    }
    (MODELS / "sources.json").write_text(json.dumps(licensed, indent=1) + "\n", encoding="utf-8")
    return {
        "texts": len(of.examples),
        "sharpness": {"best": sharpness, "fast": quick},
        "thresholds": {"best": thresholds.round(3).tolist(), "fast": lines.round(3).tolist()},
        "bytes": {path.name: path.stat().st_size for path in sorted(MODELS.glob("*"))},
    }


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    asked.add_argument("--cache", type=Path, default=Path(".cache/voice.db"))
    given = asked.parse_args()
    given.cache.parent.mkdir(parents=True, exist_ok=True)
    print(json.dumps(train(given.data, given.cache), indent=1))


if __name__ == "__main__":
    main()
