"""Kills the server at random moments while clients send, and counts what was acknowledged and is not there once.

    python benchmarks/crash.py --trials 200 --seed 1 --json      # {"trials", "acked", "lost", "doubled", …}

One workspace lives through all trials. In each a server starts, several clients send batches and repeat what was not
answered, as SDKs do, somebody asks, and `kill -9` ends it; in some the disk is full before, or a file is loaded, or a
backup made meanwhile. The log is drained in small blocks, so that this is interrupted, too. Then every acknowledged
message must be there exactly once, a load wholly or not at all, and a question must be answered as by a workspace made
anew of the same messages.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from sender import Sender, batch, kill, new_key, start

from cesta.ingest.door import keep
from cesta.maps.questions import ask
from cesta.store.accepted import accepted
from cesta.store.workspace import Workspace

SOURCE, FILES = "web", "files"
CLIENTS = 4
MOST_SECONDS = 3.0
PATIENCE = 30
FULL_EVERY, LOAD_EVERY, BACKUP_EVERY = 5, 3, 7
"""In one trial of so many the disk has little room left, a file is loaded, a backup is made."""
ROWS = 3000
"""Of a file that is loaded."""
QUESTIONS: tuple[dict[str, object], ...] = (
    {"analysis": "transitions", "params": {}},
    {"analysis": "funnel", "params": {"steps": ["Product Viewed", "Order Completed"]}},
)


@dataclass
class Told:
    """What the clients know: messages that were acknowledged, batches that were sent without an answer.

    loaded: trials whose file was loaded, as the command said. answers: how many questions were answered meanwhile.
    """

    acked: set[str] = field(default_factory=set)
    loaded: set[int] = field(default_factory=set)
    answers: int = 0
    unanswered: list[list[str]] = field(default_factory=list)
    refused: int = 0


def send_until_dead(address: str, key: str, told: Told, name: str, seed: int) -> None:
    """One client: new batches, now and then one again, and first what had no answer before."""
    chance, number = random.Random(seed), 0
    sender = Sender(address, key)
    last: list[str] = []
    while True:
        again = chance.random() < 0.2
        if told.unanswered:
            ids = told.unanswered.pop()
        elif again and last:
            ids = last
        else:
            ids = [f"{name}-{number}-{place}" for place in range(chance.choice((1, 10, 100)))]
            number += 1
        try:
            status = sender.send(batch(ids))
        except OSError:
            told.unanswered.append(ids)
            return
        if status == 200:
            told.acked.update(ids)
            last = ids
        else:
            told.unanswered.append(ids)
            told.refused += 1
            time.sleep(0.02)


def ask_until_dead(address: str, told: Told) -> None:
    """Somebody who looks at numbers while they grow, so that columns are made while the server dies."""
    question = json.dumps(QUESTIONS[0]).encode()
    request = urllib.request.Request(f"{address}/api/ask", question, {"Content-Type": "application/json"})
    with suppress(OSError, http.client.HTTPException):
        while True:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                json.load(answer)
            told.answers += 1
            time.sleep(0.2)


def small_blocks(folder: Path, events: int) -> None:
    """Has the log drained so often that a trial is long for it."""
    with closing(sqlite3.connect(folder / "data" / "log.sqlite")) as log, log:
        log.execute("update meta set block = ?", (events,))


def beside(folder: Path, number: int) -> subprocess.Popen[bytes] | None:
    """A command that works on the served workspace while clients send."""
    words = []
    if number % LOAD_EVERY == LOAD_EVERY - 1:
        file = folder.parent / f"rows-{number}.csv"
        rows = [f"user-{n % 700},Order Completed,2026-11-22T10:{n % 60:02d}:00Z,{number}:{n}" for n in range(ROWS)]
        file.write_text("\n".join(["customer,event,time,id", *rows, ""]), encoding="utf-8")
        words = ["load", str(folder), str(file), "--name", FILES, "--id", "id", "--yes"]
    elif number % BACKUP_EVERY == BACKUP_EVERY - 1:
        words = ["backup", str(folder), str(folder.parent / f"{number}.tar")]
    if not words:
        return None
    command = [sys.executable, "-m", "cesta.cli.main", *words]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextmanager
def little_room(folder: Path, most: int) -> Iterator[None]:
    """No file that a process started meanwhile writes may grow much beyond the largest there is."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    largest = max(path.stat().st_size for path in (folder / "data").rglob("*") if path.is_file())
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def trial(folder: Path, key: str, told: Told, number: int, chance: random.Random) -> None:
    """A server from its start to its end."""
    if number % FULL_EVERY == FULL_EVERY - 1:
        with little_room(folder, chance.randrange(1 << 20)):
            process, address = start(folder)
    else:
        process, address = start(folder)
    clients = [
        threading.Thread(target=send_until_dead, args=(address, key, told, f"{number}.{n}", chance.randrange(1 << 30)))
        for n in range(CLIENTS)
    ]
    clients.append(threading.Thread(target=ask_until_dead, args=(address, told)))
    for client in clients:
        client.start()
    command = beside(folder, number)
    if chance.random() < 0.8:
        _until_answered(told, len(told.acked))
    # A command needs its time to begin.
    time.sleep(chance.uniform(0.05, MOST_SECONDS) * (1 if command is None else 3))
    done = command is not None and command.poll() == 0
    kill(process)
    for client in clients:
        client.join()
    if command is not None:
        command.kill()
        command.wait()
        told.loaded.update({number} if done and number % LOAD_EVERY == LOAD_EVERY - 1 else ())


