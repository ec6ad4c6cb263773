"""How journeys stray from the wanted one, in the words people use: missing, extra, order, repeated, late."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cesta.journeys.facts import Fact, count_of, ratio, share_of
from cesta.journeys.units import Places
from cesta.journeys.wanted import Compared
from cesta.kernels.strays import KINDS, LATE, Strays, weigh_late, weigh_strays


@dataclass(frozen=True)
class Deviations:
    """All deviations; `ranked` names each by kind and code, by customers descending, then kind, then step."""

    events: Compared
    served: Places
    reached: Places
    counted: Strays
    ranked: tuple[tuple[int, int], ...]

    def rows(self, has_goal: bool) -> list[dict[str, object]]:
        """A row for each, with the share that reach the goal with and without it."""
        size, goals = self.events.journeys.size, int(self.reached.sum())
        rows: list[dict[str, object]] = []
        for kind, code in self.ranked:
            many, reaching = int(self.counted.customers[kind, code]), int(self.counted.reaching[kind, code])
            row: dict[str, object] = {"kind": KINDS[kind], "step": self.events.names[code]}
            row |= {"customers": many, "share": ratio(many, size)}
            row["goal_rate"] = ratio(reaching, many) if has_goal else None
            row["goal_rate_without"] = ratio(goals - reaching, size - many) if has_goal else None
            rows.append(row)
        return rows

    def fact(self, row: int, key: str) -> Fact:
        """Who stands behind a number of a row."""
        journeys = self.events.journeys
        strayed = self._strayed(*self.ranked[row])
        if key in ("customers", "share"):
            return (count_of if key == "customers" else share_of)(journeys, np.flatnonzero(strayed), journeys.size)
        group = strayed if key == "goal_rate" else ~strayed
        return share_of(journeys, np.flatnonzero(group & (self.reached == 1)), int(np.count_nonzero(group)))

    def _strayed(self, kind: int, code: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """The units that stray so."""
        variants = self.events.variants
        if kind == LATE:
            return _late(self.events, self.served, self.reached, (kind, code))[1]
        weights = variants.counts, variants.counts
        found = weigh_strays(self.events.paths, self.served, self.events.wanted, weights, (kind, code))[2]
        return np.asarray(found[variants.of_unit])


def deviations_of(events: Compared, served: Places, reached: Places) -> Deviations:
    """Weighs like journeys together; only what came late is looked at journey by journey.

    served: for each event of each variant the step it serves, or -1. reached: 1 for each unit that reaches the goal.
    """
    variants = events.variants
    reaching = np.bincount(variants.of_unit[reached == 1], minlength=len(variants.counts))
    counted = weigh_strays(events.paths, served, events.wanted, (variants.counts, reaching))[0]
    if (events.wanted.most < np.iinfo(np.int64).max).any():
        late = _late(events, served, reached, (-1, -1))[0]
        counted = Strays(counted.customers + late.customers, counted.reaching + late.reaching)
    found = [(int(kind), int(code)) for kind, code in np.argwhere(counted.customers)]
    found.sort(key=lambda one: (-int(counted.customers[one]), KINDS[one[0]], events.names[one[1]]))
    return Deviations(events, served, reached, counted, tuple(found))


def _late(
    events: Compared, served: Places, reached: Places, seek: tuple[int, int]
) -> tuple[Strays, np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    at, variants = events.at, events.variants
    paths = variants.of_unit, variants.offsets, served
    return weigh_late((at.codes, at.times), (at.begins, at.ends), events.kept, paths, events.wanted, reached, seek)
