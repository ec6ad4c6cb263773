"""Taking events over HTTP from clients, on disk before the answer: events a second, and how long requests take.

    python benchmarks/collect.py --json                               # batches of 100 and of 1, 30 seconds each
    python benchmarks/collect.py --json --known 50000000 --seconds 600

Server and load share the same two cores, and begin once the server has read what there is. `--known`: so many ids are
in the log before, as rows of it. Memory is told every five seconds: what the server's process holds itself, and the
pages of files that it maps. load_average: how busy others kept the machine before it began.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from sender import Sender, batch, new_key, served

from cesta.store.workspace import Workspace

SOURCE = "web"
AT_ONCE = 500_000
QUANTILES = {"p50": 0.5, "p99": 0.99, "worst": 1.0}


@dataclass
class Seen:
    """What the load saw: seconds of each answered request, answers that were no 200."""

    seconds: list[float] = field(default_factory=list)
    refused: int = 0
    failed: int = 0


def know(folder: Path, count: int) -> None:
    """Puts so many small messages into the log, as it would have them after years, and makes their ids known.

    They are no steps of journeys, so that the server does not lay those while it is measured.
    """
    with Workspace.open(folder) as workspace:
        with sqlite3.connect(folder / "data" / "log.sqlite") as sql:
            for low in range(0, count, AT_ONCE):
                sql.execute(
                    "insert into events (source, message_id, customer, name, time, assumed, properties, received,"
                    " type, step)"
                    " with recursive n(i) as (select ? union all select i + 1 from n where i + 1 < ?)"
                    " select ?, printf('%08x-%012x', i * 2654435761 & 4294967295, i), 'user-' || (i % 1000000),"
                    " 'Product Viewed', 1700000000000000 + i, 0, '{}', 1700000000000000 + i,"
                    " 'group', 0 from n",
                    (low, min(low + AT_ONCE, count), SOURCE),
                )
                sql.commit()
        workspace.log.append([])


def load(address: str, key: str, size: int, seconds: float, connections: int) -> Seen:
    """Sends batches of this size over so many connections until the time is over."""
    seen, ends = Seen(), time.monotonic() + seconds

    def run() -> None:
        sender = Sender(address, key)
        # One shape for all: only the ids differ, so that making bodies is not what is measured.
        marks = [f"@{number:03d}" + "-" * 32 for number in range(size)]
        parts = [part.encode() for part in _split(batch(marks).decode(), marks)]
        while time.monotonic() < ends:
            body = b"".join([each for pair in zip([b"", *_ids(size)], parts, strict=True) for each in pair])
            begun = time.perf_counter()
            try:
                status = sender.send(body)
            except OSError:
                seen.failed += 1
                continue
            seen.seconds.append(time.perf_counter() - begun)
            if status != 200:
                seen.refused += 1
                time.sleep(0.2)
        sender.close()

    threads = [threading.Thread(target=run) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


def _ids(count: int) -> Iterator[bytes]:
    """So many random ids as long as a UUID, made in one go."""
    letters = os.urandom(18 * count).hex().encode()
    return (letters[low : low + 36] for low in range(0, len(letters), 36))


def _split(text: str, marks: list[str]) -> list[str]:
    parts = []
    for mark in marks:
        before, _, text = text.partition(mark)
        parts.append(before)
    return [*parts, text]


def measure(folder: Path, key: str, size: int, seconds: float, connections: int) -> dict[str, object]:
    """One server, one size of batch."""
    with served(folder) as (process, address):
        began = _at_rest(process.pid, address, Sender(address, key))
        known = _newest(folder)
        memory: list[dict[str, int]] = []
        done = threading.Event()
        watching = threading.Thread(target=_watch, args=(process.pid, memory.append, done))
        watching.start()
        before = _cpu(process.pid)
        begun = time.monotonic()
        seen = load(address, key, size, seconds, connections)
        took = time.monotonic() - begun
        cpu = _cpu(process.pid) - before
        done.set()
        watching.join()
    good = len(seen.seconds) - seen.refused
    with Workspace.open(folder) as workspace:
        there = workspace.log.read("select count(*) from events where seq > ?", (known,))[0][0]
    return {
        "batch": size,
        "began_in_s": began,
        "events_a_second": round(good * size / took),
        "server_cpu_us_an_event": round(cpu / max(1, good * size) * 1e6, 1),
        **{f"{name}_ms": round(_quantile(seen.seconds, share) * 1000, 1) for name, share in QUANTILES.items()},
        "refused": seen.refused,
        "failed": seen.failed,
        "acknowledged": good * size,
        "on_disk": there,
        "memory_mb": memory,
    }


def _at_rest(pid: int, address: str, sender: Sender) -> int:
    """Waits until the server has read what there is, and knows the ids of it; how many seconds it took."""
    begun = time.monotonic()
    while True:
        with suppress(HTTPError), urlopen(f"{address}/ready") as answer:
            if answer.status == 200:
                break
        time.sleep(0.1)
    if sender.send(batch(["the first"])) != 200:
        raise RuntimeError("The first event was refused.")
    before = -1.0
    while (now := _cpu(pid)) - before > 0.1:
        before = now
        time.sleep(1)
    sender.close()
    return round(time.monotonic() - begun)


def _newest(folder: Path) -> int:
    with Workspace.open(folder) as workspace:
        return workspace.log.marks().event


def _quantile(seconds: list[float], share: float) -> float:
    ordered = sorted(seconds) or [0.0]
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _watch(pid: int, put: Callable[[dict[str, int]], None], done: threading.Event) -> None:
    begun = time.monotonic()
    while not done.wait(5):
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
        said = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith(("RssAnon", "RssFile"))}
        own, mapped = (int(said[name]) >> 10 for name in ("RssAnon", "RssFile"))
        put({"second": round(time.monotonic() - begun), "own": own, "mapped": mapped})


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--known", type=int, default=0)
    parser.add_argument("--batch", type=int, action="append", help="one size; again for more (100 and 1)")
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--folder", type=Path, help="where to work, on the disk to be measured")
    parser.add_argument("--json", action="store_true", help="as it is always printed")
    given = parser.parse_args()
    others = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        folder = Path(name) / "shop"
        Workspace.create(folder).close()
        begun = time.monotonic()
        if given.known:
            know(folder, given.known)
        made = round(time.monotonic() - begun)
        key = new_key(folder, SOURCE)
        runs = []
        for size in given.batch or (100, 1):
            # Each begins with the same: what the one before sent would be laid as journeys meanwhile.
            mine = Path(shutil.copytree(folder, Path(name) / f"by-{size}"))
            runs.append(measure(mine, key, size, given.seconds, given.connections))
            shutil.rmtree(mine)
    print(json.dumps({"machine": platform.platform(), "cores": os.cpu_count(), "load_average": others,
                      "known": given.known, "made_known_in_s": made, "runs": runs}, indent=2))  # fmt: skip


if __name__ == "__main__":
    main()
