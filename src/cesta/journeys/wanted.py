"""The wanted journey beside the real ones: both in the codes of names, like journeys only once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.units import Journeys, Places, Stretches
from cesta.journeys.where import Condition, Mask
from cesta.kernels.alignment import FAR, step_distances
from cesta.kernels.strays import Wanted
from cesta.kernels.variants import Variants, variants_of
from cesta.model.wanted_journey import WantedJourney
from cesta.store.columns import Codes


@dataclass(frozen=True)
class Compared:
    """Journeys and the model. names: by code, also of steps that were never seen; `kept`: which are compared."""

    journeys: Journeys
    wanted: Wanted
    names: tuple[str, ...]
    at: Stretches
    kept: Mask

    @cached_property
    def variants(self) -> Variants:
        """The different sequences of names."""
        return variants_of(self.at.codes, self.at.begins, self.at.ends, self.kept)

    @property
    def paths(self) -> tuple[Codes, Places]:
        return self.variants.codes, self.variants.offsets


def compared(journeys: Journeys, model: WantedJourney, goal: Condition | None) -> Compared:
    """Leaves out goal events whose names the model lacks."""
    wanted, names = in_codes(model, journeys.names)
    at, absent = journeys.stretches, len(journeys.names)
    kept = np.ones(absent + 1, np.bool_)
    kept[absent] = False
    if goal is None:
        return Compared(journeys, wanted, names, at, kept)
    foreign = np.ones(absent + 1, np.bool_)
    foreign[[code for code in wanted.steps[1:].tolist() if code < absent]] = False
    if goal == Condition(event=goal.event):
        kept &= ~(foreign & np.array([goal.event in (None, name) for name in (*journeys.names, None)]))
        return Compared(journeys, wanted, names, at, kept)
    dropped = journeys.of(journeys.asked.mask(goal)) & foreign[journeys.codes]
    codes = journeys.of(journeys.asked.columns.codes).copy()
    codes[dropped] = absent
    without = Stretches(codes, journeys.times, journeys.offsets[:-1], journeys.offsets[1:])
    return Compared(journeys, wanted, names, without, kept)


def in_codes(model: WantedJourney, names: Sequence[str]) -> tuple[Wanted, tuple[str, ...]]:
    """The model in numbers, and the name of every code; one after the last name belongs to events that are not there.

    >>> from cesta.model.wanted_journey import read_wanted_journey
    >>> wanted, names = in_codes(read_wanted_journey({"sequence": ["b", "new"]}), ["a", "b"])
    >>> wanted.steps.tolist(), names
    ([-2, 1, 3], ('a', 'b', '', 'new'))
    """
    unseen = sorted(set(model.names[1:]) - set(names))
    told = (*names, "", *unseen)
    place = {name: len(names) + 1 + number for number, name in enumerate(unseen)}
    place |= {name: code for code, name in enumerate(names)}
    steps = np.array([-2, *(place[name] for name in model.names[1:])], np.int64)
    size = len(model.names)
    follows = np.array([[t in model.follow[s] for t in range(size)] for s in range(size)], np.bool_)
    distances = step_distances(follows)
    forever = np.iinfo(np.int64).max
    most = np.array([forever if one is None else one for one in model.within], np.int64)
    return Wanted(steps, len(told), follows, distances, endings(model, distances), most), told


def endings(model: WantedJourney, distances: NDArray[np.int64]) -> NDArray[np.int64]:
    """From each state how many steps it takes to an end; 0 where the journey may end."""
    least: NDArray[np.int64] = np.minimum(distances[:, sorted(model.final)].min(axis=1), FAR)
    least[sorted(model.final)] = 0
    return least
