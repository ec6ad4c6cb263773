"""How well groups found in behaviour agree with those that were planted, and that none are found where there are none.

    python benchmarks/groups.py --seeds 101,102,103 --customers 10000 --json

Each world is made, groups are found in what its customers did (nobody tells the segments), and both are compared: the
adjusted Rand index over all customers and over those who surely belong; beside it what the oracle reaches, which knows
every parameter of the world. Then all stays of the world are dealt out anew: whoever has ten gets any ten. Customers
are alike then, except for chance, and there is nothing to be found.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.stays import stays_of
from cesta.journeys.units import Journeys
from cesta.measures.discovered import SAMPLE, SURE, assigned, everybody
from cesta.samples.retail import plants
from cesta.samples.retail.events import Column as Written
from cesta.samples.retail.events import Walker, World, columns, event_column
from cesta.samples.retail.oracle import before_cart, occasions, of_segments
from cesta.samples.retail.rules import rules
from cesta.samples.retail.segments import SEGMENTS
from cesta.store.columns import Column, Columns

Ints = NDArray[np.int64]


def rand_index(one: Ints, other: Ints) -> float:
    """The adjusted Rand index (Hubert and Arabie 1985): 1 for the same groups, 0 for what chance would give."""
    table = np.zeros((int(one.max()) + 1, int(other.max()) + 1))
    np.add.at(table, (one, other), 1)

    def pairs(counts: NDArray[np.float64]) -> float:
        return float((counts * (counts - 1) / 2).sum())

    rows, both = pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    expected = rows * both / (len(one) * (len(one) - 1) / 2)
    most = (rows + both) / 2
    return (pairs(table) - expected) / (most - expected) if most > expected else 1.0


def coded(column: Written) -> Column:
    """A written column as the store keeps it."""
    used, places = np.unique(np.asarray(column.numbers, np.int64), return_inverse=True)
    codes = places.reshape(-1) - int(used[0] < 0)
    values: list[Any] = [column.values[place] if column.kind == "text" else place for place in used[used >= 0].tolist()]
    return Column(codes.astype(np.int32), tuple(values))


def world_of(world: World, customers: int) -> tuple[Journeys, Ints, Ints]:
    """What the customers of a world did, the segment of each, and the one that the oracle names."""
    block = Walker(world).block(0, customers)
    events = event_column(block)
    names = tuple(sorted(events.values))
    place = np.array([names.index(name) for name in events.values])
    offsets = np.concatenate(([0], np.cumsum(np.bincount(block.owner, minlength=customers))))
    props = {column.name: coded(column) for column in columns(block) if column.kind != "message"}
    ids = tuple(f"c{number:09d}" for number in range(customers))
    found = Columns(ids, offsets, place[events.numbers].astype(np.int16), block.times, names, props)
    known, seen = rules(world.noise, world.plants), occasions(block)
    guess = of_segments(known, seen, before_cart(known, seen), block).argmax(axis=1)
    return everybody(found), block.people.segment[:customers].astype(np.int64), guess.astype(np.int64)


def compared(seed: int, noise: int, planted: str, customers: int) -> dict[str, object]:
    """One world: what was found in it."""
    journeys, truth, oracle = world_of(World(seed, noise, plants.chosen(planted)), customers)
    started, wall = time.process_time(), time.monotonic()
    found = assigned(journeys)
    cpu, seconds = time.process_time() - started, time.monotonic() - wall
    sure = found.chance >= SURE
    return {
        "seed": seed,
        "noise": noise,
        "plant": planted,
        "customers": customers,
        "events": int(journeys.offsets[-1]),
        "true_groups": len(SEGMENTS),
        "groups": found.fit.many,
        "rand_index": round(rand_index(found.labels, truth), 4),
        "rand_index_oracle": round(rand_index(oracle, truth), 4),
        "surely_assigned": round(float(sure.mean()), 4),
        "rand_index_sure": round(rand_index(found.labels[sure], truth[sure]), 4),
        "cpu_seconds": round(cpu, 1),
        "seconds": round(seconds, 1),
    }


def dealt(seed: int, noise: int, customers: int) -> dict[str, object]:
    """How many groups are found when stays belong to anybody; one means none."""
    journeys, _, _ = world_of(World(seed, noise), customers)
    stays, columns = stays_of(journeys), journeys.asked.columns
    owner = stays.owner[stays.begins][np.random.default_rng(seed).permutation(len(stays.begins))][stays.stay]
    order = np.lexsort((stays.times, owner))
    rows = stays.rows[order]
    props = {name: Column(column.codes[rows], column.values) for name, column in columns.props.items()}
    offsets = np.concatenate(([0], np.cumsum(np.bincount(owner, minlength=customers))))
    codes = stays.codes[order].astype(np.int16)
    found = Columns(tuple(columns.customers), offsets, codes, stays.times[order], columns.names, props)
    return {"seed": seed, "noise": noise, "customers": customers, "groups": assigned(everybody(found)).fit.many}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="101,102,103")
    parser.add_argument("--noise", default="0,1")
    parser.add_argument("--customers", type=int, default=SAMPLE)
    parser.add_argument("--json", action="store_true", help="JSON alone.")
    given = parser.parse_args()
    seeds, noises = ([int(one) for one in text.split(",")] for text in (given.seeds, given.noise))
    both = [(seed, noise) for seed in seeds for noise in noises]
    report = {
        "worlds": [compared(*one, planted, given.customers) for one in both for planted in ("all", "none")],
        "stays_dealt_anew": [dealt(*one, given.customers) for one in both],
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    if given.json:
        print(json.dumps(report, indent=1))
        return
    for rows in (report["worlds"], report["stays_dealt_anew"]):
        assert isinstance(rows, list)
        for row in rows:
            print("  ".join(f"{name} {value}" for name, value in row.items()))


if __name__ == "__main__":
    main()
