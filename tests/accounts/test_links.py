"""A link works once, for a while, and only the newest of a person's does."""

from __future__ import annotations

import pytest

from cesta.accounts.accounts import Accounts
from cesta.accounts.sessions import DAY
from cesta.model.errors import CestaError

from .conftest import NOW


def test_only_the_newest_works_and_once(guarded: Accounts) -> None:
    jana = guarded.people.called("jana").id
    old = guarded.links.make(jana, "reset", NOW)
    new = guarded.links.make(jana, "reset", NOW)
    with pytest.raises(CestaError, match="dead_link"):
        guarded.links.look(old, NOW)
    assert guarded.links.look(new, NOW).person == jana
    assert list(guarded.links.waiting(NOW)) == [jana]
    assert [guarded.links.use_up(new), guarded.links.use_up(new)] == [True, False]
    assert guarded.links.waiting(NOW) == {}


def test_it_dies_of_age(guarded: Accounts) -> None:
    link = guarded.links.make(guarded.people.called("jana").id, "reset", NOW)
    guarded.links.look(link, NOW + DAY)
    with pytest.raises(CestaError, match="dead_link"):
        guarded.links.look(link, NOW + DAY + 1)
