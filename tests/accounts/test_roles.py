"""Roles and scopes by their names; others are refused with those there are."""

from __future__ import annotations

import pytest

from cesta.accounts.roles import A_COMMAND, AT_THE_MACHINE, Who, role_of, scope_of
from cesta.model.errors import CestaError


def test_known_names_are_taken() -> None:
    assert (role_of("analyst"), scope_of("ask")) == ("analyst", "ask")


def test_other_names_are_refused() -> None:
    with pytest.raises(CestaError, match=r"unknown_role.*Did you mean"):
        role_of("editr")
    with pytest.raises(CestaError, match="unknown_scope"):
        scope_of("everything")


def test_who_sits_at_the_machine() -> None:
    assert AT_THE_MACHINE.at_the_machine
    assert A_COMMAND.at_the_machine
    assert not Who("1", "Ann", "owner", "session").at_the_machine
