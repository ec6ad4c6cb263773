"""Erasing customers wholly: out of the workspace, and as whom the record names."""

from __future__ import annotations

from collections.abc import Sequence

from cesta.accounts.record import Record
from cesta.store.erasing import Erased, erase
from cesta.store.workspace import Workspace


def erase_everywhere(workspace: Workspace, record: Record, ids: Sequence[str]) -> Erased:
    """Erases the customers who have these ids; what the record holds of them is nobody's from then on."""
    done = erase(workspace, ids)
    record.forget(done.ids)
    return done
