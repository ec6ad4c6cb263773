"""Questions over drawn events: ours and the peers' in one run, alternating, with the answers compared. Prints JSON.

    python benchmarks/journeys.py --events 1000000 --seed 7 --against clickhouse,duckdb,retentioneering,polars --json

Each peer answers in a process and an environment of its own (`python scripts/setup.py peers` makes them), over its
best form of the same events, and measures itself. `memory_pass_s` is what NumPy takes to add up ten bytes an event.
"""

from __future__ import annotations

import argparse
import json
import platform
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import numpy as np
from drawn import NAMES, START, draw, write

from cesta.journeys.answer import answer
from cesta.store.columns import Columns

ROOT = Path(__file__).resolve().parent.parent
PEERS = {
    "clickhouse": ROOT / ".cache/peers/chdb/bin/python",
    "duckdb": Path(sys.executable),
    "retentioneering": ROOT / ".cache/peers/retentioneering/bin/python",
    "polars": ROOT / ".cache/peers/polars/bin/python",
}
Rows = list[list[object]]
Result = dict[str, object]


def funnel_rows(result: Result) -> Rows:
    return [cast(list[object], result["counts"])]


def transition_rows(result: Result) -> Rows:
    matrix = cast(dict[str, dict[str, int]], result["matrix"])
    place = {name: code for code, name in enumerate(NAMES)}
    return [[place[a], place[b], n] for a, row in matrix.items() if a in place for b, n in row.items() if b in place]


def path_rows(result: Result) -> Rows:
    links = cast(list[dict[str, object]], result["links"])
    place = {name: code for code, name in enumerate(NAMES)}
    return [[one["step"], place[str(one["from"])], place[str(one["to"])], one["count"]] for one in links]


def retention_rows(result: Result) -> Rows:
    matrix = cast(list[list[int]], result["matrix"])
    return [[week, later, n] for week, row in enumerate(matrix) for later, n in enumerate(row) if n]


def breakdown_rows(result: Result) -> Rows:
    parts = cast(dict[str, Result], result["breakdown"])
    return [[value, *cast(list[object], part["counts"])] for value, part in parts.items()]


FUNNEL4 = {"steps": list(NAMES[:4]), "window": "7d"}
WEEKS = {"start": {"first_time": "event"}, "interval": "week", "date_from": "2024-01-01", "intervals": 52}
PATHS = {"start_node": NAMES[5], "session_gap": "12h", "max_links": 100_000}
QUESTIONS: dict[str, tuple[str, dict[str, object], Callable[[Result], Rows]]] = {
    "funnel4": ("funnel", dict(FUNNEL4), funnel_rows),
    "funnel10": ("funnel", {"steps": list(NAMES[:10]), "window": "30d"}, funnel_rows),
    "transitions": ("transitions", {}, transition_rows),
    "paths_from": ("paths", dict(PATHS), path_rows),
    "retention_weekly": ("retention", dict(WEEKS), retention_rows),
    "filter": ("funnel", {**FUNNEL4, "filter": "channel = 'app' and price > 10"}, funnel_rows),
    "breakdown": ("funnel", {**FUNNEL4, "breakdown": "channel"}, breakdown_rows),
}


@dataclass(slots=True)
class Peer:
    """Another engine, waiting for questions."""

    name: str
    process: subprocess.Popen[str]
    about: dict[str, object] = field(default_factory=dict)

    def ask(self, question: str) -> tuple[float, Rows]:
        assert self.process.stdin is not None
        print(question, file=self.process.stdin, flush=True)
        told = self.hear()
        return cast(float, told["seconds"]), cast(Rows, told["rows"])

    def hear(self) -> dict[str, object]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.name} ended with exit code {self.process.wait()}")
        return cast(dict[str, object], json.loads(line))

    def knows(self, question: str) -> bool:
        return question in cast(list[str], self.about["questions"])


@contextmanager
def at_rest(peers: list[Peer]) -> Iterator[None]:
    """Stops the peers meanwhile, as we stand still while they answer: some go on tidying up for seconds."""
    for peer in peers:
        peer.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        for peer in peers:
            peer.process.send_signal(signal.SIGCONT)


