"""People with access: listed, invited, given a role, removed; their sessions and tokens; the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from litestar import Request, delete, get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from cesta.accounts.links import LinkKind
from cesta.accounts.people import Person
from cesta.api.gate import now
from cesta.api.leaving import belongings, leave
from cesta.api.letters import Posted, address_of_screen, post_link
from cesta.api.noting import asked_by
from cesta.api.people import PersonView, RecordPage, everybody, record_page
from cesta.api.served import Served, TheServed
from cesta.maps.owned import Owned

AnyRequest = Request[Any, Any, Any]
Limit = Annotated[int, QueryParameter(ge=1, le=1000)]


@dataclass(frozen=True, slots=True)
class Invitation:
    """login: an e-mail address or a short name."""

    login: str
    role: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class RoleWanted:
    role: str


@dataclass(frozen=True, slots=True)
class NewLink:
    """link: what stands behind the # of /welcome; readable only now, works once. letter: the mail with it."""

    link: str
    kind: LinkKind
    person: str
    letter: Posted


@dataclass(frozen=True, slots=True)
class Everybody:
    people: tuple[PersonView, ...]


@dataclass(frozen=True, slots=True)
class Belongings:
    documents: tuple[Owned, ...]


@get("/api/access/people", sync_to_thread=True)
def people(served: TheServed, request: AnyRequest) -> Everybody:
    """Everybody with access."""
    return Everybody(everybody(served.gate.accounts, asked_by(request), now()))


@post("/api/access/people", sync_to_thread=True, status_code=200)
def invite(served: TheServed, request: AnyRequest, data: JSONBody[Invitation]) -> NewLink:
    """Give somebody access; she sets her password with the link, which goes to her by mail where that is set up."""
    accounts = served.gate.accounts
    return let_in(served, request, accounts.people.add(data.login, data.name, data.role, now()))


def let_in(served: Served, request: AnyRequest, person: Person) -> NewLink:
    """A new link for somebody, and a letter with it."""
    secret, kind = served.gate.accounts.link_for(person, now())
    letter = post_link(served, person, kind, secret, address_of_screen(served, request.headers))
    return NewLink(secret, kind, person.id, letter)


@post("/api/access/people/{person:str}/role", sync_to_thread=True, status_code=200)
def set_role(served: TheServed, request: AnyRequest, person: FromPath[str], data: JSONBody[RoleWanted]) -> Everybody:
    """Give somebody another role, from her next click on."""
    accounts = served.gate.accounts
    accounts.people.set_role(accounts.people.get(person), data.role)
    return Everybody(everybody(accounts, asked_by(request), now()))


@post("/api/access/people/{person:str}/link", sync_to_thread=True, status_code=200)
def new_link(served: TheServed, request: AnyRequest, person: FromPath[str]) -> NewLink:
    """A new link with which somebody sets her password; an older one works no more."""
    return let_in(served, request, served.gate.accounts.people.get(person))


@get("/api/access/people/{person:str}/owned", sync_to_thread=True)
def owned(served: TheServed, person: FromPath[str], lang: FromQuery[str] = "en") -> Belongings:
    """The documents that name somebody as their owner: they need another one before she leaves."""
    return Belongings(belongings(served.workspace.root, served.gate.accounts.people.get(person), lang))


@delete("/api/access/people/{person:str}", sync_to_thread=True, status_code=200)
def remove(
    served: TheServed, request: AnyRequest, person: FromPath[str], to: FromQuery[str | None] = None
) -> Everybody:
    """Take somebody's access away: her sessions, links and tokens end at once. to: who owns her documents then."""
    accounts = served.gate.accounts
    successor = accounts.people.get(to) if to is not None else None
    leave(served.workspace.root, accounts, accounts.people.get(person), successor, now())
    return Everybody(everybody(accounts, asked_by(request), now()))


@delete("/api/access/sessions/{session:str}", sync_to_thread=True, status_code=200)
def end_session(served: TheServed, request: AnyRequest, session: FromPath[str]) -> Everybody:
    """End anybody's session."""
    accounts = served.gate.accounts
    accounts.sessions.whose(session)
    accounts.sessions.end(session)
    return Everybody(everybody(accounts, asked_by(request), now()))


@delete("/api/access/tokens/{token:str}", sync_to_thread=True, status_code=200)
def revoke_token(served: TheServed, request: AnyRequest, token: FromPath[str]) -> Everybody:
    """From now on anybody's token opens nothing."""
    accounts = served.gate.accounts
    accounts.tokens.revoke(accounts.tokens.get(token).id, now())
    return Everybody(everybody(accounts, asked_by(request), now()))


@get("/api/access/record", sync_to_thread=True)
def record(
    served: TheServed,
    before: FromQuery[int | None] = None,
    person: FromQuery[str | None] = None,
    customer: FromQuery[str | None] = None,
    limit: Limit = 100,
) -> RecordPage:
    """Who saw or changed what, the newest first; of one person, or about one customer."""
    found = served.gate.accounts.record.entries(before=before, limit=limit + 1, person=person, customer=customer)
    return record_page(found, limit)


ROUTES = (people, invite, set_role, new_link, owned, remove, end_session, revoke_token, record)
