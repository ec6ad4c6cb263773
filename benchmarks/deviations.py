"""How well deviations planted into retail worlds are found, journey by journey.

    python benchmarks/deviations.py --seeds 20271,20272,20273 --events 100000 --json

A world is generated and its journeys are laid beside a desired one. Then some lives are changed, each in one way, at
the one checkout that they have: a step taken out (missing), one put in (extra), two swapped (order), one done again
(repeated), the rest up to the purchase three hours later (late). What is new after that must be what was
planted: the same journey, the same kind, the same stop (of two swapped stops, either). Nothing is changed in the
control, whose lives are only shuffled in the file: whatever is new there is a false alarm.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from retail_world import events_of, workspace_of

from cesta.maps.behind import behind
from cesta.maps.compose import Picked
from cesta.maps.desired_view import desired_beside
from cesta.store.workspace import Workspace

Found = set[tuple[str, str, str, str]]
Rows = dict[str, list[Any]]
HOUR = 3_600_000_000
STOPS = {
    "visit": "visit", "product": "product_view", "size-guide": "size_guide", "cart": "add_to_cart",
    "checkout": "checkout", "check": "account_check", "call": "support_call", "delivery": "delivery_choice",
    "card": "payment_details", "failed": "payment_failed", "summary": "order_summary", "bought": "purchase",
    "parcel": "delivery", "wish-list": "wish_list",
}  # fmt: skip
MAP = """
cesta: map/1
id: wanted
title: Wanted
start: {first_of: [visit]}
end: {any_of: [after 28d]}
goal: {event: purchase}
stages:
  - id: all
    name: All
    touchpoints:
"""
DESIRED = """
desired:
  path: [visit, product, {optional: size-guide}, cart, checkout, delivery, card, summary, bought, {optional: parcel}]
  again: [visit, product]
  max_time: {checkout -> delivery: 2h}
"""
KINDS = ("missing", "extra", "order", "repeated", "late")


def wanted(root: Path) -> None:
    stops = "".join(f"      - {{id: {stop}, name: {stop}, match: {{event: {name}}}}}\n" for stop, name in STOPS.items())
    (root / "maps" / "wanted.yaml").write_text(MAP + stops + DESIRED, encoding="utf-8")


def found_in(workspace: Workspace) -> Found:
    """Customer, start of the journey, kind and stop of all deviations."""
    view = desired_beside(workspace, "wanted", Picked()).view
    return {
        (item.customer, item.started or "", one.kind, one.touchpoint)
        for row, one in enumerate(view.deviations)
        for item in behind(workspace, "wanted", f"/desired/deviations/{row}/journeys", limit=10**9).items
    }


class Lives:
    """The events of a world by customer, to be changed."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table
        self.customer = table["customer"].to_pylist()
        self.event = table["event"].to_pylist()
        self.times = table["ts"].cast(pa.timestamp("us", "UTC")).cast(pa.int64()).to_numpy().copy()
        self.rows: dict[str, list[int]] = {}
        for row, who in enumerate(self.customer):
            self.rows.setdefault(who, []).append(row)
        self.gone: list[int] = []
        self.new: list[tuple[int, str, int]] = []

    def checkout_of(self, who: str) -> dict[str, int] | None:
        """The rows of her one checkout, from there to the purchase; None unless she did each step once."""
        steps = ("checkout", "delivery_choice", "payment_details", "order_summary", "purchase")
        at = {step: [row for row in self.rows[who] if self.event[row] == step] for step in steps}
        if any(len(rows) != 1 for rows in at.values()):
            return None
        one = {step: rows[0] for step, rows in at.items()}
        times = [self.times[one[step]] for step in steps]
        return one if times == sorted(times) else None

    def change(self, who: str, kind: str) -> bool:
        """Plants a deviation into her checkout; false where it cannot be told from what is there."""
        one = self.checkout_of(who)
        if one is None:
            return False
        if kind == "missing":
            self.gone.append(one["delivery_choice"])
        elif kind == "extra":
            self.new.append((one["checkout"], "wish_list", int(self.times[one["checkout"]]) + 500_000))
        elif kind == "repeated":
            self.new.append(
                (one["delivery_choice"], "delivery_choice", int(self.times[one["payment_details"]]) + 500_000)
            )
        elif kind == "order":
            card, summary = one["payment_details"], one["order_summary"]
            self.times[card], self.times[summary] = self.times[summary], self.times[card]
        else:
            if self.times[one["delivery_choice"]] - self.times[one["checkout"]] > 2 * HOUR:
                return False
            begins, ends = self.times[one["checkout"]], self.times[one["purchase"]]
            later = [row for row in self.rows[who] if begins < self.times[row] <= ends]
            self.times[later] += 3 * HOUR
        return True

    def changed(self) -> pa.Table:
        stayed = np.setdiff1d(np.arange(len(self.times)), self.gone)
        source = np.concatenate([stayed, [row for row, _, _ in self.new]]).astype(np.int64)
        times = np.concatenate([self.times[stayed], [at for _, _, at in self.new]]).astype(np.int64)
        table = self.table.take(pa.array(source))
        kept = len(stayed)
        events = [self.event[row] for row in stayed] + [name for _, name, _ in self.new]
        ids = table["message_id"].to_pylist()
        ids[kept:] = [f"planted-{row}" for row in range(len(self.new))]
        columns: dict[str, Any] = {name: table[name] for name in table.column_names}
        columns["event"] = pa.array(events, table.schema.field("event").type)
        columns["message_id"] = pa.array(ids, table.schema.field("message_id").type)
        columns["ts"] = pa.array(times, pa.int64()).cast(pa.timestamp("us", "UTC")).cast(table.schema.field("ts").type)
        return pa.table(columns)


