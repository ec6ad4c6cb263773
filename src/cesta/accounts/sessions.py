"""Sessions of browsers: an opaque secret in a cookie, kept as a hash, listed, ended one by one or by themselves."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass

from cesta.accounts.roles import Who, role_of
from cesta.model.errors import CestaError
from cesta.store.database import Database

SECOND = 1_000_000
DAY = 86_400 * SECOND
IDLE = 7 * DAY
LONGEST = 30 * DAY
LOOKED = 60 * SECOND
"""A session is noted as seen at most so often."""
BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone|iPad", "iOS"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Session:
    """client: browser and system in two words; no address of a machine is kept."""

    id: str
    person: str
    created: int
    seen: int
    client: str


class Sessions:
    """Who is signed in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, person: str, agent: str, now: int) -> str:
        """A new session; its secret is readable only now. Sessions that are over are forgotten."""
        secret = secrets.token_urlsafe(32)
        with self._database.change() as sql:
            sql.execute("delete from sessions where seen < ? or created < ?", (now - IDLE, now - LONGEST))
            sql.execute(
                "insert into sessions values (?, ?, ?, ?, ?, ?)",
                (secrets.token_hex(8), hash_of(secret), person, now, now, client_of(agent)),
            )
        return secret

    def who(self, secret: str, now: int) -> Who | None:
        """Who shows this secret; None where the session was ended, is over, or never was."""
        rows = self._database.read(
            "select s.id, s.seen, p.id, p.name, p.role from sessions s join people p on p.id = s.person"
            " where s.hash = ? and s.seen >= ? and s.created >= ? and p.removed is null",
            (hash_of(secret), now - IDLE, now - LONGEST),
        )
        if not rows:
            return None
        session, seen, person, name, role = rows[0]
        if now - seen > LOOKED:
            with self._database.change() as sql:
                sql.execute("update sessions set seen = ? where id = ?", (now, session))
        return Who(person, name, role_of(role), "session", session)

    def of(self, person: str, now: int) -> list[Session]:
        """Those that are not over, the last seen first."""
        rows = self._database.read(
            "select id, person, created, seen, client from sessions where person = ? and seen >= ? and created >= ?"
            " order by seen desc, id",
            (person, now - IDLE, now - LONGEST),
        )
        return [Session(*row) for row in rows]

    def whose(self, session: str) -> str:
        """The person of a session. Raises unknown_session."""
        rows = self._database.read("select person from sessions where id = ?", (session,))
        if not rows:
            raise CestaError("unknown_session", "There is no such session any more.", "It may have been ended already.")
        return str(rows[0][0])

    def end(self, session: str) -> None:
        """From now on this session opens nothing."""
        with self._database.change() as sql:
            sql.execute("delete from sessions where id = ?", (session,))

    def end_all(self, person: str | None = None, but: str = "") -> None:
        """All sessions of a person, or of everybody, but this one."""
        with self._database.change() as sql:
            sql.execute("delete from sessions where (?1 is null or person = ?1) and id <> ?2", (person, but))


def hash_of(secret: str) -> str:
    """What is kept of a secret. It is long and random, so that a plain hash cannot be turned back."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def client_of(agent: str) -> str:
    """A browser in two words.

    >>> client_of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
    'Firefox, Linux'
    >>> client_of("curl/8")
    ''
    """
    found = [next((said for sign, said in known if re.search(sign, agent)), "") for known in (BROWSERS, SYSTEMS)]
    return ", ".join(filter(None, found))
