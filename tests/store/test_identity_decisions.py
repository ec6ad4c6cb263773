"""Decisions are kept, in order, with who made them; taken back by another one, and forgotten only with an id."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.identity.claims import Id
from cesta.model.errors import CestaError
from cesta.store.identity_decisions import (
    add_decision,
    forget_decisions,
    newest_decision,
    read_decisions,
    take_back,
)
from cesta.store.workspace import Workspace

ANN, BOB = Id("user_id", "ann"), Id("user_id", "bob")


def test_decisions_last(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        assert newest_decision(workspace.log) == 0
        first = add_decision(workspace.log, "apart", ((ANN,), (BOB,)), "eva")
        second = take_back(workspace.log, first.seq, "max")
        assert (first.who, first.ids, second.back) == ("eva", ((ANN,), (BOB,)), first.seq)
        for seq in (first.seq, second.seq, 99):
            with pytest.raises(CestaError) as told:
                take_back(workspace.log, seq, "max")
            assert told.value.code == "unknown_decision"
    with Workspace.open(tmp_path / "shop") as workspace:
        assert read_decisions(workspace.log) == [first, second]
        other = add_decision(workspace.log, "shared", ((BOB,),), "eva")
        with workspace.log.transaction() as sql:
            forget_decisions(sql, {"ann"})
        assert read_decisions(workspace.log) == [other]
        assert newest_decision(workspace.log) == other.seq
