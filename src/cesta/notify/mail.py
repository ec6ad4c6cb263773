"""A letter sent by SMTP, at once: it is with the mail server when this returns, or the reason is told."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from cesta.model.errors import CestaError
from cesta.notify.outgoing import Outgoing, check_address

PATIENCE = 20.0
"""Seconds to wait for each answer of the mail server."""


@dataclass(frozen=True, slots=True)
class Letter:
    """To one person, in plain text."""

    to: str
    subject: str
    text: str


def send(outgoing: Outgoing, letter: Letter) -> None:
    """Hands the letter to the mail server.

    Raises bad_address, no_mail_server (it does not answer, or shows a wrong certificate), mail_login, mail_refused.
    """
    check_address(letter.to)
    with _connected(outgoing) as server:
        server.send_message(_message(outgoing, letter))


def _message(outgoing: Outgoing, letter: Letter) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = outgoing.sender, letter.to, letter.subject
    message["Date"] = formatdate(usegmt=True)
    message["Message-ID"] = make_msgid(domain=outgoing.sender.rpartition("@")[2])
    # Nobody's answer of being away is wanted.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    return message


@contextmanager
def _connected(outgoing: Outgoing) -> Iterator[smtplib.SMTP]:
    where = f"{outgoing.host}:{outgoing.port}"
    try:
        with _begun(outgoing) as server:
            if outgoing.login:
                server.login(outgoing.login, outgoing.password)
            yield server
    except smtplib.SMTPAuthenticationError as error:
        raise CestaError(
            "mail_login", f"{where} does not let {outgoing.login} in: {_said(error.smtp_error)}.", "Check the password."
        ) from error
    except smtplib.SMTPRecipientsRefused as error:
        ((to, (code, said)),) = error.recipients.items()
        raise _refused(where, f"letters to {to}", code, said) from error
    except smtplib.SMTPSenderRefused as error:
        raise _refused(where, f"letters from {error.sender}", error.smtp_code, error.smtp_error) from error
    except smtplib.SMTPResponseException as error:
        raise _refused(where, "this letter", error.smtp_code, error.smtp_error) from error
    except (OSError, smtplib.SMTPException) as error:
        raise CestaError(
            "no_mail_server",
            f"No letter could be handed to {where}: {error}.",
            "Check name, port and encryption; 587 goes with starttls, 465 with tls.",
        ) from error


def _begun(outgoing: Outgoing) -> smtplib.SMTP:
    if outgoing.security == "tls":
        trusted = ssl.create_default_context()
        return smtplib.SMTP_SSL(outgoing.host, outgoing.port, timeout=PATIENCE, context=trusted)
    server = smtplib.SMTP(outgoing.host, outgoing.port, timeout=PATIENCE)
    try:
        if outgoing.security == "starttls":
            server.starttls(context=ssl.create_default_context())
    except BaseException:
        server.close()
        raise
    return server


def _refused(where: str, what: str, code: int, said: bytes | str) -> CestaError:
    hint = "Try again later." if 400 <= code < 500 else "Check the address, and as whom the server lets you send."
    return CestaError("mail_refused", f"{where} refuses {what}: {code} {_said(said)}.", hint)


def _said(text: bytes | str) -> str:
    told = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return " ".join(told.split()).rstrip(".")
