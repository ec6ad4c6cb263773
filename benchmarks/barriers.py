"""How many of the barriers planted in retail worlds are found, how many named are right, and what is named in vain.

    python benchmarks/barriers.py --seeds 20271,20272,20273 --events 400000 --json

Each world is generated, loaded, and the barriers of its map are looked for as the screen does. At most ten are judged,
the worst first. A barrier is right when it names a planted truth: the step, and the moments or the trouble that it is
about. Calls only look harmful: naming them is wrong, naming the special orders behind them right. In worlds where
nothing is planted every barrier named is a false alarm.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable

from retail_world import events_of, workspace_of

from cesta.maps.barriers.looking import barriers
from cesta.maps.barriers.view import FoundView
from cesta.maps.compose import Picked

FIRST = 10
RIGHT: dict[str, Callable[[FoundView], bool]] = {
    "phone_payment": lambda one: (
        one.event == "payment_details" and (one.kind in ("error", "drop_off") and one.value in ("phone", "", "app"))
    ),
    "slow_step": lambda one: one.kind == "wait" and one.event == "account_check",
    "helpful_chat": lambda one: one.event == "order_summary" and (one.what, one.value) == ("chat_offered", "false"),
    "loop": lambda one: (
        one.kind == "loop"
        and one.event in ("size_guide", "product_view")
        and (one.what, one.value) == ("category", "trousers")
    ),
    "late_delivery": lambda one: one.kind == "no_return" and one.event == "delivery" and one.what == "late",
    "confounded_call": lambda one: one.event == "checkout" and (one.what, one.value) == ("order_kind", "special"),
}


def judged(seed: int, noise: int, planted: str, events: int) -> dict[str, object]:
    """One world: which plants were named, and what else was."""
    with workspace_of(events_of(seed, noise, planted, events)) as workspace:
        started = time.process_time()
        view = barriers(workspace, "buy-clothes", Picked()).view
        cpu = time.process_time() - started
        first = view.barriers[:FIRST]
        names = [next((plant for plant, is_it in RIGHT.items() if is_it(one)), None) for one in first]
        if planted == "none":
            names = [None] * len(first)
        found = {name for name in names if name}
        return {
            "seed": seed,
            "noise": noise,
            "plant": planted,
            "events": len(workspace.columns().codes),
            "compared": view.compared,
            "named": len(view.barriers),
            "named_beyond_ten": max(0, len(view.barriers) - FIRST),
            "precision_at_ten": round(sum(name is not None for name in names) / len(first), 3) if first else None,
            "recall": round(len(found) / len(RIGHT), 3) if planted == "all" else None,
            "missed": sorted(set(RIGHT) - found) if planted == "all" else [],
            "wrong": [one.id for one, name in zip(first, names, strict=True) if name is None],
            "cpu_seconds": round(cpu, 1),
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="20271,20272,20273")
    parser.add_argument("--noise", default="0,1,2")
    parser.add_argument("--events", type=int, default=400_000)
    parser.add_argument("--json", action="store_true", help="JSON alone.")
    given = parser.parse_args()
    seeds, noises = ([int(one) for one in text.split(",")] for text in (given.seeds, given.noise))
    rows = [judged(s, n, planted, given.events) for s in seeds for n in noises for planted in ("all", "none")]
    if given.json:
        print(json.dumps({"worlds": rows}, indent=1))
        return
    for row in rows:
        print(" ".join(f"{key}={value}" for key, value in row.items()))


if __name__ == "__main__":
    main()
