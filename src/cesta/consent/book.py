"""The book of consents: each id's last word on each purpose, and ids of which nothing is taken; ids only as hashes."""

from __future__ import annotations

import base64
import hashlib
import hmac
import threading
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from cesta.consent.statements import Statement, Word, names_of
from cesta.store.database import Database

FILE = "consent.sqlite"
CHANGES = (
    """
create table meta (key blob not null) strict;;
insert into meta values (randomblob(32));;
create table words (
    id blob not null, purpose text not null, allowed integer not null, time integer not null, source text not null,
    message text not null, primary key (id, purpose)
) strict, without rowid;;
create table suppressed (id blob primary key, since integer not null) strict, without rowid;;
create table not_kept (source text primary key, messages integer not null) strict;;
""",
)
SUPPRESS = "insert or ignore into suppressed values (?, ?)"
MANY = 500


class Book:
    """In a file of its own in the workspace's data. Safe to use from several threads."""

    def __init__(self, data: Path) -> None:
        self._database = Database(data / FILE, CHANGES)
        self._lock = threading.Lock()
        self._kept_out: frozenset[bytes] | None = None
        self._kept_key = b""

    def note(self, statements: Iterable[Statement]) -> None:
        """On disk when it returns; of two words the one given later holds, at one moment a refusal."""
        rows = [
            (self._hash(one), said.purpose, int(said.allowed), said.time, said.source, said.message)
            for said in statements
            for one in said.ids
        ]
        if rows:
            with self._database.change() as sql:
                sql.executemany(
                    "insert into words values (?, ?, ?, ?, ?, ?) on conflict (id, purpose) do update set"
                    " allowed = excluded.allowed, time = excluded.time, source = excluded.source,"
                    " message = excluded.message where (excluded.time, -excluded.allowed) > (time, -allowed)",
                    rows,
                )

    def words(self, ids: Collection[str]) -> dict[str, dict[str, Word]]:
        """The last word of each of these ids on each purpose; those that said nothing are left out."""
        if not self._database.there:
            return {}
        named = {self._hash(one): one for one in ids}
        found: dict[str, dict[str, Word]] = {}
        keys = list(named)
        for low in range(0, len(keys), MANY):
            some = keys[low : low + MANY]
            asked = f"select * from words where id in ({','.join('?' * len(some))})"
            for key, purpose, allowed, time, source, message in self._database.read(asked, tuple(some)):
                found.setdefault(named[key], {})[purpose] = Word(bool(allowed), time, source, message)
        return found

    def suppress(self, ids: Iterable[str], now: int) -> list[str]:
        """From now on nothing that names one of these ids is taken; those of which it was until now."""
        rows = [(one, (self._hash(one), now)) for one in ids]
        with self._lock:
            with self._database.change() as sql:
                new = [one for one, row in rows if sql.execute(SUPPRESS, row).rowcount]
            self._kept_out = None
        return new

    def lift(self, ids: Iterable[str]) -> int:
        """They are taken again; how many of them were not."""
        hashes = [(self._hash(one),) for one in ids]
        with self._lock:
            with self._database.change() as sql:
                gone = [sql.execute("delete from suppressed where id = ?", one).rowcount for one in hashes]
            self._kept_out = None
        return sum(gone)

    @property
    def suppresses(self) -> bool:
        """Whether there is anybody of whom nothing is taken."""
        return bool(self._suppressed())

    def suppressed_among(self, ids: Iterable[str]) -> set[str]:
        """Which of these ids nothing is taken of."""
        kept_out = self._suppressed()
        return {one for one in ids if self._hash(one) in kept_out} if kept_out else set()

    def count_not_kept(self, source: str, messages: int) -> None:
        """So many messages of this source were not taken."""
        with self._database.change() as sql:
            sql.execute(
                "insert into not_kept values (?, ?) on conflict do update set messages = messages + excluded.messages",
                (source, messages),
            )

    def counts(self) -> tuple[Mapping[tuple[str, bool], int], Mapping[str, int], int]:
        """Ids by purpose and word, messages not taken by source, and how many ids are suppressed."""
        words = self._database.read("select purpose, allowed, count(*) from words group by 1, 2")
        not_kept = self._database.read("select source, messages from not_kept order by source")
        suppressed = self._database.read("select count(*) from suppressed")
        return (
            {(purpose, bool(allowed)): number for purpose, allowed, number in words},
            dict(not_kept),
            suppressed[0][0] if suppressed else 0,
        )

    def forget(self, ids: Iterable[str]) -> int:
        """Removes what these ids said, with their kind and without; how many words.

        That nothing more is to be taken of them stays.
        """
        if not self._database.there:
            return 0
        hashes = [(self._hash(name),) for name in {name for one in ids for name in names_of(one, {})}]
        with self._database.change() as sql:
            gone = sum(sql.execute("delete from words where id = ?", one).rowcount for one in hashes)
        self._database.wipe()
        return gone

    def pseudonym(self, one: str) -> str:
        """What stands for an id where it must not be seen: the same in this workspace, another in any other."""
        named = hmac.digest(self._key(), b"pseudonym " + one.encode("utf-8", "surrogatepass"), hashlib.sha256)
        return f"p-{base64.b32encode(named[:10]).decode().lower()}"

    def close(self) -> None:
        self._database.close()

    def _suppressed(self) -> frozenset[bytes]:
        kept_out = self._kept_out
        if kept_out is None:
            with self._lock:
                rows = self._database.read("select id from suppressed")
                kept_out = self._kept_out = frozenset(row[0] for row in rows)
        return kept_out

    def _hash(self, one: str) -> bytes:
        return hmac.digest(self._key(), one.encode("utf-8", "surrogatepass"), hashlib.sha256)

    def _key(self) -> bytes:
        """Made with the file, which nobody puts another in the place of while it is open."""
        if not self._kept_key:
            with self._database.change() as sql:
                self._kept_key = bytes(sql.execute("select key from meta").fetchone()[0])
        return self._kept_key


@lru_cache(maxsize=64)
def book_of(data: Path) -> Book:
    """The book of a workspace; one for a process."""
    return Book(data)