def planted_in(lives: Lives, rng: np.random.Generator, each: int) -> dict[str, str]:
    """Customers and the kind planted into each one's life."""
    order: NDArray[np.int64] = rng.permutation(len(lives.rows))
    names, planted = sorted(lives.rows), dict[str, str]()
    left = dict.fromkeys(KINDS, each)
    for place in order.tolist():
        kind = next((kind for kind, many in left.items() if many), None)
        if kind is None:
            break
        if lives.change(names[place], kind):
            planted[names[place]] = kind
            left[kind] -= 1
    return planted


STOP_OF = {"missing": {"delivery"}, "extra": {"wish-list"}, "order": {"card", "summary"}, "repeated": {"delivery"},
           "late": {"delivery"}}  # fmt: skip


def judged(seed: int, noise: int, planted: str, events: int, each: int) -> Iterator[dict[str, object]]:
    """One world: what was planted, what is new, and how far both agree, kind by kind."""
    table = events_of(seed, noise, planted, events)
    rng = np.random.default_rng(seed)
    with workspace_of(table, wanted) as workspace:
        before = found_in(workspace)
    with workspace_of(table.take(pa.array(rng.permutation(len(table)))), wanted) as workspace:
        alarms = len(found_in(workspace) - before)
    lives = Lives(table)
    who = planted_in(lives, rng, each)
    with workspace_of(lives.changed(), wanted) as workspace:
        new = found_in(workspace) - before
    right = {one for one in new if one[3] in STOP_OF[one[2]] and who.get(one[0]) == one[2]}
    hit = {one[0] for one in right}
    kinds = {
        kind: {
            "planted": sum(other == kind for other in who.values()),
            "found": sum(who[one] == kind for one in hit),
            "new": sum(one[2] == kind for one in new),
            "right": sum(one[2] == kind for one in right),
        }
        for kind in KINDS
    }
    yield {
        "seed": seed,
        "noise": noise,
        "plant": planted,
        "planted": len(who),
        "precision": round(len(right) / len(new), 4) if new else None,
        "recall": round(len(hit) / len(who), 4) if who else None,
        "false_alarms_in_control": alarms,
        "kinds": kinds,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="20271,20272,20273")
    parser.add_argument("--noise", default="0,1,2")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--each", type=int, default=40, help="How many lives are changed in each way.")
    parser.add_argument("--json", action="store_true", help="JSON alone.")
    given = parser.parse_args()
    seeds, noises = ([int(one) for one in text.split(",")] for text in (given.seeds, given.noise))
    worlds = [(seed, noise, planted) for seed in seeds for noise in noises for planted in ("all", "none")]
    rows = [row for world in worlds for row in judged(*world, given.events, given.each)]
    if given.json:
        print(json.dumps({"worlds": rows}, indent=1))
        return
    for row in rows:
        print(" ".join(f"{key}={value}" for key, value in row.items()))


if __name__ == "__main__":
    main()
