"""How many days pass until a planted fault at the checkout is named, and what is named where nothing was planted.

    python benchmarks/drift.py --seeds 20281,20282,20283 --events 400000 --json

In worlds without plants, from a known day on a share of all customers' days loses its checkout and what comes after.
Each day since is looked at with the events known by then, as the screen would: the fault is detected on the first one
on which a change at the stage of paying, or of the way to it, is named within a week of the true day. The same worlds
unchanged are looked at every week for half a year: whatever is named that no look before named (within two weeks) is a
false alarm, seasons and campaigns of the world among them.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
import zlib
from datetime import date, timedelta

import numpy as np
from retail_world import events_of, workspace_of

from cesta.maps.document import MapDocument, load
from cesta.maps.drift import DriftView, drift_of
from cesta.maps.trace import trace
from cesta.model.calendar import midnight, zone_named
from cesta.store.columns import Columns, offsets_of

MAP, STAGES = "buy-clothes", ("choose", "pay")
"""Whoever loses the checkout never comes to pay: it shows on the way there, too."""
CHANGED = date(2026, 4, 14)
LOST = ("checkout", "delivery_choice", "account_check", "payment_details", "payment_failed", "purchase")
SIZES = (0.1, 0.2, 0.4)
NEAR = timedelta(days=7)
WATCHED = 42
QUIET = range(-140, WATCHED + 1, 7)
DAY = 86_400_000_000


def kept_rows(columns: Columns, keep: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Columns:
    """The same journeys without some of their events."""
    lengths = np.bincount(columns.owners()[keep], minlength=len(columns.customers))
    there = np.flatnonzero(lengths)
    return Columns(
        [columns.customers[place] for place in there.tolist()],
        offsets_of(lengths[there]),
        columns.codes[keep],
        columns.times[keep],
        columns.names,
        {name: type(column)(column.codes[keep], column.values) for name, column in columns.props.items()},
    )


def changed(columns: Columns, since: int, size: float) -> Columns:
    """Without the checkout, and what comes after it, on this share of customers' days since then."""
    days = columns.times // DAY
    drawn = np.array([zlib.crc32(one.encode()) for one in columns.customers], dtype=np.uint64)[columns.owners()]
    mixed = (drawn * np.uint64(2_654_435_761) + days.astype(np.uint64) * np.uint64(40_503)) % np.uint64(1_000_003)
    losing = (mixed.astype(np.float64) / 1_000_003 < size) & (columns.times >= since)
    codes = [code for code, name in enumerate(columns.names) if name in LOST]
    return kept_rows(columns, ~(losing & np.isin(columns.codes, codes)))


def looked(document: MapDocument, columns: Columns, day: int, timezone: str) -> DriftView:
    """What would be named on the morning of this day of watching."""
    zone = zone_named(timezone)
    until = midnight(CHANGED + timedelta(days=day), zone)
    return drift_of(document, trace(document, kept_rows(columns, columns.times < until), zone))


def detected(document: MapDocument, columns: Columns, size: float, timezone: str) -> dict[str, object]:
    since = midnight(CHANGED, zone_named(timezone))
    broken = changed(columns, since, size)
    for day in range(1, WATCHED + 1):
        for one in looked(document, broken, day, timezone).changes:
            near = abs(date.fromisoformat(one.day) - CHANGED) <= NEAR
            if one.stage in STAGES and near:
                points = round(100 * (one.difference.value or 0.0), 1)
                what = f"{one.kind} {one.touchpoint or one.stage}"
                return {"size": size, "days": day, "named_day": one.day, "what": what, "points": points}
    return {"size": size, "days": None, "named_day": None, "what": None, "points": None}


def alarms(views: list[DriftView]) -> list[list[str]]:
    """What each look names that none before it did."""
    new: list[list[str]] = []
    known: list[tuple[tuple[str, str, str | None], date]] = []
    for view in views:
        seen: list[tuple[tuple[str, str, str | None], date]] = [
            ((one.kind, one.stage, one.touchpoint), date.fromisoformat(one.day)) for one in view.changes
        ]
        fresh = [
            (what, day)
            for what, day in seen
            if not any(what == other and abs(day - then) <= 2 * NEAR for other, then in known)
        ]
        new.append([f"{kind} {stop or stage} {day}" for (kind, stage, stop), day in fresh])
        known += seen
    return new[1:]


def judged(seed: int, noise: int, events: int) -> dict[str, object]:
    with workspace_of(events_of(seed, noise, "none", events)) as workspace:
        document, columns = load(workspace, MAP), workspace.columns()
        timezone = workspace.settings.timezone
        started = time.process_time()
        quiet = [looked(document, columns, day, timezone) for day in QUIET]
        cpu = (time.process_time() - started) / len(quiet)
        named = alarms(quiet)
        return {
            "seed": seed,
            "noise": noise,
            "events": len(columns.codes),
            "series": quiet[-1].compared,
            "looks": len(named),
            "looks_with_a_false_alarm": sum(bool(one) for one in named),
            "false_alarms": [each for one in named for each in one],
            "found": [detected(document, columns, size, timezone) for size in SIZES],
            "cpu_seconds_a_look": round(cpu, 2),
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="20281,20282,20283")
    parser.add_argument("--noise", default="0")
    parser.add_argument("--events", type=int, default=400_000)
    parser.add_argument("--json", action="store_true", help="JSON alone.")
    given = parser.parse_args()
    seeds, noises = ([int(one) for one in text.split(",")] for text in (given.seeds, given.noise))
    rows = [judged(seed, noise, given.events) for seed in seeds for noise in noises]
    medians = {}
    for place, size in enumerate(SIZES):
        told = [row["found"][place]["days"] for row in rows]  # type: ignore[index]
        medians[str(size)] = statistics.median([WATCHED + 1 if days is None else days for days in told])
    if given.json:
        print(json.dumps({"worlds": rows, "median_days_to_detect": medians}, indent=1))
        return
    for row in rows:
        print(" ".join(f"{key}={value}" for key, value in row.items()))
    print(f"median days to detect, by size: {medians}")


if __name__ == "__main__":
    main()
