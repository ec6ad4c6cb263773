"""`cesta mail`: through which server a workspace's letters go: named, shown, tried, turned off."""

from __future__ import annotations

import getpass
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cesta.cli.output import show
from cesta.model.errors import CestaError

if TYPE_CHECKING:
    from cesta.notify.outgoing import Outgoing

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")]
Json = Annotated[bool, typer.Option("--json", help="JSON even at a terminal.")]


def show_mail(folder: Folder, json: Json = False) -> None:
    """Through which server letters go."""
    from cesta.notify.outgoing import outgoing_of

    _show(outgoing_of(_data(folder)), json)


def set_mail(
    folder: Folder,
    host: Annotated[str, typer.Option(metavar="HOST:PORT", help="The mail server; port 587 unless said.")],
    sender: Annotated[str, typer.Option("--from", metavar="ADDRESS", help="As whom letters are sent.")],
    security: Annotated[str, typer.Option(help="starttls, tls or none.")] = "starttls",
    login: Annotated[str, typer.Option(help="Whom the server lets in; its password is asked for.")] = "",
    json: Json = False,
) -> None:
    """Say through which server letters go; nothing is sent yet."""
    from cesta.notify.outgoing import Outgoing, keep_outgoing, security_of

    data = _data(folder)
    name, _, port = host.partition(":")
    if port and not port.isdecimal():
        raise CestaError("bad_value", f'"{port}" is no port.', "Such as smtp.shop.example:587.")
    password = _password() if login else ""
    outgoing = Outgoing(name, int(port or 587), security_of(security), sender, login, password)
    keep_outgoing(data, outgoing)
    _show(outgoing, json)


def try_mail(
    folder: Folder, to: Annotated[str, typer.Argument(metavar="ADDRESS", help="To whom.")], json: Json = False
) -> None:
    """Send a letter now."""
    import os

    from cesta.api.settings import resolved
    from cesta.notify.letters import letter
    from cesta.notify.mail import send
    from cesta.notify.outgoing import outgoing_of
    from cesta.store.settings import as_settings

    outgoing = outgoing_of(_data(folder))
    if outgoing is None:
        raise CestaError("no_mail", "No mail server is named yet.", "cesta mail set DIR --host HOST --from ADDRESS")
    settings = as_settings(resolved(folder, os.environ, {}))
    send(outgoing, letter("try", settings.languages[0], to, workspace=settings.name))
    show({"sent": to}, [f"A letter to {to} is with {outgoing.host}."], json)


def turn_off(folder: Folder, json: Json = False) -> None:
    """Send no letters from now on."""
    from cesta.notify.outgoing import forget_outgoing

    forget_outgoing(_data(folder))
    _show(None, json)


def _data(folder: Path) -> Path:
    from cesta.store.manifest import read_manifest

    read_manifest(folder)
    return folder / "data"


def _show(outgoing: Outgoing | None, json: bool) -> None:
    if outgoing is None:
        show({"ready": False}, ["No letters are sent: no mail server is named."], json)
        return
    told = asdict(outgoing)
    server = f"{outgoing.host}:{outgoing.port} ({outgoing.security})"
    login = f", signed in as {outgoing.login}" if outgoing.login else ""
    said = f"Letters go out from {outgoing.sender} through {server}{login}."
    show({"ready": True, **told, "password": bool(told["password"])}, [said], json)


def _password() -> str:
    """From a person at a terminal, unseen; else the first line of a pipe."""
    if sys.stdin.isatty():
        return getpass.getpass("The mail server's password: ", sys.stderr)
    return sys.stdin.readline().rstrip("\r\n")


def add_to(app: typer.Typer, said: str) -> None:
    verbs = typer.Typer(help=said, no_args_is_help=True)
    verbs.command("show")(show_mail)
    verbs.command("set")(set_mail)
    verbs.command("try")(try_mail)
    verbs.command("off")(turn_off)
    app.add_typer(verbs, name="mail")
