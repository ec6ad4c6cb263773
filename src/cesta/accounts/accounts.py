"""All that a workspace knows of its people, in one file; and signing in."""

from __future__ import annotations

from pathlib import Path

from cesta.accounts import passwords
from cesta.accounts.links import Link, LinkKind, Links
from cesta.accounts.people import People, Person
from cesta.accounts.record import Record
from cesta.accounts.schema import ACCOUNTS
from cesta.accounts.sessions import Sessions
from cesta.accounts.shares import Shares
from cesta.accounts.throttle import Throttle
from cesta.accounts.tokens import Tokens
from cesta.model.errors import CestaError
from cesta.store.database import Database

FILE = "accounts.sqlite"


class Accounts:
    """The people of one workspace, their sessions, tokens and links, and the record of what they did.

    throttle: counts wrong passwords. asked: counts requests for a link by mail.
    """

    def __init__(self, data: Path) -> None:
        self._database = Database(data / FILE, ACCOUNTS)
        self.people = People(self._database)
        self.sessions = Sessions(self._database)
        self.tokens = Tokens(self._database)
        self.links = Links(self._database)
        self.shares = Shares(self._database)
        self.record = Record(data)
        self.throttle = Throttle()
        self.asked = Throttle()

    @property
    def name(self) -> str:
        """Tells this workspace from others at the same address; "" before there are accounts."""
        rows = self._database.read("select name from meta")
        return str(rows[0][0]) if rows else ""

    def sign_in(self, login: str, password: str, address: str) -> Person:
        """Raises wrong_password, which does not say whether there is such an account; too_many_tries."""
        account = login.strip().casefold()
        self.throttle.check(account, address)
        found = self.people.password_of(login)
        if not passwords.is_right(None if found is None else found[1], password) or found is None:
            self.throttle.failed(account, address)
            raise CestaError("wrong_password", "The name or the password is wrong.", "Capitals matter in the password.")
        self.throttle.right(account)
        person, kept = found
        if passwords.is_old(kept):
            self.people.set_password(person.id, passwords.hashed(password), ending=False)
        return person

    def change_password(self, person: Person, old: str, new: str, address: str) -> None:
        """All her sessions end. Raises wrong_password, weak_password, too_many_tries."""
        self.sign_in(person.login, old, address)
        self.set_password(person, new)

    def set_password(self, person: Person, new: str) -> None:
        """All her sessions and links end. Raises weak_password."""
        passwords.check(new, (person.login, person.name))
        self.people.set_password(person.id, passwords.hashed(new))

    def begin(self, login: str, name: str, password: str, now: int) -> Person:
        """The first owner, whose password guards the workspace. Raises guarded_already, weak_password, bad_login."""
        if self.people.guarded:
            raise CestaError("guarded_already", "There is an owner with a password already.", "Sign in instead.")
        passwords.check(password, (login, name))
        known = [one for one in self.people.every() if one.login == login.strip().casefold()]
        person = known[0] if known else self.people.add(login, name, "owner", now)
        self.people.set_password(person.id, passwords.hashed(password))
        return person

    def link_for(self, person: Person, now: int) -> tuple[str, LinkKind]:
        """A new link with which she sets a password, and what it is for."""
        kind: LinkKind = "reset" if person.has_password else "invite"
        return self.links.make(person.id, kind, now), kind

    def look_at(self, secret: str, now: int) -> tuple[Link, Person]:
        """What a link is for, and for whom. Raises dead_link."""
        link = self.links.look(secret, now)
        return link, self.people.get(link.person)

    def use_link(self, secret: str, password: str, now: int) -> Person:
        """Sets the password of the link's person. Raises dead_link, weak_password."""
        _, person = self.look_at(secret, now)
        passwords.check(password, (person.login, person.name))
        if not self.links.use_up(secret):
            raise CestaError("dead_link", "This link was used already.", "Ask an owner for another one.")
        self.people.set_password(person.id, passwords.hashed(password))
        return person

    def close(self) -> None:
        self._database.close()
        self.record.close()
