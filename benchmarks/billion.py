"""A workspace of as many events as wanted, a billion unless told, and every question over it, cold and warm.

    python benchmarks/billion.py --events 1000000000 --seed 7 --folder DIR --json

The workspace is made once in DIR (about 40 bytes an event on the disk) and kept. `hot_s`: from sealed shards to hot
columns, once after a load. Each question then has a process of its own: `cold_s` is from its start to the answer with
none of the hot files in memory, `warm_s` the median of the rounds after. `private_mb`: anonymous memory at its peak;
`mapped_mb`: pages of files that the system may take back.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import numpy as np
import pyarrow as pa
from drawn import CHANNELS, PRICES, draw

from cesta.journeys.answer import answer
from cesta.store.loads import LoadHead, insert_load, insert_shards
from cesta.store.shards import HEAD, write_shards
from cesta.store.workspace import Workspace
from journeys import QUESTIONS

PIECE = 3_000_000


def tables(events: int, seed: int) -> Iterator[pa.Table]:
    """The events in the layout of shards, customers ascending."""
    customers = made = 0
    while made < events:
        drawn = draw(min(PIECE, events - made), seed + made)
        count = len(drawn.times)
        ids = pa.array([f"c{customers + place:09d}" for place in range(len(drawn.customers))])
        columns = {
            "customer": pa.DictionaryArray.from_arrays(drawn.owners().astype(np.int32), ids).cast(pa.string()),
            "event": pa.DictionaryArray.from_arrays(drawn.codes.astype(np.int32), list(drawn.names)).cast(pa.string()),
            "time": pa.array(drawn.times).cast(pa.timestamp("us", tz="UTC")),
            "assumed_time": pa.array(np.zeros(count, np.bool_)),
            "source": pa.array(["drawn"]).take(pa.array(np.zeros(count, np.int32))),
            "message_id": pa.array(np.arange(made, made + count)).cast(pa.string()),
            "content": pa.array(np.arange(made, made + count, dtype=np.uint64)),
        }
        assert list(columns) == [name for name, _ in HEAD]
        channel, price = drawn.props["channel"], drawn.props["price"]
        columns["text.channel"] = pa.DictionaryArray.from_arrays(channel.codes, list(CHANNELS)).cast(pa.string())
        columns["float.price"] = pa.array(np.array(PRICES)[price.codes])
        yield pa.table(columns)
        customers, made = customers + len(ids), made + count


def make(folder: Path, events: int, seed: int) -> None:
    """The workspace, with all events in one load."""
    with Workspace.create(folder) as workspace:
        shards = write_shards(workspace.shard_folder, "drawn", tables(events, seed))
        with workspace.log.transaction() as sql:
            insert_load(sql, LoadHead("drawn", "drawn", generated=True), 0)
            insert_shards(sql, shards)


def memory_mb(kind: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return round(int(next(line for line in lines if line.startswith(f"{kind}:")).split()[1]) / 1024)


def ask(folder: Path, name: str, rounds: int) -> dict[str, object]:
    """One question in this process: first with nothing in memory, then over and over."""
    begun = time.perf_counter()
    most = [0.0, 0.0]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.01):
            most[:] = [max(most[0], memory_mb("RssAnon")), max(most[1], memory_mb("RssFile"))]

    watcher = threading.Thread(target=watch)
    watcher.start()
    with Workspace.open(folder) as workspace:
        journeys = workspace.snapshot()
        taken = []
        if name:
            analysis, params, _ = QUESTIONS[name]
            for _ in range(rounds + 1):
                answer({"analysis": analysis, "params": params}, journeys)
                taken.append(time.perf_counter() - begun)
                begun = time.perf_counter()
        else:
            taken.append(time.perf_counter() - begun)
    done.set()
    watcher.join()
    warm = round(statistics.median(taken[1:]), 3) if len(taken) > 1 else None
    return {"first_s": round(taken[0], 3), "warm_s": warm, "private_mb": most[0], "mapped_mb": most[1]}


def forget_pages(folder: Path) -> None:
    """Takes the hot files out of memory, as far as the system lets us."""
    for path in (folder / "data" / "hot").rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def in_child(asked: argparse.Namespace, name: str) -> dict[str, object]:
    command = [sys.executable, __file__, "--folder", str(asked.folder), "--rounds", str(asked.rounds), "--ask", name]
    told = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout
    return cast(dict[str, object], json.loads(told))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--questions", default=",".join(QUESTIONS))
    parser.add_argument("--json", action="store_true", help="JSON in one line.")
    parser.add_argument("--only-make", action="store_true", help="Make the workspace and stop.")
    parser.add_argument("--ask", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.ask is not None:
        print(json.dumps(ask(asked.folder, asked.ask, asked.rounds)))
        return
    begun = time.perf_counter()
    if not (asked.folder / "cesta.yaml").exists():
        make(asked.folder, asked.events, asked.seed)
    made = time.perf_counter() - begun
    if asked.only_make:
        return
    hot = in_child(asked, "")
    results = []
    for name in asked.questions.split(","):
        forget_pages(asked.folder)
        found = in_child(asked, name)
        results.append({"question": name, "cold_s": found.pop("first_s"), **found})
    with Workspace.open(asked.folder) as workspace:
        events = sum(shard.events for shard in workspace.log.shards())
    about = {"events": events, "seed": asked.seed, "made_s": round(made, 1), "hot_s": hot["first_s"]}
    told = {**about, "hot_private_mb": hot["private_mb"], "results": results}
    print(json.dumps(told, indent=None if asked.json else 2))


if __name__ == "__main__":
    main()
