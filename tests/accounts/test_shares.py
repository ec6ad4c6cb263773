"""A share shows its map until it ends or is ended; its secret is kept nowhere."""

from __future__ import annotations

import pytest

from cesta.accounts.accounts import Accounts
from cesta.accounts.sessions import DAY
from cesta.accounts.shares import MINUTE, ShareWanted
from cesta.model.errors import CestaError

from .conftest import NOW


def test_it_lives_as_long_as_was_said(accounts: Accounts) -> None:
    made, secret = accounts.shares.make(
        ShareWanted("buy", 2, False, "cs", None, ("https://wiki.example",)), "Jana", NOW
    )
    assert secret.encode() not in b"".join(
        path.read_bytes() for path in accounts.shares._database.path.parent.iterdir()
    )
    found = accounts.shares.open(secret, NOW + DAY)
    assert (found.map, found.numbers, found.frames, found.opened) == ("buy", False, ("https://wiki.example",), None)
    assert accounts.shares.of_map("buy", NOW)[0].opened == NOW + DAY
    for later, noted in ((MINUTE - 1, 0), (MINUTE, MINUTE)):
        accounts.shares.open(secret, NOW + DAY + later)
        assert accounts.shares.of_map("buy", NOW)[0].opened == NOW + DAY + noted
    with pytest.raises(CestaError, match="dead_link"):
        accounts.shares.open(secret, NOW + 2 * DAY + 1)
    accounts.shares.end(made.id)
    for again in (lambda: accounts.shares.open(secret, NOW), lambda: accounts.shares.end(made.id)):
        with pytest.raises(CestaError, match="dead_link"):
            again()
    assert accounts.shares.of_map("buy", NOW) == ()


@pytest.mark.parametrize("days", [0, 367])
def test_not_for_ever(accounts: Accounts, days: int) -> None:
    with pytest.raises(CestaError, match="bad_value"):
        accounts.shares.make(ShareWanted("buy", days), "", NOW)
