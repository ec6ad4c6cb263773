"""Who is who for the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.who import hear, message

from cesta.accounts.roles import Who
from cesta.api.identity import Deed, Looked, at_a_glance, decide, keep, look
from cesta.model.errors import CestaError
from cesta.store.identity_told import merges
from cesta.store.workspace import Workspace

JANA = Who("p1", "Jana", "editor", "session")


def test_decided_and_taken_back(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        hear(workspace, [message(n, {"user_id": f"u{n // 2}", "anonymous_id": f"x{n}"}) for n in range(4)])
        before = at_a_glance(workspace).summary
        assert (before.joined, before.merges) == (2, 4)
        (newest, *_) = merges(workspace).merges
        assert look(workspace, Looked(undo=newest.id)).gone_count == 1
        undone = decide(workspace, Deed("undo", merge=newest.id), JANA)
        assert (undone.summary.merges, undone.decisions[0].who) == (3, "Jana")
        assert decide(workspace, Deed("redo", merge=newest.id), None).summary.merges == 4
        joined = decide(workspace, Deed("together", ids=["u0", "u1"]), JANA)
        assert joined.summary.joined == 1
        assert decide(workspace, Deed("back", decision=joined.decisions[0].id), JANA).summary.joined == 2
        assert decide(workspace, Deed("apart", ids=["u0", "x0"]), JANA).summary.merges == 3
        assert decide(workspace, Deed("shared", ids=["x1", "x2"]), JANA).summary.merges == 1


def test_rules_looked_at_and_kept(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        hear(workspace, [message(1, {"user_id": "ann", "anonymous_id": "x1"})])
        rules = "cesta: identity/1\nlimits: {anonymous_id: 0}\n"
        assert look(workspace, Looked(rules)).gone_count == 1
        assert at_a_glance(workspace).rules == ""
        assert (keep(workspace, rules).rules, keep(workspace, rules).summary.merges) == (rules, 0)
        for wrong in (Looked(), Looked("cesta: identity/2")):
            with pytest.raises(CestaError):
                look(workspace, wrong)
        with pytest.raises(CestaError):
            decide(workspace, Deed("split"), JANA)  # type: ignore[arg-type]
