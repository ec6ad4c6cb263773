"""Outgoing mail: through which server letters go, and a letter to try it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from litestar import get, post
from litestar.params import JSONBody
from msgspec import Meta

from cesta.api.served import TheServed
from cesta.model.errors import CestaError
from cesta.notify.letters import letter
from cesta.notify.mail import send
from cesta.notify.outgoing import Outgoing, Security, forget_outgoing, keep_outgoing, outgoing_of, security_of

Line = Annotated[str, Meta(max_length=320)]


@dataclass(frozen=True, slots=True)
class MailView:
    """The mail server, without its password. ready: there is one."""

    ready: bool
    host: str = ""
    port: int = 587
    security: Security = "starttls"
    sender: str = ""
    login: str = ""
    has_password: bool = False


@dataclass(frozen=True, slots=True)
class MailWanted:
    """security: starttls, tls or none. password: null keeps the one there is."""

    host: Line
    port: int
    security: str
    sender: Line
    login: Line = ""
    password: Line | None = None


@dataclass(frozen=True, slots=True)
class Try:
    to: Line


@get("/api/mail", sync_to_thread=True)
def mail(served: TheServed) -> MailView:
    """Through which server letters go."""
    return _view(outgoing_of(served.workspace.data))


@post("/api/mail", sync_to_thread=True, status_code=200)
def set_mail(served: TheServed, data: JSONBody[MailWanted]) -> MailView:
    """Say through which server letters go; nothing is sent yet."""
    kept = outgoing_of(served.workspace.data)
    password = data.password if data.password is not None else kept.password if kept is not None else ""
    wanted = Outgoing(data.host.strip(), data.port, security_of(data.security), data.sender, data.login, password)
    keep_outgoing(served.workspace.data, wanted)
    return _view(wanted)


@post("/api/mail/off", sync_to_thread=True, status_code=200)
def forget_mail(served: TheServed) -> MailView:
    """Send no letters from now on."""
    forget_outgoing(served.workspace.data)
    return _view(None)


@post("/api/mail/try", sync_to_thread=True, status_code=200)
def try_mail(served: TheServed, data: JSONBody[Try]) -> MailView:
    """Send a letter now; the answer comes when the mail server has it."""
    outgoing = outgoing_of(served.workspace.data)
    if outgoing is None:
        raise CestaError("no_mail", "No mail server is named yet.", "Say first through which server letters go.")
    settings = served.workspace.settings
    send(outgoing, letter("try", settings.languages[0], data.to, workspace=settings.name))
    return _view(outgoing)


def _view(outgoing: Outgoing | None) -> MailView:
    if outgoing is None:
        return MailView(False)
    o = outgoing
    return MailView(True, o.host, o.port, o.security, o.sender, o.login, bool(o.password))


ROUTES = (mail, set_mail, forget_mail, try_mail)
