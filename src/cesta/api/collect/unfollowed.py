"""Visitors whose browser asks not to be followed: what it sends is answered like any other, and not kept."""

from __future__ import annotations

from collections.abc import Mapping

from cesta.store.unfollowed import unfollowed_of
from cesta.store.workspace import Workspace

ASKS = ("dnt", "sec-gpc")
"""Headers by which a browser asks it: Do Not Track and Global Privacy Control. Programs on servers send neither."""
HONOUR = "honour"


def is_unfollowed(workspace: Workspace, source: str, headers: Mapping[str, str], messages: int) -> bool:
    """Whether none of these messages may be kept, because their browser asks for it; they are counted."""
    if not any(headers.get(name) == "1" for name in ASKS) or workspace.settings.do_not_track != HONOUR:
        return False
    unfollowed_of(workspace.log).note(source, messages)
    return True
