"""What the screen is told of people with access: who I am, who else there is, and what they are signed in with."""

from __future__ import annotations

from dataclasses import dataclass

from cesta.accounts.accounts import Accounts
from cesta.accounts.links import LinkKind
from cesta.accounts.people import Person
from cesta.accounts.record import Entry
from cesta.accounts.roles import Role, Scope, Who
from cesta.accounts.sessions import Session
from cesta.accounts.tokens import Token
from cesta.model.instant import show_instant


@dataclass(frozen=True, slots=True)
class Me:
    """guarded: the workspace has a password. role: null for who has not signed in. id: "" without an account.

    letters: who forgot her password can have a link sent.
    """

    guarded: bool
    id: str
    login: str
    name: str
    role: Role | None
    letters: bool = False


@dataclass(frozen=True, slots=True)
class SessionView:
    """client: the browser and system in two words, where it said them. mine: the one that asks."""

    id: str
    created: str
    seen: str
    client: str
    mine: bool


@dataclass(frozen=True, slots=True)
class TokenView:
    """ends: its last letters. used: about when last."""

    id: str
    name: str
    scopes: tuple[Scope, ...]
    ends: str
    created: str
    expires: str | None
    used: str | None


@dataclass(frozen=True, slots=True)
class Access:
    """What somebody is signed in with, and what acts in her name; revoked tokens are left out."""

    sessions: tuple[SessionView, ...]
    tokens: tuple[TokenView, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """waiting: a link of hers has not been used yet: until when, and what for. mine: it is who asks."""

    id: str
    login: str
    name: str
    role: Role
    created: str
    has_password: bool
    waiting: str | None
    waiting_for: LinkKind | None
    mine: bool
    access: Access


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """person: an account's id, "" at the machine. customer: her name in the record, which only her id can explain."""

    seq: int
    time: str
    person: str
    name: str
    via: str
    what: str
    about: str
    customer: str
    status: int


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The newest first; next: what to ask for to go on, null at the end."""

    entries: tuple[RecordEntry, ...]
    next: int | None


def me(accounts: Accounts, who: Who | None, letters: bool = False) -> Me:
    """Who asks. letters: some can be sent."""
    guarded = accounts.people.guarded
    if who is None or who.id == "":
        return Me(guarded, "", "", "", None if who is None else who.role, letters)
    person = accounts.people.get(who.id)
    return Me(guarded, person.id, person.login, person.name, who.role)


def access_of(accounts: Accounts, person: str, session: str, now: int) -> Access:
    """What a person is signed in with. session: the one that asks."""
    sessions = accounts.sessions.of(person, now)
    tokens = [token for token in accounts.tokens.of(person) if token.revoked is None]
    return Access(tuple(_session(one, session) for one in sessions), tuple(token_view(one) for one in tokens))


def everybody(accounts: Accounts, who: Who | None, now: int) -> tuple[PersonView, ...]:
    """All who have access, with what they are signed in with."""
    waiting = accounts.links.waiting(now)
    mine, session = (who.id, who.session) if who is not None else ("", "")

    def view(person: Person) -> PersonView:
        link = waiting.get(person.id)
        return PersonView(
            person.id,
            person.login,
            person.name,
            person.role,
            show_instant(person.created),
            person.has_password,
            None if link is None else show_instant(link.expires),
            None if link is None else link.kind,
            person.id == mine,
            access_of(accounts, person.id, session, now),
        )

    return tuple(view(person) for person in accounts.people.every())


def record_page(entries: list[Entry], limit: int) -> RecordPage:
    """A page of the record, out of one entry more than it shows."""
    shown = entries[:limit]
    views = tuple(
        RecordEntry(e.seq, show_instant(e.time), e.person, e.name, e.via, e.what, e.about, e.customer, e.status)
        for e in shown
    )
    return RecordPage(views, shown[-1].seq if len(entries) > limit else None)


def _session(one: Session, mine: str) -> SessionView:
    return SessionView(one.id, show_instant(one.created), show_instant(one.seen), one.client, one.id == mine)


def token_view(one: Token) -> TokenView:
    """A token as it is listed."""
    expires = None if one.expires is None else show_instant(one.expires)
    used = None if one.used is None else show_instant(one.used)
    return TokenView(one.id, one.name, one.scopes, one.ends, show_instant(one.created), expires, used)
