"""The generated shop at speed: events made, and written as Parquet, JSON lines and CSV. Prints JSON.

    python benchmarks/world.py --events 5000000 --json

Each way runs in a process of its own, whose peak of anonymous memory is told beside its speed; twice as many events
must not need more of it. Compiling is done before the clock starts. A way that fails is told with its error, and the
others go on. On a busy machine `events_per_two_cores` says more than the clock: events in a second of two cores' work.
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


def measured(way: str, world: World, events: int) -> dict[str, float]:
    """Seconds, events, the peak of memory."""
    peak, done = 0, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.02):
            peak = max(peak, anonymous())

    with TemporaryDirectory() as name:
        run(way, world, 1000, Path(name))
        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        begun, used = time.perf_counter(), time.process_time()
        made = run(way, world, events, Path(name))
        took, worked = time.perf_counter() - begun, time.process_time() - used
        done.set()
        watcher.join()
    return {"events": made, "seconds": took, "cpu_seconds": worked, "peak_bytes": peak}


def answered(way: str, world: World, events: int, answer: Connection) -> None:
    """Measures in a process of its own; whatever goes wrong is an answer, too."""
    try:
        answer.send(measured(way, world, events))
    except Exception as error:  # noqa: BLE001 - told in the results
        answer.send({"error": f"{type(error).__name__}: {error}"})


def measure(way: str, world: World, events: int) -> dict[str, object]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=answered, args=(way, world, events, there))
    process.start()
    there.close()
    try:
        told = here.recv()
    except EOFError:
        process.join()
        told = {"error": f"the process ended with {process.exitcode}"}
    process.join()
    about = {"way": way, "noise": world.noise, **told}
    if "error" in told:
        return about
    speed, capacity = told["events"] / told["seconds"], 2 * told["events"] / told["cpu_seconds"]
    return about | {"events_per_second": round(speed), "events_per_two_cores": round(capacity)}


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
    if any("error" in result for result in found):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
