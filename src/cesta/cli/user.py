"""`cesta user`: who has access to a workspace: added, listed, given another role, let in again, removed."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cesta.cli.output import show, table, tell

if TYPE_CHECKING:
    from cesta.accounts.accounts import Accounts
    from cesta.accounts.people import Person

HEAD = ("login", "name", "role", "since", "password")
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")]
Login = Annotated[str, typer.Argument(metavar="LOGIN", help="An e-mail address or a short name.")]
AskPassword = Annotated[
    bool, typer.Option("--password", help="Ask for the password now, or read it from a pipe; else print a link.")
]
Json = Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")]


def add_person(
    folder: Folder,
    login: Login,
    name: Annotated[str, typer.Option(help="Her name, as others read it.", metavar="NAME")] = "",
    role: Annotated[str, typer.Option(help="owner, editor, analyst, agent or viewer.")] = "",
    password: AskPassword = False,
    json: Json = False,
) -> None:
    """Give somebody access; the first is an owner, whose password guards the workspace."""
    with _accounts(folder) as accounts:
        given = _read_password() if password else None
        if given is not None:
            from cesta.accounts.passwords import check

            check(given, (login, name))
        person = accounts.people.add(login, name, role or ("viewer" if accounts.people.guarded else "owner"), _now())
        _note(accounts, "add", person)
        _let_in(folder, accounts, person, given, json)


def list_people(folder: Folder, json: Json = False) -> None:
    """Everybody with access."""
    from cesta.model.instant import show_instant

    with _accounts(folder) as accounts:
        people = accounts.people.every()
    rows = [(p.login, p.name, p.role, show_instant(p.created)[:10], "yes" if p.has_password else "") for p in people]
    listed = [
        {"id": p.id, "login": p.login, "name": p.name, "role": p.role, "created": show_instant(p.created),
         "has_password": p.has_password}
        for p in people
    ]  # fmt: skip
    nobody = f"Nobody needs a password yet. Set the first: cesta user add {folder} LOGIN --password"
    show({"people": listed}, table(HEAD, rows) if rows else [nobody], json)


def set_role(folder: Folder, login: Login, role: Annotated[str, typer.Argument(metavar="ROLE")]) -> None:
    """Give somebody another role: owner, editor, analyst, agent or viewer."""
    with _accounts(folder) as accounts:
        person = accounts.people.set_role(accounts.people.called(login), role)
        _note(accounts, "role", person)
    show({"login": person.login, "role": person.role}, [f"{person.login} is {person.role} now."])


def reset(folder: Folder, login: Login, password: AskPassword = False, json: Json = False) -> None:
    """Let somebody in who forgot the password: a link that works once, or a new password."""
    with _accounts(folder) as accounts:
        person = accounts.people.called(login)
        given = _read_password() if password else None
        _note(accounts, "reset", person)
        _let_in(folder, accounts, person, given, json)


def remove(
    folder: Folder,
    login: Login,
    to: Annotated[str | None, typer.Option(metavar="LOGIN", help="Who owns her documents from now on.")] = None,
    json: Json = False,
) -> None:
    """Take somebody's access away, and hand over what she owns."""
    from cesta.api.leaving import leave

    with _accounts(folder) as accounts:
        person = accounts.people.called(login)
        successor = accounts.people.called(to) if to is not None else None
        handed = leave(folder, accounts, person, successor, _now())
        _note(accounts, "remove", person)
    said = [f"{person.login} has no access any more."]
    said += [f"  {each.kind} {each.id} is {successor.login}'s now" for each in handed if successor is not None]
    document = {"removed": person.login, "handed_over": [f"{each.kind} {each.id}" for each in handed]}
    show(document, said, json)


@contextmanager
def _accounts(folder: Path) -> Iterator[Accounts]:
    """A file of its own: it may be changed beside a server, which sees it by itself."""
    from cesta.accounts.accounts import Accounts
    from cesta.store.manifest import read_manifest

    read_manifest(folder)
    accounts = Accounts(folder / "data")
    try:
        yield accounts
    finally:
        accounts.close()


def _let_in(folder: Path, accounts: Accounts, person: Person, password: str | None, json: bool) -> None:
    if password is not None:
        accounts.set_password(person, password)
        show({"login": person.login, "role": person.role}, [f"{person.login} signs in with the new password."], json)
        return
    secret, kind = accounts.link_for(person, _now())
    link = f"{_address(folder)}/welcome#{secret}"
    said = f"{person.login} ({person.role}) sets a password with this link, once, within {LIVES[kind]}:"
    show({"login": person.login, "role": person.role, "link": link}, [said, link], json)


LIVES = {"invite": "seven days", "reset": "a day"}


def _address(folder: Path) -> str:
    """Where the workspace is reached: by its public name, at its server, or where it would be served."""
    import os

    from cesta.api.settings import resolved
    from cesta.store.lock import owner_address
    from cesta.store.settings import as_settings

    settings = as_settings(resolved(folder, os.environ, {}))
    address = owner_address(folder)
    served = address is not None and address.startswith("http")
    place = address.partition("/w/")[2] if address is not None and served else ""
    if settings.hosts:
        return f"https://{settings.hosts[0]}" + (f"/w/{place}" if place else "")
    return address if address is not None and served else f"http://{settings.host}:{settings.port}"


def _read_password() -> str:
    """From a person at a terminal, twice and unseen; else the first line of a pipe. Raises bad_value."""
    from cesta.model.errors import CestaError

    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    tell("At least 12 signs; four or five words make a good password.")
    first = getpass.getpass("Password: ", sys.stderr)
    if getpass.getpass("Once more: ", sys.stderr) != first:
        raise CestaError("bad_value", "The two are not the same.", "Nothing was changed; try again.")
    return first


def _note(accounts: Accounts, what: str, person: Person) -> None:
    from cesta.accounts.roles import A_COMMAND

    accounts.record.note(A_COMMAND, f"cesta user {what}", _now(), about=person.id)


def _now() -> int:
    import time

    return time.time_ns() // 1000


def add_to(app: typer.Typer, said: str) -> None:
    verbs = typer.Typer(help=said, no_args_is_help=True)
    verbs.command("add")(add_person)
    verbs.command("list")(list_people)
    verbs.command("role")(set_role)
    verbs.command("reset")(reset)
    verbs.command("remove")(remove)
    app.add_typer(verbs, name="user")
