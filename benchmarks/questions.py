"""Questions over generated events: ours and DuckDB's, the same answer, in one run. Prints JSON.

    python benchmarks/questions.py --events 1000000 --seed 7

DuckDB gets its best form: a table sorted by customer and time, window functions, all threads.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import time
from collections.abc import Callable

import duckdb
import numpy as np
import pyarrow as pa

from cesta.journeys.answer import answer
from cesta.store.columns import Columns

START = 1_704_067_200_000_000
YEAR = 365 * 86_400_000_000
WEEK = 7 * 86_400_000_000
NAMES = tuple(f"e{number:02d}" for number in range(20))
Rows = list[tuple[object, ...]]


def generate(events: int, seed: int) -> Columns:
    """A year of customers with about 50 events each; names by Zipf's law."""
    random = np.random.default_rng(seed)
    customers = max(1, events // 50)
    owner = np.sort(random.integers(0, customers, events))
    chance = 1 / np.arange(1, len(NAMES) + 1) ** 1.3
    codes = random.choice(len(NAMES), events, p=chance / chance.sum()).astype(np.int32)
    times = START + random.integers(0, YEAR, events)
    order = np.lexsort((times, owner))
    present, counts = np.unique(owner, return_counts=True)
    ids = tuple(f"c{customer:09d}" for customer in present)
    offsets = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    return Columns(ids, offsets, codes[order], times[order], NAMES)


def table(columns: Columns) -> duckdb.DuckDBPyConnection:
    """The same events as a sorted DuckDB table `events(customer, name, ts)`."""
    rows = pa.table({"customer": columns.owners(), "name": columns.codes, "ts": columns.times})  # noqa: F841
    connection = duckdb.connect()
    connection.execute("create table events as select * from rows order by customer, ts")
    return connection


FUNNEL = f"""
with one as (select *, max(case when name = 0 then ts end) over w as a1 from events where name < 4
             window w as (partition by customer order by ts rows unbounded preceding)),
two as (select *, max(case when name = 1 and ts - a1 <= {WEEK} then a1 end) over w as a2 from one
        window w as (partition by customer order by ts rows unbounded preceding)),
three as (select *, max(case when name = 2 and ts - a2 <= {WEEK} then a2 end) over w as a3 from two
          window w as (partition by customer order by ts rows unbounded preceding))
select count(distinct case when a1 is not null then customer end),
       count(distinct case when a2 is not null then customer end),
       count(distinct case when a3 is not null then customer end),
       count(distinct case when name = 3 and ts - a3 <= {WEEK} then customer end)
from three"""
TRANSITIONS = """
select name, next, count(*) from (
  select name, lead(name) over (partition by customer order by ts) as next from events)
where next is not null group by all order by all"""
RETENTION = f"""
with weeks as (select distinct customer, (ts - {START}) // {WEEK} as week from events),
first as (select customer, min(week) as week from weeks group by customer)
select first.week, weeks.week - first.week, count(*) from weeks join first using (customer)
where first.week < 52 and weeks.week < 52 group by all order by all"""


def funnel_of(result: dict[str, object]) -> Rows:
    counts = result["counts"]
    assert isinstance(counts, list)
    return [tuple(counts)]


def transitions_of(result: dict[str, object]) -> Rows:
    matrix = result["matrix"]
    assert isinstance(matrix, dict)
    cells = [
        (NAMES.index(origin), NAMES.index(target), count)
        for origin, row in matrix.items()
        for target, count in row.items()
        if origin in NAMES and target in NAMES
    ]
    return sorted(cells)


def retention_of(result: dict[str, object]) -> Rows:
    matrix = result["matrix"]
    assert isinstance(matrix, list)
    return sorted((week, k, count) for week, row in enumerate(matrix) for k, count in enumerate(row) if count)


QUESTIONS: dict[str, tuple[dict[str, object], Callable[[dict[str, object]], Rows], str]] = {
    "funnel4": ({"analysis": "funnel", "params": {"steps": list(NAMES[:4]), "window": "7d"}}, funnel_of, FUNNEL),
    "transitions": ({"analysis": "transitions", "params": {}}, transitions_of, TRANSITIONS),
    "retention_weekly": (
        {
            "analysis": "retention",
            "params": {
                "start": {"first_time": "event"},
                "interval": "week",
                "date_from": "2024-01-01",
                "intervals": 52,
            },
        },
        retention_of,
        RETENTION,
    ),
}


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def measure(columns: Columns, peer: duckdb.DuckDBPyConnection, name: str, rounds: int) -> dict[str, object]:
    """Medians of alternating rounds, and whether the two agree."""
    question, shape, sql = QUESTIONS[name]

    def ours() -> dict[str, object]:
        result = answer(question, columns)["result"]
        assert isinstance(result, dict)
        return result

    same = shape(ours()) == [tuple(row) for row in peer.execute(sql).fetchall()]
    pairs = [(seconds(ours), seconds(lambda: peer.execute(sql).fetchall())) for _ in range(rounds)]
    us, them = (statistics.median(column) for column in zip(*pairs, strict=True))
    return {"question": name, "ours_s": us, "duckdb_s": them, "times_faster": them / us, "same_answer": same}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    columns = generate(asked.events, asked.seed)
    peer = table(columns)
    results = [measure(columns, peer, name, asked.rounds) for name in QUESTIONS]
    about = {"events": asked.events, "customers": len(columns.customers), "seed": asked.seed, "rounds": asked.rounds}
    machine = {"python": platform.python_version(), "duckdb": duckdb.__version__, "cpu": platform.machine()}
    print(json.dumps({**about, **machine, "results": results}, indent=2))


if __name__ == "__main__":
    main()
