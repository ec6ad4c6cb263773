"""What could not be understood: kept as it was written, with its place and the reason, until it is mended or dismissed.

An item waits, was replayed (it became an event) or dismissed; it is *known* while another item or an event with its id
counts, as in an overlapping export, and waits again when that other is taken back.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

State = Literal["waiting", "known", "replayed", "dismissed"]
OPEN = "('waiting', 'known')"
LIVE = "(load_id is null or load_id not in (select load_id from loads where binned is not null))"
COLUMNS = "source, reason, field, value, file, row, load_id, code, event, message_id, raw, protocol"
VALUES_SHOWN = 8
UNNAMED = "line:"
"""What ids of lines that name no event begin with."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something that could not be understood: where it stood, what it said, and why it was not taken.

    `file` and `row` say where in a load, as a spreadsheet counts; in a batch of events `row` is the place in the batch,
    from 1. `code`: the reason for programs. `raw`: all that was written, as JSON; as it is, if it was no JSON.
    `protocol`: the client's, that reads it again.
    """

    source: str
    reason: str
    field: str | None = None
    value: str | None = None
    file: str | None = None
    row: int | None = None
    load_id: str | None = None
    code: str = "not_understood"
    event: str | None = None
    message_id: str | None = None
    raw: str | None = None
    protocol: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing set aside as it is kept; `seq` names it. `received`: microseconds since 1970."""

    seq: int
    state: State
    received: int
    what: SetAside


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which items: those that agree with every part that is not None. `field`: an empty text asks for those without."""

    source: str | None = None
    load_id: str | None = None
    code: str | None = None
    field: str | None = None
    file: str | None = None
    state: State = "waiting"
    seqs: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Items of one source with one reason at one field: how many, its first item, and its most frequent values."""

    source: str
    code: str
    field: str | None
    rows: int
    first: Item
    values: tuple[tuple[str | None, int], ...]


class Reading(Protocol):
    """What reads the log."""

    def read(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]: ...


def put(sql: sqlite3.Connection, items: Sequence[SetAside], held: Collection[tuple[str, str]] = ()) -> None:
    """Keeps these items, inside the caller's transaction. What a program sent again is kept once.

    `held`: those of their (source, message id) that an event of the log has.
    """
    received = time.time_ns() // 1000
    for item in _named(sql, items):
        if item.load_id is None and ((item.source, item.message_id) in held or _is_known(sql, item)):
            continue
        sql.execute(
            f"insert into set_aside ({COLUMNS}, received) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (item.source, item.reason, item.field, item.value, item.file, item.row, item.load_id, item.code,
             item.event, item.message_id, item.raw, item.protocol, received),
        )  # fmt: skip


def arrived(sql: sqlite3.Connection, ids: Sequence[tuple[str, str]]) -> None:
    """Items wait no longer whose sender sent them again, and they were understood: these (source, message id).

    In the caller's transaction.
    """
    for source in {source for source, _ in ids}:
        if sql.execute("select 1 from set_aside where source = ? and state = 'waiting' limit 1", (source,)).fetchone():
            sql.executemany(
                "update set_aside set state = 'known' where source = ? and message_id = ? and state = 'waiting'",
                (each for each in ids if each[0] == source),
            )


def open_ids(sql: sqlite3.Connection, source: str) -> list[str]:
    """The message ids of this source's items that wait, or would if their twin did not count."""
    rows = sql.execute(
        "select distinct message_id from set_aside"
        f" where source = ? and message_id is not null and state in {OPEN} and {LIVE}",
        (source,),
    )
    return [row[0] for row in rows]


def settle_twins(sql: sqlite3.Connection, source: str, counted: Collection[str]) -> None:
    """Of items with one id only the first waits, and none while an event with that id counts.

    `counted`: those of `open_ids` that are events now. To be called when loads came, went or came back.
    """
    sql.execute("create temp table if not exists counted (message_id text primary key) without rowid")
    sql.execute("delete from counted")
    sql.executemany("insert or ignore into counted values (?)", ((each,) for each in counted))
    sql.execute(
        f"""
        with live as (
            select seq, message_id, state, min(case when state in {OPEN} then seq else 0 end)
                over (partition by message_id) as first
            from set_aside where source = :source and message_id is not null and {LIVE}
        ), wanted as materialized (
            select seq, case when seq <> first or message_id in (select message_id from counted)
                then 'known' else 'waiting' end as state
            from live where state in {OPEN}
        )
        update set_aside set state = wanted.state from wanted
        where set_aside.seq = wanted.seq and set_aside.state <> wanted.state
        """,
        {"source": source},
    )


def settle(sql: sqlite3.Connection, seqs: Iterable[int], state: State) -> None:
    """Moves these items to a state, inside the caller's transaction."""
    settled = None if state == "waiting" else time.time_ns() // 1000
    sql.executemany("update set_aside set state = ?, settled = ? where seq = ?", ((state, settled, s) for s in seqs))


