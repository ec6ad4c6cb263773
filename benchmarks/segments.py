"""From an event to a membership: how long until a live segment has the customer in it, or has let her go.

    python benchmarks/segments.py --json                                   # 10 million events, 1,000 a second, 60 s
    python benchmarks/segments.py --json --events 1000000 --rate 500 --seconds 30

Files are loaded into a fresh workspace with 100 segments, half of them windowed, and served. Once every segment was
counted, batches come in through the HTTP door as a client's library sends them. Some events are marked: they let their
customer, half of the time somebody new, into a segment for ten seconds. The page's own stream tells who entered and
who left. `entered_s`: from the 200 of the batch to the line in the stream. `left_s`: from the moment at which the ten
seconds are over, by the time of the event, to the line. `first_look_s`: until all were counted, after the start.
`cpu`: seconds the server computed for each second of the load.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from sender import Sender, new_key, served
from visible import cpu_of, made

QUANTILES = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "worst": 1.0}
MARKED, STAYS = "marked", 10
NAMES = ("visit", "view", "cart", "pay", "return")
PATIENCE = 30.0


def rules() -> dict[str, str]:
    """100 segments: 50 that time alone never changes, 50 that it does."""
    found = {"marked": f"did {MARKED} in last {STAYS}s"}
    for n in range(10):
        a, b, c = (NAMES[(n + shift) % 5] for shift in (0, 1, 3))
        shop, long = f"where (shop = 'shop-{n}')", f"in last {700 + 35 * n}d"
        untimed = (
            f"did {a} {shop} at least {1 + n % 3} times",
            f"sum total over {b} >= {100 * (n + 1)} and not did {c} {shop}",
            f"sequence {a}, then {b} within {n + 1}d, then {c}",
            f"trait (shop = 'shop-{n}') or different shop over {a} >= {n + 2}",
            f"share of {a} that are anything where (total > {100 + n}) at least 0.5 and in segment untimed-{n}-0",
        )
        timed = (
            f"did {a} at least 2 times {long}",
            f"did {b} {shop} in last {5 + 30 * n}s",
            f"latest {c} more than {700 + 35 * n}d ago",
            f"sequence {a}, then not {b} within {20 + 10 * n}s in last 1h",
            f"average total over {c} > {40 + n} in last {1 + n}m or in segment timed-{n}-0",
        )
        found |= {f"untimed-{n}-{place}": text for place, text in enumerate(untimed)}
        found |= {f"timed-{n}-{place}": text for place, text in enumerate(timed[: 4 if n == 0 else 5])}
    return found


@dataclass
class Seen:
    """When marked customers were acknowledged, and of which time their events are; when the stream told of them."""

    sent: dict[str, tuple[float, float]] = field(default_factory=dict)
    entered: dict[str, float] = field(default_factory=dict)
    left: dict[str, float] = field(default_factory=dict)
    events: int = 0


def listen(address: str, seen: Seen, ready: threading.Event, done: threading.Event) -> None:
    """Reads the stream to its end; ready when every segment has a size."""
    parts = urlsplit(address)
    link = HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE * 20)
    link.request("GET", "/api/segments/live")
    kind = ""
    with link.getresponse() as lines, suppress(OSError):
        for raw in lines:
            line, now = raw.decode().rstrip("\r\n"), time.time()
            if line.startswith("event:"):
                kind = line[6:].strip()
            elif line.startswith("data: {"):
                told = json.loads(line[5:])
                if kind == "sizes":
                    if told:
                        ready.set()
                elif told["segment"] == "marked":
                    (seen.entered if kind == "segment.entered" else seen.left).setdefault(told["customer"], now)
            if done.is_set():
                break
    link.close()


def batches(chance: random.Random, size: int, marks: int, customers: int) -> Iterator[tuple[list[str], float, bytes]]:
    """The marked customers of each batch, the time of its events, and its body."""
    number = 0
    while True:
        now = time.time()
        stamp = datetime.fromtimestamp(now, UTC).isoformat()
        marked = []
        for _ in range(marks):
            number += 1
            marked.append(f"c{number * 7 % customers:08d}" if number % 2 else f"new-{number}")
        messages = [
            {"type": "track", "event": MARKED, "userId": who, "messageId": f"m{chance.getrandbits(90):x}",
             "timestamp": stamp}
            for who in marked
        ] + [
            {"type": "track", "event": NAMES[chance.randrange(5)], "userId": f"c{chance.randrange(customers):08d}",
             "messageId": f"{chance.getrandbits(96):x}", "timestamp": stamp,
             "properties": {"shop": f"shop-{chance.randrange(40)}", "total": chance.randrange(20000) / 100}}
            for _ in range(size - marks)
        ]  # fmt: skip
        yield marked, now, json.dumps({"batch": messages, "sentAt": stamp}).encode()


def load(address: str, key: str, given: argparse.Namespace, customers: int, seen: Seen) -> float:
    """Sends as many events a second as told; the seconds it took."""
    sender, begun = Sender(address, key), time.monotonic()
    for marked, when, body in batches(random.Random(1), given.batch, max(1, given.batch // 20), customers):
        if (late := begun + seen.events / given.rate - time.monotonic()) > 0:
            time.sleep(late)
        if time.monotonic() - begun > given.seconds:
            break
        _sent(sender, body)
        seen.events += given.batch
        seen.sent.update((who, (time.time(), when)) for who in marked if who not in seen.sent)
    sender.close()
    return time.monotonic() - begun


def _sent(sender: Sender, body: bytes) -> None:
    """Sends a batch; over a new connection where the server had closed the old one, which it does after a pause."""
    try:
        status = sender.send(body)
    except OSError:
        status = sender.send(body)
    if status != 200:
        raise RuntimeError("A batch was refused.")


def _settle(address: str, key: str, customers: int, seen: Seen) -> None:
    """The first event that comes moves the clock from the newest event of the files to now: no membership yet."""
    sender = Sender(address, key)
    (who,), _, body = next(batches(random.Random(2), 1, 1, customers))
    sender.send(body)
    sender.close()
    while who not in seen.left:
        time.sleep(0.1)
    seen.entered.clear()
    seen.left.clear()


def quantiles(seconds: list[float]) -> dict[str, float]:
    ordered = sorted(seconds) or [float("nan")]
    return {name: round(ordered[min(len(ordered) - 1, int(at * len(ordered)))], 3) for name, at in QUANTILES.items()}


def measure(shop: Path, key: str, given: argparse.Namespace) -> dict[str, object]:
    """One server, one load."""
    customers, seen, ready, done = max(1, given.events // 20), Seen(), threading.Event(), threading.Event()
    with served(shop) as (process, address):
        begun = time.monotonic()
        listening = threading.Thread(target=listen, args=(address, seen, ready, done), daemon=True)
        listening.start()
        if not ready.wait(PATIENCE * 20):
            raise RuntimeError("The segments were never counted.")
        first = time.monotonic() - begun
        _settle(address, key, customers, seen)
        computed = cpu_of(process.pid)
        took = load(address, key, given, customers, seen)
        cpu = (cpu_of(process.pid) - computed) / took
        ends = time.monotonic() + STAYS + PATIENCE
        while len(seen.left) < len(seen.sent) and time.monotonic() < ends:
            time.sleep(0.1)
        done.set()
    entered = [seen.entered[who] - acknowledged for who, (acknowledged, _) in seen.sent.items() if who in seen.entered]
    left = [seen.left[who] - when - STAYS for who, (_, when) in seen.sent.items() if who in seen.left]
    return {
        "first_look_s": round(first, 2),
        "events_sent": seen.events,
        "events_a_second": round(seen.events / took),
        "marked": len(seen.sent),
        "never_entered": len(seen.sent) - len(entered),
        "never_left": len(seen.sent) - len(left),
        "entered_s": quantiles(entered),
        "left_s": quantiles(left),
        "cpu": round(cpu, 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--rate", type=int, default=1000, help="events a second that come in")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--folder", type=Path, help="where to work")
    parser.add_argument("--json", action="store_true", help="as it is always printed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        shop = made(Path(name), given.events)
        for segment, rule in rules().items():
            document = {"cesta": "segment/1", "id": segment, "name": segment, "rule": rule}
            (shop / "segments" / f"{segment}.yaml").write_text(json.dumps(document), encoding="utf-8")
        others = os.getloadavg()[0]
        found = measure(shop, new_key(shop, "web"), given)
    shown = {"machine": platform.platform(), "cores": os.cpu_count(), "load_average": round(others, 2),
             "events": given.events, "segments": len(rules()), "rate": given.rate, **found}  # fmt: skip
    print(json.dumps(shown, indent=2))


if __name__ == "__main__":
    main()
