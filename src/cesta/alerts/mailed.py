"""Which letters went out, so that a restart sends none twice: a digest of a period, a reminder of a review."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cesta.store.database import Database

FILE = "mailed.sqlite"
TABLES = (
    """
create table letters (
    kind text not null, about text not null, to_ text not null, time integer not null, problem text not null,
    primary key (kind, about, to_)
) strict;
""",
)
Kind = Literal["digest", "review"]
AGAIN = 3_600_000_000
"""A letter that a mail server did not take is tried again after an hour."""


@dataclass(frozen=True, slots=True)
class MailedLetter:
    """about: the period or the review it speaks of. time: microseconds. problem: why it did not go; "" if it did."""

    kind: Kind
    about: str
    to: str
    time: int
    problem: str


class Mailed:
    """In a file of its own in the workspace's data."""

    def __init__(self, data: Path) -> None:
        self._book = Database(data / FILE, TABLES)

    def begin(self, kind: Kind, about: str, to: str, now: int) -> bool:
        """Notes a letter before it goes; False where it went, or was tried within the hour.

        Whatever breaks in between, it is rather not sent than sent twice.
        """
        values = {"kind": kind, "about": about, "to": to, "now": now}
        known = "select problem, time from letters where kind = :kind and about = :about and to_ = :to"
        with self._book.change() as sql:
            row = sql.execute(known, values).fetchone()
            if row is not None and (not row[0] or now - row[1] < AGAIN):
                return False
            sql.execute("insert or replace into letters values (:kind, :about, :to, :now, '')", values)
            return True

    def failed(self, kind: Kind, about: str, to: str, problem: str) -> None:
        """It did not go, for this reason."""
        with self._book.change() as sql:
            update = "update letters set problem = ? where kind = ? and about = ? and to_ = ?"
            sql.execute(update, (problem, kind, about, to))

    def every(self) -> list[MailedLetter]:
        """The newest first."""
        rows = self._book.read("select * from letters order by time desc, rowid desc")
        return [MailedLetter(*row) for row in rows]

    def close(self) -> None:
        self._book.close()
