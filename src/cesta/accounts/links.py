"""Links that let somebody set a password: an invitation, or a new one for who forgot hers; each works once."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Literal, cast

from cesta.accounts.sessions import DAY, hash_of
from cesta.model.errors import CestaError
from cesta.store.database import Database

LinkKind = Literal["invite", "reset"]
LIVES = {"invite": 7 * DAY, "reset": DAY}


@dataclass(frozen=True, slots=True)
class Link:
    """For whom. expires: microseconds since 1970."""

    person: str
    kind: LinkKind
    expires: int


class Links:
    """The links that wait to be used. Whoever sends one by mail gets it from `make`; nothing else knows it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def make(self, person: str, kind: LinkKind, now: int) -> str:
        """A new link's secret, readable only now; an older one of this person works no more."""
        secret = secrets.token_urlsafe(32)
        with self._database.change() as sql:
            sql.execute("delete from links where person = ? or expires < ?", (person, now))
            sql.execute(
                "insert into links values (?, ?, ?, ?, ?)", (hash_of(secret), person, kind, now, now + LIVES[kind])
            )
        return secret

    def look(self, secret: str, now: int) -> Link:
        """Raises dead_link."""
        found = "select person, kind, expires from links where hash = ? and expires >= ?"
        rows = self._database.read(found, (hash_of(secret), now))
        if not rows:
            raise CestaError(
                "dead_link",
                "This link was used already, is too old, or was cut short.",
                "Ask an owner for another one.",
            )
        person, kind, expires = rows[0]
        return Link(person, cast(LinkKind, kind), expires)

    def waiting(self, now: int) -> dict[str, Link]:
        """The link that waits for each person."""
        rows = self._database.read("select person, kind, expires from links where expires >= ?", (now,))
        return {person: Link(person, kind, expires) for person, kind, expires in rows}

    def use_up(self, secret: str) -> bool:
        """Takes the link away; whether it was still there, so that of two who use it at once one wins."""
        with self._database.change() as sql:
            return sql.execute("delete from links where hash = ?", (hash_of(secret),)).rowcount == 1
