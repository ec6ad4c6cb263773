"""ClickHouse (chdb) in its best form: a MergeTree sorted by customer and time, its own functions."""

from __future__ import annotations

import json
from functools import partial

from asked import Question, Rows, serve
from chdb import __version__
from chdb.session import Session

DAY = 86_400_000_000
START = 1_704_067_200_000_000
IN_ORDER = "settings optimize_aggregation_in_order = 1"


def funnel(steps: int, window: int, where: str = "1") -> str:
    """Customers at each furthest step, by windowFunnel."""
    conditions = ", ".join(f"name = {k}" for k in range(steps))
    return f"""select level, count() from (
    select customer, windowFunnel({window})(ts, {conditions}) as level from events
    where name < {steps} and {where} group by customer) where level > 0 group by level {IN_ORDER}"""


TRANSITIONS = f"""
select pair.1, pair.2, count() from (
  select arrayJoin(arrayZip(arrayPopBack(names), arrayPopFront(names))) as pair
  from (select customer, groupArray(name) as names from events group by customer))
group by all {IN_ORDER}"""
RETENTION = f"""
select first, week - first, count() from (
  select arrayJoin(weeks) as week, arrayMin(weeks) as first
  from (select customer, groupUniqArray(toUInt16(intDiv(ts - {START}, {7 * DAY}))) as weeks from events
        group by customer))
where first < 52 and week < 52 group by all {IN_ORDER}"""
PATHS = f"""
select link.1, link.2, link.3, count() from (
  select arrayJoin(arrayZip(arrayEnumerate(arrayPopBack(path)), arrayPopBack(path), arrayPopFront(path))) as link
  from (
    select arraySlice(nodes, indexOf(nodes, 5), 5) as path from (
      select arrayCompact(visit) as nodes from (
        select arrayJoin(arraySplit((name, opens) -> opens, names, arrayMap(
                 (now, before) -> now - before > {DAY // 2}, times, arrayPushFront(arrayPopBack(times), times[1]))
               )) as visit
        from (select customer, groupArray(name) as names, groupArray(ts) as times from events group by customer)))
    where has(nodes, 5)))
group by all {IN_ORDER}"""
BREAKDOWN = f"""
select channel, level, count() from (
  select customer, argMin(channel, ts) as channel,
         windowFunnel({7 * DAY})(ts, name = 0, name = 1, name = 2, name = 3) as level
  from events where name < 4 group by customer)
where level > 0 group by channel, level {IN_ORDER}"""
SQL = {
    "transitions": TRANSITIONS,
    "paths_from": PATHS,
    "retention_weekly": RETENTION,
}
FUNNELS = {
    "funnel4": (4, funnel(4, 7 * DAY)),
    "funnel10": (10, funnel(10, 30 * DAY)),
    "filter": (4, funnel(4, 7 * DAY, "channel = 'app' and price > 10")),
}


def reached(found: Rows, steps: int) -> list[int]:
    """Customers at each step or beyond, from customers at each furthest step."""
    furthest = {int(str(level)): int(str(count)) for level, count in found}
    return [sum(count for level, count in furthest.items() if level >= step) for step in range(1, steps + 1)]


def load(path: str) -> tuple[str, dict[str, Question]]:
    session = Session()
    session.query("create database bench engine = Atomic")
    session.query("use bench")
    session.query(
        "create table events (customer UInt32, name UInt8, ts UInt64, channel LowCardinality(String), price Float64) "
        "engine = MergeTree order by (customer, ts)"
    )
    session.query(f"insert into events select customer, name, ts, channel, price from file('{path}', Parquet)")
    session.query("optimize table events final")

    def rows(sql: str) -> Rows:
        lines = str(session.query(sql, "JSONCompactEachRow")).splitlines()
        return [[int(cell) if str(cell).isdigit() else cell for cell in json.loads(line)] for line in lines if line]

    def funnelled(steps: int, sql: str) -> Rows:
        return [list(reached(rows(sql), steps))]

    def broken_down() -> Rows:
        parts: dict[object, Rows] = {}
        for channel, *level in rows(BREAKDOWN):
            parts.setdefault(channel, []).append(level)
        return [[channel, *reached(found, 4)] for channel, found in parts.items()]

    questions: dict[str, Question] = {name: partial(rows, sql) for name, sql in SQL.items()}
    questions |= {name: partial(funnelled, *asked) for name, asked in FUNNELS.items()}
    return __version__, questions | {"breakdown": broken_down}


if __name__ == "__main__":
    serve(load)
