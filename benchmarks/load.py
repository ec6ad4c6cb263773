"""Loading generated files into a fresh workspace: events a second from Parquet and CSV, and the memory it takes.

    python benchmarks/load.py                                       # Parquet and CSV, two and ten million events
    python benchmarks/load.py --events 5000000 --kind csv --id      # each row with an id of its own

Each load runs in a process of its own, so that its peak of memory is its alone. Prints JSON: each run, and for each
kind of file how many times the memory of the smallest load the largest one takes.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

KINDS = ("parquet", "csv")
MAPPING = """\
id: bench
timezone: Europe/Prague
files: {{rows: "{file}"}}
events:
  - event_is: what
    from: rows
    customer: card
    time: happened
    time_is: recorded
{id}    properties: {{shop: shop, total: {total}}}
"""
ROWS = """
    select 'c' || lpad((hash(range) % {customers})::varchar, 8, '0') as card,
           ['visit', 'view', 'cart', 'pay', 'return'][(hash(range, 1) % 5 + 1)::int] as what,
           timestamp '2024-01-01' + to_seconds((hash(range, 2) % 31536000)::bigint) as happened,
           'shop-' || (hash(range, 3) % 40)::varchar as shop,
           (hash(range, 4) % 20000 / 100.0)::double as total,
           'r' || range::varchar as row
    from range({events})
"""


def write_file(path: Path, events: int) -> None:
    """A year of customers with 20 events each."""
    options = "(format parquet)" if path.suffix == ".parquet" else "(header)"
    rows = ROWS.format(events=events, customers=max(1, events // 20))
    duckdb.execute(f"copy ({rows}) to '{path}' {options}")


def load_once(folder: Path, file: Path, with_id: bool) -> dict[str, float]:
    """Loads the file in this process; seconds and the peak of memory in MB."""
    from cesta.ingest.load import load
    from cesta.kernels.warm import main as warm
    from cesta.store.workspace import Workspace

    warm()
    total = "total" if file.suffix == ".parquet" else "number(total)"
    mapping = folder / "mapping.yaml"
    mapping.write_text(
        MAPPING.format(file=file.name, total=total, id="    id: row\n" if with_id else ""), encoding="utf-8"
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with Workspace.create(folder / "workspace", name="Bench") as workspace:
        started, used = time.perf_counter(), time.process_time()
        loaded = load(workspace, mapping, [file])
        seconds, used = time.perf_counter() - started, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "events": loaded.events,
        "seconds": round(seconds, 2),
        "cpu_seconds": round(used, 2),
        "peak_mb": peak // 1024,
        "before_mb": before // 1024,
    }


def measured(kind: str, events: int, with_id: bool) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / f"rows.{kind}"
        write_file(file, events)
        command = [sys.executable, __file__, "--one", str(folder), str(file), str(int(with_id))]
        found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
        rate = int(found["events"] / found["seconds"])
        return {
            "kind": kind,
            "with_id": with_id,
            "file_mb": file.stat().st_size >> 20,
            **found,
            "events_a_second": rate,
        }


def growth(runs: list[dict[str, object]]) -> dict[str, float]:
    """How many times the peak of the smallest load that of the largest is, by kind; 1: memory is flat."""
    grown = {}
    for kind in KINDS:
        mine = sorted((int(str(run["events"])), int(str(run["peak_mb"]))) for run in runs if run["kind"] == kind)
        if len(mine) > 1:
            grown[kind] = round(mine[-1][1] / mine[0][1], 2)
    return grown


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, nargs="*", default=[2_000_000, 10_000_000])
    parser.add_argument("--kind", choices=KINDS, action="append")
    parser.add_argument("--id", action="store_true", help="rows have an id")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(load_once(Path(given.one[0]), Path(given.one[1]), given.one[2] == "1")))
        return
    runs = [measured(kind, events, given.id) for events in given.events for kind in given.kind or KINDS]
    told = {"machine": platform.machine(), "python": platform.python_version()}
    print(json.dumps({**told, "runs": runs, "peak_growth": growth(runs)}, indent=2))


if __name__ == "__main__":
    main()
