"""A real mail server on this machine, for tests: what it took stays in its boxes; it refuses whom it is told to."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword

LOGIN, PASSWORD = "cesta", "let me send"


@dataclass
class Office:
    """letters: to whom each went and what it said."""

    port: int = 0
    letters: list[tuple[str, EmailMessage]] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)

    # The server calls these by name.
    async def handle_RCPT(  # noqa: N802
        self, _server: Any, _session: Any, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        letter = message_from_bytes(envelope.content.replace(b"\r\n", b"\n"), policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters += [(to, letter) for to in envelope.rcpt_tos]
        return "250 taken"

    def one(self) -> tuple[str, str, str]:
        """To whom the only letter went, its subject and its text."""
        ((to, letter),) = self.letters
        body = letter.get_body()
        assert isinstance(body, EmailMessage)
        return to, str(letter["subject"]), str(body.get_content())


def _right(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and data == LoginPassword(LOGIN.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def open_office(*, context: ssl.SSLContext | None = None, at_once: bool = False) -> Iterator[Office]:
    """Open until the end of the block. context: offers encryption, and lets nobody in without a password.

    at_once: encrypted from the first byte.
    """
    office = Office()
    asked: dict[str, Any] = {}
    if context is not None:
        asked = {"ssl_context": context} if at_once else {"tls_context": context, "require_starttls": True}
        asked |= {"authenticator": _right, "auth_required": not at_once, "auth_require_tls": not at_once}
    office.port = _free_port()
    controller = Controller(office, hostname="127.0.0.1", port=office.port, **asked)
    controller.start()
    try:
        yield office
    finally:
        controller.stop()
