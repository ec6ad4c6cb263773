"""People are added, found whatever their capitals, given roles and removed; somebody always manages the workspace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.accounts.accounts import Accounts
from cesta.accounts.people import as_login, as_name
from cesta.model.errors import CestaError

from .conftest import NOW


def test_before_the_first_password_nothing_is_guarded(accounts: Accounts) -> None:
    assert (accounts.people.guarded, accounts.people.every()) == (False, [])
    with pytest.raises(CestaError, match="no_owner"):
        accounts.people.add("ann", "Ann", "viewer", NOW)
    accounts.people.add("jana", "", "owner", NOW)
    assert not accounts.people.guarded


def test_somebody_is_added_once_and_found_by_her_login(guarded: Accounts) -> None:
    ann = guarded.people.add("Ann@Shop.example", "", "editor", NOW)
    assert (ann.login, ann.name, ann.has_password) == ("ann@shop.example", "Ann@Shop.example", False)
    assert guarded.people.called(" ANN@shop.EXAMPLE ") == ann == guarded.people.get(ann.id)
    with pytest.raises(CestaError, match="person_exists"):
        guarded.people.add("ANN@SHOP.EXAMPLE", "Ann", "viewer", NOW)
    with pytest.raises(CestaError, match="unknown_person"):
        guarded.people.called("bob")
    with pytest.raises(CestaError, match="unknown_person"):
        guarded.people.get("none")
    with pytest.raises(CestaError, match="unknown_role"):
        guarded.people.add("eve", "Eve", "king", NOW)


def test_the_last_owner_stays_one(guarded: Accounts) -> None:
    jana = guarded.people.called("jana")
    for deed in (lambda: guarded.people.set_role(jana, "viewer"), lambda: guarded.people.remove(jana, NOW)):
        with pytest.raises(CestaError, match="last_owner"):
            deed()
    # An owner who has never set a password could not manage anything.
    ann = guarded.people.add("ann", "Ann", "owner", NOW)
    with pytest.raises(CestaError, match="last_owner"):
        guarded.people.remove(jana, NOW)
    guarded.people.set_password(ann.id, "a hash")
    guarded.people.remove(jana, NOW)
    assert [one.login for one in guarded.people.every()] == ["ann"]
    assert guarded.people.guarded


def test_who_is_removed_opens_nothing_and_may_come_again(guarded: Accounts) -> None:
    ann = guarded.people.add("ann", "Ann", "editor", NOW)
    session = guarded.sessions.begin(ann.id, "", NOW)
    token, _ = guarded.tokens.create(ann.id, "import", ["write"], None, NOW)
    link, _ = guarded.link_for(ann, NOW)
    guarded.people.remove(ann, NOW)
    assert (guarded.sessions.who(session, NOW), guarded.tokens.who(token, NOW)) == (None, None)
    with pytest.raises(CestaError, match="dead_link"):
        guarded.look_at(link, NOW)
    again = guarded.people.add("ann", "Ann", "viewer", NOW)
    assert again.id != ann.id
    assert guarded.sessions.who(session, NOW) is None


def test_a_role_holds_from_the_next_request_on(guarded: Accounts) -> None:
    ann = guarded.people.add("ann", "Ann", "viewer", NOW)
    session = guarded.sessions.begin(ann.id, "", NOW)
    guarded.people.set_role(ann, "analyst")
    who = guarded.sessions.who(session, NOW)
    assert who is not None
    assert who.role == "analyst"


@pytest.mark.parametrize("bad", ["", "a", "two words", "x" * 201, "a\nb"])
def test_what_cannot_be_a_login(bad: str) -> None:
    with pytest.raises(CestaError, match="bad_login"):
        as_login(bad)


def test_names_are_one_line() -> None:
    assert as_name(" Jana Nováková ") == "Jana Nováková"
    with pytest.raises(CestaError, match="bad_login"):
        as_name("a\nb")


@given(st.text(max_size=30))
def test_a_login_has_one_form(text: str) -> None:
    try:
        login = as_login(text)
    except CestaError:
        return
    assert as_login(login) == login
