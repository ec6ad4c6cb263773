"""Tokens with which programs act for a person: shown once, kept as a hash, for some purposes only, revocable."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from cesta.accounts.people import as_name
from cesta.accounts.roles import SCOPES, Scope, Who, role_of, scope_of
from cesta.accounts.sessions import DAY, hash_of
from cesta.model.errors import CestaError
from cesta.store.database import Database

BEGINS = "cesta_"
"""So that scanners for lost secrets can know one."""
LONGEST_DAYS = 3650
FIELDS = "id, person, name, scopes, ends, created, expires, used, revoked"


@dataclass(frozen=True, slots=True)
class Token:
    """ends: its last letters, so that a person finds it again. used: about when last. Microseconds since 1970."""

    id: str
    person: str
    name: str
    scopes: tuple[Scope, ...]
    ends: str
    created: int
    expires: int | None
    used: int | None
    revoked: int | None


class Tokens:
    """The tokens of everybody."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, person: str, name: str, scopes: Sequence[str], days: int | None, now: int) -> tuple[str, Token]:
        """A new token, readable only now. days: how long it lives; None: for ever. Raises unknown_scope, bad_value."""
        wanted = {scope_of(one) for one in scopes}
        if not wanted or (days is not None and not 1 <= days <= LONGEST_DAYS):
            said = f"A token is for at least one purpose, and for 1 to {LONGEST_DAYS} days."
            raise CestaError("bad_value", said, f"Purposes: {', '.join(SCOPES)}.")
        secret = BEGINS + secrets.token_urlsafe(32)
        expires = None if days is None else now + days * DAY
        ordered = tuple(one for one in SCOPES if one in wanted)
        token = Token(secrets.token_hex(4), person, as_name(name), ordered, secret[-4:], now, expires, None, None)
        with self._database.change() as sql:
            sql.execute(
                "insert into tokens values (?, ?, ?, ?, ?, ?, ?, ?, null, null)",
                (token.id, hash_of(secret), person, token.name, " ".join(ordered), token.ends, now, expires),
            )
        return secret, token

    def who(self, secret: str, now: int) -> Who | None:
        """Whose token this is; None for one that nobody has, that is over, or was revoked."""
        rows = self._database.read(
            "select t.id, t.scopes, t.used, p.id, p.name, p.role from tokens t join people p on p.id = t.person"
            " where t.hash = ? and t.revoked is null and (t.expires is null or t.expires > ?) and p.removed is null",
            (hash_of(secret), now),
        )
        if not rows:
            return None
        token, scopes, used, person, name, role = rows[0]
        if used is None or now - used > DAY:
            with self._database.change() as sql:
                sql.execute("update tokens set used = ? where id = ?", (now, token))
        return Who(person, name, role_of(role), "token", token, frozenset(scope_of(one) for one in scopes.split()))

    def of(self, person: str) -> list[Token]:
        """Also revoked ones, in the order they were made."""
        rows = self._database.read(f"select {FIELDS} from tokens where person = ? order by created, id", (person,))
        return [_token(row) for row in rows]

    def get(self, token: str) -> Token:
        """Raises gone_token."""
        rows = self._database.read(f"select {FIELDS} from tokens where id = ?", (token,))
        if not rows:
            raise CestaError("gone_token", f'There is no token "{token}".', "Look into the list of tokens.")
        return _token(rows[0])

    def revoke(self, token: str, now: int) -> None:
        """From now on it opens nothing."""
        with self._database.change() as sql:
            sql.execute("update tokens set revoked = ? where id = ? and revoked is null", (now, token))


def _token(row: tuple[object, ...]) -> Token:
    token, person, name, scopes, ends, *times = row
    moments = [None if time is None else int(str(time)) for time in times]
    created, expires, used, revoked = moments
    ordered = tuple(scope_of(one) for one in str(scopes).split())
    return Token(str(token), str(person), str(name), ordered, str(ends), created or 0, expires, used, revoked)
