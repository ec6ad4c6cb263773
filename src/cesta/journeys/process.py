"""Processes: journeys as sequences of event names, told as graphs, variants, positions and repeats."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from cesta.journeys.facts import Answer, Fact, Path, count_of, mean, seconds, tidy, total_of
from cesta.journeys.given import Given
from cesta.journeys.link_times import Links, link_fact, link_seconds, links_of, profile_fact
from cesta.journeys.nodes import few_enough
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys, Places
from cesta.kernels.distinct import distinct
from cesta.kernels.eventual import eventual_pairs
from cesta.kernels.pairs import pair_counts, units_with_pair
from cesta.kernels.variants import Variants, variants_of

Table = dict[str, object]


def simple(tell: Callable[[Journeys], Answer]) -> Analysis:
    """An analysis without parameters of its own."""

    def plan(_given: Given) -> Plan:
        return Plan(run=tell)

    return Analysis(plan)


def table(names: tuple[str, ...], cells: dict[tuple[int, int], object]) -> Table:
    """Cells by pair of names as nested objects, names ascending."""
    rows: dict[str, dict[str, object]] = {}
    for (a, b), value in sorted(cells.items()):
        rows.setdefault(names[a], {})[names[b]] = value
    return dict(rows)


def dfg_answer(journeys: Journeys) -> Answer:
    """What directly follows what, where journeys start and end, and how long each link takes."""
    codes, names = few_enough(journeys.codes, journeys.names)
    size = len(names)
    counts, _units, _squares = pair_counts(codes, journeys.offsets, size)
    inner = counts[:size, :size]
    edges = {(int(a), int(b)): int(inner[a, b]) for a, b in np.argwhere(inner)}
    links = links_of(journeys)
    result: dict[str, object] = {
        "edges": table(names, dict(edges)),
        "starts": {names[a]: int(counts[size, a]) for a in np.flatnonzero(counts[size, :size]).tolist()},
        "ends": {names[a]: int(counts[a, size + 1]) for a in np.flatnonzero(counts[:size, size + 1]).tolist()},
        "link_seconds": table(journeys.names, link_seconds(links)),
    }

    def fact(path: Path) -> Fact | None:
        size, place = len(journeys.names), {name: code for code, name in enumerate(journeys.names)}
        if path[0] in ("starts", "ends"):
            one = place[str(path[1])]
            before, here = (size, one) if path[0] == "starts" else (one, size + 1)
        else:
            before, here = place[str(path[1])], place[str(path[2])]
        if path[0] == "link_seconds":
            return link_fact(links, (before, here), str(path[3]))
        units = units_with_pair(journeys.codes, journeys.offsets, before, here, size)
        if path[0] != "edges":
            return count_of(journeys, units, journeys.size)
        return total_of(journeys, units, _pairs_per_unit(links, before, here), journeys.size)

    return Answer(result, fact, entered=journeys.size > 0)


def _pairs_per_unit(links: Links, a: int, b: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    owners = links.units[links.of(a * len(links.journeys.names) + b)]
    return np.unique(owners, return_counts=True)[1].astype(np.float64)


def efg_answer(journeys: Journeys) -> Answer:
    """How often one thing comes before another, at any distance."""
    codes, names = few_enough(journeys.codes, journeys.names)
    count, _mean, _spread = eventual_pairs(codes, journeys.times, journeys.offsets, len(names))
    cells: dict[tuple[int, int], object] = {(int(a), int(b)): int(count[a, b]) for a, b in np.argwhere(count)}
    return Answer({"edges": table(names, cells)}, _eventual_fact(journeys), entered=journeys.size > 0)


def temporal_profile_answer(journeys: Journeys) -> Answer:
    """How long one thing comes before another, at any distance, and how much that varies."""
    codes, names = few_enough(journeys.codes, journeys.names)
    count, means, spread = eventual_pairs(codes, journeys.times, journeys.offsets, len(names))
    cells: dict[tuple[int, int], object] = {}
    for a, b in np.argwhere(count).tolist():
        n = int(count[a, b])
        deviation = math.sqrt(max(float(spread[a, b]), 0.0) / (n - 1)) if n > 1 else 0
        cells[a, b] = {"mean": tidy(float(means[a, b])), "stdev": tidy(deviation)}

    def fact(path: Path) -> Fact | None:
        if len(path) != 4:
            return None
        a, b = (journeys.names.index(str(name)) for name in path[1:3])
        return profile_fact(journeys, (a, b), str(path[3]))

    return Answer({"pairs": table(names, cells)}, fact, entered=journeys.size > 0)


def _eventual_fact(journeys: Journeys) -> Callable[[Path], Fact | None]:
    def fact(path: Path) -> Fact | None:
        if len(path) != 3:
            return None
        codes = journeys.codes
        a, b = (journeys.names.index(str(name)) for name in path[1:])
        before = np.cumsum(codes == a) - (codes == a)
        at_start = np.append(before, 0)[journeys.offsets[:-1]]
        met = np.flatnonzero(codes == b)
        owner = journeys.unit_of_event()[met]
        weights = (before[met] - at_start[owner]).astype(np.float64)
        pairs = np.bincount(owner, weights, minlength=journeys.size).astype(np.float64)
        units = np.flatnonzero(pairs)
        return total_of(journeys, units, pairs[units], journeys.size)

    return fact


def arrival_answer(journeys: Journeys) -> Answer:
    """How long between the beginnings of successive journeys."""
    first = np.sort(journeys.times[journeys.offsets[:-1]])
    gaps = seconds(np.diff(first))

    def fact(_path: Path) -> Fact | None:
        everybody = count_of(journeys, np.arange(journeys.size), journeys.size)
        value = mean(gaps) or 0.0
        return Fact(journeys.size, journeys.size, value, value, everybody.ids)

    return Answer({"avg_seconds": tidy(mean(gaps))}, fact, entered=journeys.size > 0)


def positions_answer(journeys: Journeys) -> Answer:
    """At which place in the journey each thing happens, from 1."""
    owner = journeys.unit_of_event()
    position = np.arange(len(owner)) - journeys.offsets[:-1][owner] + 1
    longest = int(position.max(initial=0)) + 1
    found, counts = np.unique(journeys.codes * longest + position, return_counts=True)
    told: dict[str, dict[str, int]] = {}
    for key, count in zip(found.tolist(), counts.tolist(), strict=True):
        told.setdefault(journeys.names[key // longest], {})[str(key % longest)] = count

    def fact(path: Path) -> Fact | None:
        if len(path) != 3:
            return None
        met = (journeys.codes == journeys.names.index(str(path[1]))) & (position == int(path[2]))
        return count_of(journeys, owner[met], journeys.size)

    return Answer({"positions": told}, fact, entered=journeys.size > 0)


def rework_answer(journeys: Journeys) -> Answer:
    """Who does the same thing more than once."""
    wide = len(journeys.names)
    pairs, counts = np.unique(journeys.unit_of_event() * wide + journeys.codes, return_counts=True)
    again = pairs[counts > 1]
    names, units = np.unique(again % wide if wide else again, return_counts=True)
    result: dict[str, object] = {
        "customers_with_repeat": {journeys.names[name]: int(n) for name, n in zip(names.tolist(), units, strict=True)}
    }
    if journeys.listing:
        distinct = np.bincount(pairs // max(wide, 1), minlength=journeys.size)
        told = zip(journeys.ids_in_order(), journeys.lengths().tolist(), distinct.tolist(), strict=True)
        result["per_customer"] = {who: {"events": n, "repeats": n - kinds} for who, n, kinds in told}

    def fact(path: Path) -> Fact | None:
        if len(path) != 2 or path[0] != "customers_with_repeat":
            return None
        name = journeys.names.index(str(path[1]))
        return count_of(journeys, again[again % wide == name] // wide, journeys.size)

    return Answer(result, fact, entered=journeys.size > 0, per_customer=frozenset({"per_customer"}))


def self_distance_answer(journeys: Journeys) -> Answer:
    """The fewest other events between two of the same name in one journey."""
    owner, codes = journeys.unit_of_event(), journeys.codes
    order = np.lexsort((codes, owner))
    same = np.flatnonzero((owner[order][:-1] == owner[order][1:]) & (codes[order][:-1] == codes[order][1:]))
    between = order[same + 1] - order[same] - 1
    name = codes[order][same]
    fewest = np.full(len(journeys.names), np.iinfo(np.int64).max)
    np.minimum.at(fewest, name, between)
    told = {journeys.names[one]: int(fewest[one]) for one in distinct(name).tolist()}

    def fact(path: Path) -> Fact | None:
        one = journeys.names.index(str(path[1])) if len(path) == 2 else -1
        nearest = (name == one) & (between == fewest[one])
        units = distinct(owner[order][same][nearest])
        return Fact(len(units), journeys.size, float(fewest[one]), float(fewest[one]), lambda: journeys.ids(units))

    return Answer({"min_events_between": told}, fact, entered=journeys.size > 0)


def variants_plan(given: Given) -> Plan:
    """Reads the question about variants."""
    most = given.number("max_variants", 50)
    return Plan(run=lambda journeys: variants_answer(journeys, most))


def variants_answer(journeys: Journeys, most: int) -> Answer:
    """The different sequences of names, most frequent first."""
    at = journeys.stretches
    there = np.append(np.ones(len(journeys.names), np.bool_), False)
    found = variants_of(at.codes, at.begins, at.ends, there)
    shown = most_frequent(found, most, len(journeys.names))
    rows = [
        {"path": [journeys.names[code] for code in found.path(one).tolist()], "count": int(found.counts[one])}
        for one in shown
    ]

    def fact(path: Path) -> Fact | None:
        if path == ("other",):
            return count_of(journeys, np.flatnonzero(~np.isin(found.of_unit, shown)), journeys.size)
        if len(path) == 3 and path[2] == "count":
            return count_of(journeys, np.flatnonzero(found.of_unit == shown[int(path[1])]), journeys.size)
        return None

    other = journeys.size - sum(int(found.counts[one]) for one in shown)
    return Answer({"variants": rows, "other": other}, fact, entered=journeys.size > 0)


def most_frequent(found: Variants, most: int, names: int) -> list[int]:
    """The most frequent sequences, ties by path: names ascend as their codes do, so comparing codes compares paths."""
    counts = found.counts
    if len(counts) > most:
        least = np.partition(counts, len(counts) - most)[-most]
        sure, tied = np.flatnonzero(counts > least), np.flatnonzero(counts == least)
        # of many ties only those that begin early enough are compared in full
        keys = _beginnings(found, tied, names)
        left = most - len(sure)
        tied = tied[keys <= np.partition(keys, left - 1)[left - 1]]
        chosen = np.concatenate((sure, tied)).tolist()
    else:
        chosen = list(range(len(counts)))
    return sorted(chosen, key=lambda one: (-int(counts[one]), found.path(one).tolist()))[:most]


def _beginnings(found: Variants, which: Places, names: int) -> Places:
    """The first codes of each sequence as one number; numbers compare as the beginnings do."""
    lengths, keys = np.diff(found.offsets)[which], np.zeros(len(which), np.int64)
    for place in range(int(62 // math.log2(names + 2))):
        here = np.minimum(found.offsets[which] + place, max(len(found.codes) - 1, 0))
        keys *= names + 1
        keys += np.where(lengths > place, found.codes[here].astype(np.int64) + 1, 0)
    return keys


ANALYSES = {
    "arrival": simple(arrival_answer),
    "dfg": simple(dfg_answer),
    "efg": simple(efg_answer),
    "positions": simple(positions_answer),
    "rework": simple(rework_answer),
    "self_distance": simple(self_distance_answer),
    "temporal_profile": simple(temporal_profile_answer),
    "variants": Analysis(variants_plan, params=frozenset({"max_variants"}), keys=("path",)),
}
