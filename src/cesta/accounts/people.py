"""The people with access to a workspace: added, found, given a role, removed."""

from __future__ import annotations

import secrets
import sqlite3
import unicodedata
from dataclasses import dataclass, replace

from cesta.accounts.roles import Role, role_of
from cesta.model.errors import CestaError, unknown
from cesta.store.database import Database

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Person:
    """login: what she signs in with. created: microseconds since 1970. has_password: she can sign in."""

    id: str
    login: str
    name: str
    role: Role
    created: int
    has_password: bool


FIELDS = "id, login, name, role, created, password is not null"


class People:
    """Everybody with access. The workspace is guarded from the moment an owner has a password."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def guarded(self) -> bool:
        """Whether an owner has set a password, so that nobody is let in without one."""
        found = "select 1 from people where role = 'owner' and password is not null and removed is null limit 1"
        return bool(self._database.read(found))

    def every(self) -> list[Person]:
        """All who have access, in the order they were added."""
        rows = self._database.read(f"select {FIELDS} from people where removed is null order by created, id")
        return [_person(row) for row in rows]

    def get(self, person: str) -> Person:
        """Raises unknown_person."""
        for one in self.every():
            if one.id == person:
                return one
        raise CestaError(
            "unknown_person", f'Nobody with access has the id "{person}".', "Look into the list of people."
        )

    def called(self, login: str) -> Person:
        """The person with this login. Raises unknown_person."""
        every = self.every()
        for one in every:
            if one.login == as_login(login):
                return one
        raise unknown("unknown_person", "person with access called", login, [one.login for one in every])

    def add(self, login: str, name: str, role: str, now: int) -> Person:
        """Raises bad_login, person_exists, unknown_role, no_owner."""
        wanted = Person(secrets.token_hex(8), as_login(login), as_name(name or login), role_of(role), now, False)
        if wanted.role != "owner" and not self.guarded:
            raise CestaError(
                "no_owner", "An owner needs a password first.", "Set one: cesta user add DIR LOGIN --password"
            )
        try:
            with self._database.change() as sql:
                sql.execute(
                    "insert into people values (?, ?, ?, ?, null, ?, null)",
                    (wanted.id, wanted.login, wanted.name, wanted.role, now),
                )
        except sqlite3.IntegrityError as error:
            said = f'"{wanted.login}" has access already.'
            raise CestaError("person_exists", said, "Change her role, or make a link for a new password.") from error
        return wanted

    def set_role(self, person: Person, role: str) -> Person:
        """Raises unknown_role, last_owner."""
        wanted = role_of(role)
        with self._database.change() as sql:
            sql.execute("update people set role = ? where id = ?", (wanted, person.id))
            _check_owner(sql)
        return replace(person, role=wanted)

    def check_others_own(self, person: Person) -> None:
        """Raises last_owner where nobody else could manage the workspace without her."""
        with self._database.change() as sql:
            _check_owner(sql, person.id)

    def remove(self, person: Person, now: int) -> None:
        """She opens nothing any more: no session, token or link of hers. Raises last_owner."""
        with self._database.change() as sql:
            sql.execute("update people set removed = ?, password = null where id = ?", (now, person.id))
            _check_owner(sql)
            sql.execute("delete from sessions where person = ?", (person.id,))
            sql.execute("delete from links where person = ?", (person.id,))
            sql.execute("update tokens set revoked = ? where person = ? and revoked is null", (now, person.id))

    def password_of(self, login: str) -> tuple[Person, str] | None:
        """Who has this login, and what is kept of her password; None where she can not sign in."""
        if not 2 <= len(login) <= LONGEST:
            return None
        rows = self._database.read(
            f"select {FIELDS}, password from people where login = ? and removed is null and password is not null",
            (_folded(login),),
        )
        return (_person(rows[0][:-1]), str(rows[0][-1])) if rows else None

    def set_password(self, person: str, kept: str, *, ending: bool = True) -> None:
        """kept: its hash. ending: all her sessions and links end with the old one."""
        with self._database.change() as sql:
            sql.execute("update people set password = ? where id = ?", (kept, person))
            if ending:
                sql.execute("delete from sessions where person = ?", (person,))
                sql.execute("delete from links where person = ?", (person,))


def as_login(text: str) -> str:
    """What somebody signs in with, in its one form: capitals do not matter. Raises bad_login.

    >>> as_login(" Ann@Shop.example ")
    'ann@shop.example'
    """
    login = _folded(text)
    if not 2 <= len(login) <= LONGEST or not login.isprintable() or " " in login:
        raise CestaError("bad_login", "That cannot be signed in with.", "Use an e-mail address or a short name: ann")
    return login


def as_name(text: str) -> str:
    """A person's name as a line of text. Raises bad_login."""
    name = text.strip()
    if not 1 <= len(name) <= LONGEST or not name.isprintable():
        raise CestaError("bad_login", "That cannot be a person's name.", f"One line of at most {LONGEST} letters.")
    return name


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _check_owner(sql: sqlite3.Connection, without: str = "") -> None:
    left = "select 1 from people where role = 'owner' and password is not null and removed is null and id <> ?"
    if sql.execute(left, (without,)).fetchone() is None:
        raise CestaError(
            "last_owner",
            "Nobody else could manage this workspace.",
            "Make somebody else an owner first; she needs a password.",
        )


def _person(row: tuple[object, ...]) -> Person:
    person, login, name, role, created, has = row
    return Person(str(person), str(login), str(name), role_of(str(role)), int(str(created)), bool(has))
