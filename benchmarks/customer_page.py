"""The view that is open while the phone rings: how long finding a customer and opening her page take, through HTTP.

    python benchmarks/customer_page.py --json                              # 20 million events of the generated shop
    python benchmarks/customer_page.py --json --events 2000000 --arriving 100

The generated shop is loaded into a fresh workspace and served. Customers are looked for by what an agent types: an id,
an e-mail, a phone number, an order, a card, wholly and by the beginning. Then both answers that their pages are made of
are asked for, one after the other: `page` is the time of the two together. With --arriving so many events of others
come in each second meanwhile. `ready_s`: from the first search until all that names customers is searched; `first_s`:
the first page, which maps the properties. `cpu`: seconds that the server computed, which a busy machine does not
lengthen.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode
from urllib.request import urlopen

from sender import new_key, served
from visible import coming, cpu_of

from cesta.samples.retail.events import Walker, World
from cesta.samples.retail.lines import json_lines
from cesta.samples.retail.writing import line_columns

PATIENCE = 3600.0
KINDS = {"email": "email", "phone_number": "phone", "order_id": "order", "card": "card"}
QUANTILES = {"p50_ms": 0.5, "p95_ms": 0.95, "p99_ms": 0.99, "worst_ms": 1.0}
MAP = "buy-clothes"


def get(address: str, path: str, **query: object) -> Any:
    with urlopen(f"{address}{path}?{urlencode(query)}", timeout=PATIENCE) as answer:
        return json.load(answer)


def named(seed: int) -> list[tuple[str, str, str]]:
    """What some customers are named by: the kind, the text, and who she is; the shop is the same for every size."""
    lines = b"".join(json_lines(line_columns(Walker(World(seed=seed)).block(0, 300)))).splitlines()
    found = {}
    for line in lines:
        event = json.loads(line)
        for name, kind in KINDS.items():
            if name in event["props"]:
                found[kind, str(event["props"][name])] = event["customer"]
        found["id", event["customer"]] = event["customer"]
    return [(kind, text, customer) for (kind, text), customer in found.items()]


def quantiles(seconds: list[float]) -> dict[str, float]:
    ordered = sorted(seconds)
    return {name: round(1000 * ordered[int(share * (len(ordered) - 1))], 1) for name, share in QUANTILES.items()}


def timed(times: list[float], call: Callable[[], Any]) -> Any:
    begun = time.perf_counter()
    answer = call()
    times.append(time.perf_counter() - begun)
    return answer


def measured(address: str, pid: int, given: argparse.Namespace) -> dict[str, Any]:
    """Looks for customers and opens their pages."""
    people, chance = named(given.seed), random.Random(1)
    begun = time.perf_counter()
    while not get(address, "/api/find", text=people[0][1])["complete"]:
        time.sleep(0.1)
    ready = time.perf_counter() - begun
    times: dict[str, list[float]] = {"first": [], "whole": [], "beginning": [], "page": []}
    missed: Counter[str] = Counter()
    computed = cpu_of(pid)
    for number in range(given.rounds):
        kind, text, customer = chance.choice(people)
        whole = timed(times["whole"], partial(get, address, "/api/find", text=text))
        missed[kind] += customer not in [match["customer"] for match in whole["matches"]]
        timed(times["beginning"], partial(get, address, "/api/find", text=text[:-2]))
        page = times["page" if number else "first"]
        timed(page, partial(opened, address, customer))
    cpu = (cpu_of(pid) - computed) / given.rounds
    found = {name: quantiles(seconds) for name, seconds in times.items() if name != "first"}
    first = round(times["first"][0], 3)
    return {"ready_s": round(ready, 2), "first_s": first, **found, "missed": +missed, "cpu_s_a_round": round(cpu, 4)}


def opened(address: str, customer: str) -> None:
    """What the page asks for."""
    get(address, f"/api/customers/{quote(customer)}", map=MAP, lang="en")
    get(address, f"/api/customers/{quote(customer)}/profile", lang="en")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=20_000_000)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--arriving", type=int, default=0, help="events of others that come in each second")
    parser.add_argument("--in", dest="place", type=Path, help="a workspace made before, or to be made and kept")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with ExitStack() as around:
        root = given.place or Path(around.enter_context(tempfile.TemporaryDirectory())) / "shop"
        if not (root / "cesta.yaml").exists():
            words = ["init", str(root), "--sample", "retail", "--events", str(given.events), "--seed", str(given.seed)]
            command = [sys.executable, "-m", "cesta.cli.main", *words]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        key = new_key(root, "arriving")
        process, address = around.enter_context(served(root))
        if given.arriving:
            customers = get(address, "/api/workspace")["customers"]
            around.enter_context(coming(address, key, given.arriving, 100, customers))
        answer = {"events": given.events, "arriving": given.arriving, **measured(address, process.pid, given)}
    print(json.dumps(answer) if given.json else json.dumps(answer, indent=1))


if __name__ == "__main__":
    main()
