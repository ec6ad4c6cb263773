"""Touches of channels: what customers met on their way to each conversion."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.facts import tidy
from cesta.journeys.units import Journeys, Places
from cesta.journeys.where import Condition

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Touches:
    """All touches, path by path: what a customer met up to a conversion, or since the last one.

    `before`: microseconds until the conversion. A conversion that no touch came before earns no credit.
    """

    channels: Places
    names: tuple[str, ...]
    units: Places
    paths: Places
    converted: NDArray[np.bool_]
    before: Places

    @property
    def lengths(self) -> Places:
        return np.bincount(self.paths)

    @property
    def nth(self) -> Places:
        """The place of each touch in its path, from 0."""
        ends = np.cumsum(self.lengths)
        return np.arange(len(self.paths)) - (ends - self.lengths)[self.paths]


def touches_of(journeys: Journeys, conversion: Condition, channel: str) -> Touches:
    """Cuts journeys after each conversion. A conversion that carries a channel is its own last touch."""
    codes, names = journeys.asked.text_codes(channel)
    channels, times, owners = codes[journeys.rows], journeys.times, journeys.unit_of_event()
    converts = journeys.mask(conversion)
    begins = np.diff(owners, prepend=-1) > 0
    begins[1:] |= converts[:-1]
    stretch = np.cumsum(begins) - 1
    done, when = np.zeros(len(begins), np.bool_), np.zeros(len(begins), np.int64)
    done[stretch[converts]], when[stretch[converts]] = True, times[converts]
    touched = np.flatnonzero(channels)
    kept, paths = np.unique(stretch[touched], return_inverse=True)
    before = np.where(done[stretch[touched]], when[stretch[touched]] - times[touched], 0)
    return Touches(channels[touched], names, owners[touched], paths.astype(np.int64), done[kept], before)


def summed(places: Places, weights: Numbers, size: int) -> Numbers:
    """The weights that fall on each place."""
    return np.bincount(places, weights, size).astype(np.float64)


def told_credit(touches: Touches, credit: Numbers) -> dict[str, object]:
    whole = float(credit.sum())
    given = {name: float(one) for name, one in zip(touches.names, credit.tolist(), strict=True) if one}
    return {
        "credit": {name: tidy(one) for name, one in given.items()},
        "shares": {name: tidy(one / whole) for name, one in given.items()},
    }
