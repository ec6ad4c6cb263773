"""What people decided about who is who, kept in the log database: added to, never changed, but for erasing."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Set
from typing import Any

from cesta.identity.claims import Id
from cesta.identity.decisions import KINDS, Decision, Kind
from cesta.model.errors import CestaError
from cesta.store.log import Log

READ = "select seq, kind, ids, place, who, made, merge, back from identity_decisions order by seq"


def read_decisions(log: Log) -> list[Decision]:
    """Every decision, in the order they were made."""
    return [_decision(row) for row in log.read(READ)]


def newest_decision(log: Log) -> int:
    """Its number; 0: there is none."""
    return int(log.read("select coalesce(max(seq), 0) from identity_decisions")[0][0])


def add_decision(
    log: Log, kind: Kind, ids: tuple[tuple[Id, ...], ...], who: str, *, merge: str | None = None,
    back: int | None = None,
) -> Decision:  # fmt: skip
    """Keeps one more decision. Raises disk_full, no_access."""
    place = log.marks().event
    said = json.dumps(ids, ensure_ascii=False, separators=(",", ":"))
    with log.transaction() as sql:
        values = (kind, said, place, who, time.time_ns() // 1000, merge, back)
        seq = sql.execute(
            "insert into identity_decisions (kind, ids, place, who, made, merge, back) values (?, ?, ?, ?, ?, ?, ?)",
            values,
        ).lastrowid
    return next(each for each in read_decisions(log) if each.seq == seq)


def take_back(log: Log, seq: int, who: str) -> Decision:
    """A decision no longer holds. Raises unknown_decision."""
    known = {each.seq: each for each in read_decisions(log)}
    gone = {each.back for each in known.values()}
    if seq not in known or known[seq].kind == "back" or seq in gone:
        raise CestaError(
            "unknown_decision",
            f"There is no decision {seq} that holds.",
            "List them with: cesta identity decisions DIR",
        )
    return add_decision(log, "back", (), who, back=seq)


def forget_decisions(sql: sqlite3.Connection, keys: Set[str]) -> None:
    """Removes the decisions that name one of these ids, in the caller's transaction."""
    gone = [
        each.seq
        for each in map(_decision, sql.execute(READ))
        if any(one.key in keys for ids in each.ids for one in ids)
    ]
    for seq in gone:
        sql.execute("delete from identity_decisions where seq = ? or back = ?", (seq, seq))


def _decision(row: tuple[Any, ...]) -> Decision:
    seq, kind, ids, place, who, made, merge, back = row
    groups = tuple(tuple(Id(*one) for one in group) for group in json.loads(ids))
    return Decision(seq, KINDS[KINDS.index(kind)], groups, place, who, made, merge, back)
