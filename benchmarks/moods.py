"""Whether the intervals of the mood line hold what they promise, and whether planted drivers are found, others not.

    python benchmarks/moods.py --seeds 20301-20340 --events 300000 --json
    python benchmarks/moods.py --drivers --seeds 20341-20343 --events 500000 --json

The worlds know every mood that they put into words, stars and answers. The truth of a month is the mean of these
planted moods over some eighty times as many customers of other seeds, each counted once, as the map counts them. What
the map says of that month in a world it has never seen should hold it in 95 of 100 cases; so should each source alone,
words by what they were made to feel, not by what is read from them. Complaints, all of the worst mood, are told apart.
Drivers are looked for in worlds with everything planted and in the same worlds with nothing planted: late parcels spoil
moods in the first, and nothing drives any in the second.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from retail_world import events_of, workspace_of

from cesta.kernels.intervals import wilson
from cesta.maps.compose import Picked
from cesta.maps.drivers import map_drivers
from cesta.maps.moods import MoodsView, moods
from cesta.store.workspace import Workspace

MAP, STOP = "buy-clothes", "review"
TRUTH_SEEDS = range(90_001, 90_007)
Months = dict[str, dict[str, list[float]]]
PLANTED = {("late_delivery", "too-late", -1), ("late_delivery", "in-time", 1)}
SAID = ("stars", "score 0..10", "words")


def told(table: pa.Table) -> Iterator[tuple[int, str, str, float]]:
    """Person, month, source and planted mood of each review and answer."""
    wanted = table.filter(pc.is_in(table["event"], pa.array(["review", "survey_answer"])))
    months = pc.strftime(wanted["ts"].cast(pa.timestamp("us", "UTC")), "%Y-%m-01").to_pylist()
    people = [int(one[1:].split("-")[0]) for one in wanted["message_id"].to_pylist()]
    rows = zip(people, months, wanted["stars"].to_pylist(), wanted["score"].to_pylist(), strict=True)
    for person, month, stars, score in rows:
        if stars is not None:
            # The words of a review were made of the mood that gave the stars.
            yield person, month, "stars", stars - 3.0
            yield person, month, "words", stars - 3.0
        if score is not None:
            yield person, month, "score 0..10", (score - 5) / 2.5


def moods_of_months(table: pa.Table) -> Months:
    """For each month and source, and for the mixture, the planted mood of each person."""
    hers: dict[tuple[str, int], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for person, month, source, mood in told(table):
        hers[month, person][source].append(mood)
    found: Months = defaultdict(lambda: defaultdict(list))
    for (month, _), sources in hers.items():
        means = {source: sum(each) / len(each) for source, each in sources.items()}
        for source, mean in means.items():
            found[month][source].append(mean)
        found[month]["mixture"].append(sum(means.values()) / len(means))
    return found


def truth(noise: int, events: int) -> dict[tuple[str, str], float]:
    whole: Months = defaultdict(lambda: defaultdict(list))
    for seed in TRUTH_SEEDS:
        for month, sources in moods_of_months(events_of(seed, noise, "all", events)).items():
            for source, each in sources.items():
                whole[month][source] += each
    return {
        (month, source): float(np.mean(each)) for month, sources in whole.items() for source, each in sources.items()
    }


def held(view: MoodsView, known: dict[tuple[str, str], float]) -> Iterator[tuple[str, bool, float]]:
    """For each month and source whether the interval holds the truth, and how far off the value is."""
    for month in view.months:
        told_ = [("mixture", month.emotion.value, month.emotion.low, month.emotion.high)]
        told_ += [(one.source, one.value, one.low, one.high) for one in month.emotion.sources if one.n >= 30]
        for source, value, low, high in told_:
            if value is not None and low is not None and high is not None and (month.start, source) in known:
                true = known[month.start, source]
                yield source, low <= true <= high, value - true


def coverage(seeds: list[int], noise: int, events: int, truth_events: int) -> dict[str, object]:
    known = truth(noise, truth_events)
    hits: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    complaints: list[float] = []
    for seed in seeds:
        with workspace_of(events_of(seed, noise, "all", events)) as workspace:
            for source, hit, off in held(moods(workspace, MAP, STOP, Picked()), known):
                hits[source].append((hit, off))
            worst = moods(workspace, MAP, "complain", Picked()).months
            complaints += [one.emotion.value for one in worst if one.emotion.value is not None]
    rows = {}
    for source, each in hits.items():
        n, k = len(each), sum(hit for hit, _ in each)
        low, high = wilson(k, n)
        rows[source] = {
            "intervals": n,
            "held": round(k / n, 4),
            "low": round(low, 4),
            "high": round(high, 4),
            "mean_off": round(float(np.mean([off for _, off in each])), 4),
        }
    read = round(float(np.mean(complaints)), 3) if complaints else None
    return {"worlds": len(seeds), "noise": noise, "events": events, "held": rows,
            "complaints": {"planted": -2.0, "read": read, "months": len(complaints)}}  # fmt: skip


def named(workspace: Workspace, of: str) -> list[tuple[str, str | None, float]]:
    """Drivers called more than chance, but for where customers say how they feel."""
    view = map_drivers(workspace, MAP, of, Picked())
    return [(one.touchpoint, one.friction, round(one.effect, 3)) for one in view.drivers if one.clear and not one.tells]


def driven(seed: int, noise: int, events: int) -> dict[str, object]:
    found: dict[str, dict[str, object]] = {}
    for planted in ("all", "none"):
        with workspace_of(events_of(seed, noise, planted, events)) as workspace:
            found[planted] = {of: named(workspace, of) for of in (*SAID, "return", "spend")}
    signs = {(stop, sign) for _, stop, sign in PLANTED}

    def hit(of: str) -> bool:
        return any((stop, int(np.sign(effect))) in signs and kind is None for stop, kind, effect in found["all"][of])  # type: ignore[attr-defined]

    return {"seed": seed, "found": {of: hit(of) for of in (*SAID, "return", "spend")},
            "false_said": sum(len(found["none"][of]) for of in SAID),  # type: ignore[arg-type,misc]
            "named": found}  # fmt: skip


def seeds_of(text: str) -> list[int]:
    first, _, last = text.partition("-")
    return list(range(int(first), int(last or first) + 1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="20301-20340")
    parser.add_argument("--noise", type=int, default=1)
    parser.add_argument("--events", type=int, default=300_000)
    parser.add_argument("--truth-events", type=int, default=4_000_000)
    parser.add_argument("--drivers", action="store_true")
    parser.add_argument("--json", action="store_true", help="JSON alone.")
    given = parser.parse_args()
    began = time.process_time()
    if given.drivers:
        report: dict[str, object] = {
            "worlds": [driven(seed, given.noise, given.events) for seed in seeds_of(given.seeds)]
        }
    else:
        report = coverage(seeds_of(given.seeds), given.noise, given.events, given.truth_events)
    report["cpu_seconds"] = round(time.process_time() - began, 1)
    print(json.dumps(report, indent=None if given.json else 1))


if __name__ == "__main__":
    main()
