"""What the screen is told: who asks, who else there is, what they are signed in with; never a secret."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cesta.accounts.accounts import Accounts
from cesta.accounts.record import Entry
from cesta.accounts.roles import AT_THE_MACHINE, Who
from cesta.api.people import access_of, everybody, me, record_page

NOW = 1_800_000_000_000_000


def test_who_asks(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path)
    assert (me(accounts, AT_THE_MACHINE).role, me(accounts, AT_THE_MACHINE).guarded) == ("owner", False)
    jana = accounts.people.add("jana", "Jana", "owner", NOW)
    accounts.people.set_password(jana.id, "a hash")
    told = me(accounts, Who(jana.id, "Jana", "owner", "session"))
    assert (told.login, told.name, told.role, told.guarded) == ("jana", "Jana", "owner", True)
    assert me(accounts, None).role is None


def test_everybody_with_what_they_have_and_no_secret(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path)
    jana = accounts.people.add("jana", "Jana", "owner", NOW)
    accounts.people.set_password(jana.id, "$argon2id$hash")
    secret = accounts.sessions.begin(jana.id, "", NOW)
    token, _ = accounts.tokens.create(jana.id, "import", ["write"], 30, NOW)
    _, gone = accounts.tokens.create(jana.id, "old", ["read"], None, NOW)
    accounts.tokens.revoke(gone.id, NOW)
    ann = accounts.people.add("ann", "Ann", "agent", NOW + 1)
    link, _ = accounts.link_for(ann, NOW)
    who = accounts.sessions.who(secret, NOW)
    first, second = everybody(accounts, who, NOW)
    assert (first.mine, first.waiting, [one.mine for one in first.access.sessions]) == (True, None, [True])
    assert [one.name for one in first.access.tokens] == ["import"]
    assert (second.mine, second.waiting_for, second.has_password) == (False, "invite", False)
    assert second.waiting is not None
    told = msgspec.json.encode((first, second)).decode()
    assert not [kept for kept in (secret, token, link, "argon2") if kept in told]
    assert access_of(accounts, ann.id, "", NOW).sessions == ()


def test_a_page_of_the_record_says_how_to_go_on() -> None:
    entries = [Entry(seq, NOW, "p", "Jana", "session", "GET /", "", "", 200) for seq in (3, 2, 1)]
    page = record_page(entries, 2)
    assert ([entry.seq for entry in page.entries], page.next) == ([3, 2], 2)
    assert record_page(entries, 3).next is None
