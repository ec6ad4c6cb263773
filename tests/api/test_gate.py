"""Who a request is from: the cookie, a token, a command, or whoever sits at the machine before there is a password."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.accounts.roles import A_COMMAND, AT_THE_MACHINE
from cesta.api.gate import Gate, address_of, cookies_of, now
from cesta.model.errors import CestaError
from cesta.store.lock import own, read_secret

HERE = "127.0.0.1"


@pytest.fixture
def gate(tmp_path: Path) -> Gate:
    return Gate(tmp_path)


@pytest.fixture
def guarded(gate: Gate) -> Gate:
    person = gate.accounts.people.add("jana", "Jana", "owner", now())
    gate.accounts.people.set_password(person.id, "a hash")
    return gate


def test_without_a_password_the_machine_is_the_owner(gate: Gate) -> None:
    assert gate.who({}, HERE) == AT_THE_MACHINE
    assert gate.who({}, None) == AT_THE_MACHINE
    assert gate.who({}, "203.0.113.9") is None


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "x-real-ip"])
def test_what_a_server_in_front_hands_on_is_not_this_machine(gate: Gate, header: str) -> None:
    assert gate.who({header: "127.0.0.1"}, HERE) is None


def test_with_a_password_nobody_gets_in_without_it(guarded: Gate) -> None:
    assert guarded.who({}, HERE) is None
    assert guarded.who({"cookie": f"cesta-{guarded.accounts.name}=nonsense"}, HERE) is None


def test_a_cookie_opens_behind_https_under_a_name_of_its_own(guarded: Gate) -> None:
    secret = guarded.accounts.sessions.begin(guarded.accounts.people.called("jana").id, "", now())
    plain: dict[str, str] = {}
    safe = {"x-forwarded-proto": "https"}
    for headers, begins in ((plain, "cesta-"), (safe, "__Host-cesta-")):
        told = guarded.cookie_for(secret, headers)
        assert told.startswith(begins)
        assert ("; Secure" in told) == (headers == safe)
        assert "; HttpOnly; SameSite=Lax" in told
        who = guarded.who({**headers, "cookie": f"a=1; {told.split(';')[0]}; b=2"}, "203.0.113.9")
        assert who is not None
        assert who.name == "Jana"
    # Whoever can set a cookie without HTTPS must not choose who is signed in behind it.
    assert guarded.who({**safe, "cookie": f"cesta-{guarded.accounts.name}={secret}"}, HERE) is None
    assert "Max-Age=0" in guarded.cookie_for("", plain)


def test_a_command_shows_the_secret_of_who_serves(guarded: Gate, tmp_path: Path) -> None:
    with own(tmp_path, "http://127.0.0.1:8000"):
        shown = {"authorization": f"Bearer {read_secret(tmp_path)}"}
        assert guarded.who(shown, HERE) == A_COMMAND
        with pytest.raises(CestaError, match="unknown_token"):
            guarded.who(shown, "203.0.113.9")
    with pytest.raises(CestaError, match="unknown_token"):
        guarded.who(shown, HERE)


def test_an_unknown_token_is_refused_also_where_nothing_is_guarded(gate: Gate) -> None:
    for shown in ("Bearer cesta_none", "Bearer ", "Bearer nonsense", "bearer \udcff"):
        with pytest.raises(CestaError, match="unknown_token"):
            gate.who({"authorization": shown}, HERE)


def test_tries_are_counted_for_who_is_behind_the_server_in_front() -> None:
    assert address_of({}, "203.0.113.9") == "203.0.113.9"
    assert address_of({"x-forwarded-for": "1.2.3.4, 203.0.113.7"}, HERE) == "203.0.113.7"
    # From elsewhere nobody is believed.
    assert address_of({"x-forwarded-for": "1.2.3.4"}, "203.0.113.9") == "203.0.113.9"


@given(st.text())
def test_any_cookies_can_be_read(text: str) -> None:
    assert all(isinstance(name, str) for name in cookies_of({"cookie": text}))
