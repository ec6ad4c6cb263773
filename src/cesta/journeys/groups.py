"""Groups: customers whose journeys are alike, what sets them apart, and journeys that stand for them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cesta.journeys.facts import Answer, Fact, Path, count_of, ratio, share_of, tidy
from cesta.journeys.given import Given
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.traits import Traits, doublings, traits_of
from cesta.journeys.units import Journeys, Places
from cesta.kernels.distinct import distinct
from cesta.kernels.medoids import Numbers, dice_distances, medoids_of, silhouette
from cesta.kernels.variants import Variants, variants_of

SAMPLE = 600
FEWEST, MOST = 2, 12
APART = 0.5
MOST_NAMES = 5
CHUNK = 4096


@dataclass(frozen=True)
class Grouping:
    """labels: for each variant its group, from 0 by size; sample: the variants that were compared with one another.

    A variant that many journeys took may be in the sample more than once.
    """

    labels: Places
    medoids: Places
    sample: Places
    distances: Numbers
    silhouette: float | None


@dataclass(frozen=True)
class Standing:
    """A variant that stands for its group, and those of the group that are close to it."""

    variant: int
    covered: Places


def plan(given: Given) -> Plan:
    """Reads the question."""
    k = given.number("k", 0, most=100)
    seed = given.number("seed", 0, least=0, most=2**32)
    most = given.number("representatives", 3, most=100)
    return Plan(run=lambda journeys: groups_answer(journeys, k, seed, most))


def grouped(traits: Traits, found: Variants, k: int, seed: int) -> Grouping:
    """Groups journeys around medoids; k 0 takes the number of groups whose silhouette is widest.

    Of more than `SAMPLE` journeys a random sample is compared, and the others join the nearest medoid (CLARA: Kaufman
    and Rousseeuw, "Finding Groups in Data", 1990). Journeys that are the same are never put apart.
    """
    size = len(found.of_unit)
    units = np.arange(size)
    if size > SAMPLE:
        units = np.sort(np.random.default_rng(seed).choice(size, SAMPLE, replace=False))
    sample = found.of_unit[units]
    table = traits.table(sample)
    distances = dice_distances(table, table)
    different = len(distinct(np.argmin(distances, axis=1)))
    best: tuple[float, Places] | None = None
    for many in range(FEWEST, MOST + 1) if k == 0 else [k]:
        if many < FEWEST or many > different:
            continue
        medoids = medoids_of(distances, many)
        wide = silhouette(distances, distances[:, medoids].argmin(axis=1))
        if best is None or wide > best[0]:
            best = wide, medoids
    if best is None:
        # nothing to choose: all alike, one group wanted, or as many as there are different journeys
        medoids = medoids_of(distances, max(min(k, different), 1))
        best = 0.0, medoids
    medoids = sample[best[1]]
    labels = _nearest(traits, len(found.counts), medoids)
    order = np.argsort(-np.bincount(labels, found.counts, len(medoids)), kind="stable")
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    width = best[0] if len(medoids) > 1 else None
    return Grouping(place[labels], medoids[order], sample, distances, width)


def _nearest(traits: Traits, size: int, medoids: Places) -> Places:
    centres = traits.table(medoids)
    parts = [
        dice_distances(traits.table(np.arange(begin, min(begin + CHUNK, size))), centres).argmin(axis=1)
        for begin in range(0, size, CHUNK)
    ]
    return np.concatenate(parts).astype(np.int64)


def groups_answer(journeys: Journeys, k: int, seed: int, most: int) -> Answer:
    """The groups by size, each with what sets it apart."""
    if not journeys.size:
        empty: dict[str, object] = {"groups": [], "silhouette": None}
        return Answer(empty | ({"members": {}} if journeys.listing else {}), entered=False)
    at = journeys.stretches
    variants = variants_of(at.codes, at.begins, at.ends, np.append(np.ones(len(journeys.names), np.bool_), False))
    traits = traits_of(variants, len(journeys.names))
    found = grouped(traits, variants, k, seed)
    differences = _apart(variants, journeys.names, found.labels, len(found.medoids))
    labels = found.labels[variants.of_unit]
    units = [np.flatnonzero(labels == group) for group in range(len(found.medoids))]
    standing = [_representatives(traits, found, group, most) for group in range(len(units))]
    rows = [
        {
            "customers": len(mine),
            "share": ratio(len(mine), journeys.size),
            **differences[group],
            "representatives": [
                {
                    "path": [journeys.names[code] for code in variants.path(one.variant).tolist()],
                    "coverage": ratio(int(variants.counts[one.covered].sum()), len(mine)),
                }
                for one in standing[group]
            ],
        }
        for group, mine in enumerate(units)
    ]
    result: dict[str, object] = {"groups": rows, "silhouette": tidy(found.silhouette)}
    if journeys.listing:
        result["members"] = {
            who: label + 1 for who, label in zip(journeys.ids_in_order(), labels.tolist(), strict=True)
        }

    def fact(path: Path) -> Fact | None:
        if path[0] != "groups" or len(path) < 3:
            return None
        mine = units[int(path[1])]
        if path[2] in ("customers", "share"):
            return (count_of if path[2] == "customers" else share_of)(journeys, mine, journeys.size)
        if len(path) == 5 and path[4] == "coverage":
            covered = standing[int(path[1])][int(path[3])].covered
            return share_of(journeys, np.flatnonzero(np.isin(variants.of_unit, covered)), len(mine))
        return None

    return Answer(result, fact, per_customer=frozenset({"members"}))


def _apart(found: Variants, names: tuple[str, ...], labels: Places, many: int) -> list[dict[str, list[str]]]:
    """For each group the names that it does more, or less, often than all others, most so first.

    How often is counted in doublings, for each journey; names count from half a standard deviation on.
    """
    wide, size = len(names), len(found.of_unit)
    owner = np.repeat(np.arange(len(found.counts)), np.diff(found.offsets))
    pairs, counts = np.unique(owner * wide + found.codes, return_counts=True)
    often, variants, codes = doublings(counts).astype(np.float64), pairs // wide, pairs % wide
    weights = found.counts[variants]
    sums = np.bincount(labels[variants] * wide + codes, often * weights, many * wide).reshape(many, wide)
    members = np.bincount(labels, found.counts, many)[:, None]
    middle = sums.sum(axis=0) / size
    spread = np.sqrt(np.maximum(np.bincount(codes, often**2 * weights, wide) / size - middle**2, 0))
    others = (sums.sum(axis=0) - sums) / np.maximum(size - members, 1)
    difference = np.where(members < size, sums / members - others, 0) / np.where(spread > 0, spread, 1)
    return [{"more_often": _most(names, row), "less_often": _most(names, -row)} for row in difference]


def _most(names: tuple[str, ...], by: Numbers) -> list[str]:
    order = np.argsort(-by, kind="stable")
    return [names[code] for code in order.tolist() if by[code] >= APART][:MOST_NAMES]


def _representatives(traits: Traits, found: Grouping, group: int, most: int) -> list[Standing]:
    """The medoid, then each journey that covers most of those not covered yet, until none are left.

    A journey covers those of its group that lie within a third of the median distance between two of the group.
    """
    place = np.flatnonzero(found.labels[found.sample] == group)
    within = found.distances[np.ix_(place, place)]
    pairs = within[np.triu_indices(len(place), 1)]
    radius = float(np.median(pairs)) / 3 if len(pairs) else 0.0
    close = within <= radius
    mine = np.flatnonzero(found.labels == group)
    left = np.ones(len(place), np.bool_)
    nearest = int(np.flatnonzero(found.sample[place] == found.medoids[group])[0])
    standing: list[Standing] = []
    while len(standing) < most and left.any():
        one = nearest if not standing else int(close[:, left].sum(axis=1).argmax())
        left &= ~close[one]
        variant = int(found.sample[place[one]])
        row = traits.table(np.array([variant]))
        apart = [
            dice_distances(traits.table(mine[begin : begin + CHUNK]), row)[:, 0] for begin in range(0, len(mine), CHUNK)
        ]
        standing.append(Standing(variant, mine[np.concatenate(apart) <= radius]))
    return standing


PARAMS = frozenset({"k", "seed", "representatives"})
ANALYSIS = Analysis(plan, params=PARAMS)