@contextmanager
def started(name: str, path: Path) -> Iterator[Peer]:
    """A peer that has loaded the events."""
    python = PEERS[name]
    if not python.exists():
        raise SystemExit(f"{name} is not set up. Try: python3 scripts/setup.py peers")
    command = [str(python), str(ROOT / "benchmarks" / "peers" / f"{name}_peer.py"), str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        peer = Peer(name, process)
        peer.about = peer.hear()
        yield peer
        process.kill()


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def anonymous_mb() -> float:
    """Anonymous memory of this process now, in MB; 0 where the system does not tell."""
    told = Path("/proc/self/status")
    if not told.exists():
        return 0.0
    lines = (line for line in told.read_text(encoding="utf-8").splitlines() if line.startswith("RssAnon:"))
    return int(next(lines).split()[1]) / 1024


def more_memory_mb(work: Callable[[], object]) -> float:
    """The most anonymous memory this work needed beyond what was there before, looked at every millisecond."""
    before = most = anonymous_mb()
    done = threading.Event()

    def watch() -> None:
        nonlocal most
        while not done.wait(0.001):
            most = max(most, anonymous_mb())

    watcher = threading.Thread(target=watch)
    watcher.start()
    work()
    done.set()
    watcher.join()
    return round(most - before, 1)


def measure(name: str, columns: Columns, peers: list[Peer], rounds: int) -> dict[str, object]:
    """One question: medians of alternating rounds, and whether everybody gave the same rows."""
    analysis, params, shape = QUESTIONS[name]
    question = {"analysis": analysis, "params": params}
    narrow = columns.codes.astype(np.uint16)

    def ours() -> Rows:
        return sorted(shape(cast(Result, answer(question, columns)["result"])))

    asked = [peer for peer in peers if peer.knows(name)]
    rows = ours()
    same = all(peer.ask(name)[1] == rows for peer in asked)
    times: dict[str, list[float]] = {f"{one}_s": [] for one in ("ours", "memory_pass", *(p.name for p in asked))}
    for _ in range(rounds):
        with at_rest(peers):
            times["memory_pass_s"].append(seconds(lambda: narrow.sum(dtype=np.int64) + columns.times.sum()))
            times["ours_s"].append(seconds(ours))
        for peer in asked:
            times[f"{peer.name}_s"].append(peer.ask(name)[0])
    middle = {key: round(statistics.median(taken), 6) for key, taken in times.items()}
    return {
        "question": name,
        **middle,
        "passes": round(middle["ours_s"] / middle["memory_pass_s"], 2),
        "times_faster": {peer.name: round(middle[f"{peer.name}_s"] / middle["ours_s"], 1) for peer in asked},
        "peak_mb": more_memory_mb(ours),
        "same_answer": same,
    }


COLD = """{"analysis": "funnel", "params": {"steps": ["a", "b"]}, "events":
 [{"customer": "c", "event": "a", "ts": "2024-01-01T00:00:00Z"}]}"""


def cold_seconds(rounds: int) -> float:
    """From nothing to the first answer: a new process reads one question and answers it."""
    command = [sys.executable, "-m", "cesta.cli.main", "ask", "-"]
    line = COLD.replace("\n", "")
    taken = [
        seconds(lambda: subprocess.run(command, input=line, text=True, check=True, stdout=subprocess.DEVNULL))
        for _ in range(rounds)
    ]
    return round(statistics.median(taken), 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--against", default=",".join(PEERS), help="Peers, by commas; empty: none.")
    parser.add_argument("--questions", default=",".join(QUESTIONS))
    parser.add_argument("--json", action="store_true", help="JSON in one line.")
    asked = parser.parse_args()
    columns = draw(asked.events, asked.seed)
    assert columns.times.min() >= START
    with TemporaryDirectory() as folder, ExitStack() as open_peers:
        path = Path(folder) / "events.parquet"
        write(columns, path)
        peers = [open_peers.enter_context(started(name, path)) for name in asked.against.split(",") if name]
        results = [measure(name, columns, peers, asked.rounds) for name in asked.questions.split(",")]
        versions = {peer.name: {key: peer.about[key] for key in ("version", "loaded_s")} for peer in peers}
    about = {
        "events": len(columns.times),
        "customers": len(columns.customers),
        "seed": asked.seed,
        "rounds": asked.rounds,
        "machine": platform.machine(),
        "python": platform.python_version(),
        "peers": versions,
        "first_question_of_a_cold_process_s": cold_seconds(3),
    }
    print(json.dumps({**about, "results": results}, indent=None if asked.json else 2))


if __name__ == "__main__":
    main()
