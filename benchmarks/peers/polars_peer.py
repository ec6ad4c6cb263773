"""Polars in its best form: a frame sorted by customer and time, lazy, expressions over customers, every core."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import polars as pl
from asked import Question, Rows, serve

DAY = 86_400_000_000
START = 1_704_067_200_000_000


def funnel(events: pl.LazyFrame, steps: int, window: int, by: Sequence[str] = ()) -> Rows:
    """For each step the start of the latest attempt that reached it, carried along within the customer."""
    frame = events.filter(pl.col("name") < steps)
    began = pl.when(pl.col("name") == 0).then("ts")
    frame = frame.with_columns(a1=began.forward_fill().over("customer"))
    for k in range(2, steps + 1):
        before = pl.col(f"a{k - 1}")
        reaches = (pl.col("name") == k - 1) & (pl.col("ts") - before <= window)
        frame = frame.with_columns(pl.when(reaches).then(before).forward_fill().over("customer").alias(f"a{k}"))
    counts = [pl.col("customer").filter(pl.col(f"a{k}").is_not_null()).n_unique() for k in range(1, steps + 1)]
    told = [count.alias(f"n{k}") for k, count in enumerate(counts)]
    found = frame.group_by(*by).agg(told) if by else frame.select(told)
    return [list(row) for row in found.collect().rows()]


def transitions(events: pl.LazyFrame) -> Rows:
    pairs = events.select(
        "name", next=pl.col("name").shift(-1), same=pl.col("customer") == pl.col("customer").shift(-1)
    )
    found = pairs.filter("same").group_by("name", "next").agg(pl.len())
    return [list(row) for row in found.collect().rows()]


def retention(events: pl.LazyFrame) -> Rows:
    weeks = events.select("customer", week=(pl.col("ts") - START) // (7 * DAY)).unique()
    first = weeks.with_columns(first=pl.col("week").min().over("customer"))
    cells = first.filter((pl.col("first") < 52) & (pl.col("week") < 52))
    found = cells.group_by("first", (pl.col("week") - pl.col("first")).alias("k")).agg(pl.len())
    return [list(row) for row in found.collect().rows()]


def paths(events: pl.LazyFrame) -> Rows:
    """Sorted rows need no grouping: neighbours tell where a visit, a run and a path begin."""
    new = pl.col("customer") != pl.col("customer").shift(1)
    opens = (new | (pl.col("ts") - pl.col("ts").shift(1) > DAY // 2)).fill_null(value=True)
    visits = events.select("name", visit=opens.cum_sum())
    same = (pl.col("visit") == pl.col("visit").shift(-1)) & (pl.col("name") == pl.col("name").shift(-1))
    runs = visits.filter(~same.fill_null(value=False))
    begun = (pl.col("name") == 5).cum_max().over("visit")
    nodes = runs.filter(begun).with_columns(step=pl.int_range(1, pl.len() + 1).over("visit"))
    links = nodes.with_columns(next=pl.col("name").shift(-1), goes=pl.col("visit") == pl.col("visit").shift(-1))
    found = links.filter(pl.col("goes") & (pl.col("step") < 5)).group_by("step", "name", "next").agg(pl.len())
    return [list(row) for row in found.collect().rows()]


def load(path: str) -> tuple[str, dict[str, Question]]:
    events = pl.read_parquet(path).lazy()
    chosen = events.filter((pl.col("channel") == "app") & (pl.col("price") > 10))
    by_first = events.filter(pl.col("name") < 4).with_columns(channel=pl.col("channel").first().over("customer"))
    return pl.__version__, {
        "funnel4": partial(funnel, events, 4, 7 * DAY),
        "funnel10": partial(funnel, events, 10, 30 * DAY),
        "transitions": partial(transitions, events),
        "paths_from": partial(paths, events),
        "retention_weekly": partial(retention, events),
        "filter": partial(funnel, chosen, 4, 7 * DAY),
        "breakdown": partial(funnel, by_first, 4, 7 * DAY, ("channel",)),
    }


if __name__ == "__main__":
    serve(load)