def _until_answered(told: Told, before: int) -> None:
    """Waits for a first answer: on a busy machine a server that began just now takes its time."""
    ends = time.monotonic() + PATIENCE
    while len(told.acked) == before and time.monotonic() < ends:
        time.sleep(0.01)


def check(folder: Path, told: Told) -> dict[str, object]:
    """What is there, against what was acknowledged; and answers, against those of a workspace made anew."""
    with Workspace.open(folder) as workspace:
        there = list(accepted(workspace))
        counts = Counter((arrival.event.source, arrival.event.message_id) for arrival in there)
        answers = [ask(workspace, question)["result"] for question in QUESTIONS]
    with tempfile.TemporaryDirectory() as name, Workspace.create(Path(name) / "anew") as anew:
        keep(anew, SOURCE, there)
        equal = answers == [ask(anew, question)["result"] for question in QUESTIONS]
    loads = Counter(int(key.split(":")[-2]) for source, key in counts if source == FILES)
    return {
        "lost": sum(counts[SOURCE, key] == 0 for key in told.acked)
        + sum(ROWS - loads[number] for number in told.loaded),
        "half_loads": sum(rows != ROWS for rows in loads.values()),
        "doubled": sum(times > 1 for times in counts.values()),
        "there": len(counts),
        "answers_equal_a_rebuild": equal,
    }


def crash(root: Path, trials: int, seed: int, check_every: int, block: int) -> dict[str, object]:
    """All trials; `lost` and `doubled` add up over every check."""
    folder, chance, told = root / "shop", random.Random(seed), Told()
    Workspace.create(folder).close()
    small_blocks(folder, block)
    key = new_key(folder, SOURCE)
    lost = doubled = checks = 0
    equal = True
    found: dict[str, object] = {}
    for number in range(trials):
        trial(folder, key, told, number, chance)
        if number % check_every == check_every - 1 or number == trials - 1:
            found = check(folder, told)
            checks += 1
            lost, doubled = lost + int(str(found["lost"])), doubled + int(str(found["doubled"]))
            equal = equal and bool(found["answers_equal_a_rebuild"])
            print(f"{number + 1} of {trials}: {found}", file=sys.stderr)
    return {
        "trials": trials,
        "acked": len(told.acked),
        "lost": lost,
        "doubled": doubled,
        "answers_equal_a_rebuild": equal,
        "checks": checks,
        "loads": len(told.loaded),
        "half_loads": found.get("half_loads"),
        "there": found.get("there"),
        "refused": told.refused,
        "answers_meanwhile": told.answers,
        "pieces_drained": len(list((folder / "data" / "drained").glob("*"))),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--trials", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check-every", type=int, default=5, help="trials until all is counted")
    parser.add_argument("--block", type=int, default=1000, help="events of the log that are drained at once")
    parser.add_argument("--folder", type=Path, help="where to work, on the disk to be tried")
    parser.add_argument("--json", action="store_true", help="as it is always printed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        print(json.dumps(crash(Path(name), given.trials, given.seed, given.check_every, given.block)))


if __name__ == "__main__":
    main()
