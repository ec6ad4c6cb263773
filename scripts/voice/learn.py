"""How the weights are found: steps along single texts for pieces of words, and whole steps for few dense numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@compiled
def _walk(  # noqa: PLR0913
    starts: Ints, buckets: Ints, dense: Floats, wanted: Floats, weight: Floats, order: Ints,
    wide: Floats, wide_sum: Floats, deep: Floats, deep_sum: Floats, classes: int, step: float, shrink: float,
) -> None:  # fmt: skip
    """One pass over the texts, in the given order. The first outputs share a chance of 1, the others stand alone."""
    outputs, score = wide.shape[1], np.zeros(wide.shape[1], np.float32)
    for row in order:
        first, last = starts[row], starts[row + 1]
        scale = 1.0 / np.sqrt(max(last - first, 1))
        for k in range(outputs):
            total = 0.0
            for place in range(first, last):
                total += wide[buckets[place], k]
            total *= scale
            for j in range(dense.shape[1]):
                total += dense[row, j] * deep[j, k]
            score[k] = total
        top = score[:classes].max()
        chances = np.exp(score[:classes] - top)
        chances /= chances.sum()
        for k in range(outputs):
            if np.isnan(wanted[row, k]):
                continue
            chance = chances[k] if k < classes else 1.0 / (1.0 + np.exp(-score[k]))
            slope = (chance - wanted[row, k]) * weight[row]
            for place in range(first, last):
                bucket = buckets[place]
                part = slope * scale + shrink * wide[bucket, k]
                wide_sum[bucket, k] += part * part
                wide[bucket, k] -= step * part / np.sqrt(wide_sum[bucket, k])
            for j in range(dense.shape[1]):
                part = slope * dense[row, j]
                deep_sum[j, k] += part * part
                deep[j, k] -= step * part / np.sqrt(deep_sum[j, k])


def by_pieces(  # noqa: PLR0913
    starts: Ints, buckets: Ints, dense: Floats, wanted: Floats, weight: Floats, *,
    width: int, classes: int = 3, passes: int = 8, step: float = 0.05, shrink: float = 1e-4, seed: int = 1,
) -> tuple[Floats, Floats]:  # fmt: skip
    """Weights of pieces (width x outputs) and of dense numbers; targets that are unknown are NaN."""
    outputs = wanted.shape[1]
    wide, deep = np.zeros((width, outputs), np.float32), np.zeros((dense.shape[1], outputs), np.float32)
    wide_sum, deep_sum = np.full_like(wide, 0.1), np.full_like(deep, 1.0)
    random = np.random.default_rng(seed)
    for done in range(passes):
        order = random.permutation(len(starts) - 1)
        _walk(starts, buckets, dense, wanted, weight, order, wide, wide_sum, deep, deep_sum, classes,
              step * (1 - done / (2 * passes)), shrink)  # fmt: skip
    return wide, deep


def softmax(scores: Floats) -> Floats:
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: Floats = chances / chances.sum(axis=1, keepdims=True)
    return found


def by_whole(
    dense: Floats, wanted: Floats, weight: Floats, *, classes: int = 3, shrink: float = 0.02, turns: int = 300
) -> Floats:
    """Weights of dense numbers and a last row of constants: softmax over the first outputs, logistic for the rest."""
    rows, columns = dense.shape
    known = np.isfinite(wanted).astype(np.float32)
    target = np.nan_to_num(wanted)
    share = (weight / weight.sum()).astype(np.float32)[:, None]
    full = np.hstack([dense, np.ones((rows, 1), np.float32)])
    spectral = np.linalg.eigvalsh((full * share).T @ full)[-1]
    rate = 1.0 / (0.5 * float(spectral) + shrink)
    found = np.zeros((columns + 1, wanted.shape[1]), np.float32)
    ahead = found.copy()
    for turn in range(turns):
        scores = full @ ahead
        chances = np.hstack([softmax(scores[:, :classes]), 1 / (1 + np.exp(-scores[:, classes:]))])
        slope = full.T @ (share * known * (chances - target))
        slope[:-1] += shrink * ahead[:-1]
        stepped = ahead - rate * slope
        ahead = stepped + turn / (turn + 3) * (stepped - found)
        found = stepped
    return found
