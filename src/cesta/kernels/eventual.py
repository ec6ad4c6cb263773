"""Ordered pairs of events at any distance in one journey: how often, and how long between them."""

from __future__ import annotations

import numpy as np

from cesta.kernels.compiled import compiled


@compiled
def eventual_pairs(codes, times, offsets, size):  # type: ignore[no-untyped-def]
    """For every pair of names: how many ordered pairs of events, the mean time between, and the summed squares of
    the deviations from that mean. Works with running means, which stay exact where sums of squares would not.
    """
    count = np.zeros((size, size), np.int64)
    mean = np.zeros((size, size), np.float64)
    spread = np.zeros((size, size), np.float64)
    own_count = np.zeros(size, np.int64)
    own_mean = np.zeros(size, np.float64)
    own_spread = np.zeros(size, np.float64)
    seen = np.zeros(size, np.int64)
    for u in range(len(offsets) - 1):
        kinds = 0
        for i in range(offsets[u], offsets[u + 1]):
            b = codes[i]
            at = (times[i] - times[offsets[u]]) / 1e6
            for k in range(kinds):
                a = seen[k]
                n, gap = own_count[a], at - own_mean[a]
                total = count[a, b] + n
                away = gap - mean[a, b]
                spread[a, b] += own_spread[a] + away * away * count[a, b] * n / total
                mean[a, b] += away * n / total
                count[a, b] = total
            if own_count[b] == 0:
                seen[kinds] = b
                kinds += 1
            own_count[b] += 1
            away = at - own_mean[b]
            own_mean[b] += away / own_count[b]
            own_spread[b] += away * (at - own_mean[b])
        for k in range(kinds):
            own_count[seen[k]] = 0
            own_mean[seen[k]] = 0.0
            own_spread[seen[k]] = 0.0
    return count, mean, spread


def warm() -> None:
    """Compiles the count for the types that questions bring."""
    one = np.zeros(1, np.int64)
    eventual_pairs(one, one, np.array([0, 1]), 1)
