"""DuckDB in its best form: a table sorted by customer and time, window functions, every core."""

from __future__ import annotations

from functools import partial

import duckdb
from asked import Question, Rows, serve

DAY = 86_400_000_000
START = 1_704_067_200_000_000


def funnel(steps: int, window: int, where: str = "true", more: str = "", by: str = "") -> str:
    """For each step k the start of the latest attempt that reached it, carried along by a running maximum."""
    over = "over (partition by customer order by ts rows unbounded preceding)"
    carried = f", {by}" if by else ""
    picked = f"from {more or 'events'} where name < {steps} and {where}"
    parts = [f"s1 as (select customer, name, ts{carried}, max(case when name = 0 then ts end) {over} as a1 {picked})"]
    for k in range(2, steps + 1):
        before = f"a{k - 1}"
        reached = f"case when name = {k - 1} and ts - {before} <= {window} then {before} end"
        parts.append(f"s{k} as (select *, max({reached}) {over} as a{k} from s{k - 1})")
    counts = ", ".join(f"count(distinct case when a{k} is not null then customer end)" for k in range(1, steps + 1))
    group = f"{by}, " if by else ""
    return f"with {', '.join(parts)} select {group}{counts} from s{steps}" + (f" group by {by}" if by else "")


TRANSITIONS = """
select name, next, count(*) from (
  select name, lead(name) over (partition by customer order by ts) as next from events)
where next is not null group by all"""
RETENTION = f"""
with weeks as (select distinct customer, (ts - {START}) // {7 * DAY} as week from events),
first as (select customer, min(week) as week from weeks group by customer)
select first.week, weeks.week - first.week, count(*) from weeks join first using (customer)
where first.week < 52 and weeks.week < 52 group by all"""
PATHS = f"""
with gaps as (select *, coalesce(ts - lag(ts) over w > {DAY // 2}, true) as opens from events
              window w as (partition by customer order by ts)),
visits as (select *, sum(opens::int) over (partition by customer order by ts rows unbounded preceding) as visit
           from gaps),
runs as (select * from (select *, lead(name) over (partition by customer, visit order by ts) as next from visits)
         where next is distinct from name),
kept as (select *, max(name = 5) over (partition by customer, visit order by ts rows unbounded preceding) as begun
         from runs),
nodes as (select customer, visit, name, next, row_number() over (partition by customer, visit order by ts) as step
          from kept where begun)
select step, name, next, count(*) from nodes where step < 5 and next is not null group by all"""
FIRST_CHANNEL = """(select name, ts, customer, first_value(channel) over (partition by customer order by ts) as channel
from events where name < 4)"""
SQL = {
    "funnel4": funnel(4, 7 * DAY),
    "funnel10": funnel(10, 30 * DAY),
    "transitions": TRANSITIONS,
    "paths_from": PATHS,
    "retention_weekly": RETENTION,
    "filter": funnel(4, 7 * DAY, "channel = 'app' and price > 10"),
    "breakdown": funnel(4, 7 * DAY, more=FIRST_CHANNEL, by="channel"),
}


def load(path: str) -> tuple[str, dict[str, Question]]:
    connection = duckdb.connect()
    connection.execute("create type channel as enum (select distinct channel::varchar from read_parquet(?))", [path])
    connection.execute(
        "create table events as select customer, name, ts, channel::channel as channel, price from read_parquet(?) "
        "order by customer, ts",
        [path],
    )

    def rows(sql: str) -> Rows:
        return [list(row) for row in connection.execute(sql).fetchall()]

    return duckdb.__version__, {name: partial(rows, sql) for name, sql in SQL.items()}


if __name__ == "__main__":
    serve(load)
