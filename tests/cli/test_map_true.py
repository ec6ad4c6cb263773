"""`cesta map proposals|drift`: the numbers of the API, as lines for people."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cesta.cli.map_true import drift_lines, proposal_lines, said
from cesta.maps.drift import DriftChange, DriftView, drift
from cesta.maps.edit import Edit
from cesta.maps.proposed import ProposalsView, Proposed, proposals
from cesta.maps.view import Number
from cesta.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
SHARE = Number(0.12, "share", 12, 100, 0.07, 0.2)
ONE = Proposed(
    "add-chat", "add", ("chat",), "chat", "Chat", "Pay", "Basket", None, SHARE, None, None, None, Edit("add")
)


def test_the_numbers_are_those_of_the_map(cesta: Run, root: Path) -> None:
    told = {verb: json.loads(cesta("map", verb, root, "buy-clothes").stdout) for verb in ("proposals", "drift")}
    with Workspace.open(root) as workspace:
        found, moved = proposals(workspace, "buy-clothes"), drift(workspace, "buy-clothes")
    assert [one["key"] for one in told["proposals"]["proposals"]] == [one.key for one in found.proposals]
    assert told["drift"]["compared"] == moved.compared
    assert proposal_lines(found)
    assert drift_lines(moved)


def test_a_proposal_in_a_sentence() -> None:
    assert said(ONE) == (
        "12.0 % (7.0 … 20.0) of journeys now go through Chat: add it to Pay, between Basket and the end?"
    )
    silent = replace(ONE, kind="silent", share=None, last="2026-01-01T00:00:00Z", meant="chats")
    assert said(silent).endswith("since 2026-01-01T00:00:00Z: did you mean the event chats?")
    assert said(replace(silent, last=None, meant=None)).endswith("take it off the map?")
    assert proposal_lines(ProposalsView("buy", (), 2))[1] == "2 dismissed."


def test_a_change_is_a_line() -> None:
    change = DriftChange("conversion", "pay", None, "Pay", "2026-01-05", 60.0, SHARE, SHARE, SHARE, 0.001)
    lines = drift_lines(DriftView("buy", (change,), 7, 0.01, "2026-02-01"))
    assert any("2026-01-05" in line and "Pay →" in line for line in lines)
    assert "7 series" in lines[-1]
