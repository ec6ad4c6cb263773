"""The generated shop at speed: events made, and written as Parquet, JSON lines and CSV. Prints JSON.

    python benchmarks/world.py --events 5000000 --json

Each way runs in a process of its own, whose peak of anonymous memory is told beside its speed; twice as many events
must not need more of it. Compiling is done before the clock starts.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import platform
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from cesta.samples.retail.events import Block, World
from cesta.samples.retail.tables import table
from cesta.samples.retail.writing import blocks, pour, write

WAYS = ("blocks", "arrow", "parquet", "jsonl", "csv")


def quiet(_what: str, _done: int, _total: int) -> None:
    """Nobody looks."""


class Tables:
    """Makes Arrow tables and lets them go."""

    def take(self, block: Block) -> Callable[[], None]:
        table(block)
        return self.close

    def close(self) -> None:
        """Nothing is open."""


def run(way: str, world: World, events: int, folder: Path) -> int:
    """Makes the events this way and gives their number."""
    if way == "blocks":
        return sum(len(block.times) for block in blocks(world, events))
    if way == "arrow":
        return pour(world, events, [Tables()], quiet)
    return write(world, events, str(folder / f"events.{way}"), quiet)


def anonymous() -> int:
    """Bytes of anonymous memory this process holds now."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) * 1024
    return 0


def measured(way: str, world: World, events: int, answer: Connection) -> None:
    """Runs in its own process: seconds, events, the peak of memory."""
    peak, done = 0, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.02):
            peak = max(peak, anonymous())

    with TemporaryDirectory() as name:
        run(way, world, 1000, Path(name))
        watcher = threading.Thread(target=watch)
        watcher.start()
        begun, used = time.perf_counter(), time.process_time()
        made = run(way, world, events, Path(name))
        took, worked = time.perf_counter() - begun, time.process_time() - used
        done.set()
        watcher.join()
    answer.send({"events": made, "seconds": took, "cpu_seconds": worked, "peak_bytes": peak})


def measure(way: str, world: World, events: int) -> dict[str, object]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=measured, args=(way, world, events, there))
    process.start()
    told: dict[str, float] = here.recv()
    process.join()
    speed = round(told["events"] / told["seconds"])
    return {"way": way, "noise": world.noise, **told, "events_per_second": speed}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=5_000_000)
    parser.add_argument("--noise", type=int, default=1)
    parser.add_argument("--ways", default=",".join(WAYS))
    parser.add_argument("--json", action="store_true", help="JSON in one line.")
    asked = parser.parse_args()
    world = World(noise=asked.noise)
    found = [
        measure(way, world, events) for way in asked.ways.split(",") for events in (asked.events, asked.events * 2)
    ]
    about = {"machine": platform.machine(), "python": platform.python_version(), "results": found}
    print(json.dumps(about, indent=None if asked.json else 2))


if __name__ == "__main__":
    main()
