"""Webhooks and chats by name: their addresses are secrets, in a file of their own that no backup holds."""

from __future__ import annotations

import json
import urllib.request
import warnings
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

import msgspec

from cesta.model.errors import CestaError, unknown
from cesta.notify.mail import Letter, send
from cesta.notify.outgoing import is_address, outgoing_of
from cesta.store.disk import make_folder, write_whole

FILE = "mail/places.json"
PATIENCE = 10.0


def places_of(data: Path) -> dict[str, str]:
    """Every name with its address."""
    try:
        return msgspec.json.decode((data / FILE).read_bytes(), type=dict[str, str])
    except FileNotFoundError:
        return {}


def keep_place(data: Path, name: str, address: str) -> None:
    """Remembers an address; an empty one is forgotten. Raises bad_value."""
    if address and "://" not in address:
        hint = "https://… for a webhook; for a chat as in slack://token or tgram://bot/chat"
        raise CestaError("bad_value", f'"{address}" is no address of a webhook or a chat.', hint)
    path = data / FILE
    kept = {**places_of(data), name: address}
    make_folder(path.parent)
    path.parent.chmod(0o700)
    if not path.exists():
        path.touch(0o600)
    write_whole(path, msgspec.json.encode({key: value for key, value in kept.items() if value}).decode())


def tell(data: Path, to: str, title: str, text: str) -> None:
    """Hands a message over: by mail to an address, else to the place of this name.

    Raises no_mail, no_mail_server and their like, unknown_place, no_chat.
    """
    if is_address(to):
        outgoing = outgoing_of(data)
        if outgoing is None:
            raise CestaError("no_mail", "No mail server is named yet.", "Say first through which server letters go.")
        send(outgoing, Letter(to, title, text))
        return
    places = places_of(data)
    if to not in places:
        raise unknown("unknown_place", "place", to, places)
    address = places[to]
    if address.startswith(("http://", "https://")):
        _post(to, address, {"title": title, "text": f"{title}\n\n{text}", "message": text})
    else:
        _chat(to, address, title, text)


class _Straight(urllib.request.HTTPRedirectHandler):
    """A webhook that sends us elsewhere is not followed."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _post(name: str, address: str, document: dict[str, str]) -> None:
    body = json.dumps(document, ensure_ascii=False).encode()
    request = urllib.request.Request(address, body, {"content-type": "application/json"})
    try:
        with urllib.request.build_opener(_Straight).open(request, timeout=PATIENCE):
            pass
    except HTTPError as error:
        raise CestaError("no_chat", f"{name} answers {error.code}.", "Check its address.") from error
    except (URLError, OSError, ValueError) as error:
        raise CestaError("no_chat", f"{name} cannot be reached: {error}.", "Check its address.") from error


def _chat(name: str, address: str, title: str, text: str) -> None:
    with warnings.catch_warnings():
        # What its plugins import is theirs.
        warnings.simplefilter("ignore")
        try:
            import apprise
        except ImportError as error:
            what = f"{name} is a chat, and Apprise is not installed."
            raise CestaError("no_chat", what, "pip install apprise") from error
        sender = apprise.Apprise()
        if not sender.add(address) or not sender.notify(title=title, body=text):
            raise CestaError("no_chat", f"{name} did not take the message.", "Check its address.")
