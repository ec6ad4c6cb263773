"""Links that go out by mail: to whom they can, where they lead, and what became of the letter."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cesta.accounts.links import LinkKind
from cesta.accounts.people import Person
from cesta.api.gate import is_safe, now
from cesta.api.served import Served
from cesta.model.errors import CestaError
from cesta.notify.letters import letter
from cesta.notify.mail import send
from cesta.notify.outgoing import is_address, outgoing_of

log = logging.getLogger("cesta.mail")


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of a letter. state: sent, not_sent where there is no mail server or no address, failed for `why`."""

    state: Literal["sent", "not_sent", "failed"]
    why: str = ""


def address_of_screen(served: Served, headers: Mapping[str, str]) -> str:
    """Where the browser that asks sees the workspace; its Host header is one of our names."""
    places = [each.place for each in served.neighbours if each.served is served]
    scheme = "https" if is_safe(headers) else "http"
    return f"{scheme}://{headers.get('host', '')}{places[0] if places else ''}"


def post_link(served: Served, person: Person, kind: LinkKind, secret: str, address: str) -> Posted:
    """Sends somebody her link, if her login is an e-mail address. address: of the screen."""
    outgoing = outgoing_of(served.workspace.data)
    if outgoing is None or not is_address(person.login):
        return Posted("not_sent")
    settings = served.workspace.settings
    facts = {"workspace": settings.name, "name": person.name, "link": f"{address}/welcome#{secret}"}
    try:
        send(outgoing, letter(kind, settings.languages[0], person.login, **facts))
    except CestaError as error:
        log.warning("letter not sent", extra={"code": error.code})
        return Posted("failed", error.message)
    return Posted("sent")


def forgotten(served: Served, login: str, sender: str, address: str) -> None:
    """Sends a new link to whoever signs in so, in its own time: the answer does not tell whether there is somebody.

    sender: the address of the machine that asks. Raises too_many_tries, no_mail.
    """
    accounts = served.gate.accounts
    if outgoing_of(served.workspace.data) is None:
        raise CestaError("no_mail", "No letters are sent from here.", "Ask an owner for a link.")
    account = login.strip().casefold()
    accounts.asked.check(account, sender)
    accounts.asked.failed(account, sender)
    found = [one for one in accounts.people.every() if one.login == account and is_address(one.login)]
    if found:
        threading.Thread(target=_send_anew, args=(served, found[0], address), daemon=True).start()


def _send_anew(served: Served, person: Person, address: str) -> None:
    secret, kind = served.gate.accounts.link_for(person, now())
    post_link(served, person, kind, secret, address)
