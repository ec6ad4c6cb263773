"""Signing in, and everything that ends when a password changes."""

from __future__ import annotations

import pytest

from cesta.accounts.accounts import Accounts
from cesta.accounts.throttle import MOST
from cesta.model.errors import CestaError

from .conftest import GOOD, NOW

OTHER = "slow green paper boats"


def test_the_first_owner_guards_the_workspace_once(accounts: Accounts) -> None:
    assert accounts.name == ""
    with pytest.raises(CestaError, match="weak_password"):
        accounts.begin("jana", "Jana", "jana", NOW)
    accounts.begin("jana", "Jana", GOOD, NOW)
    assert accounts.people.guarded
    assert len(accounts.name) == 16
    with pytest.raises(CestaError, match="guarded_already"):
        accounts.begin("eve", "Eve", OTHER, NOW)


def test_who_signs_in(guarded: Accounts) -> None:
    assert guarded.sign_in(" JANA ", GOOD, "").login == "jana"
    for login, password in (("jana", OTHER), ("nobody", GOOD), ("", ""), ("x" * 500, GOOD)):
        with pytest.raises(CestaError, match="wrong_password"):
            guarded.sign_in(login, password, "")


def test_too_many_wrong_ones_wait_also_where_there_is_no_account(guarded: Accounts) -> None:
    for _ in range(MOST["account"]):
        guarded.throttle.failed("jana", "10.0.0.1")
        guarded.throttle.failed("nobody", "10.0.0.1")
    for login in ("jana", "Jana", "nobody"):
        with pytest.raises(CestaError, match="too_many_tries"):
            guarded.sign_in(login, GOOD, "10.0.0.2")


def test_a_new_password_ends_all_sessions_and_links(guarded: Accounts) -> None:
    jana = guarded.people.called("jana")
    session = guarded.sessions.begin(jana.id, "", NOW)
    link, kind = guarded.link_for(jana, NOW)
    assert kind == "reset"
    with pytest.raises(CestaError, match="wrong_password"):
        guarded.change_password(jana, OTHER, OTHER, "")
    guarded.change_password(jana, GOOD, OTHER, "")
    assert guarded.sessions.who(session, NOW) is None
    with pytest.raises(CestaError, match="dead_link"):
        guarded.look_at(link, NOW)
    assert guarded.sign_in("jana", OTHER, "").id == jana.id


def test_an_invitation_lets_somebody_in_once(guarded: Accounts) -> None:
    ann = guarded.people.add("ann", "Ann", "viewer", NOW)
    link, kind = guarded.link_for(ann, NOW)
    assert (kind, guarded.look_at(link, NOW)[1]) == ("invite", ann)
    with pytest.raises(CestaError, match="weak_password"):
        guarded.use_link(link, "short", NOW)
    guarded.use_link(link, OTHER, NOW)
    assert guarded.sign_in("ann", OTHER, "").role == "viewer"
    with pytest.raises(CestaError, match="dead_link"):
        guarded.use_link(link, GOOD, NOW)


def test_a_hash_of_before_is_made_anew(guarded: Accounts) -> None:
    from argon2 import PasswordHasher

    jana = guarded.people.called("jana")
    guarded.people.set_password(jana.id, PasswordHasher(1, 8, 1).hash(GOOD))
    session = guarded.sessions.begin(jana.id, "", NOW)
    guarded.sign_in("jana", GOOD, "")
    found = guarded.people.password_of("jana")
    assert found is not None
    assert "m=65536" in found[1]
    assert guarded.sessions.who(session, NOW) is not None
