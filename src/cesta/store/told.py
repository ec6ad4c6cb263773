"""What rules told about stored messages, and by which rules: told anew a page at a time, settled at the end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cesta.store.kept_out import IS_STEP
from cesta.store.log import Log
from cesta.store.row_sum import SUMMED, sum_of

AT_ONCE = 2_000
TABLE = "create table if not exists told_by (rules text not null, done integer not null) strict"
"""A log that was never told anew has no such table: its messages are as their rules told them when they came."""
SAID = ("source", "customer", "name", "time", "properties", "type", "step", "raw")


class Said(NamedTuple):
    """A step as the log keeps it: properties and raw as JSON text, step: whether it counts."""

    seq: int
    source: str
    customer: str
    name: str
    time: int
    properties: str
    type: str
    step: int
    raw: str


class Anew(NamedTuple):
    """What a step says now; `was`: the properties that it was worked out from."""

    seq: int
    was: str
    properties: str
    step: bool


def told_by(log: Log) -> tuple[str, bool]:
    """By which rules messages were last told anew, and whether that came to its end."""
    if not log.read("select 1 from sqlite_master where name = 'told_by'"):
        return "", True
    rules, done = log.read("select rules, done from told_by")[0]
    return str(rules), bool(done)


def begin(log: Log, rules: str) -> None:
    """From now on messages are told anew by these rules; until `settle` some say the one, some the other."""
    with log.transaction() as sql:
        _keep(sql, rules, done=False)


def settle(log: Log, rules: str, changed: bool) -> None:
    """All are told by these rules. Who has journeys open reads them anew if anything changed."""
    with log.transaction() as sql:
        _keep(sql, rules, done=True)
        if changed:
            sql.execute("update meta set changes = changes + 1")


def steps(log: Log) -> Iterator[list[Said]]:
    """Every step that a client sent, also those that do not count."""
    statement = f"select seq, {', '.join(SAID)} from events where {IS_STEP} and raw is not null and seq > ?"
    for page in log.pages(f"{statement} order by seq limit ?", (), AT_ONCE):
        yield [Said(*row) for row in page]


def tell(log: Log, anew: Sequence[Anew]) -> int:
    """Writes what these say now, and how many they are: not what was changed meanwhile, nor what is damaged."""
    with log.transaction() as sql:
        return sum(_tell(sql, each) for each in anew)


def _tell(sql: sqlite3.Connection, anew: Anew) -> bool:
    # A customer of this message may have been erased out of it since it was read.
    row = sql.execute(
        f"select sum, {', '.join(SUMMED)} from events where seq = ? and properties = ?", (anew.seq, anew.was)
    ).fetchone()
    if row is None or row[0] not in (None, sum_of(row[1:])):
        return False
    said = list(row[1:])
    said[SUMMED.index("properties")] = anew.properties
    sql.execute(
        "update events set properties = ?, step = ?, content = null where seq = ?",
        (anew.properties, anew.step, anew.seq),
    )
    sql.execute("update events set sum = ? where seq = ?", (None if row[0] is None else sum_of(said), anew.seq))
    return True


def _keep(sql: sqlite3.Connection, rules: str, *, done: bool) -> None:
    sql.execute(TABLE)
    sql.execute("delete from told_by")
    sql.execute("insert into told_by values (?, ?)", (rules, done))
