"""The record of who saw or changed what: it only grows, and names customers so that erasing one makes her nobody."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cesta.accounts.roles import Who
from cesta.accounts.schema import RECORD
from cesta.store.database import Database

FILE = "record.sqlite"
SHOWN = 16
"""Letters of a customer's name in the record."""


@dataclass(frozen=True, slots=True)
class Entry:
    """person: an account's id, "" at the machine. what: as "GET /api/customers/{customer}". about: which one.

    customer: her name in the record; it says who she is only to somebody who has her id and her key.
    """

    seq: int
    time: int
    person: str
    name: str
    via: str
    what: str
    about: str
    customer: str
    status: int


class Record:
    """In a file of its own in the workspace's data."""

    def __init__(self, data: Path) -> None:
        self._database = Database(data / FILE, RECORD)

    def note(self, who: Who, what: str, now: int, about: str = "", customer: str = "", status: int = 200) -> None:
        """On disk when this returns. customer: an id as it was asked for; it is not kept."""
        with self._database.change() as sql:
            named = "" if not customer else _named(_key(sql, customer), customer)
            sql.execute(
                "insert into entries (time, person, name, via, what, about, customer, status)"
                " values (?, ?, ?, ?, ?, ?, ?, ?)",
                (now, who.id, who.name, who.via, what, about, named, status),
            )

    def entries(
        self, *, before: int | None = None, limit: int = 100, person: str | None = None, customer: str | None = None
    ) -> list[Entry]:
        """The newest first. before: a seq to go on from. customer: an id whose viewers are looked for."""
        named = None if customer is None else self.name_of(customer)
        if named == "":
            return []
        rows = self._database.read(
            "select seq, time, person, name, via, what, about, customer, status from entries"
            " where (?1 is null or seq < ?1) and (?2 is null or person = ?2) and (?3 is null or customer = ?3)"
            " order by seq desc limit ?4",
            (before, person, named, limit),
        )
        return [Entry(*row) for row in rows]

    def name_of(self, customer: str) -> str:
        """What a customer is called in the record; "" where nothing names her, or her key was destroyed."""
        secret = self._database.read("select key from meta")
        if not secret:
            return ""
        looked_up = _looked_up(secret[0][0], customer)
        rows = self._database.read("select key from names where looked_up = ?", (looked_up,))
        return _named(rows[0][0], customer) if rows else ""

    def forget(self, ids: Iterable[str]) -> int:
        """Destroys the keys of customers: from now on nothing tells that an entry was about one of them. How many."""
        if not self._database.there:
            return 0
        with self._database.change() as sql:
            secret = sql.execute("select key from meta").fetchone()[0]
            gone = [
                sql.execute("delete from names where looked_up = ?", (_looked_up(secret, one),)).rowcount for one in ids
            ]
        self._database.wipe()
        return sum(gone)

    def close(self) -> None:
        self._database.close()


def _key(sql: sqlite3.Connection, customer: str) -> bytes:
    secret = sql.execute("select key from meta").fetchone()[0]
    looked_up = _looked_up(secret, customer)
    row = sql.execute("select key from names where looked_up = ?", (looked_up,)).fetchone()
    if row is not None:
        return bytes(row[0])
    key = secrets.token_bytes(32)
    sql.execute("insert into names values (?, ?)", (looked_up, key))
    return key


def _looked_up(secret: bytes, customer: str) -> bytes:
    return hmac.digest(secret, customer.encode("utf-8", "surrogatepass"), hashlib.sha256)


def _named(key: bytes, customer: str) -> str:
    return hmac.new(key, customer.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:SHOWN]
