"""From the 200 to a number: how long until a question counts an event that was just acknowledged.

    python benchmarks/visible.py --json                                 # 20 million events loaded, 100 rounds
    python benchmarks/visible.py --json --events 2000000 --beside 1000  # and 1,000 others a second come in meanwhile

Files are loaded into a fresh workspace and served. Each round sends a batch of known customers with one event of a new
customer, and asks a question until that event is counted. The clock runs from the 200 of the batch to the end of the
answer that counts it. The first question before is told apart: it lays the journeys. `cpu`: seconds that the server
computed meanwhile, all its threads together, which others on the machine do not lengthen. `asked`: questions in all.
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
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import Request, urlopen

from load import MAPPING, write_file
from sender import Sender, new_key, served

from cesta.ingest.load import load
from cesta.store.workspace import Workspace

QUESTION = {"analysis": "funnel", "params": {"steps": [{"event": "fresh"}]}}
PATIENCE = 60.0
QUANTILES = {"p50_s": 0.5, "p99_s": 0.99, "worst_s": 1.0}


def made(folder: Path, events: int) -> Path:
    """A workspace with so many loaded events of customers with 20 each."""
    write_file(folder / "rows.parquet", events)
    (folder / "mapping.yaml").write_text(MAPPING.format(file="rows.parquet", total="total", id=""), encoding="utf-8")
    with Workspace.create(folder / "shop") as workspace:
        load(workspace, folder / "mapping.yaml", [folder / "rows.parquet"])
    (folder / "rows.parquet").unlink()
    return folder / "shop"


def batch_of(chance: random.Random, number: int, size: int, customers: int) -> bytes:
    """One event of somebody new, and others of those who are known."""
    messages = [
        {"type": "track", "event": "fresh", "userId": f"fresh-{number}", "messageId": f"fresh-{number}"},
        *(
            {
                "type": "track",
                "event": "visit",
                "userId": f"c{chance.randrange(customers):08d}",
                "messageId": f"{chance.getrandbits(96):x}",
                "properties": {"shop": f"shop-{chance.randrange(40)}", "total": 12.5},
            }
            for _ in range(size - 1)
        ),
    ]
    return json.dumps({"batch": messages}).encode()


def counted(address: str) -> int:
    """How many customers did it, by the question."""
    request = Request(f"{address}/api/ask", json.dumps(QUESTION).encode(), {"content-type": "application/json"})
    with urlopen(request, timeout=PATIENCE * 10) as answer:
        found = json.load(answer)["result"]["counts"][0]
    return int(found)


@dataclass
class Seen:
    """For each round: seconds until the event was visible, and seconds that the server computed. asked: questions."""

    visible: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    asked: int = 0


def cpu_of(pid: int) -> float:
    """Seconds that a process has computed."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def rounds(address: str, pid: int, key: str, given: argparse.Namespace, customers: int) -> Seen:
    """Sends and asks, round after round."""
    chance, sender, seen = random.Random(1), Sender(address, key), Seen()
    for number in range(given.rounds):
        if sender.send(batch_of(chance, number, given.batch, customers)) != 200:
            raise RuntimeError("A batch was refused.")
        acknowledged, computed = time.perf_counter(), cpu_of(pid)
        seen.asked += 1
        while counted(address) <= number:
            seen.asked += 1
            if time.perf_counter() - acknowledged > PATIENCE:
                raise RuntimeError(f"Event {number} is still not counted.")
        seen.visible.append(time.perf_counter() - acknowledged)
        seen.cpu.append(cpu_of(pid) - computed)
    sender.close()
    return seen


@contextmanager
def coming(address: str, key: str, a_second: int, size: int, customers: int) -> Iterator[list[int]]:
    """So many events a second come in beside; the list says how many did."""
    done, sent = threading.Event(), [0]

    def run() -> None:
        chance, sender = random.Random(2), Sender(address, key)
        while a_second and not done.wait(size / a_second):
            body = batch_of(chance, 0, size, customers)
            sent[0] += size * (sender.send(body) == 200)
        sender.close()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield sent
    finally:
        done.set()
        thread.join()


def quantiles(seconds: list[float]) -> dict[str, float]:
    ordered = sorted(seconds)
    places = {name: min(len(ordered) - 1, int(share * len(ordered))) for name, share in QUANTILES.items()}
    return {name: round(ordered[place], 3) for name, place in places.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--events", type=int, default=20_000_000)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--beside", type=int, default=0, help="other events a second that come in meanwhile")
    parser.add_argument("--folder", type=Path, help="where to work")
    parser.add_argument("--json", action="store_true", help="as it is always printed")
    given = parser.parse_args()
    customers = max(1, given.events // 20)
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        shop = made(Path(name), given.events)
        key = new_key(shop, "web")
        with served(shop) as (process, address):
            begun = time.perf_counter()
            counted(address)
            first = round(time.perf_counter() - begun, 2)
            others = os.getloadavg()[0]
            with coming(address, key, given.beside, given.batch, customers) as sent:
                seen = rounds(address, process.pid, key, given, customers)
    shown = {"machine": platform.platform(), "cores": os.cpu_count(), "load_average": others, "events": given.events,
             "rounds": given.rounds, "batch": given.batch, "beside": sent[0], "first_question_s": first,
             "asked": seen.asked, "visible": quantiles(seen.visible), "cpu": quantiles(seen.cpu)}  # fmt: skip
    print(json.dumps(shown, indent=2))


if __name__ == "__main__":
    main()
