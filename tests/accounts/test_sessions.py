"""A session opens until it is ended or too old; of its secret nothing is kept, nor of the machine's address."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.accounts.accounts import Accounts
from cesta.accounts.sessions import DAY, IDLE, LONGEST, SECOND
from cesta.model.errors import CestaError

from .conftest import NOW

AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"


def test_a_secret_opens_and_is_not_kept(guarded: Accounts, tmp_path: Path) -> None:
    jana = guarded.people.called("jana")
    secret = guarded.sessions.begin(jana.id, AGENT, NOW)
    who = guarded.sessions.who(secret, NOW)
    assert who is not None
    assert (who.id, who.role, who.via) == (jana.id, "owner", "session")
    assert guarded.sessions.who(secret + "x", NOW) is None
    (listed,) = guarded.sessions.of(jana.id, NOW)
    assert (listed.id, listed.client) == (who.session, "Edge, Windows")
    for path in (tmp_path / "data").iterdir():
        assert secret.encode() not in path.read_bytes()


def test_it_ends_when_nobody_uses_it_and_at_last_anyway(guarded: Accounts) -> None:
    jana = guarded.people.called("jana")
    secret = guarded.sessions.begin(jana.id, "", NOW)
    assert guarded.sessions.who(secret, NOW + IDLE + SECOND) is None
    moment = NOW
    while moment < NOW + LONGEST:
        assert guarded.sessions.who(secret, moment) is not None
        moment += 5 * DAY
    assert guarded.sessions.who(secret, NOW + LONGEST + SECOND) is None
    assert guarded.sessions.of(jana.id, NOW + LONGEST + SECOND) == []


def test_it_can_be_ended_here_and_everywhere(guarded: Accounts) -> None:
    jana = guarded.people.called("jana")
    secrets = [guarded.sessions.begin(jana.id, "", NOW) for _ in range(3)]
    first = guarded.sessions.who(secrets[0], NOW)
    assert first is not None
    assert guarded.sessions.whose(first.session) == jana.id
    guarded.sessions.end(first.session)
    assert [guarded.sessions.who(one, NOW) is None for one in secrets] == [True, False, False]
    with pytest.raises(CestaError, match="unknown_session"):
        guarded.sessions.whose(first.session)
    second = guarded.sessions.who(secrets[1], NOW)
    assert second is not None
    guarded.sessions.end_all(jana.id, but=second.session)
    assert [guarded.sessions.who(one, NOW) is None for one in secrets] == [True, False, True]
    guarded.sessions.end_all()
    assert guarded.sessions.of(jana.id, NOW) == []
