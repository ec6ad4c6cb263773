"""Erasing goes through the workspace and the record; who is not there changes neither."""

from __future__ import annotations

import pytest

from cesta.accounts.record import Record
from cesta.accounts.roles import AT_THE_MACHINE
from cesta.api.erasing import erase_everywhere
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


def test_the_record_forgets_whom_the_workspace_forgets(workspace: Workspace) -> None:
    record = Record(workspace.data)
    ann, bob = (str(one) for one in workspace.columns().customers[:2])
    for customer in (ann, bob):
        record.note(AT_THE_MACHINE, "GET /api/customers/{customer}", 1, customer=customer)
    with pytest.raises(CestaError, match="unknown_customer"):
        erase_everywhere(workspace, record, ["nobody-at-all"])
    done = erase_everywhere(workspace, record, [ann])
    assert ann in done.ids
    assert record.name_of(ann) == ""
    assert record.name_of(bob) != ""
