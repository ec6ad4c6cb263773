"""Oneself: signing in and out, one's password, sessions and tokens, and links that let one in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from litestar import Request, Response, delete, get, post
from litestar.params import FromPath, JSONBody

from cesta.accounts.links import LinkKind
from cesta.accounts.people import Person
from cesta.accounts.roles import Who
from cesta.api.gate import address_of, now
from cesta.api.letters import address_of_screen, forgotten
from cesta.api.noting import asked_by, client_of
from cesta.api.people import Access, Me, TokenView, access_of, me, token_view
from cesta.api.served import Served, TheServed
from cesta.model.errors import CestaError
from cesta.notify.outgoing import outgoing_of

AnyRequest = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class SignIn:
    login: str
    password: str


@dataclass(frozen=True, slots=True)
class Begin:
    """The first owner."""

    login: str
    name: str
    password: str


@dataclass(frozen=True, slots=True)
class NewPassword:
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    login: str


@dataclass(frozen=True, slots=True)
class LinkShown:
    """What stands behind the # of a link."""

    link: str


@dataclass(frozen=True, slots=True)
class LinkUsed:
    link: str
    password: str


@dataclass(frozen=True, slots=True)
class LinkView:
    """Whose link it is. kind: an invitation, or a new password for who has access already."""

    kind: LinkKind
    login: str
    name: str


@dataclass(frozen=True, slots=True)
class TokenWanted:
    """scopes: some of read, ask, write, admin. days: how long it lives; null: until it is revoked."""

    name: str
    scopes: tuple[str, ...]
    days: int | None = None


@dataclass(frozen=True, slots=True)
class NewToken:
    """secret: readable only now."""

    secret: str
    token: TokenView


@get("/api/me", sync_to_thread=True)
def who_am_i(served: TheServed, request: AnyRequest) -> Me:
    """Who asks, and whether the workspace has a password."""
    letters = outgoing_of(served.workspace.data) is not None
    return me(served.gate.accounts, served.gate.who(dict(request.headers), client_of(request)), letters)


@post("/api/me/sign-in", sync_to_thread=True, status_code=200)
def sign_in(served: TheServed, request: AnyRequest, data: JSONBody[SignIn]) -> Response[Me]:
    """Sign in with a password; the answer sets a cookie that no script can read."""
    accounts = served.gate.accounts
    try:
        person = accounts.sign_in(data.login, data.password, address(request))
    except CestaError as error:
        known = accounts.people.password_of(data.login)
        tried = known[0] if known is not None else None
        note(served, request, tried, 429 if error.code == "too_many_tries" else 401)
        raise
    return signed_in(served, request, person)


@post("/api/me/sign-out", sync_to_thread=True, status_code=200)
def sign_out(served: TheServed, request: AnyRequest) -> Response[Me]:
    """End this session, wherever it is copied to."""
    headers = dict(request.headers)
    who = served.gate.who(headers, client_of(request))
    if who is not None and who.via == "session":
        served.gate.accounts.sessions.end(who.session)
    answer = me(served.gate.accounts, None)
    return Response(answer, headers={"set-cookie": served.gate.cookie_for("", headers), **FORGET})


@post("/api/me/begin", sync_to_thread=True, status_code=200)
def begin(served: TheServed, request: AnyRequest, data: JSONBody[Begin]) -> Response[Me]:
    """Set the first owner's password: from then on nobody is let in without one."""
    person = served.gate.accounts.begin(data.login, data.name, data.password, now())
    return signed_in(served, request, person)


@post("/api/me/password", sync_to_thread=True, status_code=200)
def change_password(served: TheServed, request: AnyRequest, data: JSONBody[NewPassword]) -> Response[Me]:
    """Change one's password; all other sessions end."""
    accounts = served.gate.accounts
    person = accounts.people.get(the_person(request).id)
    accounts.change_password(person, data.old, data.new, address(request))
    return signed_in(served, request, person)


