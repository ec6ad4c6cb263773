"""Who is who for the screen: numbers, proposals, decisions and rules at a glance; and what people do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from cesta.accounts.roles import Who
from cesta.identity.decisions import Decision
from cesta.model.errors import CestaError, unknown
from cesta.store.documents import read_text
from cesta.store.identity import FILE, rules_in
from cesta.store.identity_acts import Change, apart, preview, redo, save_rules, share, together, undo
from cesta.store.identity_decisions import take_back
from cesta.store.identity_told import Summary, TheDecision, TheProposal, decisions, proposals, summary
from cesta.store.workspace import Workspace

SHOWN = 50


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """rules: the text of identity.yaml, empty where there is none and all is as by default. proposals: those with the
    most claimants; decisions: the newest.
    """

    summary: Summary
    proposals: list[TheProposal]
    decisions: list[TheDecision]
    rules: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What someone decides. do: undo or redo a `merge`; keep `ids` apart, join them, or take them for shared; take a
    `decision` back.
    """

    do: Literal["undo", "redo", "apart", "together", "shared", "back"]
    merge: str = ""
    ids: list[str] = field(default_factory=list)
    decision: int = 0


@dataclass(frozen=True, slots=True)
class Looked:
    """What is to be looked at before: other rules, or a merge undone."""

    rules: str | None = None
    undo: str = ""


@dataclass(frozen=True, slots=True)
class RulesText:
    """The text of identity.yaml."""

    rules: str


def at_a_glance(workspace: Workspace) -> WhoIsWho:
    """Everything but the merges."""
    path = workspace.root / FILE
    return WhoIsWho(
        summary(workspace),
        proposals(workspace, SHOWN),
        decisions(workspace)[:SHOWN],
        read_text(path) if path.exists() else "",
    )


def decide(workspace: Workspace, deed: Deed, who: Who | None) -> WhoIsWho:
    """Does it, and tells how things are then. Raises unknown_merge, unknown_decision, kept_apart, bad_value."""
    name = (who.name or who.via) if who is not None else ""
    deeds: Mapping[str, Callable[[], Decision | list[Decision]]] = {
        "undo": lambda: undo(workspace, deed.merge, name),
        "redo": lambda: redo(workspace, deed.merge, name),
        "apart": lambda: apart(workspace, deed.ids, name),
        "together": lambda: together(workspace, deed.ids, name),
        "shared": lambda: share(workspace, deed.ids, name),
        "back": lambda: take_back(workspace.log, deed.decision, name),
    }
    if deed.do not in deeds:
        raise unknown("bad_value", "deed", deed.do, deeds)
    deeds[deed.do]()
    return at_a_glance(workspace)


def look(workspace: Workspace, looked: Looked) -> Change:
    """What would change. Raises bad_yaml, bad_identity, unknown_merge, bad_value."""
    if looked.rules is None and not looked.undo:
        raise CestaError("bad_value", "Nothing was given to look at.", "Give rules, or a merge to undo.")
    return preview(workspace, None if looked.rules is None else rules_in(looked.rules), looked.undo)


def keep(workspace: Workspace, text: str) -> WhoIsWho:
    """Keeps these rules. Raises bad_yaml, bad_identity."""
    save_rules(workspace, text)
    return at_a_glance(workspace)
