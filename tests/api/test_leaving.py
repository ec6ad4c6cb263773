"""Nobody leaves documents without an owner behind."""

from __future__ import annotations

import pytest

from cesta.api.leaving import belongings, leave
from cesta.api.served import Served
from cesta.model.errors import CestaError


def test_documents_go_to_somebody_before_their_owner_leaves(served: Served) -> None:
    accounts, root = served.gate.accounts, served.workspace.root
    petr, jana = accounts.people.add("petr", "Petr", "owner", 1), accounts.people.add("jana", "Jana", "owner", 2)
    accounts.people.set_password(petr.id, "a hash")
    assert [each.id for each in belongings(root, jana)] == ["buy-clothes"]
    with pytest.raises(CestaError, match=r"still_owns.*map buy-clothes"):
        leave(root, accounts, jana, None, 3)
    with pytest.raises(CestaError, match="bad_value"):
        leave(root, accounts, jana, jana, 3)
    assert len(accounts.people.every()) == 2
    assert [each.id for each in leave(root, accounts, jana, petr, 3)] == ["buy-clothes"]
    assert [one.login for one in accounts.people.every()] == ["petr"]
    assert belongings(root, jana) == ()
    assert belongings(root, petr) != ()
    with pytest.raises(CestaError, match="last_owner"):
        leave(root, accounts, petr, accounts.people.add("ann", "Ann", "viewer", 4), 5)
    assert belongings(root, petr) != ()