def dismiss(sql: sqlite3.Connection, chosen: Chosen) -> tuple[int, int]:
    """Lays the chosen items away; how many, and the moment that undoes it. Inside the caller's transaction."""
    last = sql.execute("select coalesce(max(settled), 0) from set_aside").fetchone()[0]
    moment = max(time.time_ns() // 1000, int(last) + 1)
    where, values = _where(replace(chosen, state="waiting"))
    done = sql.execute(f"update set_aside set state = 'dismissed', settled = ? where {where}", (moment, *values))
    return done.rowcount, moment


def bring_back(sql: sqlite3.Connection, chosen: Chosen, moment: int | None = None) -> int:
    """Dismissed items wait again: the chosen ones, or those of them dismissed at this moment."""
    where, values = _where(replace(chosen, state="dismissed"))
    done = sql.execute(
        f"update set_aside set state = 'waiting', settled = null where {where} and ifnull(settled = ?, true)",
        (*values, moment),
    )
    return done.rowcount


def retell(sql: sqlite3.Connection, found: Iterable[tuple[int, str, str | None, str | None, str]]) -> None:
    """Writes what is wrong with items now: number, code, field, value, reason. Inside the caller's transaction."""
    sql.executemany(
        "update set_aside set code = ?2, field = ?3, value = ?4, reason = ?5 where seq = ?1 and state = 'waiting'",
        found,
    )


def forget_load(sql: sqlite3.Connection, load_id: str) -> None:
    """Removes the items of a load that is gone for good."""
    sql.execute("delete from set_aside where load_id = ?", (load_id,))


def find(log: Reading, chosen: Chosen, *, limit: int = 100, after: int | None = None) -> list[Item]:
    """The chosen items in the order they came, a page at a time: those after number `after`."""
    where, values = _where(chosen)
    rows = log.read(
        f"select seq, state, received, {COLUMNS} from set_aside where {where} and seq > ? order by seq limit ?",
        (*values, after or 0, limit),
    )
    return [_item(row) for row in rows]


def sources(log: Reading) -> list[str]:
    """Every source of which something was ever set aside."""
    return [str(row[0]) for row in log.read("select distinct source from set_aside order by 1")]


def count(log: Reading, chosen: Chosen) -> int:
    where, values = _where(chosen)
    return int(str(log.read(f"select count(*) from set_aside where {where}", values)[0][0]))


def groups(log: Reading, chosen: Chosen) -> list[Group]:
    """The chosen items by source, reason and field, the largest first."""
    where, values = _where(chosen)
    rows = log.read(
        f"select source, code, field, count(*), min(seq) from set_aside where {where}"
        " group by 1, 2, 3 order by 4 desc, 5",
        values,
    )
    return [_group(log, chosen, row) for row in rows]


def _group(log: Reading, chosen: Chosen, row: tuple[object, ...]) -> Group:
    source, code, field = str(row[0]), str(row[1]), None if row[2] is None else str(row[2])
    where, values = _where(replace(chosen, source=source, code=code))
    often = log.read(
        f"select value, count(*) from set_aside where {where} and field is ? group by 1"
        " order by 2 desc, min(seq) limit ?",
        (*values, field, VALUES_SHOWN),
    )
    first = find(log, Chosen(state=chosen.state, seqs=(int(str(row[4])),)), limit=1)[0]
    shown = tuple((None if value is None else str(value), int(str(times))) for value, times in often)
    return Group(source, code, field, int(str(row[3])), first, shown)


def _where(chosen: Chosen) -> tuple[str, tuple[object, ...]]:
    parts = [LIVE, "state = ?"]
    values: list[object] = [chosen.state]
    for column in ("source", "load_id", "code", "field", "file"):
        wanted = getattr(chosen, column)
        if wanted is not None:
            parts.append(f"{column} is ?")
            values.append(wanted or None)
    if chosen.seqs is not None:
        parts.append(f"seq in ({', '.join(str(int(seq)) for seq in chosen.seqs)})")
    return " and ".join(parts), tuple(values)


def _item(row: tuple[object, ...]) -> Item:
    seq, state, received, *what = row
    return Item(seq, state, received, SetAside(*what))  # type: ignore[arg-type]  # as the table's types say


def _named(sql: sqlite3.Connection, items: Sequence[SetAside]) -> list[SetAside]:
    """Lines that name no event go by what they say, the second equal one of a load with #2."""
    seen: dict[str, int] = {}
    named = []
    for item in items:
        if item.message_id is None:
            said = item.raw or f"{item.file} {item.row} {item.field} {item.value} {item.reason}"
            base = f"{UNNAMED}{hashlib.sha256(said.encode('utf-8', 'backslashreplace')).hexdigest()[:32]}"
            if item.load_id is not None:
                if base not in seen:
                    seen[base] = _times(sql, item, base)
                seen[base] += 1
            nth = seen.get(base, 1)
            item = replace(item, message_id=base if nth == 1 else f"{base}#{nth}")
        named.append(item)
    return named


def _times(sql: sqlite3.Connection, item: SetAside, base: str) -> int:
    """How often a load said this already."""
    found = sql.execute(
        "select count(*) from set_aside where source = ? and message_id >= ? and message_id < ? and load_id = ?",
        (item.source, base, f"{base}$", item.load_id),
    ).fetchone()
    return int(found[0])


def _is_known(sql: sqlite3.Connection, item: SetAside) -> bool:
    found = sql.execute(
        f"select exists (select 1 from set_aside where source = :source and message_id = :id and {LIVE})",
        {"source": item.source, "id": item.message_id},
    )
    return bool(found.fetchone()[0])
