"""Who is who on the generated shop: precision and recall of pairs against the truth, and what it costs. Prints JSON.

    python benchmarks/identity.py --customers 4096 --seeds 101,102 --json

Two events are a pair when they are one person's. Precision: of the pairs that were joined, how many are; recall: of
those that are, how many were joined; `reachable`: were it known of every claim whose each id is. `devices` takes every
id that is proposed as shared for shared, until none is. `unjoined` is every id by itself. Pairs of ids count besides,
each id as the person's who used it most.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

from cesta.identity.claims import Claim, Ids
from cesta.identity.decisions import NOTHING, Decided, Decision, decided
from cesta.identity.naming import key_of, written
from cesta.identity.resolver import Resolver
from cesta.samples.retail.events import BLOCK, Walker, World
from cesta.samples.retail.heard import Heard, heard

ORDER = ("user_id", "anonymous_id", "email", "phone", "card")
"""Under which of its ids an event comes."""
ROUNDS = 5


def events_of(seed: int, noise: int, customers: int) -> list[Heard]:
    """What all systems hear, by time."""
    walker = Walker(World(seed=seed, noise=noise))
    blocks = (walker.block(first, min(BLOCK, customers - first)) for first in range(0, customers, BLOCK))
    return sorted((event for block in blocks for event in heard(block)), key=lambda event: event.time)


def claims_of(events: Iterable[Heard]) -> list[Claim]:
    """Each claim once a day, as a workspace keeps them."""
    seen: set[Hashable] = set()
    found = []
    for number, event in enumerate(events):
        key = event.ids, event.time // 86_400_000_000
        if len(event.ids) > 1 and key not in seen:
            seen.add(key)
            found.append(Claim(f"m{number}", event.time, "shop", str(number), event.ids))
    return found


def name_of(event: Heard) -> str:
    """How whoever did it is called when nothing is joined."""
    ids = dict(event.ids)
    kind = next(kind for kind in ORDER if kind in ids)
    return key_of(kind, written(kind, ids[kind]) or f"{ids[kind]} {event.person} {event.time}")


def resolved(claims: Iterable[Claim], by: Decided) -> Resolver:
    resolver = Resolver(decided=by)
    for claim in claims:
        resolver.hear(claim)
    return resolver


def shared_too(claims: list[Claim]) -> tuple[Resolver, int]:
    """Every id that is proposed is taken for shared, until none is proposed any more; and how many are."""
    made: list[Decision] = []
    for _ in range(ROUNDS):
        resolver = resolved(claims, decided(made))
        proposed = resolver.refused.proposals(resolver.rules.propose_from)
        if not proposed:
            break
        made += [Decision(len(made) + n, "shared", ((each.id,),), 0, "", 0) for n, each in enumerate(proposed)]
    return resolver, len(made)


def score(pairs: Iterable[tuple[str, int]]) -> dict[str, float]:
    """Precision and recall of pairs; `pairs`: of each thing whose it was said to be, and whose it is."""
    both = Counter(pairs)
    said, true = Counter[str](), Counter[int]()
    for (name, person), count in both.items():
        said[name] += count
        true[person] += count
    right = pairs_in(both)
    return {"precision": round(right / max(1, pairs_in(said)), 5), "recall": round(right / max(1, pairs_in(true)), 5)}


def pairs_in(counts: Mapping[Any, int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


def reachable(events: list[Heard]) -> dict[str, float]:
    """What somebody would reach who knows of every id in every claim whose it is: the rest was never said by anyone."""
    above: dict[tuple[int, str], tuple[int, str]] = {}

    def root(one: tuple[int, str]) -> tuple[int, str]:
        while above.setdefault(one, one) != one:
            above[one] = one = above[above[one]]
        return one

    for event in events:
        keys = [key_of(kind, text) for kind, value in event.ids if (text := written(kind, value)) is not None]
        for key in keys[1:]:
            above[root((event.person, key))] = root((event.person, keys[0]))
    return score((repr(root((event.person, name_of(event)))), event.person) for event in events)


def scores(events: list[Heard], resolver: Resolver) -> dict[str, dict[str, float]]:
    used: dict[str, Counter[int]] = {}
    for event in events:
        for kind, value in event.ids:
            if (text := written(kind, value)) is not None:
                used.setdefault(key_of(kind, text), Counter())[event.person] += 1
    ids = [(resolver.customer(key), people.most_common(1)[0][0]) for key, people in used.items()]
    named = [(resolver.customer(name_of(event)), event.person) for event in events]
    return {"events": score(named), "ids": score(ids)}


def one(seed: int, noise: int, customers: int) -> dict[str, object]:
    events = events_of(seed, noise, customers)
    claims = claims_of(events)
    began = time.process_time()
    plain = resolved(claims, NOTHING)
    took = time.process_time() - began
    limited, shared = shared_too(claims)
    return {
        "reachable": reachable(events),
        "seed": seed, "noise": noise, "customers": customers, "events": len(events), "claims": len(claims),
        "merges": len(plain.merges), "refused": plain.refused.counts.total(), "shared": shared,
        "claims_per_cpu_s": round(len(claims) / max(took, 1e-9)),
        "unjoined": scores(events, Resolver()), "joined": scores(events, plain), "devices": scores(events, limited),
    }  # fmt: skip


FLOODS: dict[str, Callable[[int], Ids]] = {
    "one_person": lambda n: (("anonymous_id", f"x{n}"), ("user_id", "ann")),
    "one_address": lambda n: (("email", "calls@shop.example"), ("user_id", f"u{n}")),
    "circles": lambda n: (("previous_id", f"u{n % 997}"), ("user_id", f"u{n * 7 % 991}")),
}


def flood(ids: int) -> dict[str, object]:
    """So many ids that claim to be one person, and so many persons who claim one address."""
    found: dict[str, object] = {"ids": ids}
    for name, claim in FLOODS.items():
        resolver, began = Resolver(), time.process_time()
        for n in range(ids):
            resolver.hear(Claim(f"m{n}", n * 1_000_000, "shop", str(n), claim(n)))
        largest = max((len(group.ids) for group in resolver.groups()), default=1)
        found[name] = {"cpu_s": round(time.process_time() - began, 2), "largest": largest,
                       "refused": resolver.refused.counts.total()}  # fmt: skip
    return found | {"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=int, default=BLOCK)
    parser.add_argument("--seeds", default="101,102,103")
    parser.add_argument("--flood", type=int, default=0, help="So many ids of one person, besides.")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    seeds = [int(seed) for seed in given.seeds.split(",")]
    rows = [one(seed, noise, given.customers) for noise in (0, 1, 2) for seed in seeds]
    told = {"worlds": rows} | ({"flood": flood(given.flood)} if given.flood else {})
    print(json.dumps(told, indent=None if given.json else 2))


if __name__ == "__main__":
    main()
