"""Once a day, not at once after the start; a rule that cannot be read removes nothing and stops nothing."""

from __future__ import annotations

from cesta.api.retiring import A_DAY, BEGIN, Retiring
from cesta.consent.purposes import FILE
from cesta.store.workspace import Workspace


def test_what_is_due_goes_once_a_day(workspace: Workspace) -> None:
    clock = [0.0]
    work, events = Retiring(workspace, lambda: clock[0]), len(workspace.columns().times)
    rule = workspace.root / FILE
    rule.write_text("cesta: privacy/1\nretention: [{name: All, keep: 1d}]\n")
    work.look()
    assert len(workspace.columns().times) == events, "not at once"
    rule.write_text("cesta: privacy/1\nretention: [{name: All, keep: long}]\n")
    clock[0] = BEGIN
    work.look()
    rule.write_text("cesta: privacy/1\nretention: [{name: All, keep: 1d}]\n")
    work.look()
    assert len(workspace.columns().times) == events, "looked at today"
    clock[0] = BEGIN + A_DAY
    work.look()
    work.close()
    assert len(workspace.columns().times) == 0
