"""A letter reaches a real mail server, encrypted where it should be; what stops it is told with what would help."""

from __future__ import annotations

import socket
import ssl
from pathlib import Path

import pytest
import trustme
from tests.post_office import LOGIN, PASSWORD, Office, open_office

from cesta.model.errors import CestaError
from cesta.notify.mail import Letter, send
from cesta.notify.outgoing import Outgoing, Security

LETTER = Letter("jana@shop.example", "Nové heslo: Šop", "Dobrý den, Jano,\n\n„žluťoučký“\n")


def out(office: Office, security: Security = "none", password: str = "", login: str = "") -> Outgoing:
    return Outgoing("localhost", office.port, security, "shop@shop.example", login, password)


@pytest.fixture
def certified(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ssl.SSLContext:
    """A server's certificate, from an authority that this process trusts."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    return context


def test_a_letter_arrives_as_it_was_written() -> None:
    with open_office() as office:
        send(out(office), LETTER)
    assert office.one() == (LETTER.to, LETTER.subject, LETTER.text)
    letter = office.letters[0][1]
    assert (letter["from"], letter["to"]) == ("shop@shop.example", LETTER.to)
    assert letter["message-id"].endswith("@shop.example>")
    assert letter["date"]


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_it_is_encrypted_and_signed_in(certified: ssl.SSLContext, security: Security) -> None:
    with open_office(context=certified, at_once=security == "tls") as office:
        send(out(office, security, PASSWORD, LOGIN), LETTER)
        assert office.one()[0] == LETTER.to
        with pytest.raises(CestaError, match="mail_login"):
            send(out(office, security, "wrong", LOGIN), LETTER)


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(
    certified: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    trustme.CA().cert_pem.write_to_path(tmp_path / "other.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "other.pem"))
    with open_office(context=certified) as office:
        with pytest.raises(CestaError, match="no_mail_server"):
            send(out(office, "starttls", PASSWORD, LOGIN), LETTER)
        assert office.letters == []


def test_a_server_without_encryption_is_told_nothing_when_it_should_have_it() -> None:
    with open_office() as office:
        with pytest.raises(CestaError, match="no_mail_server"):
            send(out(office, "starttls"), LETTER)
        assert office.letters == []


@pytest.mark.parametrize(
    ("said", "hint"), [("550 5.1.1 nobody here", "Check the address"), ("451 4.7.1 later", "Try again later")]
)
def test_who_is_refused_is_named_with_the_reason(said: str, hint: str) -> None:
    with open_office() as office:
        office.refused[LETTER.to] = said
        with pytest.raises(CestaError, match="mail_refused") as told:
            send(out(office), LETTER)
    assert said.split(maxsplit=2)[2] in told.value.message
    assert LETTER.to in told.value.message
    assert hint in str(told.value.hint)


def test_nobody_answers() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nowhere = Outgoing("127.0.0.1", taken.getsockname()[1], "none", "shop@shop.example")
        with pytest.raises(CestaError, match="no_mail_server"):
            send(nowhere, LETTER)
    with pytest.raises(CestaError, match="bad_address"):
        send(nowhere, Letter("jana", "", ""))
