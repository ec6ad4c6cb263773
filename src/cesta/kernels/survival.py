"""How long something takes when for some it has not come yet: Kaplan and Meier's estimate, and its quantiles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.intervals import Z

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Survival:
    """At each of the `times`, ascending, the share for whom it has not come by then; spread: Greenwood's sum."""

    times: Floats
    share: Floats
    spread: Floats

    def at(self, time: float | None) -> tuple[float, float]:
        """Share and spread at a time; nothing has come before the first, and for None it would come to all."""
        if time is None:
            return 0.0, 0.0
        place = int(np.searchsorted(self.times, time, side="right")) - 1
        return (1.0, 0.0) if place < 0 else (float(self.share[place]), float(self.spread[place]))


def survival(lengths: Floats, seen: NDArray[np.bool_]) -> Survival:
    """lengths: until it came, or until we stopped looking; seen: whether it came.

    >>> found = survival(np.array([1.0, 2.0, 2.0, 3.0]), np.array([True, True, False, True]))
    >>> found.times.tolist(), found.share.tolist()
    ([1.0, 2.0, 3.0], [0.75, 0.5, 0.0])
    """
    if not len(lengths):
        return Survival(np.zeros(0), np.zeros(0), np.zeros(0))
    order = np.argsort(lengths, kind="stable")
    times, starts = np.unique(lengths[order], return_index=True)
    came = np.add.reduceat(seen[order].astype(np.int64), starts)
    there = len(lengths) - starts
    times, came, there = times[came > 0], came[came > 0], there[came > 0]
    left = there - came
    spread = np.divide(came, there * left, out=np.zeros(len(came)), where=left > 0)
    return Survival(times, np.cumprod(left / there, dtype=np.float64), np.cumsum(spread))


def quantile_of(
    found: Survival, q: float = 0.5, within: float | None = None
) -> tuple[float | None, float | None, float | None]:
    """The time by which it came to the share `q`, with a 95 % interval (Brookmeyer and Crowley's).

    within: the share is of those to whom it comes within so long, so that who never does it is left out; without it, of
    everybody. None: that share is not reached by any time that was seen.

    >>> quantile_of(survival(np.arange(1.0, 6.0), np.array([True, True, True, False, False])))[0]
    3.0
    >>> quantile_of(survival(np.arange(1.0, 6.0), np.array([True, True, False, False, False])))[0] is None
    True
    >>> quantile_of(survival(np.arange(1.0, 6.0), np.array([True, True, False, False, False])), within=4.0)[0]
    1.0
    """
    last, last_spread = found.at(within)
    inside = slice(None) if within is None else slice(int(np.searchsorted(found.times, within, side="right")))
    times, share, spread = found.times[inside], found.share[inside], found.spread[inside]
    if not len(times):
        return None, None, None
    above = share - (1 - q * (1 - last))
    variance = share**2 * spread + q**2 * last**2 * last_spread - 2 * q * share * last * spread
    half = Z * np.sqrt(np.maximum(variance, 0))
    return _first(times, above <= 1e-12), _first(times, above - half <= 1e-12), _first(times, above + half < -1e-12)


def _first(times: Floats, met: NDArray[np.bool_]) -> float | None:
    return float(times[int(np.argmax(met))]) if met.any() else None
