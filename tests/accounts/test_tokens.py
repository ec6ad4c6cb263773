"""A token acts for its person, for some purposes, until revoked or over; of its secret only a hash is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.accounts.accounts import Accounts
from cesta.accounts.sessions import DAY
from cesta.accounts.tokens import BEGINS
from cesta.model.errors import CestaError

from .conftest import NOW


def test_it_acts_for_its_person_and_is_not_kept(guarded: Accounts, tmp_path: Path) -> None:
    jana = guarded.people.called("jana")
    secret, token = guarded.tokens.create(jana.id, "nightly import", ["write", "read"], None, NOW)
    assert secret.startswith(BEGINS)
    assert (token.scopes, token.ends, token.used) == (("read", "write"), secret[-4:], None)
    who = guarded.tokens.who(secret, NOW)
    assert who is not None
    assert (who.id, who.via, who.scopes) == (jana.id, "token", frozenset({"read", "write"}))
    assert guarded.tokens.get(token.id).used == NOW
    for path in (tmp_path / "data").iterdir():
        assert secret.encode() not in path.read_bytes()


def test_it_ends(guarded: Accounts) -> None:
    jana = guarded.people.called("jana")
    short, _ = guarded.tokens.create(jana.id, "a day", ["read"], 1, NOW)
    assert guarded.tokens.who(short, NOW + DAY - 1) is not None
    assert guarded.tokens.who(short, NOW + DAY) is None
    secret, token = guarded.tokens.create(jana.id, "for ever", ["read"], None, NOW)
    guarded.tokens.revoke(token.id, NOW)
    assert guarded.tokens.who(secret, NOW) is None
    assert {one.name: one.revoked for one in guarded.tokens.of(jana.id)} == {"a day": None, "for ever": NOW}


@pytest.mark.parametrize(("scopes", "days"), [([], None), (["read"], 0), (["read"], 9999), (["all"], 1)])
def test_what_cannot_be_a_token(guarded: Accounts, scopes: list[str], days: int | None) -> None:
    with pytest.raises(CestaError, match=r"bad_value|unknown_scope"):
        guarded.tokens.create(guarded.people.called("jana").id, "x", scopes, days, NOW)
    with pytest.raises(CestaError, match="gone_token"):
        guarded.tokens.get("none")
