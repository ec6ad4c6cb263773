"""What messages and rows claim about who is who, each claim once a day: derived from the log, and deletable."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Set
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from cesta.identity.claims import Claim, Ids, ids_in
from cesta.identity.naming import key_of, written
from cesta.identity.rules import DAY
from cesta.model.errors import CestaError
from cesta.store.disk import make_folder
from cesta.store.log import Log

FOLDER = "identity"
LAYOUT = 2
"""Grows with every change of what is read of messages, so that claims of another Cesta are read anew."""
PAGE = 20_000
SAID = (
    "select seq, time, source, message_id, type, ids, case when type = 'identify' then properties end from events"
    " where seq > ? and seq <= ? and ids is not null and (step = 1 or type in ('identify', 'alias'))"
    " order by seq limit ?"
)
TABLES = """
create table if not exists claims (
    seq integer primary key, day integer not null, time integer not null, source text not null,
    message text not null, ids text not null, unique (ids, day)
) strict;
create table if not exists upto (seq integer not null, unclaimed integer not null) strict;
"""
OF_LOADS = (
    "select l.seq, c.seq, c.place, c.time, l.source, l.name, c.ids"
    " from load_claims as c join loads as l using (load_id) where l.binned is null order by c.place, l.seq, c.seq"
)
Placed = tuple[int, Claim]
"""A claim, and the newest message when it was made."""


class Claims:
    """The claims of one log. Safe for several processes; the caller lets one thread in at a time."""

    def __init__(self, log: Log, data: Path) -> None:
        self._log, self._folder = log, data / FOLDER
        self._memory: sqlite3.Connection | None = None

    def between(self, after: int, last: int) -> Iterator[Claim]:
        """Claims of messages numbered above `after` up to `last`; of equal ones on a day the first."""
        if last <= after:
            return
        with self._open() as sql:
            self._extend(sql, last)
            rows = sql.execute(
                "select seq, time, source, message, ids from claims where seq > ? and seq <= ? order by seq",
                (after, last),
            )
            for seq, time, source, message, ids in rows:
                yield Claim(f"m{seq}", time, source, message, _ids(ids))

    def of_loads(self) -> Iterator[Placed]:
        """Claims of the loads that count."""
        for load, seq, place, time, source, name, ids in self._log.read(OF_LOADS):
            yield place, Claim(f"l{load}-{seq}", time, source, name, _ids(ids))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The file; without a place to write, memory."""
        if self._memory is None:
            try:
                sql = _connect(self._folder, self._log)
            except (OSError, sqlite3.Error, CestaError):
                self._memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
                self._memory.executescript(TABLES)
            else:
                with closing(sql):
                    yield sql
                return
        yield self._memory

    def _extend(self, sql: sqlite3.Connection, last: int) -> None:
        """Reads what messages up to this one claim."""
        gone = self._log.read("select unclaimed from meta")[0][0]
        upto, known = sql.execute("select seq, unclaimed from upto").fetchone() or (0, gone)
        if known != gone:
            sql.execute("delete from claims")
            upto = 0
        while upto < last:
            rows = self._log.read(SAID, (upto, last, PAGE))
            upto = rows[-1][0] if len(rows) == PAGE else last
            sql.execute("begin immediate")
            sql.executemany("insert or ignore into claims values (?, ?, ?, ?, ?, ?)", list(_rows(rows)))
            sql.execute("delete from upto")
            sql.execute("insert into upto values (?, ?)", (upto, gone))
            sql.execute("commit")


def _connect(folder: Path, log: Log) -> sqlite3.Connection:
    name = log.read("select name from meta")[0][0]
    make_folder(folder)
    sql = sqlite3.connect(folder / f"claims-{name}-{LAYOUT}.sqlite", isolation_level=None, check_same_thread=False)
    # Everything in it can be read again from the log: nothing has to reach the disk before the answer.
    sql.execute("pragma synchronous=off").close()
    sql.executescript(TABLES)
    return sql


def _rows(rows: list[tuple[Any, ...]]) -> Iterator[tuple[object, ...]]:
    # A visitor's messages name the same ids again and again.
    seen: set[tuple[object, ...]] = set()
    for seq, time, source, message_id, type_, ids, properties in rows:
        said = ids, properties, time // DAY
        if said in seen:
            continue
        seen.add(said)
        found = ids_in(type_, ids, properties)
        if len(found) > 1:
            yield (
                seq,
                time // DAY,
                time,
                source,
                message_id,
                json.dumps(found, ensure_ascii=False, separators=(",", ":")),
            )


def _text(ids: Ids) -> str:
    return json.dumps(ids, ensure_ascii=False, separators=(",", ":"))


def _ids(text: str) -> Ids:
    return tuple((kind, value) for kind, value in json.loads(text))


def forget_claims(sql: sqlite3.Connection, keys: Set[str], country: str | None = None) -> None:
    """Takes these ids out of what rows of loads claim, in the caller's transaction; messages' claims go with them.

    country: whose phone numbers are meant where none says so.
    """
    for seq, customer, ids in sql.execute("select seq, customer, ids from load_claims").fetchall():
        named = _ids(ids)
        others = tuple((kind, value) for kind, value in named if _keys_of(kind, value, country).isdisjoint(keys))
        if customer in keys or not others:
            sql.execute("delete from load_claims where seq = ?", (seq,))
        elif others != named:
            sql.execute("update load_claims set ids = ? where seq = ?", (_text(others), seq))


def _keys_of(kind: str, value: str, country: str | None) -> set[str]:
    """How an id may be called, whatever the rules say of Gmail."""
    found = (written(kind, value, country, alike) for alike in (False, True))
    return {value, *(key_of(kind, text) for text in found if text is not None)}
