"""Through which server letters go out, and as whom: a file of its own that no backup holds, for its password's sake."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from email.errors import MessageError
from email.headerregistry import Address
from pathlib import Path
from typing import Literal

import msgspec

from cesta.model.errors import CestaError, unknown
from cesta.store.disk import make_folder, write_whole

FILE = "mail/outgoing.json"
PASSWORD = "CESTA_MAIL_PASSWORD"
Security = Literal["starttls", "tls", "none"]
SECURITIES: tuple[Security, ...] = ("starttls", "tls", "none")
"""starttls: begins readable and is encrypted before anything is said; tls: encrypted from the first byte."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """sender: the address that letters come from. login: "" where the server asks for none."""

    host: str
    port: int
    security: Security
    sender: str
    login: str = ""
    password: str = ""


def outgoing_of(data: Path) -> Outgoing | None:
    """None where letters cannot be sent yet. The environment's password, CESTA_MAIL_PASSWORD, has the last word."""
    try:
        kept = msgspec.json.decode((data / FILE).read_bytes(), type=Outgoing)
    except FileNotFoundError:
        return None
    return replace(kept, password=os.environ.get(PASSWORD, kept.password))


def keep_outgoing(data: Path, outgoing: Outgoing) -> None:
    """Readable by its user alone. Raises bad_value, bad_address."""
    check_address(outgoing.sender)
    if not outgoing.host.strip() or any(sign.isspace() for sign in outgoing.host):
        raise CestaError("bad_value", f'"{outgoing.host}" is no name of a mail server.', "Such as smtp.shop.example.")
    if not 1 <= outgoing.port <= 65_535:
        raise CestaError("bad_value", f"{outgoing.port} is no port.", "Mail servers use 587, 465 or 25.")
    path = data / FILE
    make_folder(path.parent)
    path.parent.chmod(0o700)
    if not path.exists():
        path.touch(0o600)
    write_whole(path, msgspec.json.encode(outgoing).decode())


def forget_outgoing(data: Path) -> None:
    """From now on nothing is sent."""
    (data / FILE).unlink(missing_ok=True)


def security_of(text: str) -> Security:
    """Raises unknown_security."""
    if text not in SECURITIES:
        raise unknown("unknown_security", "kind of encryption", text, SECURITIES)
    return text


def check_address(text: str) -> None:
    """Raises bad_address unless a letter could go there."""
    if not is_address(text):
        raise CestaError("bad_address", f'"{text}" is no e-mail address.', "Such as jana@shop.example.")


def is_address(text: str) -> bool:
    """Whether this can be an e-mail address of one person.

    >>> [is_address(text) for text in ("jana@shop.example", "jana", "jana@", "a@b.c, d@e.f", "a@b.c\\nBcc: d@e.f")]
    [True, False, False, False, False]
    """
    if not text.isprintable() or any(sign.isspace() for sign in text):
        return False
    try:
        found = Address(addr_spec=text)
    except (ValueError, IndexError, MessageError):
        return False
    return bool(found.username and found.domain)