@post("/api/me/forgotten", sync_to_thread=True, status_code=202)
def forgot_password(served: TheServed, request: AnyRequest, data: JSONBody[Forgotten]) -> None:
    """Have a link for a new password sent, if somebody signs in with this address; the answer does not say so."""
    forgotten(served, data.login, address(request), address_of_screen(served, request.headers))


@post("/api/me/link", sync_to_thread=True, status_code=200)
def look_at_link(served: TheServed, data: JSONBody[LinkShown]) -> LinkView:
    """Whose link this is; it stays as it is."""
    link, person = served.gate.accounts.look_at(data.link, now())
    return LinkView(link.kind, person.login, person.name)


@post("/api/me/link/use", sync_to_thread=True, status_code=200)
def use_link(served: TheServed, request: AnyRequest, data: JSONBody[LinkUsed]) -> Response[Me]:
    """Set a password with a link, once, and sign in."""
    person = served.gate.accounts.use_link(data.link, data.password, now())
    return signed_in(served, request, person)


@get("/api/me/access", sync_to_thread=True)
def my_access(served: TheServed, request: AnyRequest) -> Access:
    """What one is signed in with, and the tokens that act in one's name."""
    who = the_person(request)
    return access_of(served.gate.accounts, who.id, who.session, now())


@post("/api/me/tokens", sync_to_thread=True, status_code=200)
def make_token(served: TheServed, request: AnyRequest, data: JSONBody[TokenWanted]) -> NewToken:
    """A token for a program; it is shown once, and may do no more than who made it."""
    who = the_person(request)
    secret, token = served.gate.accounts.tokens.create(who.id, data.name, data.scopes, data.days, now())
    return NewToken(secret, token_view(token))


@delete("/api/me/tokens/{token:str}", sync_to_thread=True, status_code=200)
def revoke_token(served: TheServed, request: AnyRequest, token: FromPath[str]) -> Access:
    """From now on this token of one's own opens nothing."""
    who, accounts = the_person(request), served.gate.accounts
    if token in {one.id for one in accounts.tokens.of(who.id)}:
        accounts.tokens.revoke(token, now())
    return access_of(accounts, who.id, who.session, now())


@delete("/api/me/sessions/{session:str}", sync_to_thread=True, status_code=200)
def end_session(served: TheServed, request: AnyRequest, session: FromPath[str]) -> Access:
    """End one of one's own sessions."""
    who, accounts = the_person(request), served.gate.accounts
    if session in {one.id for one in accounts.sessions.of(who.id, now())}:
        accounts.sessions.end(session)
    return access_of(accounts, who.id, who.session, now())


FORGET = {"clear-site-data": '"cache"'}


def the_person(request: AnyRequest) -> Who:
    """Who asks, where it takes an account. Raises no_account."""
    who = asked_by(request)
    if who is None or who.id == "":
        raise CestaError("no_account", "There is no account here yet.", "Set the owner's password first.")
    return who


def address(request: AnyRequest) -> str:
    """The address that tries are counted for."""
    return address_of(request.headers, client_of(request))


def signed_in(served: Served, request: AnyRequest, person: Person) -> Response[Me]:
    """Begins a session."""
    headers = dict(request.headers)
    accounts = served.gate.accounts
    secret = accounts.sessions.begin(person.id, headers.get("user-agent", ""), now())
    note(served, request, person, 200)
    answer = me(accounts, Who(person.id, person.name, person.role, "session"))
    return Response(answer, headers={"set-cookie": served.gate.cookie_for(secret, headers)})


def note(served: Served, request: AnyRequest, person: Person | None, status: int) -> None:
    """Records that somebody signed in or tried to; a name that nobody has is not written down."""
    who = Who("", "", "viewer", "session") if person is None else Who(person.id, person.name, person.role, "session")
    what = f"{request.method} {request.scope.get('path_template', '')}"
    served.gate.accounts.record.note(who, what, now(), status=status)


ROUTES = (
    who_am_i,
    sign_in,
    sign_out,
    begin,
    change_password,
    forgot_password,
    look_at_link,
    use_link,
    my_access,
    make_token,
    revoke_token,
    end_session,
)
